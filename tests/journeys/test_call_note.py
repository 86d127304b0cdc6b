"""Somebody rings: noted from anywhere, known callers show, the note becomes a person by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.make_office import place_id

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.intake.call_dialog import CallDialog
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def known(office):
    return office.people.save(
        {"last_name": "Müßig", "phone": "05653 9777-12", "place_id": place_id(office, "Ulfen")}
    )


@pytest.fixture
def window(office, known, tasks, bus, notices, files, navigator, tmp_path, qtbot):
    made = MainWindow(
        Desk(office, tasks, bus, notices, files, navigator), NoticeBar(),
        Device(tmp_path / "device"),
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: "start" in made._tabs)
    return made


def settle():
    for _ in range(3):
        QApplication.processEvents()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


def dialog(window):
    press(Qt.Key.Key_A, BOTH)
    (made,) = [one for one in window.findChildren(CallDialog) if one.isVisible()]
    made.activateWindow()
    settle()
    return made


def back(window):
    """Offscreen, a closed dialog leaves no window active."""
    window.activateWindow()
    settle()
    if QApplication.focusWidget() is None:
        window.setFocus()


def type_into(name, text, type_text):
    for _ in range(8):
        if QApplication.focusWidget().objectName() == name:
            break
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == name
    type_text(QApplication.focusWidget(), text)
    settle()


def card(window):
    return window.findChild(QWidget, "start.calls")


def test_a_call_is_noted_and_done(window, office, type_text, notices):
    assert not card(window).isVisible()
    dialog(window)
    assert QApplication.focusWidget().objectName() == "call.caller"
    type_into("call.caller", "Änne Groß", type_text)
    type_into("call.caller_phone", "0171 2345678", type_text)
    type_into("call.note", "Möchte vorlesen", type_text)
    press(Qt.Key.Key_S, CONTROL)
    assert not window.findChildren(CallDialog)
    assert notices.shown[-1][1:] == ("Der Anruf ist notiert.", ("Rückgängig",))
    assert card(window).isVisible()
    (row,) = office.lists.calls()
    assert (row.caller, row.phone, row.concern) == ("Änne Groß", "0171 2345678", "Möchte vorlesen")
    window.findChild(QPushButton, f"start.call.done.{row.id}").click()
    settle()
    assert not card(window).isVisible()
    back(window)
    press(Qt.Key.Key_Z, CONTROL)
    assert card(window).isVisible()


def test_one_key_makes_a_person_of_it(window, office, known, type_text):
    dialog(window)
    type_into("call.caller", "Frau Änne von der Heide", type_text)
    type_into("call.caller_phone", "0171 2345678", type_text)
    type_into("call.note", "Möchte vorlesen", type_text)
    press(Qt.Key.Key_P, ALT)
    assert window.current_name() == "people"
    back(window)
    form = window.current().pane.form_part.form
    assert form.editor("last_name").value() == "von der Heide"
    assert form.editor("mobile").value() == "0171 2345678"
    assert "Möchte vorlesen" in form.editor("adviser_note").value()
    assert len(office.lists.calls()) == 1
    assert window.current().is_dirty()
    assert window.findChild(QPushButton, "person.save").isEnabled()
    window.current().save()
    settle()
    (number,) = [one for one in office.lists.people.ids(ListQuery()) if one != known]
    assert office.lists.person(number).row.first_name == "Änne"
    assert office.lists.calls() == ()
    assert any(one.kind is Kind.INTERACTION for one in office.lists.person(number).history)


def test_one_key_makes_an_initiative_of_it(window, office, type_text):
    dialog(window)
    type_into("call.caller", "Chor Ulfen", type_text)
    press(Qt.Key.Key_I, ALT)
    assert window.current_name() == "initiatives"
    window.current().save()
    settle()
    (number,) = office.lists.initiatives.ids(ListQuery(text="Chor"))
    assert office.lists.initiative(number).row.name == "Chor Ulfen"
    assert office.lists.calls() == ()


def test_a_known_number_shows_whose_it_is_and_takes_the_note(window, office, known, type_text):
    made = dialog(window)
    type_into("call.caller_phone", "+49 5653 / 9777 12", type_text)
    assert made.known.target() == (Kind.PERSON, known)
    assert made.findChild(QPushButton, f"call.take.person.{known}").isChecked()
    type_into("call.note", "Sagt für Montag ab", type_text)
    made.findChild(QPushButton, f"call.open.person.{known}").click()
    settle()
    assert window.current_name() == "people"
    assert window.current().page.number == known
    (row,) = office.lists.calls()
    assert row.target == (Kind.PERSON, known)


def test_a_second_call_brings_the_open_note_to_the_front(window, type_text):
    made = dialog(window)
    type_into("call.caller", "Änne", type_text)
    back(window)
    press(Qt.Key.Key_A, BOTH)
    assert [one for one in window.findChildren(CallDialog) if one.isVisible()] == [made]


def test_a_note_without_name_and_number_is_refused_under_its_field(window, type_text):
    made = dialog(window)
    type_into("call.note", "etwas", type_text)
    press(Qt.Key.Key_S, CONTROL)
    assert made.isVisible()
    assert made.form.errors() == {"caller": "Bitte geben Sie einen Namen oder eine Nummer ein."}


def test_a_note_is_found_and_shown_again(window, office, navigator, type_text):
    number = office.calls.keep({"caller": "Änne Groß", "note": "Vorlesen", "on": "2026-11-23"})
    navigator.open(Kind.INTERACTION, number)
    settle()
    (made,) = [one for one in window.findChildren(CallDialog) if one.isVisible()]
    assert made.form.editor("caller").value() == "Änne Groß"
    made.activateWindow()
    settle()
    made.form.focus_first()
    type_into("call.note", " am Freitag", type_text)
    made.confirm()
    assert "am Freitag" in office.calls.one(number).concern
