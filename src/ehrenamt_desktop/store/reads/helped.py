"""Which help requests hold something of the helped person, in their history too."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from ehrenamt_desktop.store.reads.cells import day, stamp_day

COLUMNS = ("helped_name", "helped_phone", "helped_consent_on")
"""All that may be kept of the helped person, for as long as `model/rules/helping.py` allows."""

_FACTS = (
    "o.ends_on, CASE o.status WHEN 'archived' THEN (SELECT max(\"on\") FROM status_event "
    "WHERE kind = 'offer' AND record_id = o.id AND to_state = 'archived') END, "
    "o.trashed_at, o.id IS NULL"
)
_TOLD = " OR ".join(
    f'(j.{side} LIKE \'%"{column}":"%\' AND j.{side} NOT LIKE \'%"{column}":""%\')'
    for column in COLUMNS
    for side in ("before", "after")
)
_HELD = (
    f"SELECT o.id, {_FACTS} FROM offer o "
    "WHERE o.helped_name <> '' OR o.helped_phone <> '' OR o.helped_consent_on IS NOT NULL "
    f"UNION SELECT j.record_id, {_FACTS} FROM journal_entry j "
    f"LEFT JOIN offer o ON o.id = j.record_id WHERE j.kind = 'offer' AND ({_TOLD})"
)
_ONE = f"SELECT o.id, {_FACTS} FROM offer o WHERE o.id = ?"


class Held(NamedTuple):
    """A help request that holds something; `gone` when only its history does.

    `put_away_on` is the day it went into the archive or the trash, the earlier of both.
    """

    offer_id: int
    ends_on: dt.date | None
    put_away_on: dt.date | None
    gone: bool


def held(connection: Any) -> list[Held]:
    """All of them, by number."""
    return [_held(cells) for cells in connection.execute(_HELD)]


def one(connection: Any, number: int) -> Held:
    """What dates the end of one offer that is there."""
    return _held(connection.execute(_ONE, (number,)).fetchone())


def _held(cells: Any) -> Held:
    days = [
        found
        for found in (day(cells[2]), stamp_day(cells[3]) if cells[3] else None)
        if found is not None
    ]
    return Held(cells[0], day(cells[1]), min(days, default=None), bool(cells[4]))
