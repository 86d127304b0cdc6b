"""Times typed on the grid: shown, taken by Enter, left by Escape, never lost silently."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.said_times import WAITING

TIMES = time_grid.from_parts([(1, 1), (3, 1)])


@pytest.fixture
def form(desk, qtbot):
    specs = (
        FieldSpec("time_grid", "Zeiten", FieldKind.TIME_GRID),
        FieldSpec("hours_per_week", "Stunden", FieldKind.NUMBER),
    )
    made = RecordForm("person", specs, Vocabulary(), name="person")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def editor(form):
    form.editor("time_grid").view.stop().setFocus()
    return form.editor("time_grid")


def type_on(qtbot, editor, words):
    """The first sign falls on the grid and opens the line."""
    qtbot.keyClicks(editor.view.stop(), words[0])
    qtbot.keyClicks(editor.said.line, words[1:])


def test_words_typed_on_the_grid_are_shown_and_taken_by_enter(form, editor, qtbot):
    type_on(qtbot, editor, "di + do nachmittags, nicht in den ferien, 2 std.")
    assert editor.said.words().startswith("Verstanden: Di und Do nachmittags; 2 Stunden pro Woche.")
    assert editor.view.grid() == 0
    qtbot.keyClick(editor.said.line, Qt.Key.Key_Return)
    assert form.values() == {"time_grid": TIMES, "hours_per_week": 2.0}
    assert not editor.said.isVisible()
    assert editor.view.stop().hasFocus()
    assert form.is_dirty()


def test_escape_leaves_everything_as_it_was(form, editor, qtbot):
    form.load({"time_grid": TIMES})
    type_on(qtbot, editor, "mo")
    qtbot.keyClick(editor.said.line, Qt.Key.Key_Escape)
    assert form.values()["time_grid"] == TIMES
    assert not form.is_dirty()


def test_words_that_were_not_taken_hold_the_form(form, editor, qtbot):
    type_on(qtbot, editor, "mo abends")
    assert form.is_dirty()
    assert form.submit() is None
    assert form.errors() == {"time_grid": WAITING}


def test_what_was_not_understood_is_named_and_cannot_be_taken(editor, qtbot):
    type_on(qtbot, editor, "quatsch")
    assert editor.said.words() == "Nicht verstanden: „quatsch“."
    qtbot.keyClick(editor.said.line, Qt.Key.Key_Return)
    assert editor.said.isVisible()
    assert editor.view.grid() == 0


def test_hours_alone_leave_the_grid(form, editor, qtbot):
    form.load({"time_grid": TIMES})
    type_on(qtbot, editor, "3 std")
    qtbot.keyClick(editor.said.line, Qt.Key.Key_Return)
    assert form.values() == {"time_grid": TIMES, "hours_per_week": 3.0}


def test_the_mouse_opens_the_line_too(form, editor, qtbot):
    words = form.findChild(QWidget, "person.time_grid.in_words")
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert editor.said.line.hasFocus()
    assert words.accessibleName() == "Zeiten in Worten eingeben"
