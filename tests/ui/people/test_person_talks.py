"""Talks of a person in the window: entered with the load of the day, completed in place."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ehrenamt_desktop.model.enums import InteractionState, Kind
from ehrenamt_desktop.ui.record.autosaver import Autosaver
from ehrenamt_desktop.ui.record.talk_dialog import talk_again

WEDNESDAY = dt.date(2026, 11, 25)


@pytest.fixture
def talk(office, town):
    return office.interactions.add({
        "kind": "consultation", "state": "planned", "on": WEDNESDAY, "at": dt.time(10),
        "place": "Rathaus", "person_id": town.marion,
    })  # fmt: skip


@pytest.fixture
def course(tab, town, talk):
    tab.open_record(Kind.PERSON, town.marion)
    tab.pane.turn("course")
    QApplication.processEvents()
    return tab.pane.course


def button(owner, name):
    return owner.findChild(QPushButton, name)


def test_a_planned_talk_is_completed_in_place(tab, course, talk, town, office, notices, qtbot):
    button(course, f"talk.{talk}.held").click()
    panel = course.panel()
    assert panel.form.editor("state").value() is InteractionState.HELD
    assert QApplication.focusWidget().objectName() == "course.talk.minutes"
    panel.form.editor("on").set_value(dt.date(2026, 11, 23))
    panel.form.editor("minutes").set_value(50)
    assert tab.is_dirty()
    tab.save()
    assert notices.texts()[-1] == "Das Gespräch ist gespeichert."
    assert course.panel() is None
    assert not tab.is_dirty()
    row = next(one for one in office.lists.person(town.marion).history if one.number == talk)
    assert (row.state, row.facts) == (
        InteractionState.HELD, "10:00 Uhr · 50 Minuten · Rathaus",
    )  # fmt: skip
    qtbot.waitUntil(lambda: button(course, f"talk.{talk}.held") is None)


def test_what_is_wrong_stands_under_its_field(tab, course, talk):
    button(course, f"talk.{talk}.held").click()
    tab.save()
    assert list(course.panel().form.errors()) == ["on"]


def test_leaving_an_open_talk_asks_and_saves(tab, course, talk, town, office):
    button(course, f"talk.{talk}.edit").click()
    course.panel().form.editor("place").set_value("Bücherei")
    tab.open_record(Kind.PERSON, town.oezlem)
    assert tab.pane.guard.isVisible()
    button(tab, "person.guard.save").click()
    assert tab.page.number == town.oezlem
    assert office.lists.talk(talk).values["place"] == "Bücherei"


def test_leaving_without_a_change_asks_nothing(tab, course, talk, town):
    button(course, f"talk.{talk}.edit").click()
    tab.open_record(Kind.PERSON, town.oezlem)
    assert not tab.pane.guard.isVisible()
    assert tab.page.number == town.oezlem


def test_typed_words_survive_a_change_elsewhere(tab, course, talk, town, office):
    button(course, f"talk.{talk}.edit").click()
    course.panel().form.editor("place").set_value("Bücherei")
    office.people.save({"hobbies": "Lesen"}, town.marion)
    assert course.panel().form.editor("place").value() == "Bücherei"
    course.panel().drop()
    assert course.panel() is None
    assert not tab.is_dirty()


def test_escape_closes_what_was_not_changed(course, talk, qtbot):
    button(course, f"talk.{talk}.edit").click()
    qtbot.keyClick(course.panel(), Qt.Key.Key_Escape)
    assert course.panel() is None


def test_not_come_and_removed_are_undone_from_the_notice(course, talk, town, office, notices):
    button(course, f"talk.{talk}.missed").click()
    assert office.lists.talk(talk).values["state"] == "missed"
    notices.actions["Rückgängig"]()
    assert office.lists.talk(talk).values["state"] == "planned"
    button(course, f"talk.{talk}.edit").click()
    button(course, "course.talk.remove").click()
    assert talk not in [one.number for one in office.lists.person(town.marion).history]
    notices.actions["Rückgängig"]()
    assert talk in [one.number for one in office.lists.person(town.marion).history]


def test_the_load_of_a_day_stands_beside_its_date(tab, course, talk, type_text):
    button(tab, "person.talk").click()
    dialog = QApplication.activeModalWidget()
    line = dialog.form.editor("on").line
    line.clear()
    type_text(line, "25.11.2026")
    words = dialog.findChild(QLabel, "talk.on.load")
    assert words.text() == "An diesem Tag: 1 Termin."
    assert line.accessibleDescription() == words.text()
    assert dialog.form.editor("state").value() is InteractionState.PLANNED
    line.clear()
    type_text(line, "nie")
    assert words.text() == ""
    dialog.reject()


def test_a_long_course_is_built_in_pieces(tab, office, town):
    for _ in range(60):
        office.interactions.add({"kind": "call", "on": "2026-11-20", "person_id": town.marion})
    tab.open_record(Kind.PERSON, town.marion)
    tab.pane.turn("course")
    QApplication.processEvents()
    course = tab.pane.course.events
    shown = len(course._lines)
    assert shown <= 40
    button(course, "course.more").click()
    assert len(course._lines) >= 60


def test_the_talks_of_a_trashed_person_rest(tab, office, town):
    talk = office.interactions.add(
        {"kind": "visit", "state": "planned", "on": WEDNESDAY, "person_id": town.oezlem}
    )
    office.trash.put(Kind.PERSON, [town.oezlem])
    tab.open_record(Kind.PERSON, town.oezlem)
    tab.pane.turn("course")
    QApplication.processEvents()
    assert not button(tab.pane.course, f"talk.{talk}.held").isEnabled()


def test_a_talk_being_typed_is_kept_until_it_is_saved_or_dropped(tab, course, talk, office, town):
    button(course, f"talk.{talk}.edit").click()
    panel = course.panel()
    panel.form.editor("note").set_value("Lange Notiz")
    panel.form.changed.emit()
    panel._autosaver.keep()
    (one,) = office.lists.unsaved()
    assert (one.kind, one.number, one.values) == (
        Kind.INTERACTION, talk, {"person_id": town.marion},
    )  # fmt: skip
    assert one.words == f"Gespräch Nr. {talk}"
    panel.drop()
    assert office.lists.unsaved() == ()


def test_a_talk_comes_back_after_a_crash(tab, office, town, talk, notices):
    desk = tab.page.desk
    for number, owner in ((None, {"person_id": town.marion}), (talk, {"person_id": town.marion})):
        office.autosaves.keep("früher", Kind.INTERACTION, number, owner, {"note": "Liest gern"})
        (one,) = office.lists.unsaved()
        detail = office.lists.talk(talk) if number else None
        dialog = talk_again(desk, one, detail, tab)
        dialog.open()
        assert dialog.form.editor("note").value() == "Liest gern"
        assert [one.key for one in office.lists.unsaved()] != ["früher"]
        dialog.accept_button.click()
        assert office.lists.unsaved() == ()
        QApplication.processEvents()
    assert office.lists.talk(talk).values["note"] == "Liest gern"
    notes = [row.detail for row in office.lists.person(town.marion).history]
    assert notes.count("Liest gern") == 2


def test_a_dropped_dialog_is_forgotten(tab, office, course):
    button(tab, "person.talk").click()
    dialog = QApplication.activeModalWidget()
    dialog.form.editor("note").set_value("x")
    dialog.findChild(Autosaver).keep()
    assert [one.words for one in office.lists.unsaved()] == ["Gespräch (neu)"]
    dialog.reject()
    assert office.lists.unsaved() == ()
