"""How many people the store speaks of, and which lists with their data lie about as files."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple


class KeptList(NamedTuple):
    """A list with personal data that was written and is not yet noted as deleted."""

    number: int
    on: dt.date
    rows: int


class Held(NamedTuple):
    """What a breach could reach."""

    people: int
    contacts: int
    lists: tuple[KeptList, ...]


def held(connection: Any) -> Held:
    """The numbers of today; people in the trash count, they are still there."""
    one = "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM contact_person)"
    people, contacts = connection.execute(one).fetchone()
    statement = (
        "SELECT id, printed_on, rows FROM posting "
        "WHERE delete_on IS NOT NULL AND deleted_on IS NULL ORDER BY printed_on, id"
    )
    lists = tuple(
        KeptList(number, dt.date.fromisoformat(on), rows or 0)
        for number, on, rows in connection.execute(statement).fetchall()
    )
    return Held(people, contacts, lists)
