"""How long the name of somebody who was helped is kept: three months after the end (design 4)."""

from __future__ import annotations

import calendar
import datetime as dt

KEPT_MONTHS = 3


def helped_until(
    archived_on: dt.date | None, ends_on: dt.date | None, as_of: dt.date
) -> dt.date | None:
    """The last day on which name and phone of the helped person may be kept.

    Args:
        archived_on: the day the help request went into the archive, if it lies there.
        ends_on: the last day of the help, if it is known.
        as_of: today.

    Returns:
        None while the help goes on.
    """
    ends = [day for day in (archived_on, ends_on) if day is not None and day <= as_of]
    if not ends:
        return None
    return three_months_after(min(ends))


def three_months_after(end: dt.date) -> dt.date:
    """The same day three months on, or the last of that month."""
    return months_after(end, KEPT_MONTHS)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months on (back if negative), or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
