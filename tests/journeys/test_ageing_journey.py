"""The computer's clock leaps: the window asks before anything goes, and deletes on a click."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.make_office import offer

from ehrenamt_desktop import clock


@pytest.fixture
def number(office):
    """A help request in the archive, its helped person known."""
    office.ageing.run()
    helped = {"helped_name": "Erna Beispiel", "helped_consent_on": dt.date(2026, 11, 1)}
    made = offer(office, kind="help_request", **helped)
    office.offers.archive(made)
    return made


@pytest.fixture
def later(number):
    """The clock stands at New Year of 2031."""
    with clock.frozen(dt.date(2031, 1, 1)):
        yield


def test_the_window_asks_after_a_leap_and_deletes_on_a_click(later, number, office, window, bar):
    assert window.desk.tasks.drain()
    assert bar.text().startswith("Nach Ablauf der Fristen zu löschen: ")
    assert bar.text().endswith("Bitte löschen Sie nur, wenn das stimmt.")
    assert "23.11.2026" in bar.text()
    assert "Erna" not in bar.text()
    assert office.lists.offer(number).values["helped_name"] == "Erna Beispiel"
    (delete,) = [one for one in bar.findChildren(QPushButton) if one.text() == "Jetzt löschen"]
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert window.desk.tasks.drain()
    assert bar.text().startswith("Gelöscht: ")
    assert office.lists.offer(number).values["helped_name"] == ""
