"""A view, a filter, one change on all it shows, and back; letters for the same people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.lists.letter_dialog import LetterDialog
from ehrenamt_desktop.ui.lists.mass_edit_dialog import MassEditDialog
from ehrenamt_desktop.ui.lists.saved_views import SavedViews

PAUSED = ListQuery(filters={"stage": ("paused",)})


def people_tab(window, qtbot):
    window.show_tab("people")
    tab = window.current()
    qtbot.waitUntil(lambda: "page" in vars(tab) and bool(tab.list.filter_bar.known()))
    qtbot.waitUntil(lambda: tab.list.table.count() > 0)
    return tab


def run(window, name):
    next(one for one in window.equipment.commands.commands() if one.name == name).run()


def test_all_that_a_filter_shows_are_changed_at_once_and_undone(window, office, qtbot):
    tab = people_tab(window, qtbot)
    total = tab.list.table.count()
    tab.list.filter_bar.set_active({"age": ("retired", "old"), "stage": ("seeking",)})
    qtbot.waitUntil(lambda: tab.list.table.count() < total)
    wanted, before = set(tab.list.table.ids_shown()), set(office.lists.people.ids(PAUSED))
    assert wanted
    run(window, "main.mass_edit")
    (dialog,) = window.findChildren(MassEditDialog)
    qtbot.waitUntil(lambda: dialog.box is not None)
    dialog.box.editor.set_value("paused")
    dialog.box.editor.changed.emit()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert set(dialog.ids()) == wanted
    assert dialog.accept_button.text() in (
        f"{len(wanted)} Personen ändern", f"{len(wanted)} Person ändern",
    )  # fmt: skip
    dialog.confirm()
    qtbot.waitUntil(lambda: tab.list.table.count() == 0)
    assert set(office.lists.people.ids(PAUSED)) == before | wanted
    window.equipment.undo.undo.trigger()
    qtbot.waitUntil(lambda: set(tab.list.table.ids_shown()) == wanted)
    tab.list.table.setFocus()
    qtbot.keyClick(tab.list.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tab.list.table.count() == total)


def test_the_first_views_stand_in_the_menu_and_lead_to_letters(window, office, qtbot):
    tab = people_tab(window, qtbot)
    views = tab.list.findChild(SavedViews)
    qtbot.waitUntil(lambda: len(views.rows) >= 3)
    row = next(one for one in views.rows if one.name == "Einwilligung fehlt")
    views.choose(row.id)
    expected = office.lists.people.ids(ListQuery(filters=row.view.filters))
    qtbot.waitUntil(lambda: tab.list.table.count() == len(expected))
    assert views.button.text() == "Ansicht: Einwilligung fehlt"
    run(window, "main.letters")
    (dialog,) = window.findChildren(LetterDialog)
    qtbot.waitUntil(lambda: bool(dialog.page.counts.text()))
    assert dialog.ids() == tuple(tab.list.table.ids_shown())
    dialog.reject()
    QApplication.processEvents()
