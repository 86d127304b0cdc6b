"""An appointment as it leaves the program: no name, only initials."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.text import fold

USUAL_MINUTES = 60
"""Length of a talk whose length is not known (domain brief 1.1: about an hour in person)."""


class Appointment(NamedTuple):
    """A planned talk for a calendar.

    Attributes:
        key: the same for every file about this talk, so that a calendar updates its entry.
        version: rises with every change of the talk.
        on: the day, in the office's time.
        at: the time; None for the whole day.
        minutes: its length, if known.
        title: kind of talk and initials, or the name of the body.
        place: where.
    """

    key: str
    version: int
    on: dt.date
    at: dt.time | None
    minutes: int | None
    title: str
    place: str


def initials(first_name: str, last_name: str) -> str:
    """The first letters of both names, as `M. D.`."""
    return " ".join(
        f"{name.strip()[0].upper()}." for name in (first_name, last_name) if name.strip()
    )


def without_names(text: str, first_name: str, last_name: str) -> str:
    """Free text with each of the person's names cut down to its first letter."""
    names = {fold(name): name for name in (first_name, last_name) if name.strip()}
    words = text.split(" ")
    return " ".join(
        f"{word.strip()[0].upper()}." if fold(word.strip(",.;:()")) in names else word
        for word in words
    )
