"""When a programme takes applications, what is doubtful about it, and who may apply."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.enums import GrantFit, GrantWindow, InitiativeType, Mark

CHECK_AGAIN_DAYS = 365
"""Days after which what is known of a programme is looked up again."""

EVIDENCE_LEAD = 21
"""Days before a proof of use is due at which the office is reminded."""

NONPROFITS = frozenset(
    {
        InitiativeType.ASSOCIATION, InitiativeType.WELFARE, InitiativeType.FOUNDATION,
        InitiativeType.COOPERATIVE,
    }
)  # fmt: skip
GROUPS = frozenset({InitiativeType.GROUP, InitiativeType.LOOSE_ASSOCIATION})
PUBLIC = frozenset({InitiativeType.MUNICIPALITY, InitiativeType.UNION, InitiativeType.COUNTY})
NEVER = frozenset({InitiativeType.COMPANY, InitiativeType.JOB_CENTRE})
"""Bodies that grants for volunteering are not made for. What is in none of the sets (church,
school, care, rescue, other) can be either: it is asked."""


class Programme(NamedTuple):
    """What decides: whom a programme is for, and until when."""

    for_nonprofits: bool
    for_groups: bool
    for_public: bool
    for_agencies: bool
    rural_only: bool
    rolling: bool
    opens_on: dt.date | None
    closes_on: dt.date | None
    lead_days: int
    checked_on: dt.date | None
    mark: Mark


def window(programme: Programme, as_of: dt.date) -> GrantWindow:
    """Whether applications are taken on a day; the last `lead_days` days count as ending."""
    opens_on, closes_on = programme.opens_on, programme.closes_on
    if closes_on is not None and closes_on < as_of:
        return GrantWindow.CLOSED
    if opens_on is not None and opens_on > as_of:
        return GrantWindow.UPCOMING
    if closes_on is not None:
        ending = (closes_on - as_of).days <= programme.lead_days
        return GrantWindow.ENDING if ending else GrantWindow.OPEN
    if programme.rolling or opens_on is not None:
        return GrantWindow.OPEN
    return GrantWindow.UNKNOWN


def doubt(programme: Programme, as_of: dt.date) -> str:
    """Why a programme must be looked up before it is recommended; empty if it need not."""
    if programme.checked_on is None:
        return "noch nie geprüft"
    if (as_of - programme.checked_on).days > CHECK_AGAIN_DAYS:
        return "seit über einem Jahr nicht geprüft"
    if programme.mark is Mark.UNVERIFIED:
        return "Angaben nicht belegt"
    if window(programme, as_of) is GrantWindow.CLOSED:
        return "Frist abgelaufen"
    return ""


def reminder(programme: Programme, as_of: dt.date) -> dt.date | None:
    """When the office is reminded of a deadline: early enough, never before it opens or today."""
    if programme.closes_on is None or programme.closes_on < as_of:
        return None
    early = programme.closes_on - dt.timedelta(days=programme.lead_days)
    return min(max(early, programme.opens_on or early, as_of), programme.closes_on)


def evidence_reminder(due_on: dt.date, as_of: dt.date) -> dt.date:
    """When the office is reminded of a proof of use: three weeks before, not before today."""
    return max(due_on - dt.timedelta(days=EVIDENCE_LEAD), min(as_of, due_on))


def fit(
    programme: Programme, kind: InitiativeType | None, *, member: bool | None
) -> tuple[GrantFit, str]:
    """Whether a body may apply, with the reason in German.

    Args:
        programme: whom it is for.
        kind: what the body is, if known.
        member: whether its seat is in the association, if known.
    """
    answer, why = _by_kind(programme, kind)
    if answer is GrantFit.NOT or not programme.rural_only:
        return answer, why
    if member:
        return answer, f"{why}; Gebietsliste prüfen"
    where = "Sitz außerhalb des Zweckverbands" if member is False else "Ort nicht eingetragen"
    return GrantFit.ASK, f"{why}; nur ländlicher Raum, {where}"


def _by_kind(programme: Programme, kind: InitiativeType | None) -> tuple[GrantFit, str]:
    known = (programme.for_nonprofits, programme.for_groups, programme.for_public)
    if not any((*known, programme.for_agencies)):
        return GrantFit.ASK, "Beim Programm ist nicht eingetragen, wer Anträge stellen darf"
    if kind is None:
        return GrantFit.ASK, "Die Rechtsform ist nicht eingetragen"
    label = kind.label
    for kinds, allowed in zip((NONPROFITS, GROUPS, PUBLIC), known, strict=True):
        if kind in kinds:
            if allowed:
                return GrantFit.FITS, label
            return GrantFit.NOT, f"{label}: nicht antragsberechtigt"
    if kind in NEVER or not any(known):
        return GrantFit.NOT, f"{label}: nicht antragsberechtigt"
    return GrantFit.ASK, f"{label}: Rechtsform klären"
