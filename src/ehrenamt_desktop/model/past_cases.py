"""What figures keep of an erased person: a case with a quarter, an age group, a municipality."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

GROUPS = (
    ("unter 14", 13), ("14 bis 17", 16), ("18 bis 26", 22), ("27 bis 29", 28), ("30 bis 49", 40),
    ("50 bis 64", 57), ("ab 65", 70),
)  # fmt: skip
"""Age groups and an age of each: as fine as figures on minors and the young need it, not finer."""

_LATEST = (14, 18, 27, 30, 50, 65)


class PastEvent(NamedTuple):
    """One event of somebody who is erased, generalised; `until` names the next one's quarter."""

    figure: str
    quarter: str
    until: str
    age_group: str
    municipality: str
    area: str
    mark: str
    amount: float


def group_of(years: int | None) -> str:
    """The age group of an age; empty where it is unknown."""
    if years is None:
        return ""
    return GROUPS[sum(years >= bound for bound in _LATEST)][0]


def years_of(group: str) -> int | None:
    """An age that stands for a group; None for the empty one."""
    return dict(GROUPS).get(group)


def quarter_of(day: dt.date) -> str:
    """`2026-Q4`."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def first_day(quarter: str) -> dt.date:
    """The day it begins on."""
    year, _, number = quarter.partition("-Q")
    return dt.date(int(year), 3 * int(number) - 2, 1)


def last_day(quarter: str) -> dt.date:
    """The day it ends on."""
    first = first_day(quarter)
    month = first.month + 3
    following = dt.date(first.year + month // 13, month if month < 13 else 1, 1)
    return following - dt.timedelta(days=1)
