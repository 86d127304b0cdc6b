"""From stored cells to Python values."""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop import clock


def day(value: str | None) -> dt.date | None:
    """A stored date."""
    return dt.date.fromisoformat(value[:10]) if value else None


def some_day(value: str) -> dt.date:
    """A stored date of a column that is never empty."""
    return dt.date.fromisoformat(value[:10])


def time(value: str | None) -> dt.time | None:
    """A stored time of day."""
    return dt.time.fromisoformat(value) if value else None


def stamp_day(value: str) -> dt.date:
    """The office's date of a stored UTC stamp."""
    moment = dt.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return clock.local(moment).date()
