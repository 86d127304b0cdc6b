"""Reading what figures count, with people's attributes generalised at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ehrenamt_desktop.model.figures import BY_KEY, COHORT_DAYS
from ehrenamt_desktop.model.gaps import OUTSIDE
from ehrenamt_desktop.model.past_cases import years_of
from ehrenamt_desktop.model.tally import PARTS, Case, Cases, age_index, part_of, years
from ehrenamt_desktop.store.reads import catalogue, figures, past_cases


@dataclass(frozen=True)
class Counted:
    """All cases of a period.

    Attributes:
        start: its first day.
        end: its last day, included.
        today: the day it was counted on.
        cases: by the key of the figure.
    """

    start: dt.date
    end: dt.date
    today: dt.date
    cases: Mapping[str, Cases]

    def of(self, key: str) -> Cases:
        """The cases of a figure, also of one that is a part of another."""
        if key in PARTS:
            return part_of(key, self.cases[BY_KEY[key].part_of])
        return self.cases[key]

    @property
    def cohort_over(self) -> dt.date:
        """The first day on which nobody of the period can be placed in time any more."""
        return self.end + dt.timedelta(days=COHORT_DAYS + 1)


def count(
    connection: Any,
    start: dt.date,
    end: dt.date,
    today: dt.date,
    keys: Iterable[str] = figures.COUNTED,
) -> Counted:
    """Count a period.

    Args:
        connection: to the store.
        start: first day.
        end: last day, included.
        today: the day it is counted on.
        keys: the figures that are wanted.
    """
    wanted = {key: _cases(connection, key, start, end, today) for key in keys}
    return Counted(start, end, today, wanted)


def _cases(
    connection: Any, key: str, start: dt.date, end: dt.date, today: dt.date
) -> tuple[Case, ...]:
    found = []
    for one in figures.found(connection, key, start, end, today):
        at = years(one.birth_date, one.birth_year, end)
        found.append(
            Case(one.record, one.municipality, age_index(at), at, one.area, one.on, one.amount,
                 one.mark, one.place)
        )  # fmt: skip
    if key in past_cases.KEPT:
        found += _past(connection, key, start, end)
    return tuple(found)


def _past(connection: Any, key: str, start: dt.date, end: dt.date) -> Iterator[Case]:
    """What is kept of erased people; a number below zero leads to nobody."""
    for number, town, group, area, on, amount, mark in past_cases.past(connection, key, start, end):
        at = years_of(group)
        yield Case(-number, town, age_index(at), at, area, on, amount, mark)


def towns(connection: Any) -> tuple[str, ...]:
    """The municipalities of the association, and what lies outside."""
    members = {one.municipality for one in catalogue.places(connection) if one.member}
    return (*sorted(members), OUTSIDE)
