"""What was typed into a form, as plain data that can be put back after a crash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any

from ehrenamt_desktop.model.enums import Level
from ehrenamt_desktop.ui.kit.fields import BlockEditor, Editor, InputError
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.term_field import ChosenTerm, TermsEditor
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

TYPED = "typed"
"""Marks words that are no value yet, as a date half typed."""


def changes(form: RecordForm) -> dict[str, Any]:
    """The fields that differ from what was loaded, by name."""
    return {name: _held(editor) for name, editor in form.changed_editors().items()}


def put_back(form: RecordForm, held: Mapping[str, Any]) -> None:
    """Show what was typed; fields the form no longer has are left out."""
    for name, value in held.items():
        try:
            editor = form.editor(name)
        except KeyError:
            continue
        _show(editor, value)
    form.changed.emit()


def _held(editor: Editor) -> Any:
    try:
        value = editor.value()
    except InputError:
        return {TYPED: _typed(editor)}
    if isinstance(value, list):
        return [[one.term_id, one.level.value if one.level else None] for one in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _typed(editor: Editor) -> str:
    if isinstance(editor, BlockEditor):
        return editor.block.toPlainText()
    line = editor.findChild(LineInput)
    return line.text() if line is not None else ""


def _show(editor: Editor, value: Any) -> None:
    if isinstance(editor, TermsEditor):
        pairs = value if isinstance(value, list) else []
        editor.set_value([ChosenTerm(one, Level(how) if how else None) for one, how in pairs])
    elif not isinstance(value, dict):
        editor.set_value(value)
    elif isinstance(editor, BlockEditor):
        editor.set_value(value[TYPED])
    else:
        line = editor.findChild(LineInput)
        if line is not None:
            line.setText(value[TYPED])
            line.setModified(True)
