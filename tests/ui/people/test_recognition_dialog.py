"""Anerkennung in the window: views with their counts, the list, the ways on."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.ui.certificates.card_dialog import CardDialog
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
from ehrenamt_desktop.ui.people.recognition_dialog import RecognitionDialog


@pytest.fixture
def person(office):
    number = adult(office, place_id=place_id(office, "Sontra"))
    started = clock.today() - dt.timedelta(days=5 * 365)
    for scope in ("storage", "handover"):
        office.people.add_consent(number, {"scope": scope, "given_on": started})
    voluntary = offer(office, hours_per_week=6, allowance_month=0)
    (one,) = office.placements.propose(number, [voluntary], started)
    office.placements.move(one, PlacementState.PASSED_ON, started)
    office.placements.move(one, PlacementState.RUNNING, started)
    return number


@pytest.fixture
def dialog(collaborators, person, qtbot):
    made = RecognitionDialog(Desk(*collaborators))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_views_count_and_choose(dialog):
    texts = [one.text() for one in dialog.views.findChildren(QPushButton)]
    assert texts == ["Alle 2", "Ehrenamts-Card 1", "Runde Jahre 1", "Juleica"]
    dialog.findChild(QPushButton, "recognition.views.round").click()
    assert dialog.table.model().rowCount() == 1
    dialog.findChild(QPushButton, "recognition.views.juleica").click()
    assert not dialog.accept_button.isEnabled()


def test_the_list_for_the_reception(dialog, files, notices, tmp_path):
    files.next_path = tmp_path / "empfang.xlsx"
    dialog.table.selectAll()
    dialog.accept_button.click()
    assert (tmp_path / "empfang.xlsx").exists()
    assert not dialog.isVisible()
    assert "2 Einträge" in notices.texts()[-1]


def test_ways_on(dialog):
    dialog.table.selectAll()
    dialog.thank_button.click()
    letters = dialog.findChild(LetterDialog)
    assert letters.ids() == (1,)
    dialog.table.selectRow(0)
    dialog.card_button.click()
    QApplication.processEvents()
    assert dialog.findChild(CardDialog).isVisible()
    for one in dialog.findChildren(QDialog):
        one.close()
