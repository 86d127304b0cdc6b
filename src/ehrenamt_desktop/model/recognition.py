"""The list of those who may be thanked, as rows and columns."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.rules.recognition import Honour
from ehrenamt_desktop.model.text import day


class HonourRow(NamedTuple):
    """Somebody who may be thanked: for what, where, and since or from when.

    `id` counts the rows of the list; `person_id` is the record. `more` says what is to be asked.
    """

    id: int
    person_id: int
    name: str
    place: str
    honour: Honour
    what: str
    on: dt.date | None
    more: str


HONOUR_COLUMNS: tuple[Column[HonourRow], ...] = (
    Column("name", "Person", lambda row: row.name, width=24),
    Column("place", "Ort", lambda row: row.place, width=18),
    Column("honour", "Anlass", lambda row: row.honour.label, width=24),
    Column("what", "Wofür", lambda row: row.what, width=40),
    Column("on", "Am", lambda row: day(row.on) if row.on else "", value=lambda row: row.on,
           width=12),
    Column("more", "Zu fragen", lambda row: row.more, width=30),
    Column("number", "Nr.", lambda row: str(row.person_id), align="right",
           value=lambda row: row.person_id, width=7),
)  # fmt: skip
