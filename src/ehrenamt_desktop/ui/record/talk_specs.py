"""The fields of a talk or an appointment, as people and initiatives note it."""

from __future__ import annotations

from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec

NEXT = "Nächster Schritt"

TALK = (
    FieldSpec("kind", "Art", FieldKind.CHOICE),
    FieldSpec("state", "Status", FieldKind.CHOICE),
    FieldSpec("on", "Am", FieldKind.DATE, wide=True),
    FieldSpec("at", "Um", FieldKind.TIME),
    FieldSpec("minutes", "Dauer", FieldKind.INTEGER, unit="Minuten"),
    FieldSpec("channel", "Weg", FieldKind.CHOICE),
    FieldSpec("place", "Ort"),
    FieldSpec("subject", "Worum geht es?", wide=True),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, wide=True),
    FieldSpec("next_step", "Was ist zu tun?", group=NEXT, wide=True),
    FieldSpec("next_due_on", "Bis wann?", FieldKind.DATE, group=NEXT, wide=True),
)
GROUPS = (FieldGroup(NEXT),)
