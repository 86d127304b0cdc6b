"""Which safety copies may go: many of the last days, fewer of the months before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many daily, weekly and monthly copies are kept (Anki's defaults, store notes 2.5)."""


def to_thin(moments: Iterable[dt.datetime]) -> set[dt.datetime]:
    """All but the last copy of each kept day, week and month; never the newest."""
    ordered = sorted(set(moments), reverse=True)
    keep = set(ordered[:1])
    for limit, unit in (
        (DAYS, lambda one: one.date()),
        (WEEKS, lambda one: one.isocalendar()[:2]),
        (MONTHS, lambda one: (one.year, one.month)),
    ):
        newest: dict[Any, dt.datetime] = {}
        for one in ordered:
            newest.setdefault(unit(one), one)
        keep |= set(sorted(newest.values(), reverse=True)[:limit])
    return set(ordered) - keep
