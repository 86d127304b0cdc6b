"""From counted records to figures: sums, shares, medians, tables. Nothing is hidden here."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.figure_rows import Shown, Unit
from ehrenamt_desktop.model.figures import (
    AGE_BOUNDS,
    AGES,
    JOB_SEEKING,
    MINORS,
    YOUTH,
    Definition,
    How,
)
from ehrenamt_desktop.model.gaps import OUTSIDE
from ehrenamt_desktop.model.rules.age import age

NOBODY = "keine"


class Case(NamedTuple):
    """One record a figure counted, with generalised attributes.

    Attributes:
        record: its number.
        town: municipality of the association; empty outside of it.
        ages: index into `AGES`.
        years: age at the end of the period, None if unknown.
        area: field of engagement, empty where there is none.
        on: the day it counts on.
        amount: what it adds; 1 for what is counted.
        mark: a reason, a working status: what splits are made of.
        place: the village, for the desk only; no edition keeps it.
    """

    record: int
    town: str
    ages: int
    years: int | None
    area: str
    on: dt.date | None
    amount: float
    mark: str
    place: str = ""

    @property
    def quarter(self) -> str:
        """`2026-Q4`; empty without a day."""
        return f"{self.on.year}-Q{(self.on.month + 2) // 3}" if self.on else ""

    @property
    def age_group(self) -> str:
        """The name of the age group."""
        return AGES[self.ages]


Cases = Sequence[Case]


class Finer(NamedTuple):
    """A figure of one month or village; internal, since it points at people."""

    label: str
    town: str
    shown: Shown


PARTS: Mapping[str, Callable[[Case], bool]] = {
    "minors_first": lambda one: one.years is not None and one.years in MINORS,
    "youth_placed": lambda one: one.years is not None and one.years in YOUTH,
    "job_seekers_placed": lambda one: one.mark in JOB_SEEKING,
}
"""Figures that count some of the cases of another, and which."""


def years(birth_date: dt.date | None, birth_year: int | None, on: dt.date) -> int | None:
    """Age in full years; with the year of birth alone the age that is reached in this year."""
    high = age(birth_date, birth_year, on).high
    return None if high is None else max(0, high)


def age_index(at: int | None) -> int:
    """Which of `AGES` an age belongs to."""
    return len(AGES) - 1 if at is None else bisect_right(AGE_BOUNDS, at)


def grid(cases: Iterable[Case], towns: Sequence[str]) -> list[list[int]]:
    """How many cases there are for each municipality and age group.

    Args:
        cases: what was counted.
        towns: the municipalities; the last line is for what lies outside.
    """
    lines = {town: at for at, town in enumerate(towns[:-1])}
    counts = [[0] * len(AGES) for _ in towns]
    for one in cases:
        counts[lines.get(one.town, len(towns) - 1)][one.ages] += 1
    return counts


def by_town(cases: Iterable[Case], towns: Sequence[str]) -> list[list[Case]]:
    """The cases of each municipality; the last are those outside."""
    lines = {town: at for at, town in enumerate(towns[:-1])}
    found: list[list[Case]] = [[] for _ in towns]
    for one in cases:
        found[lines.get(one.town, len(towns) - 1)].append(one)
    return found


def halves(cases: Iterable[Case], inside: Callable[[Case], bool]) -> tuple[list[Case], list[Case]]:
    """The cases that are a part, and the rest."""
    part: list[Case] = []
    rest: list[Case] = []
    for one in cases:
        (part if inside(one) else rest).append(one)
    return part, rest


def value(definition: Definition, cases: Cases) -> Shown:
    """A figure from its cases (not for ratios)."""
    if definition.how is How.SHARE:
        return share(sum(1 for one in cases if one.amount), len(cases))
    if definition.how is How.MEDIAN:
        amounts = [one.amount for one in cases]
        return Shown(median(amounts), Unit.DAYS) if amounts else Shown(None, Unit.DAYS, NOBODY)
    if definition.how is How.SUM:
        return Shown(round(sum(one.amount for one in cases), 2), definition.unit)
    return Shown(len(cases), definition.unit)


def share(part: int, whole: int) -> Shown:
    """A share with what it is of."""
    if not whole:
        return Shown(None, Unit.SHARE, NOBODY)
    return Shown(part / whole, Unit.SHARE, part=part, whole=whole)


def part_of(key: str, parent: Cases) -> Cases:
    """The cases of a figure that is a part of another."""
    return halves(parent, PARTS[key])[0]


def by_month(definition: Definition, cases: Cases, start: dt.date, end: dt.date) -> list[Finer]:
    """A figure for each month of a period. For the desk only: nothing is hidden."""
    if definition.stock or definition.estimate:
        return []
    months: dict[tuple[int, int], list[Case]] = {}
    at = start.replace(day=1)
    while at <= end:
        months[at.year, at.month] = []
        at = (at + dt.timedelta(days=32)).replace(day=1)
    for one in cases:
        if one.on is not None:
            months.setdefault((one.on.year, one.on.month), []).append(one)
    return [
        Finer(f"{text.month(month)} {year}", "", value(definition, some))
        for (year, month), some in sorted(months.items())
    ]


def by_place(definition: Definition, cases: Cases) -> list[Finer]:
    """A figure for each village in which something was counted. For the desk only."""
    places: dict[tuple[str, str], list[Case]] = {}
    for one in cases:
        places.setdefault((one.town, one.place), []).append(one)
    return [
        Finer(place or town or OUTSIDE, town, value(definition, some))
        for (town, place), some in sorted(places.items(), key=lambda one: (not one[0][0], one[0]))
    ]
