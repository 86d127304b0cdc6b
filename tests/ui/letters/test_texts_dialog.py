"""Brieftexte: own versions, the way back, placeholders at the cursor, refusals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.letters.texts_dialog import NEW, TextsDialog


@pytest.fixture
def dialog(collaborators, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    made = TextsDialog(Desk(*collaborators), host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.load()
    yield made
    host.close()


def choose(dialog, title):
    index = dialog.choice.findText(title)
    assert index >= 0
    dialog.choice.setCurrentIndex(index)
    dialog.choice.activated.emit(index)


def test_an_own_version_and_the_way_back(dialog, office):
    choose(dialog, "Dank")
    assert dialog.back_button.isHidden()
    dialog.form.editor("subject").set_value("Herzlichen Dank")
    dialog.accept_button.click()
    assert office.letter_texts.text("dank").subject == "Herzlichen Dank"
    assert dialog.choice.currentText() == "Dank (eigene Fassung)"
    dialog.back_button.click()
    assert dialog.choice.currentText() == "Dank"
    assert office.letter_texts.text("dank").subject == "Danke für Ihr Engagement"


def test_a_placeholder_stands_where_the_cursor_is(dialog):
    choose(dialog, "Dank")
    field = dialog.form.editor("body").findChild(QPlainTextEdit)
    field.moveCursor(QTextCursor.MoveOperation.End)
    action = next(one for one in dialog.menu.actions() if one.text() == "Sprechzeiten")
    action.trigger()
    assert field.toPlainText().endswith("{hours}")
    offered = [one.text() for one in dialog.menu.actions()]
    assert "Vorschläge" not in offered
    assert "Frage beim Schreiben" in offered


def test_wrong_placeholders_are_said_and_not_kept(dialog, office):
    choose(dialog, "Vorschlag")
    dialog.form.editor("body").set_value("{greeting} {telefon}")
    dialog.accept_button.click()
    assert "unbekannte Platzhalter: {telefon}" in dialog.problem.text()
    assert office.letter_texts.text("vorschlag").number is None
    dialog.form.editor("subject").set_value("")
    dialog.accept_button.click()
    assert "subject" in dialog.form.errors()


def test_a_new_text_of_the_office(dialog, office):
    choose(dialog, NEW)
    dialog.form.editor("title").set_value("Sommerfest")
    dialog.form.editor("subject").set_value("Einladung zum Sommerfest")
    dialog.accept_button.click()
    assert dialog.choice.currentText() == "Sommerfest (eigene Fassung)"
    assert "Sommerfest" in [one.title for one in office.letter_texts.all()]


def test_typed_words_are_not_lost_by_choosing(dialog, notices):
    choose(dialog, "Dank")
    dialog.form.editor("subject").set_value("Anders")
    notices.answers = False
    choose(dialog, "Absage")
    assert dialog.choice.currentText() == "Dank"
    dialog.reject()
    assert dialog.isVisible()
    assert len(notices.questions) == 2
