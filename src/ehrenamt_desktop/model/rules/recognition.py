"""Who may be thanked: the Ehrenamts-Card now or soon, round years, a Juleica that runs out.

Each is a hint to look and ask, never a decision. The conditions of the card are those of
`rules/card`, without what people do elsewhere: of that nothing is recorded, so it stays open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.certificates import Engagement
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.legal import LegalRow
from ehrenamt_desktop.model.rules.card import (
    YEARS,
    Condition,
    Declared,
    Standing,
    conditions,
    years_after,
)

AHEAD_DAYS = 183
"""How far is looked ahead: half a year."""
ROUND = (1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70)
"""Years of engagement at one place that are worth a word of thanks."""
DURATION = "Dauer"
"""The name of the condition that time alone fulfils."""


class Honour(Labelled):
    """Why somebody stands on the list."""

    CARD = "card", "Ehrenamts-Card möglich"
    CARD_SOON = "card_soon", "Ehrenamts-Card bald möglich"
    CARD_OPEN = "card_open", "Ehrenamts-Card: noch fragen"
    ROUND = "round", "Rundes Jahr"
    JULEICA = "juleica", "Juleica läuft ab"


class Chance(NamedTuple):
    """How it stands with the card: since or from when, and what is still to be asked."""

    honour: Honour
    on: dt.date | None
    open: tuple[str, ...] = ()


def chance(
    county: str, engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> Chance | None:
    """How it stands with the card; None if a condition is missed that half a year does not mend.

    Where the county is not known, the one that asks for the fewest years decides whether it is
    worth asking at all.
    """
    found = conditions(county, engagements, Declared(), figures, as_of)
    missed = [one.name for one in found if one.standing is Standing.MISSED]
    if missed and missed != [DURATION]:
        return None
    on = _reached(county, engagements, figures, as_of)
    ahead = as_of + dt.timedelta(days=AHEAD_DAYS)
    if county not in YEARS and min(_anywhere(engagements, figures, as_of), default=as_of) > ahead:
        return None
    if missed:
        if on is None or on > ahead:
            return None
        return Chance(Honour.CARD_SOON, on, _open(found))
    still = _open(found)
    return Chance(Honour.CARD_OPEN if still else Honour.CARD, on, still)


def round_years(
    started_on: dt.date, ended_on: dt.date | None, start: dt.date, end: dt.date
) -> tuple[int, dt.date] | None:
    """The round year of an engagement that falls between two days, both counted, and its day."""
    for years in ROUND:
        on = years_after(started_on, years)
        if start <= on <= end and (ended_on is None or ended_on >= on):
            return years, on
    return None


def _reached(
    county: str, engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> dt.date | None:
    """The day on which what runs has lasted long enough."""
    row = figures.get(YEARS.get(county, ""))
    begins = [one.started_on for one in engagements if one.runs(as_of)]
    return years_after(min(begins), int(row.value)) if row is not None and begins else None


def _anywhere(
    engagements: Sequence[Engagement], figures: Mapping[str, LegalRow], as_of: dt.date
) -> Iterator[dt.date]:
    """The days on which what runs has lasted long enough, county by county."""
    reached = (_reached(one, engagements, figures, as_of) for one in YEARS)
    return (day for day in reached if day is not None)


def _open(found: Sequence[Condition]) -> tuple[str, ...]:
    return tuple(_words(found))


def _words(found: Sequence[Condition]) -> Iterator[str]:
    for one in found:
        if one.standing is Standing.OPEN:
            yield one.name
