"""What the journal tells of one record and its parts."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind

PARTS: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.PERSON: (Kind.PERSON_TERM, Kind.CREDENTIAL, Kind.CONSENT),
    Kind.INITIATIVE: (Kind.CONTACT, Kind.FOUNDING_STEP, Kind.INTEREST),
    Kind.OFFER: (Kind.OFFER_TERM,),
}
"""Records that belong to another one and stand in its history."""

_CELLS = (
    'SELECT e.id, e.kind, e.record_id, e."before", e."after", s.action, s.at '
    "FROM journal_entry e JOIN journal_step s ON s.id = e.step_id "
)


class Entry(NamedTuple):
    """One entry of the journal; values as they are stored, None where there was no record."""

    id: int
    kind: Kind
    record_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    action: str
    at: dt.datetime


def entries(connection: Any, kind: Kind, number: int, most: int) -> list[Entry]:
    """The latest entries about a record and its parts, at most `most`, the latest first."""
    parts = ", ".join(f"'{part.value}'" for part in PARTS.get(kind, ()))
    own = f"{_CELLS} WHERE e.kind = :kind AND e.record_id = :number"
    of_parts = f" UNION ALL {_CELLS} WHERE e.owner_id = :number AND e.kind IN ({parts})"
    statement = f"{own}{of_parts if parts else ''} ORDER BY 1 DESC LIMIT :most"
    values = {"kind": kind.value, "number": number, "most": most}
    return [_entry(cells) for cells in connection.execute(statement, values)]


def entry(connection: Any, number: int) -> Entry | None:
    """One entry, or None if it is gone."""
    cells = connection.execute(f"{_CELLS} WHERE e.id = ?", (number,)).fetchone()
    return None if cells is None else _entry(cells)


NAMED: Mapping[str, tuple[str, str]] = {
    "initiative_id": ("initiative", "name"),
    "offer_id": ("offer", "title"),
    "person_id": ("person", "trim(first_name || ' ' || last_name)"),
    "contact_id": ("contact_person", "trim(first_name || ' ' || last_name)"),
}
"""Columns that name another record: its table and what it is called."""


def name(connection: Any, column: str, number: int) -> str | None:
    """What the record that a column names is called; None if it is gone."""
    table, words = NAMED[column]
    cells = connection.execute(f"SELECT {words} FROM {table} WHERE id = ?", (number,)).fetchone()
    return None if cells is None else str(cells[0])


def term(connection: Any, number: int) -> tuple[str, str] | None:
    """Kind and label of a term; None if it is gone."""
    cells = connection.execute("SELECT kind, label FROM term WHERE id = ?", (number,)).fetchone()
    return None if cells is None else (cells[0], cells[1])


def _entry(cells: Any) -> Entry:
    moment = dt.datetime.fromisoformat(cells[6]).replace(tzinfo=dt.UTC)
    return Entry(
        id=cells[0],
        kind=Kind(cells[1]),
        record_id=cells[2],
        before=json.loads(cells[3]) if cells[3] is not None else None,
        after=json.loads(cells[4]) if cells[4] is not None else None,
        action=cells[5],
        at=clock.local(moment),
    )
