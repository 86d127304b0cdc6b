"""The public side of an offer: the only words of it that can reach a notice board."""

from __future__ import annotations

import calendar
import datetime as dt

from ehrenamt_desktop.model.enums import OfferKind, Rhythm
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.text import day

BY_ARRANGEMENT = "nach Absprache"
CLEARED = "klären wir mit Ihnen"
TO_TRY = "Schnuppertermin möglich"
HANGING_MONTHS = 3
YOUTH_FROM = 14


def where(kind: OfferKind, location: str, place: str, municipality: str, remote: bool) -> str:
    """Where the task is; help for one person names the municipality only."""
    if kind is OfferKind.HELP_REQUEST:
        return f"Gemeinde {municipality}" if municipality else BY_ARRANGEMENT
    if remote:
        return "von zu Hause aus"
    return location or place or BY_ARRANGEMENT


def when(
    time_text: str,
    grid: int,
    rhythm: Rhythm | None,
    starts_on: dt.date | None,
    ends_on: dt.date | None,
) -> str:
    """When the task is: its own words, else its day, its grid or its rhythm."""
    if time_text:
        return time_text
    words = time_grid.text(grid)
    if rhythm is Rhythm.ONCE and starts_on is not None:
        single = ends_on is None or ends_on == starts_on
        date = f"{'am' if single else 'ab'} {day(starts_on)}"
        return f"{date}, {words}" if words else date
    if words:
        return words
    return rhythm.label if rhythm is not None else BY_ARRANGEMENT


def needs(requirements: str, min_age: int | None, trial_possible: bool | None) -> str:
    """What somebody needs; never more than the offer's own public words."""
    if requirements:
        return requirements
    if min_age:
        return f"ab {min_age} Jahren"
    return TO_TRY if trial_possible else CLEARED


def for_youth(fit: bool, min_age: int | None, kind: OfferKind) -> bool:
    """Whether an offer may stand on a sheet for young people from 14 on.

    Only what the office marked as fit for them, never help for one person at home.
    """
    return fit and (min_age or 0) <= YOUTH_FROM and kind is not OfferKind.HELP_REQUEST


def hangs_until(printed_on: dt.date) -> dt.date:
    """The last day a sheet may hang: the end of the third month after printing."""
    month = printed_on.month + HANGING_MONTHS
    year = printed_on.year + (month - 1) // 12
    month = (month - 1) % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])
