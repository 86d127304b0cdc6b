"""The hours of a placement by month, as its sheet shows them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model import text


class MonthHours(NamedTuple):
    """One month, by its first day; `hours` is None while nothing was entered."""

    month: dt.date
    hours: float | None

    @property
    def key(self) -> str:
        """`2026-11`: the name of its field."""
        return f"{self.month:%Y-%m}"

    @property
    def words(self) -> str:
        """`November 2026`."""
        return f"{text.month(self.month.month)} {self.month.year}"


class HourSheet(NamedTuple):
    """The months in which a placement ran, the earliest first."""

    placement_id: int
    months: tuple[MonthHours, ...]

    @property
    def total(self) -> float:
        """The sum in hours."""
        return sum(one.hours or 0.0 for one in self.months)

    @property
    def words(self) -> str:
        """`34,5 Stunden in 3 Monaten`; empty while nothing was entered."""
        filled = [one for one in self.months if one.hours is not None]
        if not filled:
            return ""
        return f"{hours(self.total)} in {text.count(len(filled), 'Monat', 'Monaten')}"


def hours(amount: float) -> str:
    """`1 Stunde`, `34,5 Stunden`."""
    return f"{text.number(amount, 2)} {'Stunde' if amount == 1 else 'Stunden'}"


def months(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The first days of all months from one day to another."""
    found, at = [], first.replace(day=1)
    while at <= last:
        found.append(at)
        at = (at + dt.timedelta(days=32)).replace(day=1)
    return tuple(found)
