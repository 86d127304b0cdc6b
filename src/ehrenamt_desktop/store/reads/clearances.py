"""Which placements hold something of a clearance certificate, in their history too."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from ehrenamt_desktop.store.reads.cells import day

COLUMNS = ("efz_confirmed_on", "efz_review_on")
"""All that may be kept of it, for as long as `model/rules/clearance.py` allows."""

_FILLED = " OR ".join(
    f'j.{side} LIKE \'%"{column}":"%\'' for column in COLUMNS for side in ("before", "after")
)
_HELD = (
    "SELECT id, started_on, ended_on, state FROM placement WHERE efz_confirmed_on IS NOT NULL "
    "OR efz_review_on IS NOT NULL UNION SELECT j.record_id, m.started_on, m.ended_on, m.state "
    "FROM journal_entry j LEFT JOIN placement m ON m.id = j.record_id "
    f"WHERE j.kind = 'placement' AND ({_FILLED})"
)
"""Placements that hold one of the days, or whose history does; without state they are gone."""


class Held(NamedTuple):
    """A placement that holds one of the days; `gone` when only its history does."""

    placement_id: int
    started_on: dt.date | None
    ended_on: dt.date | None
    gone: bool


def held(connection: Any) -> list[Held]:
    """All of them, by number."""
    return [
        Held(cells[0], day(cells[1]), day(cells[2]), gone=cells[3] is None)
        for cells in connection.execute(_HELD)
    ]
