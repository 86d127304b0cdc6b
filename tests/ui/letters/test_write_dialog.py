"""Brief schreiben: words that fill in, answers, changes by hand, PDF and Word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from tests.printed import read

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.letters.write_dialog import OVERWRITE, WriteDialog


@pytest.fixture
def person(office):
    return office.people.save({
        "last_name": "Gliem", "first_name": "Horst", "salutation": "mr", "birth_year": 1961,
        "street": "Am Markt 1", "postcode": "36205", "city": "Sontra",
        "legal_basis": "public_task",
    })  # fmt: skip


@pytest.fixture
def dialog(collaborators, person, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    made = WriteDialog(Desk(*collaborators), Kind.PERSON, person, host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.load()
    yield made
    host.close()


def choose(dialog, title):
    index = dialog.texts.findText(title)
    assert index >= 0
    dialog.texts.setCurrentIndex(index)
    dialog.texts.activated.emit(index)


def test_the_text_asks_and_the_answers_fill_in(dialog, qtbot):
    assert dialog.isVisible()
    choose(dialog, "Einladung zu einer Schulung")
    assert "Noch offen: Thema der Schulung" in dialog.open_points.text()
    lines = list(dialog._answers.values())
    for line, words in zip(lines, ("Erste Hilfe", "12.12. um 10 Uhr", "Ulfen"), strict=True):
        qtbot.keyClicks(line, words)
    assert dialog.subject.text() == "Einladung: Erste Hilfe"
    assert "- Wo: Ulfen" in dialog.words.toPlainText()
    assert "Sehr geehrter Herr Gliem" in dialog.words.toPlainText()
    assert not dialog.is_changed()
    assert dialog.open_points.isHidden()


def test_changed_by_hand_saved_and_shown(dialog, office, files, person, tmp_path):
    choose(dialog, "Absage")
    dialog.words.setPlainText("Lieber Herr Gliem,\n\nbis bald.")
    assert dialog.is_changed()
    files.next_path = tmp_path / "brief.pdf"
    dialog.accept_button.click()
    assert not dialog.isVisible()
    assert files.shown == [tmp_path / "brief.pdf"]
    assert "Gliem" not in files.asked[-1][1]
    assert "bis bald." in read(tmp_path / "brief.pdf").pages[0]
    assert office.lists.person(person).history


def test_as_word(dialog, files, tmp_path):
    choose(dialog, "Begleitbrief zur Bescheinigung")
    files.next_path = tmp_path / "brief.docx"
    dialog.word_button.click()
    assert files.launched == [tmp_path / "brief.docx"]
    assert (tmp_path / "brief.docx").stat().st_size > 10_000


def test_what_is_open_is_said_and_nothing_is_written(dialog, files, tmp_path):
    choose(dialog, "Einladung zum Gespräch")
    files.next_path = tmp_path / "brief.pdf"
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "Nächster Termin" in dialog.open_points.text()
    assert not files.next_path.exists()


def test_other_words_ask_before_changes_are_lost(dialog, notices):
    choose(dialog, "Absage")
    dialog.words.setPlainText("Mein Text")
    notices.answers = False
    choose(dialog, "Dank")
    assert notices.questions == [OVERWRITE]
    assert dialog.texts.currentText() == "Absage"
    assert dialog.words.toPlainText() == "Mein Text"
    dialog.reject()
    assert dialog.isVisible()
    notices.answers = True
    choose(dialog, "Dank")
    assert "Sie sind dabei" in dialog.words.toPlainText()


def test_without_an_address_it_says_so(collaborators, office, qtbot):
    number = office.people.save({"last_name": "Ohne", "birth_year": 1961})
    host = QWidget()
    qtbot.addWidget(host)
    dialog = WriteDialog(Desk(*collaborators), Kind.PERSON, number, host)
    dialog.load()
    assert dialog.open_points.text()
    assert not dialog.accept_button.isEnabled()
    assert not dialog.word_button.isEnabled()
