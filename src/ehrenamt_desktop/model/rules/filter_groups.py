"""The groups people are filtered by; `store/reads/person_facts` says the same in SQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from ehrenamt_desktop.model.enums import ConsentScope, Labelled, LegalBasis
from ehrenamt_desktop.model.rules.age import Age
from ehrenamt_desktop.model.rules.proofs import SOON_DAYS

HALF_YEAR_DAYS = 183
YEAR_DAYS = 365


class AgeGroup(Labelled):
    """Age groups of domain brief 2.5, and what matters for protection: under 18."""

    MINOR = "minor", "minderjährig"
    CHILD = "child", "unter 14 Jahre"
    YOUTH = "youth", "14 bis 17 Jahre"
    YOUNG = "young", "18 bis 29 Jahre"
    MIDDLE = "middle", "30 bis 49 Jahre"
    LATE = "late", "50 bis 64 Jahre"
    RETIRED = "retired", "65 bis 74 Jahre"
    OLD = "old", "75 Jahre und älter"
    UNKNOWN = "unknown", "Alter unbekannt"


BOUNDS: Mapping[AgeGroup, tuple[int, int]] = MappingProxyType(
    {
        AgeGroup.MINOR: (0, 17),
        AgeGroup.CHILD: (0, 13),
        AgeGroup.YOUTH: (14, 17),
        AgeGroup.YOUNG: (18, 29),
        AgeGroup.MIDDLE: (30, 49),
        AgeGroup.LATE: (50, 64),
        AgeGroup.RETIRED: (65, 74),
        AgeGroup.OLD: (75, 999),
    }
)
"""Youngest and oldest age of each group, in full years."""


class Suits(Labelled):
    """Whom an offer is right for beside everybody, and that one learns something at it."""

    YOUTH = "youth", "für Jugendliche ab 14"
    JOB_SEEKER = "job_seeker", "bei Arbeitsuche"
    GROUP = "group", "für Gruppen"
    TEACHES = "teaches", "man lernt etwas dabei"


class Silence(Labelled):
    """How long nothing was heard of a person; the day of entry counts as a sign, too."""

    NEVER = "never", "noch kein Kontakt"
    HALF_YEAR = "half_year", "letzter Kontakt vor über 6 Monaten"
    YEAR = "year", "letzter Kontakt vor über 12 Monaten"


class ProofState(Labelled):
    """What is wrong with one of a person's proofs."""

    ENDING = "ending", f"läuft in {SOON_DAYS} Tagen ab"
    EXPIRED = "expired", "abgelaufen"
    UNSEEN = "unseen", "noch nicht vorgelegt"


GUARDIAN_ENDS = "guardian_ends"
"""Beside the members of `ConsentGap`: the guardian agreed, and the person soon decides alone."""


class ConsentGap(Labelled):
    """Which consent of a person is missing."""

    STORAGE = "storage", "Einwilligung zur Speicherung fehlt"
    HANDOVER = "handover", "Einwilligung zur Weitergabe fehlt"
    LETTERS = "letters", "Einwilligung für Serienbriefe fehlt"


class Room(Labelled):
    """Whether an offer has room for somebody."""

    FREE = "free", "Plätze frei"
    NONE = "none", "keine Plätze frei"
    UNKNOWN = "unknown", "Zahl der Plätze unbekannt"


class OpenOffers(Labelled):
    """Whether an initiative seeks somebody now."""

    SOME = "some", "mit offenen Angeboten"
    NONE = "none", "ohne offenes Angebot"


def age_groups(age: Age) -> frozenset[AgeGroup]:
    """All groups somebody can belong to; a year of birth alone can leave two."""
    if age.low is None or age.high is None:
        return frozenset({AgeGroup.UNKNOWN})
    low, high = age.low, age.high
    return frozenset(
        group for group, (least, most) in BOUNDS.items() if low <= most and high >= least
    )


def silences(last_contact: dt.date | None, created: dt.date, as_of: dt.date) -> frozenset[Silence]:
    """Since when nothing was heard."""
    days = (as_of - (last_contact or created)).days
    found = {Silence.NEVER} if last_contact is None else set()
    found |= {Silence.HALF_YEAR} if days > HALF_YEAR_DAYS else set()
    return frozenset(found | ({Silence.YEAR} if days > YEAR_DAYS else set()))


def proof_states(
    proofs: Iterable[tuple[int, dt.date | None, bool]], as_of: dt.date
) -> frozenset[ProofState]:
    """What is wrong with the proofs somebody has; of one kind the latest counts.

    Args:
        proofs: term, last day and whether it was seen, of each proof that is held.
        as_of: the day.
    """
    ends: dict[int, dt.date] = {}
    found: set[ProofState] = set()
    for term, until, seen in proofs:
        ends[term] = max(until or dt.date.max, ends.get(term, dt.date.min))
        found |= set() if seen else {ProofState.UNSEEN}
    for end in ends.values():
        if end < as_of:
            found.add(ProofState.EXPIRED)
        elif (end - as_of).days <= SOON_DAYS:
            found.add(ProofState.ENDING)
    return frozenset(found)


def consent_gaps(
    age: Age, basis: LegalBasis, given: Collection[tuple[ConsentScope, bool]]
) -> frozenset[ConsentGap]:
    """Which consents are missing.

    Where the person can be under 18 the guardian's counts, else the person's own. An adult whose
    data is kept for a public task needs none for storage.

    Args:
        age: the possible ages.
        basis: the ground on which the data is kept.
        given: scope and whether a guardian gave it, of each consent that was not withdrawn.
    """
    minor = age.may_be_minor
    missing = {gap for gap in ConsentGap if (ConsentScope(gap.value), minor) not in given}
    if basis is LegalBasis.PUBLIC_TASK and not minor:
        missing.discard(ConsentGap.STORAGE)
    return frozenset(missing)
