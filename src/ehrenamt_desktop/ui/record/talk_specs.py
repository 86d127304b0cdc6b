"""The fields of a talk, as people and initiatives note it."""

from __future__ import annotations

from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec

TALK = (
    FieldSpec("kind", "Art", FieldKind.CHOICE),
    FieldSpec("state", "Stand", FieldKind.CHOICE),
    FieldSpec("on", "Am", FieldKind.DATE, hint="„heute“ genügt."),
    FieldSpec("at", "Um", FieldKind.TIME),
    FieldSpec("minutes", "Dauer", FieldKind.INTEGER, unit="Minuten"),
    FieldSpec("place", "Ort"),
    FieldSpec("subject", "Worum ging es?", wide=True),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, wide=True),
)
