"""Columns chosen, ordered and sized by hand stay as they are; the first view follows the room."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.enums import PersonStage
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.model.views import Layout
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.column_dialog import ColumnDialog
from ehrenamt_desktop.ui.kit.column_menu import heading_menu
from ehrenamt_desktop.ui.kit.frozen_column import FrozenColumn
from ehrenamt_desktop.ui.kit.record_table import RecordTable, turned

KEYS = [one.key for one in PERSON_COLUMNS]
FIRST = tuple(one.key for one in PERSON_COLUMNS if one.shown)
MANY = ("name", "email", "phone", "place", "municipality", "created", "stage")


@pytest.fixture
def source(make_source):
    day = dt.date(2026, 1, 1)
    return make_source([
        PersonRow(number, f"Müller{number:06}", "Jörg", "Ulfen", "Sontra", PersonStage.SEEKING,
                  day, "05653 1", f"j{number}@example.org", day)
        for number in range(1, 401)
    ])  # fmt: skip


@pytest.fixture
def table(desk, source, tasks, qtbot):
    made = RecordTable(source, PERSON_COLUMNS, tasks, name="people.table", label="Personen")
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.set_query(ListQuery())
    return made


def shown(table):
    return tuple(one.key for one in table.columns_shown())


def place(key):
    return KEYS.index(key)


def total(table):
    return sum(table.columnWidth(place(key)) for key in shown(table))


def test_the_first_view_fills_the_room_and_gives_way(table):
    assert shown(table) == FIRST
    assert total(table) <= table.viewport().width()
    table.resize(230, 400)
    table.grab()
    assert len(shown(table)) < len(FIRST)
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(700, 400)
    table.grab()
    assert shown(table) == FIRST


def test_chosen_columns_never_vanish(table):
    table.arrange(Layout(MANY))
    table.resize(230, 400)
    table.grab()
    assert shown(table) == MANY
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(3000, 400)
    table.grab()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.viewport().width() - total(table) < len(MANY)


def test_the_first_column_always_stands_first(table):
    table.arrange(Layout(("stage", "email")))
    assert shown(table) == ("name", "stage", "email")
    table.arrange(Layout(("stage", "name", "gibtsnicht", "email")))
    assert shown(table) == ("name", "stage", "email")


def test_dragging_a_heading_orders_the_columns(table, qtbot):
    heads = table.horizontalHeader()
    with qtbot.waitSignal(table.rearranged):
        heads.moveSection(heads.visualIndex(place("last_contact")), 1)
    assert shown(table) == ("name", "last_contact", "place", "stage")
    assert table.arranged().columns == ("name", "last_contact", "place", "stage")


def test_dragging_an_edge_keeps_all_widths(table, qtbot):
    with qtbot.waitSignal(table.rearranged):
        table.horizontalHeader().resizeSection(place("place"), 300)
    widths = table.arranged().widths
    assert set(widths) == set(FIRST)
    assert widths["place"] == round(300 * 100 / theme.em())
    table.resize(500, 400)
    table.grab()
    assert abs(table.columnWidth(place("place")) - 300) <= 1
    assert table.horizontalScrollBar().maximum() > 0


def test_a_drag_with_the_mouse(table, qtbot):
    heads = table.horizontalHeader()
    edge = heads.sectionPosition(place("place")) - 1
    before = table.columnWidth(0)
    view = heads.viewport()
    with qtbot.waitSignal(table.rearranged):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(edge, 10))
        qtbot.mouseMove(view, QPoint(edge + 30, 10))
        qtbot.mouseMove(view, QPoint(edge + 60, 10))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(edge + 60, 10))
    assert abs(table.columnWidth(0) - before - 60) <= 2


def test_fitting_looks_at_rows_in_sight_only(table, source):
    table.scrollToTop()
    table.grab()
    source.reads.clear()
    table.fit_columns()
    assert source.reads == []
    text = table.fontMetrics().horizontalAdvance("Müller000001, Jörg")
    assert text < table.columnWidth(0) < text + 8 * theme.GRID


def test_a_double_click_fits_and_a_very_long_cell_stays_bearable(table, source, qtbot):
    source.all[1] = source.all[1]._replace(last_name="x" * 3000)
    table.reload()
    table.grab()
    with qtbot.waitSignal(table.rearranged):
        table.horizontalHeader().sectionHandleDoubleClicked.emit(0)
    assert table.columnWidth(0) <= 40 * theme.em()


def test_shift_and_a_click_add_a_key(table, source, qtbot):
    heads = table.horizontalHeader()

    def click(key, modifier=Qt.KeyboardModifier.NoModifier):
        x = heads.sectionViewportPosition(place(key)) + 20
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(x, 10))

    click("place")
    assert heads.isSortIndicatorShown()
    click("stage", Qt.KeyboardModifier.ShiftModifier)
    click("name", Qt.KeyboardModifier.ShiftModifier)
    click("stage", Qt.KeyboardModifier.ShiftModifier)
    query = source.queries[-1]
    assert (query.sort, query.descending) == ("place", False)
    assert query.then == (("stage", True), ("name", False))
    assert not heads.isSortIndicatorShown()
    heading = table.model().headerData(place("stage"), Qt.Orientation.Horizontal)
    assert heading == "Status 2\N{NO-BREAK SPACE}↓"
    click("place")
    assert source.queries[-1].then == ()
    assert source.queries[-1].descending


@given(
    st.dictionaries(st.sampled_from("abc"), st.booleans()).map(lambda given: tuple(given.items())),
    st.sampled_from("abcd"),
    st.booleans(),
)
def test_an_order_names_each_key_once(sorts, key, more):
    after = turned(sorts, key, more=more)
    assert len(dict(after)) == len(after)
    assert key in dict(after)
    if more:
        assert [one for one, _ in after][: len(sorts)] == [one for one, _ in sorts]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(
    st.builds(
        Layout,
        st.lists(st.sampled_from([*KEYS, "fremd"]), unique=True).map(tuple),
        st.dictionaries(st.sampled_from([*KEYS, "fremd"]), st.integers(50, 4000)),
    ),
    st.integers(150, 1600),
)
def test_any_layout_shows_what_it_names(table, layout, width):
    table.resize(width, 300)
    table.arrange(layout)
    known = [key for key in layout.columns if key in KEYS and key != "name"]
    if layout.columns and (known or "name" in layout.columns):
        assert shown(table) == ("name", *known)
        assert table.arranged().columns == ("name", *known)
    assert all(table.columnWidth(place(key)) > 0 for key in shown(table))


def test_the_name_stays_while_the_list_is_scrolled(table, qtbot):
    opened = []
    table.opened.connect(opened.append)
    table.arrange(Layout(MANY))
    table.grab()
    assert table.findChild(FrozenColumn) is None
    table.horizontalScrollBar().setValue(120)
    frozen = table.findChild(FrozenColumn)
    assert frozen.isVisible()
    assert frozen.columnWidth(0) == table.columnWidth(0)
    assert [n for n in range(len(KEYS)) if not frozen.isColumnHidden(n)] == [0]
    first = frozen.visualRect(frozen.model().index(2, 0))
    beside = table.visualRect(table.model().index(2, place("stage")))
    assert frozen.viewport().mapToGlobal(first.topLeft()).y() == (
        table.viewport().mapToGlobal(beside.topLeft()).y()
    )
    qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    assert table.selected_id() == 3
    qtbot.mouseDClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    assert opened == [3]
    table.verticalScrollBar().setValue(300)
    assert frozen.verticalScrollBar().value() == 300
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_the_dialog_is_worked_by_keys(table, qtbot):
    dialog = ColumnDialog(table, table)
    dialog.show()
    dialog.list.setFocus()
    words = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert words[:4] == ["Name", "Ortsteil", "Status", "Letzter Kontakt"]
    assert len(words) == len(KEYS)
    assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.list.setCurrentRow(words.index("E-Mail"))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    for _ in range(9):
        dialog.up.click()
    assert dialog.list.currentRow() == 1
    assert not dialog.up.isEnabled()
    dialog.down.click()
    dialog.accept_button.click()
    assert shown(table) == ("name", "email", "stage", "last_contact")


def test_the_first_view_comes_back(table):
    table.arrange(Layout(MANY, {"name": 3000}, (("email", True),)))
    dialog = ColumnDialog(table, table)
    dialog.show()
    dialog.first_view.click()
    assert table.arranged() == Layout()
    assert shown(table) == FIRST


def test_nothing_is_dropped_above_the_first(table, qtbot):
    dialog = ColumnDialog(table, table)
    dialog.show()
    dialog.list.model().moveRow(dialog.list.rootIndex(), 3, dialog.list.rootIndex(), 0)
    qtbot.waitUntil(lambda: dialog.list.item(0).text() == "Name")
    dialog.accept_button.click()
    assert shown(table)[0] == "name"


def test_the_menu_of_a_heading(table):
    table.sort_by((("stage", False),))
    menu = heading_menu(table, place("place"))
    by = {one.text(): one for one in menu.actions() if one.text()}
    by["Danach hiernach sortieren"].trigger()
    assert table.sorts() == (("stage", False), ("place", False))
    by["Absteigend sortieren"].trigger()
    assert table.sorts() == (("place", True),)
    by["„Ortsteil“ ausblenden"].trigger()
    assert shown(table) == ("name", "stage", "last_contact")
    menu.close()
    first = {one.text(): one for one in heading_menu(table, 0).actions()}
    assert not first["„Name“ ausblenden"].isEnabled()


def test_a_hundred_thousand_rows_cost_no_more(desk, make_source, tasks, qtbot):
    day = dt.date(2026, 1, 1)
    row = PersonRow(1, "M", "J", "U", "S", PersonStage.SEEKING, day, "", "", day)
    source = make_source([])
    source.all = dict.fromkeys(range(1, 100_001), row)
    source.ids = lambda query: list(range(1, 100_001))
    table = RecordTable(source, PERSON_COLUMNS, tasks, name="t", label="T")
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    table.set_query(ListQuery())
    table.grab()
    table.arrange(Layout(MANY))
    table.fit_columns()
    table.horizontalScrollBar().setValue(50)
    table.grab()
    assert len(source.reads) <= 2
