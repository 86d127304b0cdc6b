"""From a field's specification to its editor."""

from __future__ import annotations

from collections.abc import Callable

from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.fields import (
    BlockEditor,
    CheckEditor,
    ChoiceEditor,
    DateEditor,
    Editor,
    LineEditor,
    NumberEditor,
    TimeEditor,
    YesNoEditor,
)
from ehrenamt_desktop.ui.kit.pick_field import PlaceEditor, RecordEditor
from ehrenamt_desktop.ui.kit.term_field import TermsEditor
from ehrenamt_desktop.ui.kit.time_grid import TimeGridEditor

_Make = Callable[[FieldSpec, Limit, Vocabulary], Editor]


def make_editor(spec: FieldSpec, limit: Limit, vocabulary: Vocabulary) -> Editor:
    """The editor of a field.

    Raises:
        ValueError: a choice has neither its own enum nor one in the limits.
        KeyError: the vocabulary lacks the records the field picks from.
    """
    return _MAKERS[spec.kind](spec, limit, vocabulary)


def _choice(spec: FieldSpec, limit: Limit, _: Vocabulary) -> Editor:
    members = spec.choices or limit.choices
    if members is None:
        raise ValueError(f"field {spec.key} has nothing to choose from")
    return ChoiceEditor(limit, members)


_MAKERS: dict[FieldKind, _Make] = {
    FieldKind.LINE: lambda spec, limit, _: LineEditor(limit, spec.unit),
    FieldKind.BLOCK: lambda _, limit, __: BlockEditor(limit),
    FieldKind.DATE: lambda _, limit, __: DateEditor(limit),
    FieldKind.TIME: lambda _, limit, __: TimeEditor(limit),
    FieldKind.NUMBER: lambda spec, limit, _: NumberEditor(limit, spec.unit),
    FieldKind.INTEGER: lambda spec, limit, _: NumberEditor(limit, spec.unit, whole=True),
    FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: lambda _, limit, __: YesNoEditor(limit),
    FieldKind.CHECK: lambda spec, limit, _: CheckEditor(limit, spec.label),
    FieldKind.TERMS: lambda spec, limit, words: TermsEditor(
        limit, words.terms, spec.term_kinds, levels=spec.levels
    ),
    FieldKind.PLACE: lambda _, limit, words: PlaceEditor(limit, words.places),
    FieldKind.RECORD: lambda spec, limit, words: RecordEditor(limit, words.records[spec.source]),
    FieldKind.TIME_GRID: lambda _, limit, __: TimeGridEditor(limit),
}
