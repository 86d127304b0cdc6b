"""Views of a list: saved, chosen, changed, renamed, deleted, all without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.enums import Kind, PersonStage
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.views import Layout, View, ViewRow
from ehrenamt_desktop.services.views import NOUNS
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.kit import kept_layouts
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.lists.saved_views import SavedViews, fitting, same
from ehrenamt_desktop.ui.lists.seen_list import seen_in
from ehrenamt_desktop.ui.lists.view_dialog import REPLACES, ViewDialog

PEOPLE = next(one for one in TABS if one.name == "people")
WIDE = View(
    "", {"municipality": ("Sontra",)},
    Layout(("name", "phone", "place"), {"name": 2000}, (("place", True), ("name", False))),
)  # fmt: skip


@pytest.fixture(autouse=True)
def bare(request):
    """The office without the views it starts with."""
    if "office" in request.fixturenames:
        office = request.getfixturevalue("office")
        for noun in NOUNS:
            for row in office.views.all(noun):
                office.views.delete(row.id)


@pytest.fixture
def tab(collaborators, qtbot):
    made = PEOPLE.make(Desk(*collaborators))
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitUntil(lambda: "page" in vars(made) and made.list.isVisible())
    return made


@pytest.fixture
def views(tab):
    return tab.list.findChild(SavedViews)


def entries(button):
    menu = button.menu()
    menu.aboutToShow.emit()
    return {one.text(): one for one in menu.actions() if one.text()}


def choose(views, number, qtbot):
    """The steps of the store reach the desk through its event loop."""
    qtbot.waitUntil(lambda: number in [one.id for one in views.rows])
    views.choose(number)


def dialog_of(tab):
    return tab.window().findChildren(ViewDialog)[-1]


def save(tab, views, name, type_text, qtbot):
    entries(views.button)["Ansicht speichern …"].trigger()
    dialog = dialog_of(tab)
    dialog.input.clear()
    type_text(dialog.input, name)
    qtbot.keyClick(dialog.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in [one.name for one in views.rows])


def test_a_view_keeps_all_and_gives_all_back(tab, views, office, qtbot, type_text):
    pane = tab.list
    pane.show_view(WIDE)
    shown = pane.table.count()
    assert 0 < shown < office.lists.people.total()
    save(tab, views, "Müßige in Sontra", type_text, qtbot)
    (row,) = office.views.all("people")
    assert (row.name, row.view) == ("Müßige in Sontra", WIDE)
    assert views.button.text() == "Ansicht: Müßige in Sontra"
    entries(views.button)["Erste Ansicht"].trigger()
    assert pane.view() == View()
    assert views.button.text() == "Ansicht"
    entries(views.button)["Müßige in Sontra"].trigger()
    assert pane.view() == WIDE
    assert pane.table.count() == shown
    assert pane.filter_bar.chips() == ["Gemeinde Sontra"]
    count = pane.filter_bar.findChild(object, "people.filters.count").text()
    assert count == f"{shown} von {office.lists.people.total()}"
    assert [one.key for one in pane.table.columns_shown()] == ["name", "phone", "place"]
    assert entries(views.button)["Müßige in Sontra"].isChecked()


def test_a_changed_view_says_so(tab, views, office, qtbot):
    number = office.views.save("people", "Sontra", WIDE)
    choose(views, number, qtbot)
    assert seen_in(tab, office.lists).title == "Personen: Sontra"
    tab.list.filter_bar.toggle("stage", "seeking")
    assert views.button.text() == "Ansicht: Sontra (geändert)"
    assert seen_in(tab, office.lists).title == "Personen"
    tab.list.filter_bar.toggle("stage", "seeking")
    assert views.button.text() == "Ansicht: Sontra"
    tab.list.table.sort_by((("name", True),))
    assert views.button.text().endswith("(geändert)")


def test_a_view_can_be_replaced_renamed_and_deleted(
    tab, views, office, notices, qtbot, type_text
):  # fmt: skip
    save(tab, views, "Eins", type_text, qtbot)
    tab.list.filter_bar.toggle("stage", "seeking")
    entries(views.button)["Ansicht speichern …"].trigger()
    dialog = dialog_of(tab)
    assert dialog.input.text() == "Eins"
    assert dialog.note.text() == REPLACES
    dialog.accept_button.click()
    (row,) = office.views.all("people")
    assert row.view.filters == {"stage": ("seeking",)}
    entries(views.button)["Ansicht umbenennen …"].trigger()
    dialog_of(tab).input.setText("Zwei")
    dialog_of(tab).accept_button.click()
    qtbot.waitUntil(lambda: views.button.text() == "Ansicht: Zwei")
    entries(views.button)["Ansicht löschen"].trigger()
    assert office.views.all("people") == ()
    qtbot.waitUntil(lambda: views.button.text() == "Ansicht")
    assert tab.list.filter_bar.active() == {"stage": ("seeking",)}
    assert notices.texts()[-1].endswith("ist gelöscht. Strg+Z holt sie zurück.")
    office.history.undo()
    qtbot.waitUntil(lambda: "Zwei" in entries(views.button))


def test_a_refused_name_is_said_in_the_dialog(tab, views, office, qtbot):
    office.views.save("people", "Eins", View())
    number = office.views.save("people", "Zwei", View())
    choose(views, number, qtbot)
    views.ask_rename()
    dialog = dialog_of(tab)
    dialog.input.setText("eins")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.refusal.text() == "Eine Ansicht mit diesem Namen gibt es schon."
    dialog.input.setText(" ")
    dialog.accept_button.click()
    assert dialog.refusal.text() == "Bitte geben Sie der Ansicht einen Namen."


def test_a_value_that_is_gone_is_said_and_left_out(tab, views, office, notices, qtbot):
    view = View("", {"place": ("9999",), "stage": ("seeking",)})
    choose(views, office.views.save("people", "Alt", view), qtbot)
    assert tab.list.filter_bar.active() == {"stage": ("seeking",)}
    assert notices.shown[-1][:2] == (
        "warning",
        "Der Filter „Ortsteil“ der Ansicht „Alt“ nennt etwas, das es nicht mehr gibt; das ist "
        "weggelassen.",
    )
    assert views.button.text() == "Ansicht: Alt"


def test_only_what_is_gone_is_left_out():
    known = (
        Filter("stage", "Status", options_of(PersonStage)),
        Filter("place", "Ortsteil", (Option("1", "Ulfen"), Option("2", "Breitau"))),
        Filter("term", "Bereich", ()),
    )
    row = ViewRow(1, "A", View("", {"place": ("1", "7"), "term": ("3",), "open": ("yes",)}), ("x",))
    view, told = fitting(row, known)
    assert view.filters == {"place": ("1",), "term": ("3",), "open": ("yes",)}
    assert told.startswith("Ein Filter der Ansicht „A“")
    assert "„Ortsteil“" in told
    assert fitting(row._replace(view=View(), lost=()), known) == (View(), "")


def test_the_order_of_values_is_no_change():
    assert same(View(filters={"stage": ("a", "b")}), View(filters={"stage": ("b", "a")}))
    assert not same(View(filters={"stage": ("a",)}), View(filters={"stage": ("b", "a")}))
    assert not same(View("x"), View("y"))


def test_views_of_another_window_come_by_themselves(tab, views, office, bus, qtbot):
    number = office.views.save("people", "Neu & gut", View())
    bus.publish((Change(Kind.SAVED_VIEW, (number,)),))
    qtbot.waitUntil(lambda: bool(views.rows))
    assert "Neu && gut" in entries(views.button)
    views.choose(number)
    assert views.button.text() == "Ansicht: Neu && gut"


def test_every_list_offers_views(collaborators, qtbot):
    for spec in TABS:
        made = spec.make(Desk(*collaborators))
        qtbot.addWidget(made)
        if spec.name == "initiatives":
            assert made.offers
        for pane in made.findChildren(ListPane):
            pane.table.filled.emit()  # as its first paint does
        nouns = {one.noun for one in made.findChildren(SavedViews)}
        expected = {
            "people": {"people"}, "initiatives": {"initiatives", "offers"},
            "matching": {"placements", "people", "offers"}, "documents": {"postings"},
            "start": set(), "figures": set(),
        }  # fmt: skip
        assert nouns == expected[spec.name]


def test_the_layout_survives_a_restart_but_no_filter(collaborators, tmp_path, qtbot, office):
    kept_layouts.keep_in(Device(tmp_path))
    first = PEOPLE.make(Desk(*collaborators))
    qtbot.addWidget(first)
    first.list.show_view(WIDE._replace(text="Mül"))
    kept_layouts.keep_in(Device(tmp_path))
    again = PEOPLE.make(Desk(*collaborators))
    qtbot.addWidget(again)
    assert again.list.view() == View(layout=WIDE.layout)
    assert again.list.table.count() == office.lists.people.total()
    text = (tmp_path / "device.json").read_text(encoding="utf-8")
    assert "Mül" not in text
    assert "Sontra" not in text


def test_the_first_question_is_in_the_kept_order(collaborators, tmp_path, qtbot, monkeypatch):
    keeper = Device(tmp_path)
    kept_layouts.keep_in(keeper)
    kept_layouts.keep("people", WIDE.layout)
    asked = []
    source = collaborators[0].lists.people
    before = type(source).ids
    monkeypatch.setattr(
        type(source), "ids", lambda self, query: asked.append(query) or before(self, query)
    )
    made = PEOPLE.make(Desk(*collaborators))
    qtbot.addWidget(made)
    assert [(one.sort, one.then) for one in asked] == [("place", (("name", False),))]


@pytest.mark.parametrize("text", ["{", "[]", '{"columns": 3}', '{"widths": {"name": -1}}', ""])
def test_a_damaged_file_means_the_first_view(tmp_path, text):
    keeper = Device(tmp_path)
    keeper.set("list.people", text)
    kept_layouts.keep_in(keeper)
    assert kept_layouts.kept("people") == Layout()


def test_the_menu_opens_by_key_and_orders(tab, views, qtbot):
    views.button.setFocus()
    order = next(
        one for one in entries(views.button).values() if one.text() == "Sortieren nach"
    ).menu()
    assert isinstance(order, QMenu)
    by = {one.text(): one for one in order.actions() if one.text()}
    by["Ortsteil"].trigger()
    assert tab.list.table.sorts() == (("place", False),)
    order = entries(views.button)["Sortieren nach"].menu()
    then = next(one for one in order.actions() if one.text() == "Danach nach").menu()
    next(one for one in then.actions() if one.text() == "Name").trigger()
    assert tab.list.table.sorts() == (("place", False), ("name", False))
    order = entries(views.button)["Sortieren nach"].menu()
    next(one for one in order.actions() if one.text() == "Ortsteil (aufsteigend)").trigger()
    assert tab.list.table.sorts() == (("place", True),)
    order = entries(views.button)["Sortieren nach"].menu()
    next(one for one in order.actions() if one.text() == "Ohne eigene Sortierung").trigger()
    assert tab.list.table.sorts() == ()
