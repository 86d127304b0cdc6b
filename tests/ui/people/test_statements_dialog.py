"""Aussagen on the screen: interests follow at once, some are taken out, the rest is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.make_office import adult, term_id

from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput
from ehrenamt_desktop.ui.people.statements_dialog import StatementsDialog


@pytest.fixture
def person(office):
    return adult(office)


@pytest.fixture
def dialog(collaborators, person, qtbot):
    made = StatementsDialog(Desk(*collaborators), person)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.load()
    return made


def press(dialog, name):
    dialog.findChild(QPushButton, name).click()
    QApplication.processEvents()


def test_what_is_said_becomes_interests(dialog, office, person, notices):
    assert dialog.isVisible()
    press(dialog, "statements.outside.agree")
    press(dialog, "statements.hands.agree")
    crafts = term_id(office, TermKind.ACTIVITY, "HANDWERK")
    dialog.findChild(CheckInput, f"statements.wish.{crafts}").setChecked(False)
    press(dialog, "statements.sport.disagree")
    assert not dialog.findChild(CheckInput, f"statements.wish.{crafts}").isChecked()
    dialog.accept_button.click()
    assert not dialog.isVisible()
    labels = {one.label for one in office.lists.person(person).terms}
    assert labels == {"Umwelt, Natur- und Tierschutz", "Garten und Natur"}
    assert "2 neue Interessen" in notices.texts()[-1]


def test_nothing_counts_twice_that_was_not_answered(dialog):
    row = dialog.rows[0]
    assert not row.twice.isEnabled()
    press(dialog, "statements.outside.agree")
    row.twice.setChecked(True)
    press(dialog, "statements.outside.skipped")
    assert not row.reply().doubled


def test_by_keyboard_and_what_is_refused_stays_open(dialog, office, person):
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "mindestens eine" in dialog.problem.text()
    dialog.rows[1].answer.findChild(QPushButton, "statements.hands.skipped").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert dialog.rows[1].reply().answer.value == "agree"
    dialog.accept_button.click()
    assert set(office.statements.said(person)) == {"hands"}


def test_the_sheet_from_the_dialog(dialog, files, tmp_path):
    files.next_path = tmp_path / "b.pdf"
    press(dialog, "statements.print")
    assert (tmp_path / "b.pdf").exists()
