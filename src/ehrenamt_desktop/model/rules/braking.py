"""When the program asks before it deletes by itself: much at once, or after a leap of the clock."""

from __future__ import annotations

import datetime as dt

FEW = 10
"""So many go without a question, however many there are."""

SHARE = 0.1
"""More than this part of all at once is asked about (store notes 2.6)."""

PAUSE = dt.timedelta(days=62)
"""An office is closed for no longer; a clock that moved on further may be wrong."""


def too_many(due: int, of: int) -> bool:
    """Whether so many of all are more than an ordinary day brings."""
    return due > FEW and due > SHARE * of


def jumped(last_on: dt.date | None, today: dt.date) -> bool:
    """Whether the clock moved on so far since the last time that it may be wrong."""
    return last_on is not None and today - last_on > PAUSE
