"""Editors: what is typed, what comes out, what is refused."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.model.enums import Channel, Level, TermKind
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.ui.kit.editors import make_editor
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.fields import (
    BlockEditor,
    CheckEditor,
    ChoiceEditor,
    DateEditor,
    InputError,
    LineEditor,
    NumberEditor,
    TimeEditor,
    YesNoEditor,
)
from ehrenamt_desktop.ui.kit.pick_field import PlaceEditor
from ehrenamt_desktop.ui.kit.term_field import ChosenTerm, TermsEditor
from ehrenamt_desktop.ui.kit.time_grid import TimeGridEditor

PLACES = tuple(
    PlaceRow(number, name, town, "Kreis", code, "05653", 51.0, 10.0, True)
    for number, (name, town, code) in enumerate(
        [("Ulfen", "Sontra", "36205"), ("Sontra", "Sontra", "36205"),
         ("Wölfterode", "Sontra", "36205"), ("Nesselröden", "Herleshausen", "37293")], start=1
    )
)  # fmt: skip
TERMS = (
    TermRow(1, TermKind.AREA, "social", "Soziales", ("Hilfe",), None),
    TermRow(2, TermKind.AREA, "sport", "Sport und Bewegung", (), None),
    TermRow(3, TermKind.LANGUAGE, "ru", "Russisch", (), None),
    TermRow(4, TermKind.AREA, "old", "Altes Wort", (), None, active=False),
)


@pytest.fixture(autouse=True)
def _dressed(desk):
    """All editors need the theme."""


def test_an_empty_line_is_none_only_where_none_is_legal(desk):
    assert LineEditor(Limit(optional=True)).value() is None
    assert LineEditor(Limit(optional=False)).value() == ""


def test_a_line_stops_at_its_limit(type_text):
    editor = LineEditor(Limit(optional=False, max_length=5))
    type_text(editor.line, "Müßiggang")
    assert editor.value() == "Müßig"


def test_a_block_says_how_long_it_may_be():
    editor = BlockEditor(Limit(optional=False, max_length=10))
    editor.set_value("x" * 11)
    with pytest.raises(InputError, match="höchstens 10 Zeichen"):
        editor.value()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1.2.2026", dt.date(2026, 2, 1)),
        ("01.02.26", dt.date(2026, 2, 1)),
        ("2026-02-01", dt.date(2026, 2, 1)),
        ("", None),
        ("heute", dt.date(2026, 11, 23)),
        ("Morgen", dt.date(2026, 11, 24)),
    ],
)
def test_dates_are_typed_the_german_way(typed, day, frozen):
    editor = DateEditor(Limit())
    editor.line.setText(typed)
    assert editor.value() == day


@pytest.mark.parametrize("typed", ["0", "86400", "30.2.2026", "gestern", "1/2/2026", "99.99.9999"])
def test_what_is_no_date_is_said(typed):
    editor = DateEditor(Limit())
    editor.line.setText(typed)
    with pytest.raises(InputError, match=r"TT\.MM\.JJJJ"):
        editor.value()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_a_date_shown_is_the_date_read(day):
    editor = DateEditor(Limit())
    for raw in (day, day.isoformat()):
        editor.set_value(raw)
        assert editor.value() == day


@pytest.mark.parametrize(
    ("typed", "time"),
    [("9", dt.time(9)), ("9:30", dt.time(9, 30)), ("9.05 Uhr", dt.time(9, 5)),
     ("0930", dt.time(9, 30)), ("", None)],
)  # fmt: skip
def test_times(typed, time):
    editor = TimeEditor(Limit())
    editor.line.setText(typed)
    assert editor.value() == time


@pytest.mark.parametrize("typed", ["24:00", "9:60", "mittags"])
def test_what_is_no_time_is_said(typed):
    editor = TimeEditor(Limit())
    editor.line.setText(typed)
    with pytest.raises(InputError, match="09:30"):
        editor.value()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("4,5", 4.5), ("4.5", 4.5), ("1.234,5", 1234.5), ("6", 6.0), ("", None), ("\u22121", -1.0)],
)
def test_numbers_have_a_comma(typed, number):
    editor = NumberEditor(Limit())
    editor.line.setText(typed)
    assert editor.value() == number


@pytest.mark.parametrize(
    ("typed", "words"),
    [("viel", "eine Zahl"), ("501", "bis 500"), ("-1", "ab 0"), ("1e3", "eine Zahl"),
     ("nan", "eine Zahl"), ("1,2,3", "eine Zahl")],
)  # fmt: skip
def test_numbers_know_their_bounds(typed, words):
    editor = NumberEditor(Limit(low=0, high=500))
    editor.line.setText(typed)
    with pytest.raises(InputError, match=words):
        editor.value()


def test_whole_numbers():
    editor = NumberEditor(Limit(), whole=True)
    editor.line.setText("3")
    assert editor.value() == 3
    assert isinstance(editor.value(), int)
    editor.line.setText("3,5")
    with pytest.raises(InputError, match="ganze Zahl"):
        editor.value()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 10_000).map(lambda number: round(number, 2)))
def test_a_number_shown_is_the_number_read(number):
    editor = NumberEditor(Limit())
    editor.set_value(number)
    assert editor.value() == number


@pytest.mark.parametrize("raw", [Channel.EMAIL, "email"])
def test_choices_by_member_or_stored_value(raw):
    editor = ChoiceEditor(Limit(optional=True), Channel)
    assert editor.value() is None
    editor.set_value(raw)
    assert editor.value() is Channel.EMAIL
    editor.set_value("unknown word")
    assert editor.value() is None


def test_a_required_choice_has_no_empty_entry():
    editor = ChoiceEditor(Limit(optional=False), Channel)
    assert editor.box.count() == len(Channel)


@pytest.mark.parametrize("raw", [True, False, None])
def test_unknown_is_not_no(raw):
    editor = YesNoEditor(Limit())
    editor.set_value(raw)
    assert editor.value() is raw
    editor.set_value(None if raw is None else int(raw))
    assert editor.value() is raw


@pytest.mark.parametrize("focused", [False, True])
@pytest.mark.parametrize("kind", list(FieldKind))
def test_the_wheel_changes_no_closed_field(kind, focused, qtbot):
    spec = FieldSpec(
        "one", "Eins", kind, choices=Channel, term_kinds=(TermKind.AREA,), relation="wish",
        source="places",
    )  # fmt: skip
    places = SimpleNamespace(search=lambda _: [(1, "Ulfen")], label=lambda _: "Ulfen")
    words = Vocabulary(PLACES, TERMS, {"places": places})
    editor = make_editor(spec, Limit(), words)
    editor.set_names("one", "Eins")
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitActive(editor)
    editor.set_value(WHEELED.get(kind))
    before = editor.value()
    for part in (editor, *editor.findChildren(QWidget)):
        if part.isVisible() and focused:
            part.setFocus()
        for turn in (-120, 120, 120):
            event = QWheelEvent(
                QPointF(5, 5), QPointF(part.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, turn),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(part, event)
            assert editor.value() == before, part


WHEELED = {
    FieldKind.LINE: "Ulfen", FieldKind.BLOCK: "Zeile", FieldKind.DATE: "2026-11-23",
    FieldKind.TIME: "09:30", FieldKind.NUMBER: 2.5, FieldKind.INTEGER: 3,
    FieldKind.CHOICE: Channel.MOBILE, FieldKind.YES_NO: True, FieldKind.CHECK: True,
    FieldKind.TIME_GRID: 0b11,
}  # fmt: skip


def test_a_mark():
    editor = CheckEditor(Limit(), "Stellvertretung")
    editor.set_value(1)
    assert editor.value() is True


@pytest.mark.parametrize(("typed", "number"), [("ulf", 1), ("woel", 3), ("Wölf", 3), ("37293", 4)])
def test_a_place_by_its_first_letters(typed, number, qtbot, type_text):
    editor = PlaceEditor(Limit(), PLACES)
    qtbot.addWidget(editor)
    editor.show()
    type_text(editor.line, typed)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == number
    assert editor.line.text() == PLACES[number - 1].label


def test_the_town_itself_comes_before_its_villages(type_text, qtbot):
    editor = PlaceEditor(Limit(), PLACES)
    qtbot.addWidget(editor)
    type_text(editor.line, "son")
    assert editor.line.offered()[0] == "Sontra (Kernstadt)"


def test_what_is_no_place_is_said(type_text):
    editor = PlaceEditor(Limit(), PLACES)
    editor.line.setText("Atlantis")
    with pytest.raises(InputError, match="aus der Liste"):
        editor.value()
    editor.set_value(1)
    assert editor.value() == 1
    editor.line.clear()
    assert editor.value() is None


def test_terms_are_found_by_synonym_and_become_chips(qtbot, type_text):
    editor = TermsEditor(Limit(), TERMS, (TermKind.AREA,), levels=False)
    qtbot.addWidget(editor)
    editor.show()
    told = []
    editor.changed.connect(lambda: told.append(1))
    type_text(editor.line, "hil")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == [ChosenTerm(1)]
    assert editor.labels() == ["Soziales"]
    assert told == [1]
    type_text(editor.line, "")
    editor.line.offer("")
    assert editor.line.offered() == ["Sport und Bewegung"]


def test_a_chip_goes_by_key_and_carries_a_level(qtbot):
    editor = TermsEditor(Limit(), TERMS, (TermKind.LANGUAGE,), levels=True)
    qtbot.addWidget(editor)
    editor.set_value([ChosenTerm(3, Level.GOOD)])
    editor.show()
    assert editor.labels() == ["Russisch (gut)"]
    editor._chips[0].levelled.emit(Level.NATIVE)
    qtbot.waitUntil(lambda: editor.value() == [ChosenTerm(3, Level.NATIVE)])
    qtbot.keyClick(editor._chips[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: editor.value() == [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.integers(0, time_grid.FULL))
def test_a_grid_shown_is_the_grid_read(grid):
    editor = TimeGridEditor(Limit())
    editor.set_value(grid)
    assert editor.value() == grid


def test_the_grid_is_one_stop_and_goes_by_arrows(qtbot):
    editor = TimeGridEditor(Limit())
    qtbot.addWidget(editor)
    editor.show()
    cells = editor.view._cells
    editor.activateWindow()
    cells[0, 0].setFocus()
    qtbot.waitUntil(cells[0, 0].hasFocus)
    qtbot.keyClick(cells[0, 0], Qt.Key.Key_Right)
    qtbot.keyClick(cells[1, 0], Qt.Key.Key_Down)
    assert cells[1, 1].hasFocus()
    qtbot.keyClick(cells[1, 1], Qt.Key.Key_Space)
    assert editor.value() == time_grid.bit(1, 1)
    stops = [one for one in cells.values() if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [cells[1, 1]]
    assert cells[1, 1].accessibleName() == "Dienstag nachmittags"
