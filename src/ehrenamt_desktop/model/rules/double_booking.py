"""Does a person promise the same hours twice, or more hours than they give? A warning only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.rules import time_grid


@dataclass(frozen=True, slots=True)
class Booking:
    """One placement as far as time goes.

    Attributes:
        placement_id: which.
        title: of its offer.
        grid: when the offer takes place, 0 if that is not known.
        hours: a week; None if that is not known.
        begins, ends: the days between which it takes place, None where open.
    """

    placement_id: int
    title: str
    grid: int
    hours: float | None
    begins: dt.date | None = None
    ends: dt.date | None = None


def warnings(wanted: Booking, others: Iterable[Booking], gives: float | None) -> tuple[str, ...]:
    """What to mind when `wanted` is taken on beside `others`.

    Args:
        wanted: the placement that is looked at.
        others: the person's placements that run or whose contact is passed on.
        gives: the hours a week the person wants to give; None if that is not known.
    """
    beside = [one for one in others if one.placement_id != wanted.placement_id]
    told = [sentence for one in beside if (sentence := _meeting(wanted, one))]
    over = _hours([wanted, *beside], gives) if beside else ""
    return (*told, over) if over else tuple(told)


def _meeting(one: Booking, other: Booking) -> str:
    """`Zur gleichen Zeit wie „Bürgerbus fahren“: Di nachmittags.`."""
    shared = one.grid & other.grid & time_grid.WEEK
    if not shared or _apart(one, other) or _apart(other, one):
        return ""
    return f"Zur gleichen Zeit wie „{other.title}“: {time_grid.text(shared)}."


def _apart(one: Booking, other: Booking) -> bool:
    return one.ends is not None and other.begins is not None and one.ends < other.begins


def _hours(bookings: Sequence[Booking], gives: float | None) -> str:
    known = [one.hours for one in bookings if one.hours is not None]
    together = sum(known)
    if gives is None or together <= gives:
        return ""
    return (
        f"Zusammen {text.number(together)} Stunden pro Woche; die Person möchte "
        f"{text.number(gives)} geben."
    )
