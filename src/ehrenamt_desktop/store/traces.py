"""Traces: the keys under which a person would meet a double (`model/likeness.py`), for one lookup.

Derived like the search words: an FTS5 table without content, written anew in the step that touches
its person, never journalled, rebuilt after a migration. A key is kept as a short hash, so the
table tells no names and stays small.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from hashlib import blake2b

from sqlalchemy import Connection

from ehrenamt_desktop.model import likeness
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.store.journal import Note, chunks

TABLE = "person_trace_search"

_COLUMNS = (
    "first_name", "last_name", "birth_date", "birth_year", "street", "phone", "mobile", "email",
)  # fmt: skip
_QUERY = f"SELECT id, {', '.join(_COLUMNS)} FROM person WHERE trashed_at IS NULL"


def word(key: str) -> str:
    """The word a key is kept as: eight letters and digits."""
    return base64.b32encode(blake2b(key.encode(), digest_size=5).digest()).decode("ascii").lower()


def refresh(connection: Connection, notes: Iterable[Note]) -> None:
    """Write the traces of all people whom a step touched anew; those who are gone lose theirs."""
    touched = {note.record_id for note in notes if note.kind is Kind.PERSON}
    for chunk in chunks(sorted(touched)):
        marks = ",".join(str(one) for one in chunk)
        connection.exec_driver_sql(f"DELETE FROM {TABLE} WHERE rowid IN ({marks})")
        _write(connection, f"{_QUERY} AND id IN ({marks})")


def rebuild(connection: Connection) -> None:
    """Write the traces of every person anew (after a migration)."""
    connection.exec_driver_sql(f"INSERT INTO {TABLE}({TABLE}) VALUES ('delete-all')")
    _write(connection, _QUERY)
    connection.exec_driver_sql(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")


def _write(connection: Connection, query: str) -> None:
    made = []
    for number, *cells in connection.exec_driver_sql(query).fetchall():
        keys = likeness.keys(dict(zip(_COLUMNS, cells, strict=True)))
        made.append((number, " ".join(word(key) for key in sorted(keys))))
    if made:
        connection.exec_driver_sql(f"INSERT INTO {TABLE}(rowid, words) VALUES (?, ?)", made)
