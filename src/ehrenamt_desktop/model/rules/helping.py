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
    end = min(ends)
    month = end.month + KEPT_MONTHS
    year, month = end.year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, min(end.day, calendar.monthrange(year, month)[1]))
