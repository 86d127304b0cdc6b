"""The sheet of hours by keyboard: number, Enter, number, Enter."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind, PlacementState

P = PlacementState
ENTER = Qt.Key.Key_Return


@pytest.fixture
def running(tab, office, town):
    (number,) = office.placements.propose(town.person, town.offers[:1])
    office.placements.move(number, P.PASSED_ON)
    office.placements.move(number, P.RUNNING)
    QApplication.processEvents()
    with clock.frozen(dt.date(2027, 1, 20)):
        tab.open_record(Kind.PLACEMENT, number)
        QApplication.processEvents()
        yield number


def test_three_months_are_keyed_in_with_enter(tab, office, running, notices):
    enter = tab.findChild(QPushButton, "placement.hours.enter")
    assert enter.isVisible()
    enter.click()
    QApplication.processEvents()
    dialog = next(one for one in tab.findChildren(QDialog) if one.isVisible())
    for hours in ("4,5", "12", "3"):
        QTest.keyClicks(dialog.focusWidget(), hours)
        said = dialog.total.text()
        assert dialog.isVisible()
        QTest.keyClick(dialog.focusWidget(), ENTER)
    QApplication.processEvents()
    assert said == "Zusammen 19,5 Stunden"
    assert office.hours.sheet(running).total == 19.5
    assert notices.texts()[-1] == "Die Stunden sind eingetragen."
    total = tab.placements.pane.findChild(QLabel, "placement.hours.total")
    assert total.text() == "19,5 Stunden in 3 Monaten"


def test_what_is_no_number_stays_in_the_sheet(tab, office, running):
    tab.findChild(QPushButton, "placement.hours.enter").click()
    QApplication.processEvents()
    dialog = next(one for one in tab.findChildren(QDialog) if one.isVisible())
    QTest.keyClicks(dialog.focusWidget(), "viel")
    for _ in range(3):
        QTest.keyClick(dialog.focusWidget(), ENTER)
    QApplication.processEvents()
    assert dialog.isVisible()
    assert dialog.form.errors()
    assert office.hours.sheet(running).words == ""
