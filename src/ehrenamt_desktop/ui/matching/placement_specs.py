"""The small forms around a placement, as data."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import EndReason, FollowUpResult, PlacementState
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of

EFZ = "Führungszeugnis"
DETAILS = (
    FieldSpec("meeting_on", "Kennenlernen am", FieldKind.DATE),
    FieldSpec("trial_on", "Schnuppertermin am", FieldKind.DATE),
    FieldSpec(
        "hours_per_week",
        "Stunden pro Woche",
        FieldKind.NUMBER,
        unit="Std.",
        hint="Leer gelten die Stunden des Angebots.",
    ),
    FieldSpec(
        "note",
        "Notiz",
        FieldKind.BLOCK,
        wide=True,
        hint="Was sonst vereinbart ist. Bitte nichts aus einem Führungszeugnis.",
    ),
    FieldSpec("efz_confirmed_on", "Vom Träger bestätigt am", FieldKind.DATE, group=EFZ),
    FieldSpec("efz_review_on", "Wiedervorlage am", FieldKind.DATE, group=EFZ),
)
DETAIL_GROUPS = (FieldGroup(EFZ, more=True),)
ON = FieldSpec("on", "Am", FieldKind.DATE, hint="„heute“ genügt.")
START = (FieldSpec("on", "Läuft seit", FieldKind.DATE, hint="„heute“ genügt."),)
END = (FieldSpec("reason", "Grund", FieldKind.CHOICE, choices=EndReason), ON)
POSTPONE = (FieldSpec("due_on", "Verschieben auf", FieldKind.DATE, hint="„morgen“ genügt."),)
FINISH = (
    FieldSpec("result", "Ergebnis", FieldKind.CHOICE, choices=FollowUpResult),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, wide=True),
)
FILTERS = (
    Filter("open", "Auswahl", (Option("yes", "noch nicht beendet"),)),
    Filter("state", "Status", options_of(PlacementState)),
)
