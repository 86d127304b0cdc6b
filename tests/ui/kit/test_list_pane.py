from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.enums import Kind, PersonStage
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.ui.kit.filter_bar import Filter, options_of
from ehrenamt_desktop.ui.kit.list_pane import ListPane

NAMES = ["Dietzel", "Gliem", "Jäger", "Öztürk"]


@pytest.fixture
def source(make_source):
    return make_source([
        PersonRow(number, name, "", "Ulfen", "Sontra", list(PersonStage)[number % 2], None, "", "",
                  dt.date(2026, 1, 1))
        for number, name in enumerate(NAMES, start=1)
    ])  # fmt: skip


@pytest.fixture
def pane(bus, source, tasks, qtbot):
    made = ListPane(
        source, PERSON_COLUMNS, tasks, bus, name="people", label="Personen",
        search="Personen durchsuchen", kinds=(Kind.PERSON,), new="Neue Person",
        filters=(Filter("stage", "Status", options_of(PersonStage)),),
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def test_typing_searches_after_a_rest(pane, source, qtbot, type_text):
    with qtbot.waitSignal(pane.search_box.searched):
        type_text(pane.search_box, "Öz")
    assert source.queries[-1].text == "Öz"
    assert pane.table.count() == 1


def test_escape_clears_and_down_goes_to_the_list(pane, qtbot, type_text):
    pane.search_box.setFocus()
    type_text(pane.search_box, "Gliem")
    qtbot.keyClick(pane.search_box, Qt.Key.Key_Escape)
    assert pane.search_box.text() == ""
    assert pane.table.count() == 4
    qtbot.keyClick(pane.search_box, Qt.Key.Key_Down)
    assert pane.table.hasFocus()
    assert pane.table.selected_id() == 1


def test_escape_takes_the_words_first_and_then_all_filters(pane, qtbot, type_text):
    pane.filter_bar.toggle("stage", "proposed")
    pane.search_box.setFocus()
    type_text(pane.search_box, "Gliem")
    qtbot.keyClick(pane.search_box, Qt.Key.Key_Escape)
    assert pane.filter_bar.chips()
    qtbot.keyClick(pane.search_box, Qt.Key.Key_Escape)
    assert not pane.filter_bar.chips()
    assert pane.table.count() == 4
    pane.filter_bar.toggle("stage", "proposed")
    qtbot.keyClick(pane.table, Qt.Key.Key_Escape)
    assert not pane.filter_bar.chips()


def test_filters_stand_as_chips_with_a_count(pane, qtbot):
    pane.filter_bar.toggle("stage", "proposed")
    bar = pane.filter_bar
    assert bar.active() == {"stage": ("proposed",)}
    assert bar.chips() == ["in Vermittlung"]
    bar.toggle("stage", "seeking")
    assert bar.chips() == ["in Vermittlung, sucht"]
    bar.findChild(QPushButton, "people.filters.chip.stage").click()
    assert bar.active() == {}


def test_the_count_names_both_figures(pane):
    pane.filter_bar.set_count(23, 140)
    assert pane.filter_bar.findChild(object, "people.filters.count").text() == "23 von 140"
    pane.filter_bar.set_count(140, 140)
    assert pane.filter_bar.findChild(object, "people.filters.count").text() == "140 Einträge"


def test_a_filter_without_words_is_still_named(pane):
    pane.set_filters({"term": ("12",)})
    assert pane.filter_bar.chips() == ["12"]
    pane.findChild(QPushButton, "people.filters.reset").click()
    assert pane.filter_bar.active() == {}


def test_the_menu_of_filters_shows_what_holds(pane):
    pane.filter_bar.toggle("stage", "seeking")
    menu = pane.findChild(QPushButton, "people.filters.add").menu()
    menu.aboutToShow.emit()
    inner = menu.actions()[0].menu()
    assert [one.text() for one in inner.actions() if one.isChecked()] == ["sucht"]
    inner.actions()[0].trigger()
    assert pane.filter_bar.active() == {"stage": ()} or pane.filter_bar.active() == {}


def test_a_step_refreshes_the_list(pane, source, bus, qtbot):
    source.all[9] = PersonRow(9, "Neu", "", "", "", PersonStage.SEEKING, None, "", "",
                              dt.date(2026, 1, 1))  # fmt: skip
    bus.publish((Change(Kind.PERSON, (9,)),))
    qtbot.waitUntil(lambda: pane.table.count() == 5)


def test_every_part_has_a_name(pane):
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert spoken, widget.objectName() or type(widget)


def test_a_chip_names_its_filter_where_the_values_do_not_tell(pane):
    stages = options_of(PersonStage)
    pane.filter_bar.set_filters((Filter("stage", "Status", stages, named=True),))
    pane.filter_bar.set_active({"stage": ("proposed", "active")})
    assert pane.filter_bar.chips() == ["Status: in Vermittlung, läuft"]
