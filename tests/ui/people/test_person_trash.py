"""A person goes into the trash and comes back: menu, key, bar, read only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery


def settle():
    for _ in range(3):
        QApplication.processEvents()


def test_the_menu_puts_a_person_away_and_undo_brings_it_back(tab, town, office, notices):
    tab.open_record(Kind.PERSON, town.oezlem)
    tab.pane.head.menu.findChild(QAction, "person.trash").trigger()
    settle()
    assert notices.shown[-1][1:] == ("Die Person liegt im Papierkorb.", ("Rückgängig",))
    assert town.oezlem not in tab.list.table.ids_shown()
    assert tab.pane.trash_bar.isVisible()
    assert "Liegt seit 23.11.2026 im Papierkorb" in tab.pane.trash_bar.words.text()
    assert not tab.pane.head.more.isVisible()
    tab.pane.turn("form")
    settle()
    assert not tab.pane.form_part.form.isEnabled()
    assert tab.pane.form_part.area.isEnabled()
    talk = tab.pane.findChild(QPushButton, "person.talk")
    assert not talk.isEnabled()
    notices.actions["Rückgängig"]()
    settle()
    assert not tab.pane.trash_bar.isVisible()
    assert tab.pane.head.more.isVisible()
    assert tab.pane.form_part.form.isEnabled()
    assert talk.isEnabled()
    assert town.oezlem in tab.list.table.ids_shown()


def test_the_bar_restores(tab, town, office, notices):
    office.trash.put(Kind.PERSON, [town.oezlem])
    tab.open_record(Kind.PERSON, town.oezlem)
    tab.pane.trash_bar.restore.click()
    settle()
    assert notices.shown[-1][1] == "Die Person ist wiederhergestellt."
    assert office.trash.contents() == ()
    assert not tab.pane.trash_bar.isVisible()


def test_what_lies_there_is_not_put_away_again(tab, town, office, notices):
    office.trash.put(Kind.PERSON, [town.oezlem])
    tab.open_record(Kind.PERSON, town.oezlem)
    settle()
    tab.pane.trash_wanted.emit()  # the search over everything can still name the command
    settle()
    assert not notices.shown  # no "Rückgängig" that would undo another step


def test_the_key_takes_the_chosen_row(tab, town, office, qtbot):
    tab.open_record(Kind.PERSON, town.oezlem)
    settle()
    tab.list.table.setFocus()
    qtbot.keyClick(tab.list.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in office.trash.contents()] == [town.oezlem]


def test_a_placement_under_way_is_said(tab, town, office, notices):
    tab.open_record(Kind.PERSON, town.marion)
    tab.pane.head.menu.findChild(QAction, "person.trash").trigger()
    settle()
    assert "Bitte beenden Sie sie zuerst." in notices.errors[-1].sentence
    assert town.marion in office.lists.people.ids(ListQuery())
    assert not tab.pane.trash_bar.isVisible()
