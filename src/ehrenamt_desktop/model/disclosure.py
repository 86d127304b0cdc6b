"""What a person is told about the data kept of them (Art. 15 and 20 GDPR)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

FORMAT = "ehrenamt-desktop-auskunft-1"
"""Names the form of the JSON file."""


class Fact(NamedTuple):
    """A field and what stands in it, in words."""

    label: str
    value: str


class Holding(NamedTuple):
    """One record: its fields that hold something."""

    facts: tuple[Fact, ...]


class Chapter(NamedTuple):
    """The records of one table under their German name."""

    title: str
    records: tuple[Holding, ...]


class Recipient(NamedTuple):
    """Who received the contact, when, and what was passed on."""

    on: dt.date
    name: str
    parts: str


class Disclosure(NamedTuple):
    """Everything a person is told.

    Attributes:
        number: of the person.
        lines: name and address from the top.
        on: the day of the disclosure.
        controller: who answers for the data; empty until the office entered it.
        officer: the data-protection officer.
        authority: whom the person may complain to.
        purposes: what the data is used for, and on which ground.
        kept: how long the data is kept.
        matching: how proposals are made; empty where none are.
        receivers: what is said where no recipient is named.
        recipients: who received something, the latest first.
        sources: where the data is from.
        chapters: the person's data, the person first.
        edits: what was changed when, in words.
        rows: the same data as it is stored, by table.
        labels: what columns are called, by table.
        titles: what tables are called.
    """

    number: int
    lines: tuple[str, ...]
    on: dt.date
    controller: str
    officer: str
    authority: str
    purposes: tuple[Fact, ...]
    kept: str
    matching: str
    receivers: str
    recipients: tuple[Recipient, ...]
    sources: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    edits: tuple[str, ...]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    labels: Mapping[str, Mapping[str, str]]
    titles: Mapping[str, str]
