"""A pasted block fills empty fields, says what it took and left, and can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.ui.intake.taken_panel import EMPTY, NOTHING
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.people.person_form import quick_form

CONTROL = Qt.KeyboardModifier.ControlModifier
LETTER = (
    "Frau Dr. Änne von der Heide\nc/o Schmidt\nAm Anger 3\n36205 Sontra-Ulfen\n"
    "Tel. 05653 / 97 77-12\nMobil 0171 2345678\naenne@example.org"
)


@pytest.fixture
def form(desk, office, qtbot):
    made = quick_form(Vocabulary(office.lists.places(), office.lists.terms()))
    qtbot.addWidget(made)
    made.load({})
    made.show()
    yield made
    QApplication.clipboard().clear()


def paste(form, text, key="last_name"):
    QApplication.clipboard().setText(text)
    line = form.editor(key).input
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)


def value(form, key):
    return form.editor(key).value()


def words(form):
    return form._paste.panel.taken.text(), form._paste.panel.left.text()


def ulfen(office):
    return next(one.id for one in office.lists.places() if one.name == "Ulfen")


def test_a_letter_head_pasted_into_the_name_fills_the_fields(form, office):
    paste(form, LETTER)
    expected = {
        "salutation": Salutation.MS, "title": "Dr.", "first_name": "Änne",
        "last_name": "von der Heide", "street": "Am Anger 3", "postcode": "36205",
        "city": "Sontra-Ulfen", "phone": "05653 / 97 77-12", "mobile": "0171 2345678",
        "email": "aenne@example.org", "place_id": ulfen(office),
    }  # fmt: skip
    assert {key: value(form, key) for key in expected} == expected
    assert form.is_dirty()
    taken, left = words(form)
    assert "Nachname von der Heide" in taken
    assert "Ortsteil Ulfen (Sontra)" in taken
    assert left == "Nicht übernommen:\nc/o Schmidt"
    assert form._paste.panel.isVisible()


def test_what_is_filled_stays_and_is_said(form):
    form.editor("phone").set_value("05653 1111")
    form.editor("mobile").set_value("+49 171 2345678")
    paste(form, LETTER)
    assert value(form, "phone") == "05653 1111"
    taken, left = words(form)
    assert "Telefon 05653 / 97 77-12 (im Feld steht schon etwas anderes)" in left
    assert "0171" not in taken + left


def test_a_single_word_is_pasted_as_ever(form):
    paste(form, "Groß\n")
    assert value(form, "last_name") == "Groß"
    assert not form._paste.panel.isVisible()


def test_the_menu_of_the_field_pastes_a_block_too(form, qtbot):
    QApplication.clipboard().setText(LETTER)
    line = form.editor("last_name").input
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(line, asked)
    (menu,) = line.findChildren(QMenu)
    next(one for one in menu.actions() if one.objectName() == "edit-paste").trigger()
    menu.close()
    assert value(form, "first_name") == "Änne"


def test_the_button_takes_one_line_as_well(form):
    QApplication.clipboard().setText("Gliem, Horst, Schulstr. 14, 36205 Sontra, 05653 1234")
    form.findChild(QPushButton, "person.paste").click()
    assert (value(form, "first_name"), value(form, "last_name")) == ("Horst", "Gliem")
    assert value(form, "place_id") is None
    assert words(form)[1] == "Nicht übernommen:"


def test_an_empty_clipboard_is_said(form):
    QApplication.clipboard().clear()
    form.findChild(QPushButton, "person.paste").click()
    assert words(form)[0] == EMPTY
    assert not form.is_dirty()


def test_a_text_without_an_address_is_shown_whole(form):
    paste(form, "bitte nicht vergessen!\nmorgen früh ...")
    assert words(form) == (
        NOTHING, "Nicht übernommen:\nbitte nicht vergessen!\nmorgen früh ..."
    )  # fmt: skip
    assert not form.is_dirty()


def test_the_rest_goes_into_the_note_and_all_can_be_taken_back(form):
    form.editor("first_name").set_value("Änne")
    form.editor("adviser_note").set_value("Rief an.")
    paste(form, LETTER)
    form.findChild(QPushButton, "person.taken.note").click()
    assert value(form, "adviser_note") == "Rief an.\nc/o Schmidt"
    assert words(form)[1].startswith("Der Rest steht in der Notiz:")
    form.findChild(QPushButton, "person.taken.undo").click()
    assert value(form, "last_name") == ""
    assert value(form, "first_name") == "Änne"
    assert value(form, "place_id") is None
    assert not form._paste.panel.isVisible()


def test_too_long_a_value_is_not_cut_in_silence(form):
    paste(form, "Hans " + "Müller" * 15 + "\nHauptstr. 5")
    assert value(form, "last_name") == ""
    assert "(zu lang für das Feld)" in words(form)[1]


def test_a_new_record_begins_without_the_panel(form):
    paste(form, LETTER)
    form.load({})
    assert not form._paste.panel.isVisible()


def test_escape_closes_the_panel(form):
    paste(form, LETTER)
    button = form.findChild(QPushButton, "person.taken.undo")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not form._paste.panel.isVisible()
    assert value(form, "last_name") == "von der Heide"
