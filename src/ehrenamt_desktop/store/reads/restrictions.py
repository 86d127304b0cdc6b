"""Whose data may only be kept."""

from __future__ import annotations

from typing import Any


def restricted(connection: Any, person_id: int) -> bool:
    """Whether a person's data is restricted."""
    statement = "SELECT 1 FROM person WHERE id = ? AND restricted_on IS NOT NULL"
    return connection.execute(statement, (person_id,)).fetchone() is not None


def restricted_people(connection: Any) -> list[int]:
    """The numbers of all of them."""
    statement = "SELECT id FROM person WHERE restricted_on IS NOT NULL ORDER BY id"
    return [row[0] for row in connection.execute(statement)]
