"""Fills a store with a crowd: an office made by the program, rows straight into its tables.

All in one transaction; then the store's own functions build what is derived from the records, so
that the file is what the program itself would have made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from benchmarks import crowd
from ehrenamt_desktop import clock
from ehrenamt_desktop.model.records.person import Consent, Credential, Person, PersonTerm
from ehrenamt_desktop.model.records.placement import (
    FollowUp,
    Interaction,
    Placement,
    StatusEvent,
)
from ehrenamt_desktop.services.demo.build import fill
from ehrenamt_desktop.services.seeding import seed
from ehrenamt_desktop.store import lines, search, traces
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.engine import Store, writing_engine
from ehrenamt_desktop.store.schema import create_store

RECORDS = (
    Person, PersonTerm, Consent, Credential, StatusEvent, Placement, Interaction, FollowUp,
)  # fmt: skip
BIG_CACHE_KB = 512 * 1024


def empty_office(path: Path, key: bytes | None) -> None:
    """An office as the program makes it: places, words, law, no people."""
    create_store(path, key)
    store = Store(path, key)
    try:
        seed(store)
    finally:
        store.close()


def make(path: Path, key: bytes | None, people: int) -> None:
    """A new store with that many people; one that lies there is replaced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for tail in ("", "-wal", "-shm", "-lock"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    with clock.frozen(crowd.AS_OF):
        empty_office(path, key)
        store = Store(path, key)
        try:
            fill(store, 0, min(2000, 45 + people // 200), min(3000, 70 + people // 100))
            world = crowd.world(store)
        finally:
            store.close()
    connection = connect(path, key, cache_kb=BIG_CACHE_KB)
    try:
        connection.execute("PRAGMA synchronous=OFF").fetchall()
        connection.execute("PRAGMA foreign_keys=OFF").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        for rows in crowd.chunks(world, people):
            for table, cells in rows.items():
                connection.executemany(_statement(connection, table), cells)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()


def derive(path: Path, key: bytes | None) -> None:
    """Write what is derived from the records anew: lines of lists, search words, traces."""
    engine = writing_engine(path, key)
    try:
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA synchronous=OFF").fetchall()
            raw.execute(f"PRAGMA cache_size=-{BIG_CACHE_KB}").fetchall()
            with connection.begin():
                rebuild_derived(connection)
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        engine.dispose()


def rebuild_derived(connection: Connection) -> None:
    """Everything the store derives from its records, by its own functions."""
    search.rebuild(connection)
    lines.rebuild(connection)
    traces.rebuild(connection)


def _statement(connection: Any, table: str) -> str:
    """An INSERT that names every column: those of the crowd bound, the rest as their defaults."""
    varying = crowd.COLUMNS[table]
    present = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    defaults = _defaults(table)
    rest = {
        name: literal
        for name, literal in defaults.items()
        if name in present and name not in varying and name != "id"
    }
    columns = ", ".join(f'"{name}"' for name in (*varying, *rest))
    values = ", ".join((*("?" for _ in varying), *rest.values()))
    return f'INSERT INTO "{table}" ({columns}) VALUES ({values})'  # noqa: S608 - names of our own


def _defaults(table: str) -> dict[str, str]:
    """The default of each column of a record, as the column's own type stores it, in SQL."""
    record: Any = next(one for one in RECORDS if one.__tablename__ == table)
    dialect = sqlite.dialect()
    found = {"version": "1"}
    for column in record.__table__.c:
        known = record.model_fields[column.name]
        if known.is_required() or column.name in found:
            continue
        value = known.get_default(call_default_factory=True)
        convert = column.type.dialect_impl(dialect).bind_processor(dialect)
        found[column.name] = _literal(value if convert is None else convert(value))
    return found


def _literal(value: object) -> str:
    match value:
        case None:
            return "NULL"
        case bool() | int() | float():
            return str(int(value) if isinstance(value, bool) else value)
        case _:
            return "'" + str(value).replace("'", "''") + "'"
