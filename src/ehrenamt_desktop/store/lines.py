"""Lines: what the list of people sorts and filters by, narrow and indexed beside the wide table.

An encrypted wide table is sorted slowly (100,000 people: 0.8 s), a covering index is walked in
some 20 ms. A line is derived like the search words: written anew in the step that touches its
person, never journalled, rebuilt after a migration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.store.journal import Note, chunks
from ehrenamt_desktop.store.reads.person_facts import BASIS, BORN, CONSENTS
from ehrenamt_desktop.store.reads.stages import (
    ARCHIVED,
    LAST_CONTACT,
    LISTED,
    PERSON_GAPS,
    PERSON_STAGE,
    RESTRICTED,
    STAGE_RANKS,
    TRASHED,
)

YEAR_ONE = 1721424.5
"""Julian day before year 1: `last_contact` is kept as `date.toordinal` counts, 0 for none."""

_OWNERS: Mapping[Kind, str] = dict.fromkeys(
    (Kind.PLACEMENT, Kind.INTERACTION, Kind.PERSON_TERM, Kind.CONSENT), "person_id"
)
_RANK = f"CASE {PERSON_STAGE} " + " ".join(
    f"WHEN '{stage}' THEN {rank}" for stage, rank in STAGE_RANKS.items()
)
_LINES = (
    "INSERT INTO person_line (id, extent, name, place, municipality, place_id, stage, "
    "last_contact, created, phone, email, gaps, born, consents, basis) "
    f"SELECT r.id, CASE WHEN r.trashed_at IS NOT NULL THEN {TRASHED} "
    f"WHEN r.restricted_on IS NOT NULL THEN {RESTRICTED} "
    f"WHEN r.status = 'ended' THEN {ARCHIVED} ELSE {LISTED} END, r.sort_key, "
    "coalesce(p.sort_key, ''), coalesce(p.municipality, ''), coalesce(r.place_id, 0), "
    f"{_RANK} END, coalesce(CAST(julianday({LAST_CONTACT}) - {YEAR_ONE} AS INTEGER), 0), "
    "CAST(strftime('%s', r.created_at) AS INTEGER), "
    f"coalesce(nullif(r.phone, ''), r.mobile), lower(r.email), {PERSON_GAPS}, "
    f"{BORN}, {CONSENTS}, {BASIS} "
    "FROM person r LEFT JOIN place p ON p.id = r.place_id"
)


def refresh(connection: Connection, notes: Iterable[Note]) -> None:
    """Write the lines of all people whom a step touched anew; people who are gone lose theirs."""
    wanted: set[int] = set()
    places: set[int] = set()
    for note in notes:
        if note.kind is Kind.PERSON:
            wanted.add(note.record_id)
        elif note.kind is Kind.PLACE:
            places.add(note.record_id)
        elif note.kind in _OWNERS:
            column = _OWNERS[note.kind]
            owners = (note.whole.get(column), (note.before or {}).get(column))
            wanted.update(int(owner) for owner in owners if owner is not None)
    for chunk in chunks(sorted(places)):
        found = connection.exec_driver_sql(
            f"SELECT id FROM person WHERE place_id IN ({_marks(chunk)})"
        )
        wanted.update(int(row[0]) for row in found)
    for chunk in chunks(sorted(wanted)):
        marks = _marks(chunk)
        connection.exec_driver_sql(f"DELETE FROM person_line WHERE id IN ({marks})")
        connection.exec_driver_sql(f"{_LINES} WHERE r.id IN ({marks})")


def rebuild(connection: Connection) -> None:
    """Write the line of every person anew (after a migration)."""
    connection.exec_driver_sql("DELETE FROM person_line")
    connection.exec_driver_sql(_LINES)
    connection.exec_driver_sql("REINDEX person_line")  # full pages: a third less to decrypt


def _marks(ids: Iterable[int]) -> str:
    return ",".join(str(one) for one in ids)
