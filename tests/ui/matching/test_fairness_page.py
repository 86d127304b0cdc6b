"""Verteilung in a real window: behind „Erweitert“, by period and feature, never weighed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from tests.make_office import adult

from ehrenamt_desktop.model.fairness import Feature


@pytest.fixture
def talks(office, town):
    for at in range(4):
        person = adult(office, last_name=f"P{at}", occupation="retired")
        office.interactions.add(
            {"kind": "consultation", "on": dt.date(2026, 3, 2), "person_id": person}
        )


@pytest.fixture
def overview(tab, talks):
    tab.strip._choose("overview")
    return tab.overview


@pytest.fixture
def page(overview):
    overview.expert.click()
    overview.strip._choose("fairness")
    return overview.page("fairness")


def shown(page):
    table = page.table
    return [(one.group, one.talks) for one in map(table.row, table.ids_shown())]


def test_it_waits_behind_erweitert(overview):
    button = overview.strip._buttons["fairness"]
    assert button.isHidden()
    overview.strip.set_current("gaps")
    QTest.keyClick(overview.strip, Qt.Key.Key_Right)
    assert overview.strip.current() == "pairs"  # the hidden page is passed over
    overview.expert.click()
    assert not button.isHidden()
    QTest.keyClick(overview.strip, Qt.Key.Key_Left)
    assert overview.strip.current() == "fairness"
    overview.expert.click()
    assert (button.isHidden(), overview.strip.current()) == (True, "pairs")


def test_a_period_by_each_feature(page):
    assert page.summary.text() == "In diesem Zeitraum gab es weder Gespräche noch Vorschläge."
    page.findChild(QPushButton, "matching.fairness.period.20260101").click()
    assert page.summary.text() == "Im Gespräch: 4 · mit Vorschlag: 0 · vermittelt: 0"
    assert shown(page) == [("65 bis 74 Jahre", 4)]
    page.strip._choose(Feature.OCCUPATION.value)
    assert shown(page) == [("Rente oder Pension", 4)]
    page.strip._choose(Feature.MUNICIPALITY.value)
    assert shown(page) == [("auswärtig oder ohne Ort", 4)]


def test_typed_days_and_what_is_wrong_with_them(page):
    page.focus_search()
    assert page.fields.start.input.hasFocus()
    page.fields.start.set_value(dt.date(2026, 3, 3))
    page.fields.end.set_value(dt.date(2026, 3, 1))
    page.show_button.click()
    problem = page.findChild(QWidget, "matching.fairness.problem")
    assert problem.text() == "Das Ende liegt vor dem Beginn."
    page.fields.start.set_value(dt.date(2026, 3, 1))
    page.fields.end.set_value(dt.date(2026, 3, 2))
    page.show_button.click()
    assert problem.isHidden()
    assert page.summary.text().startswith("Im Gespräch: 4")


def test_it_says_that_nothing_of_it_is_weighed(page):
    words = page.findChild(QWidget, "matching.fairness.never").text()
    assert words.startswith("Nichts davon fließt in die Reihenfolge ein")
