"""One list on screen: few reads, stable choice, order by the store."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.enums import Kind, PersonStage
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.record_model import WINDOW, RecordModel
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.table_layout import shared


def person(number, last_name="Müller"):
    return PersonRow(
        number, f"{last_name}{number:05}", "Jörg", "Ulfen", "Sontra",
        list(PersonStage)[number % 5], dt.date(2026, 1, 1), "05653 1", "", dt.date(2026, 1, 1),
    )  # fmt: skip


@pytest.fixture
def source(make_source):
    return make_source([person(number) for number in range(1, 1001)])


@pytest.fixture
def table(desk, source, tasks, qtbot):
    made = RecordTable(
        source, PERSON_COLUMNS, tasks, name="people.table", label="Personen",
        private=frozenset({"name"}),
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.set_query(ListQuery())
    return made


def test_the_model_keeps_qts_rules(desk, source):
    model = RecordModel(source, PERSON_COLUMNS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(source.ids(ListQuery()))
    model.replace([])
    model.replace([5])


def test_only_windows_in_sight_are_read(table, source, qtbot):
    table.grab()
    assert [len(ids) for ids in source.reads] == [WINDOW]
    table.scrollToBottom()
    table.grab()
    assert len(source.reads) <= 3
    assert table.count() == 1000


def test_cells_carry_text_side_and_colour(table):
    model = table.model()
    stage = next(n for n, column in enumerate(model.columns) if column.key == "stage")
    index = model.index(0, stage)
    assert index.data() == "in Vermittlung"
    assert index.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Status: in Vermittlung"


def test_a_click_on_a_heading_lets_the_store_sort(table, source):
    heads = table.horizontalHeader()
    heads.sectionClicked.emit(1)
    assert (source.queries[-1].sort, source.queries[-1].descending) == ("place", False)
    heads.sectionClicked.emit(1)
    assert source.queries[-1].descending
    table.set_query(ListQuery(text="00012"))
    assert source.queries[-1].sort == "place"


def test_the_choice_survives_a_new_order(table):
    table.select_id(7)
    table.set_query(ListQuery(descending=True))
    assert table.selected_id() == 7
    assert table.currentIndex().row() == table.model().row_of(7) == 993


def test_the_choice_is_told_once(table, qtbot):
    told = []
    table.selected.connect(told.append)
    table.select_id(7)
    table.select_id(7)
    table.reload()
    table.selectRow(0)
    assert told == [7, 1]


def test_a_search_that_leaves_the_record_out_keeps_it_open(table):
    told = []
    table.select_id(7)
    table.selected.connect(told.append)
    table.set_query(ListQuery(text="00012"))
    assert told == []
    assert table.selected_ids() == []
    assert table.selected_id() == 7


def test_a_record_can_be_chosen_before_it_is_listed(table, source):
    table.select_id(2000)
    source.all[2000] = person(2000)
    table.reload()
    assert table.selected_ids() == [2000]


def test_enter_opens(table, qtbot):
    opened = []
    table.opened.connect(opened.append)
    table.select_id(3)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [3]


def test_steps_of_others_refresh(table, source):
    before = len(source.queries)
    table.refresh((Change(Kind.OFFER, (1,)),), Kind.PERSON)
    assert len(source.queries) == before
    table.refresh((Change(Kind.PERSON, (1,)),), Kind.PERSON)
    assert len(source.queries) == before + 1


def test_a_row_that_is_gone_is_blank(table, source):
    del source.all[1]
    table.model().replace([1, 2])
    assert table.model().index(0, 0).data() is None
    assert table.row(1) is None


def test_sichtschutz_blanks_names(table):
    assert table.model().index(0, 0).data() == "Müller00001, Jörg"
    privacy.mask(True)
    assert table.model().index(0, 0).data() == "•••"
    assert table.model().index(0, 1).data() == "Ulfen"
    privacy.mask(False)


def test_a_narrow_table_drops_its_last_columns(table):
    table.resize(220, 300)
    table.grab()
    hidden = [table.isColumnHidden(n) for n in range(len(table.model().columns))]
    assert hidden[0] is False
    assert hidden[-1] is True


def test_an_empty_list_says_so(table):
    table.set_query(ListQuery(text="niemand"))
    assert table.count() == 0
    table.grab()


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(10, 120)), min_size=1, max_size=8),
    st.integers(0, 2000),
)
def test_widths_are_shared_fairly(columns, room):
    wanted, least = zip(*columns, strict=True)
    shares = shared(wanted, least, room)
    assert all(share >= low for share, low in zip(shares, least, strict=True))
    if sum(least) <= room:
        assert sum(shares) <= room


def test_a_wide_column_gets_the_spare_room():
    assert shared([34, 22, 12, 10], [90, 90, 90, 90], 590) == [248, 161, 90, 90]


def test_a_chosen_record_comes_into_sight_when_the_list_gets_it(table, source, qtbot):
    new = 5000
    table.select_id(new)
    assert not table.selectionModel().hasSelection()
    source.all[new] = source.all[1]
    table.reload()
    row = table.model().row_of(new)
    assert table.currentIndex().row() == row
    assert table.viewport().rect().intersects(table.visualRect(table.model().index(row, 0)))
