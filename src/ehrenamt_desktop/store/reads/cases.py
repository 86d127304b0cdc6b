"""What a counted record is today, in one line; nothing where it is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.enums import FollowUpKind, InteractionKind, Kind
from ehrenamt_desktop.model.text import day as day_text
from ehrenamt_desktop.store.reads.cells import day

GONE = "gelöscht"

_NAME = "trim(r.first_name || ' ' || r.last_name)"
_STATEMENTS: Mapping[Kind, str] = {
    Kind.PERSON: f"SELECT r.id, {_NAME}, '', NULL FROM person r "
    "WHERE r.trashed_at IS NULL AND r.id IN ({})",
    Kind.INTERACTION: f"SELECT x.id, coalesce({_NAME}, i.name, ''), x.kind, x.\"on\" "
    "FROM interaction x LEFT JOIN person r ON r.id = x.person_id "
    "LEFT JOIN initiative i ON i.id = x.initiative_id WHERE x.id IN ({})",
    Kind.PLACEMENT: f"SELECT m.id, {_NAME} || ' – ' || o.title, '', NULL FROM placement m "
    "JOIN person r ON r.id = m.person_id JOIN offer o ON o.id = m.offer_id WHERE m.id IN ({})",
    Kind.FOLLOW_UP: f"SELECT f.id, coalesce({_NAME}, f.title), f.kind, f.due_on FROM follow_up f "
    "LEFT JOIN placement m ON m.id = f.placement_id "
    "LEFT JOIN person r ON r.id = coalesce(f.person_id, m.person_id) WHERE f.id IN ({})",
    Kind.OFFER: "SELECT o.id, o.title || ' – ' || i.name, '', NULL FROM offer o "
    "JOIN initiative i ON i.id = o.initiative_id WHERE o.trashed_at IS NULL AND o.id IN ({})",
    Kind.INITIATIVE: "SELECT i.id, i.name, '', NULL FROM initiative i "
    "WHERE i.trashed_at IS NULL AND i.id IN ({})",
    Kind.POSTING: "SELECT x.id, x.title, '', x.printed_on FROM posting x WHERE x.id IN ({})",
    Kind.GRANT_APPLICATION: "SELECT g.id, g.title || ' – ' || coalesce(i.name, ''), '', "
    "g.applied_on FROM grant_application g LEFT JOIN initiative i ON i.id = g.initiative_id "
    "WHERE g.id IN ({})",
    Kind.COST: "SELECT c.id, c.note, '', c.\"on\" FROM cost c WHERE c.id IN ({})",
}
_MANY = 500


def labels(connection: Any, kind: Kind, records: Sequence[int]) -> dict[int, str]:
    """The records that still are there, by number, in one line each."""
    found: dict[int, str] = {}
    for at in range(0, len(records), _MANY):
        some = records[at : at + _MANY]
        statement = _STATEMENTS[kind].format(", ".join("?" * len(some)))
        for number, name, word, on in connection.execute(statement, tuple(some)):
            parts = (name, _word(kind, word), day_text(day(on)) if on else "")
            found[number] = ", ".join(part for part in parts if part)
    return found


def _word(kind: Kind, word: str) -> str:
    if kind is Kind.INTERACTION:
        return InteractionKind(word).label
    return FollowUpKind(word).label if kind is Kind.FOLLOW_UP else ""


def openable(connection: Any, kind: Kind, record: int) -> tuple[Kind, int] | None:
    """Which record of a tab a counted one belongs to: itself, or its person, offer, initiative."""
    if kind in (Kind.PERSON, Kind.OFFER, Kind.INITIATIVE, Kind.PLACEMENT):
        return kind, record
    if kind is Kind.GRANT_APPLICATION:
        found = connection.execute(
            "SELECT programme_id FROM grant_application WHERE id = ?", (record,)
        ).fetchone()
        return (Kind.GRANT_PROGRAMME, found[0]) if found else None
    if kind not in (Kind.INTERACTION, Kind.FOLLOW_UP):
        return None
    table = kind.value
    found = connection.execute(
        f"SELECT person_id, initiative_id, placement_id FROM {table} WHERE id = ?",
        (record,),
    ).fetchone()
    kinds = (Kind.PERSON, Kind.INITIATIVE, Kind.PLACEMENT)
    pairs = zip(kinds, found or (), strict=False)
    return next(((one, number) for one, number in pairs if number is not None), None)
