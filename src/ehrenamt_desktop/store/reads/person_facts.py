"""What people are filtered by beside place and status: the SQL twins of `rules/filter_groups`.

Their facts stand in `person_line` under one covering index, which all of them read in one walk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.enums import LegalBasis
from ehrenamt_desktop.model.rules.filter_groups import (
    BOUNDS,
    GUARDIAN_ENDS,
    HALF_YEAR_DAYS,
    YEAR_DAYS,
    AgeGroup,
    ConsentGap,
    ProofState,
    Silence,
)
from ehrenamt_desktop.model.rules.proofs import SOON_DAYS
from ehrenamt_desktop.store.reads.listing import Filter, slots

WALK = "SELECT id FROM person_line INDEXED BY ix_person_line_facts WHERE "

ONLY_YEAR = 1232
"""Month and day of `born` where only the year is known: after every day of that year."""

BORN = (
    "CASE WHEN r.birth_date IS NOT NULL THEN CAST(strftime('%Y%m%d', r.birth_date) AS INTEGER) "
    f"WHEN r.birth_year IS NOT NULL THEN r.birth_year * 10000 + {ONLY_YEAR} ELSE 0 END"
)
_GUARDIAN = len(ConsentGap)
CONSENTS = (
    "coalesce((SELECT "
    + " + ".join(
        f"{1 << place + (_GUARDIAN if guardian else 0)} * "
        f"max(c.scope = '{gap.value}' AND c.by_guardian = {guardian})"
        for guardian in (0, 1)
        for place, gap in enumerate(ConsentGap)
    )
    + " FROM consent c WHERE c.person_id = r.id AND c.withdrawn_on IS NULL), 0)"
)
"""A bit for each scope of `ConsentGap`, then one for each where a guardian gave it."""

BASES = {basis.value: rank for rank, basis in enumerate(LegalBasis)}
BASIS = "CASE r.legal_basis " + " ".join(f"WHEN '{one}' THEN {BASES[one]}" for one in BASES)
BASIS = f"{BASIS} END"

_TODAY = "CAST(strftime('%Y%m%d', :as_of) AS INTEGER)"
_OLDEST = f"(CASE WHEN born % 10000 = {ONLY_YEAR} THEN born - {ONLY_YEAR} ELSE born END)"
_DAY = "CAST(julianday(:as_of) - 1721424.5 AS INTEGER)"
_HEARD = "(CASE last_contact WHEN 0 THEN created / 86400 + 719163 ELSE last_contact END)"
"""Counts as `date.toordinal`; 719163 is 1 January 1970."""
_MINOR = f"(born > {_TODAY} - 180000)"


def _age(value: str) -> str:
    group = AgeGroup(value)
    if group is AgeGroup.UNKNOWN:
        return "born = 0"
    least, most = BOUNDS[group]
    old_enough = f" AND {_OLDEST} <= {_TODAY} - {least * 10_000}" if least else ""
    return f"(born > 0 AND born > {_TODAY} - {(most + 1) * 10_000}{old_enough})"


_SILENCES = {
    Silence.NEVER: "last_contact = 0",
    Silence.HALF_YEAR: f"{_DAY} - {_HEARD} > {HALF_YEAR_DAYS}",
    Silence.YEAR: f"{_DAY} - {_HEARD} > {YEAR_DAYS}",
}


_BY_GUARDIAN = ((1 << _GUARDIAN) - 1) << _GUARDIAN
_OWN_HANDOVER = 1 << tuple(ConsentGap).index(ConsentGap.HANDOVER)
_SOON_DAY = f"CAST(strftime('%Y%m%d', :as_of, '+{SOON_DAYS} days') AS INTEGER)"
_SOON_OF_AGE = f"born > 0 AND born + 180000 <= {_SOON_DAY}"
_GUARDIAN_ENDS = (
    f"(consents & {_BY_GUARDIAN} <> 0 AND consents & {_OWN_HANDOVER} = 0 AND {_SOON_OF_AGE})"
)
"""A guardian's consent counts until the 18th birthday (design 4), after it the person's own."""


def _consent(value: str) -> str:
    if value == GUARDIAN_ENDS:
        return _GUARDIAN_ENDS
    gap = ConsentGap(value)
    bit = 1 << tuple(ConsentGap).index(gap)
    missing = f"consents & (CASE WHEN {_MINOR} THEN {bit << _GUARDIAN} ELSE {bit} END) = 0"
    if gap is not ConsentGap.STORAGE:
        return f"({missing})"
    return f"({missing} AND ({_MINOR} OR basis <> {BASES[LegalBasis.PUBLIC_TASK]}))"


def _any(values: Sequence[str], condition: Any) -> tuple[str, Sequence[Any]]:
    return f"({' OR '.join(condition(one) for one in values)})", []


FACTS: Mapping[str, Filter] = {
    "age": lambda values: _any(values, _age),
    "silence": lambda values: _any(values, lambda one: _SILENCES[Silence(one)]),
    "consent": lambda values: _any(values, _consent),
    "basis": lambda values: (
        f"basis IN ({slots(values)})",
        [BASES[LegalBasis(one)] for one in values],
    ),
}

_LATEST = "max(coalesce(valid_until, '9999-12-31'))"
_SOON = f"date(:as_of, '+{SOON_DAYS} days')"
_PROOFS = {
    ProofState.ENDING: f"GROUP BY person_id, term_id HAVING {_LATEST} BETWEEN :as_of AND {_SOON}",
    ProofState.EXPIRED: f"GROUP BY person_id, term_id HAVING {_LATEST} < :as_of",
    ProofState.UNSEEN: "AND verified_on IS NULL",
}


def _proof(value: str) -> str:
    return f"r.id IN (SELECT person_id FROM credential WHERE held {_PROOFS[ProofState(value)]})"


FILTERS: Mapping[str, Filter] = {
    "county": lambda values: (
        f"r.place_id IN (SELECT id FROM place WHERE county IN ({slots(values)}))",
        list(values),
    ),
    "area": lambda values: (
        "r.id IN (SELECT person_id FROM person_term WHERE relation = 'wish' AND term_id IN "
        f"(SELECT id FROM term WHERE coalesce(parent_id, id) IN ({slots(values)})))",
        [int(value) for value in values],
    ),
    "proof": lambda values: _any(values, _proof),
}
