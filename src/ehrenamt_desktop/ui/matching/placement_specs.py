"""The small forms around a placement, as data."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import EndReason, FollowUpResult, Labelled, PlacementState
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of


class Satisfaction(Labelled):
    """How content somebody is; values as the reminder keeps them."""

    FIVE = "5", "5 – sehr zufrieden"
    FOUR = "4", "4 – zufrieden"
    THREE = "3", "3 – teils, teils"
    TWO = "2", "2 – unzufrieden"
    ONE = "1", "1 – sehr unzufrieden"


EFZ = "Führungszeugnis"
DATES = (
    FieldSpec("meeting_on", "Kennenlernen am", FieldKind.DATE),
    FieldSpec("trial_on", "Schnuppertermin am", FieldKind.DATE),
    FieldSpec("efz_confirmed_on", "Vom Träger bestätigt am", FieldKind.DATE, group=EFZ),
    FieldSpec("efz_review_on", "Wiedervorlage am", FieldKind.DATE, group=EFZ),
)
DATE_GROUPS = (FieldGroup(EFZ, more=True),)
ON = FieldSpec("on", "Am", FieldKind.DATE, hint="„heute“ genügt.")
START = (FieldSpec("on", "Läuft seit", FieldKind.DATE, hint="„heute“ genügt."),)
END = (FieldSpec("reason", "Grund", FieldKind.CHOICE, choices=EndReason), ON)
POSTPONE = (FieldSpec("due_on", "Verschieben auf", FieldKind.DATE, hint="„morgen“ genügt."),)
FINISH = (
    FieldSpec("result", "Ergebnis", FieldKind.CHOICE, choices=FollowUpResult),
    FieldSpec("satisfaction", "Zufriedenheit", FieldKind.CHOICE, choices=Satisfaction),
    FieldSpec("note", "Notiz", FieldKind.BLOCK, wide=True),
)
FILTERS = (
    Filter("open", "Auswahl", (Option("yes", "noch nicht beendet"),)),
    Filter("state", "Status", options_of(PlacementState)),
)
