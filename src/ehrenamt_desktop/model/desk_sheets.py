"""Sheets for the desk and to take along: an offer, who came, whom to call."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class OfferSheet(NamedTuple):
    """The public side of one offer in full; `facts` are (label, words), never empty."""

    number: int
    title: str
    initiative: str
    text: str
    facts: tuple[tuple[str, str], ...]


class Meeting(NamedTuple):
    """What an attendance sheet is for; only the title is needed."""

    title: str
    on: dt.date | None = None
    time: str = ""
    place: str = ""


class CallEntry(NamedTuple):
    """Somebody to call: number of the record, name, phone, and what else helps."""

    number: int
    name: str
    phone: str
    about: str = ""
