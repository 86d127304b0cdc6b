"""The two dialogs of Art. 18 GDPR: restrict the processing of a person's data, and lift it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import RestrictionGround
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog

RESTRICT = (
    FieldSpec("ground", "Warum *", FieldKind.CHOICE, wide=True, choices=RestrictionGround,
              hint="Art. 18 Abs. 1 DSGVO nennt diese vier Fälle."),
    FieldSpec("note", "Notiz", wide=True, hint="Worum geht es? Höchstens 200 Zeichen."),
)  # fmt: skip
LIFT = (
    FieldSpec("told_on", "Person unterrichtet am *", FieldKind.DATE,
              hint="Vor dem Aufheben muss sie davon erfahren (Art. 18 Abs. 3 DSGVO)."),
)  # fmt: skip


def restrict_dialog(desk: Desk, person_id: int, parent: QWidget) -> EntryDialog:
    """Asks why the data may only be kept."""
    return EntryDialog(
        "Verarbeitung einschränken", "", RESTRICT, Vocabulary(),
        {"ground": RestrictionGround.CONTESTED}, desk,
        lambda given: desk.office.restrictions.restrict(
            person_id, given["ground"], given["note"] or ""
        ),
        parent, name="restrict", said="Die Verarbeitung ist eingeschränkt.",
    )  # fmt: skip


def lift_dialog(desk: Desk, person_id: int, parent: QWidget) -> EntryDialog:
    """Asks when the person was told."""
    return EntryDialog(
        "Einschränkung aufheben", "", LIFT, Vocabulary(), {}, desk,
        lambda given: desk.office.restrictions.lift(person_id, given["told_on"]),
        parent, name="lift", said="Die Einschränkung ist aufgehoben.",
    )  # fmt: skip
