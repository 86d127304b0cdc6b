"""Whole tables, for imports and exports that look at every record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def records(connection: Any, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
    """The named columns of every record of a table, by number."""
    named = ", ".join(columns)
    return list(connection.execute(f"SELECT {named} FROM {table} ORDER BY id"))


def chosen_terms(connection: Any, table: str, owner: str, relation: str) -> list[tuple[Any, ...]]:
    """Owner, term, its kind, relation, level and number of every chosen term."""
    return list(
        connection.execute(
            f"SELECT x.{owner}, x.term_id, t.kind, x.{relation}, x.level, x.id "
            f"FROM {table} x JOIN term t ON t.id = x.term_id ORDER BY x.id"
        )
    )


def last_step(connection: Any) -> int:
    """The number of the last step in the journal; 0 for none. Tells whether the store moved on."""
    (number,) = connection.execute("SELECT coalesce(max(id), 0) FROM journal_step").fetchone()
    return int(number)
