"""A talk by keyboard and mouse: planned with the load of the day, settled on Start, written down,
its next step waits; a slip is put back from the history."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from tests.make_office import adult

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import InteractionState, Kind
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def window(office, tasks, bus, notices, files, navigator, tmp_path, qtbot):
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
    made.equipment.complete()
    return made


def settle():
    for _ in range(3):
        QApplication.processEvents()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


def button(owner, name):
    return owner.findChild(QPushButton, name)


def type_into(form, key, words, type_text):
    line = form.editor(key).line
    line.setFocus()
    line.clear()
    type_text(line, words)


def test_a_talk_from_the_plan_to_the_next_step(window, office, notices, type_text, qtbot):
    person = adult(office, phone="05653 1111")
    office.interactions.add({"kind": "visit", "state": "planned", "on": MONDAY, "at": dt.time(15)})
    window.open_record(Kind.PERSON, person)
    tab = window.current()
    tab.pane.turn("course")
    settle()
    button(tab, "person.talk").click()
    dialog = QApplication.activeModalWidget()
    type_into(dialog.form, "on", "heute", type_text)
    dialog.form.editor("state").set_value(InteractionState.PLANNED)
    type_into(dialog.form, "at", "9", type_text)
    type_into(dialog.form, "place", "Rathaus, Zimmer 4", type_text)
    assert dialog.findChild(QLabel, "talk.on.load").text() == "An diesem Tag: 1 Termin."
    dialog.accept_button.click()
    settle()
    talk = next(one.number for one in office.lists.person(person).history if one.number)

    window.activateWindow()  # offscreen, a closed dialog leaves no active window
    qtbot.waitActive(window)
    window.show_tab("start")
    settle()
    start = window.current()
    first = start.page.appointments.rows()[0]
    assert first.row.id == talk
    first.setFocus()
    press(Qt.Key.Key_G)
    assert notices.texts()[-1] == "Termin: geführt."
    assert office.lists.talk(talk).values["state"] == "held"

    window.open_record(Kind.PERSON, person)
    tab.pane.turn("course")
    settle()
    button(tab, f"talk.{talk}.edit").click()
    settle()
    form = tab.pane.course.panel().form
    type_into(form, "minutes", "50", type_text)
    type_into(form, "next_step", "Unterlagen schicken", type_text)
    type_into(form, "next_due_on", "25.11.2026", type_text)
    words = tab.pane.course.panel().findChild(QLabel, "course.talk.next_due_on.load")
    assert words.text() == "An diesem Tag: noch nichts."
    press(Qt.Key.Key_S, CONTROL)
    assert notices.texts()[-1] == "Das Gespräch ist gespeichert."
    (due,) = office.lists.person(person).follow_ups
    assert (due.title, due.due_on) == ("Unterlagen schicken", dt.date(2026, 11, 25))
    assert due.id in [row.id for row in office.lists.overview(MONDAY).follow_ups]


def test_a_slip_is_put_back_from_the_history(window, office, notices, qtbot):
    person = adult(office, phone="05653 1111")
    office.people.save({"phone": "05653 9999", "hobbies": "Singen"}, person)
    window.open_record(Kind.PERSON, person)
    tab = window.current()
    tab.pane.turn("course")
    settle()
    button(tab, "person.course.changes").click()
    settle()
    table = tab.pane.course.changes.table
    table.setFocus()
    model = table.changes
    place = next(n for n in range(model.rowCount()) if model.edit(n).field == "phone")
    table.selectRow(place)
    tab.pane.course.changes.back.setFocus()
    press(Qt.Key.Key_Space)
    values = office.lists.person(person).values
    assert (values["phone"], values["hobbies"]) == ("05653 1111", "Singen")
    assert notices.texts()[-1] == "Zurückgesetzt: Telefon."
    tab.focus_search()
    press(Qt.Key.Key_Z, CONTROL)
    assert office.lists.person(person).values["phone"] == "05653 9999"
