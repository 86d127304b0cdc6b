"""Which safety copies may go: all of the last day stay, fewer of the months before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many daily, weekly and monthly copies are kept (Anki's defaults, store notes 2.5)."""


FRESH = dt.timedelta(hours=24)
"""Copies that are this much older than the newest all stay: a slip is found within a day."""


def to_thin(moments: Iterable[dt.datetime]) -> set[dt.datetime]:
    """All but the fresh ones and the last copy of each kept day, week and month."""
    ordered = sorted(set(moments), reverse=True)
    keep = {one for one in ordered if ordered[0] - one < FRESH}
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
