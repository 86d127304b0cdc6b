"""What is known for the Ehrenamts-Card of a person, and the letter that goes with the form."""

from __future__ import annotations

import datetime as dt
import json
from typing import NamedTuple

from ehrenamt_desktop.model import certificates
from ehrenamt_desktop.model.certificates import ESTIMATED, Engagement
from ehrenamt_desktop.model.hours import hours
from ehrenamt_desktop.model.rules.card import Condition, Declared, Standing
from ehrenamt_desktop.model.text import day


class CardCheck(NamedTuple):
    """The conditions of the county in which a person lives."""

    county: str
    name: str
    conditions: tuple[Condition, ...]
    engagements: tuple[Engagement, ...]


class CardLetter(NamedTuple):
    """The covering letter, open to changes by hand; `to` are the lines of the address."""

    to: str
    subject: str
    body: str

    def kept(self) -> str:
        """As JSON, to be kept with the paper."""
        return json.dumps(self._asdict(), ensure_ascii=False)


def recipient(county: str) -> str:
    """The first lines of the address; street and town are to be added."""
    return f"{county}\nDer Kreisausschuss\nEhrenamts-Card" if county else ""


def engagement_lines(check: CardCheck, declared: Declared, as_of: dt.date) -> str:
    """What is known, one line of a list each; what is not met is no matter of this letter."""
    lines = [_line(one) for one in check.engagements if one.runs(as_of)]
    if declared.any:
        parts = [
            declared.where or "anderes Engagement",
            f"seit {day(declared.since)}" if declared.since else "",
            f"{hours(declared.hours)} pro Woche" if declared.hours else "",
        ]
        told = ", ".join(part for part in parts if part)
        lines.append(f"{told} (nach eigener Angabe)")
    met = [one for one in check.conditions[1:] if one.standing is Standing.MET]
    lines += [f"{one.name}: {one.sentence}" for one in met]
    return "\n".join(f"- {one}" for one in lines)


def _line(one: Engagement) -> str:
    parts = [
        f"{one.title} ({one.body})",
        certificates.period(one),
        f"etwa {hours(one.hours)} pro Woche, {ESTIMATED}" if one.hours else "",
    ]
    return ", ".join(part for part in parts if part)
