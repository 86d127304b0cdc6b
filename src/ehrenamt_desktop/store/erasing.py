"""A person taken out of the store for good: every row, every trace, every entry of the journal.

What reports froze stays: numbers of records and generalised attributes. Numbers are never used
twice, so they lead to nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.store import lines, search, traces
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.journal import Note
from ehrenamt_desktop.store.reads.holdings import Row, holdings
from ehrenamt_desktop.store.records import METADATA
from ehrenamt_desktop.store.trouble import guarded
from ehrenamt_desktop.store.unit import Unit

STAYS = frozenset({"edition_case", "erasure"})
"""Tables whose rows hold nothing that tells who it was."""

_PATIENCE = 20  # each waits as long as the connection does for a lock

INDEXES = ("person_search", "person_trace_search")


def erase_person(unit: Unit, person_id: int) -> None:
    """Delete everything that is held of a person; nothing before this step can be undone.

    The step tells the tabs what is gone and keeps nothing of it.
    """
    unit.flush()
    connection = unit.connection()
    held = holdings(raw(connection), person_id)
    if "household" in held and _shared(connection, person_id):
        del held["household"]
    _delete(connection, "journal_entry", held.pop("journal_entry", ()))
    for table in reversed(METADATA.sorted_tables):
        if table.name in held and table.name not in STAYS:
            _delete(connection, table.name, held[table.name])
    notes = list(_notes(held))
    search.refresh(connection, notes)
    lines.refresh(connection, notes)
    traces.refresh(connection, notes)
    unit.erased += notes
    unit.expire_all()
    unit.closed = True


def settle(connection: Connection) -> None:
    """Merge the word lists, so that words of nobody lie in them no more."""
    for index in INDEXES:
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")


def empty_log(path: Path, key: bytes | None) -> None:
    """Bring the log into the file and empty it; what was deleted is overwritten there.

    A reader that is busy just now is waited for, a little; the next closing does it else.

    Raises:
        StoreUnavailable: the store cannot be opened, or the disk fails.
    """
    connection = connect(path, key)
    try:
        with guarded():
            for _ in range(_PATIENCE):
                if not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    break
    finally:
        connection.close()


def raw(connection: Connection) -> Any:
    """The driver's own connection of an open transaction."""
    return connection.connection.driver_connection


def _shared(connection: Connection, person_id: int) -> bool:
    statement = (
        "SELECT 1 FROM person a JOIN person b ON b.household_id = a.household_id AND b.id <> a.id "
        "WHERE a.id = ?"
    )
    return connection.exec_driver_sql(statement, (person_id,)).first() is not None


def _delete(connection: Connection, table: str, rows: Collection[Row]) -> None:
    numbers = [row["id"] for row in rows]
    for start in range(0, len(numbers), 500):
        marks = ",".join(str(int(one)) for one in numbers[start : start + 500])
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id IN ({marks})')


def _notes(held: dict[str, list[Row]]) -> Iterable[Note]:
    kinds = {one.value for one in Kind}
    for table, rows in held.items():
        if table in kinds and table not in STAYS:
            for row in rows:
                yield Note(Kind(table), row["id"], row, None, row)
