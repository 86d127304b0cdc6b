"""Mass writes: thousands of records in one step, with versions and journal; the only such place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select, text, update
from sqlalchemy import bindparam as bind

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.store import journal
from ehrenamt_desktop.store.unit import SILENT, Unit

_CHUNK = 1_000
"""Rows in one INSERT: more take memory and save no time."""


def insert_rows(unit: Unit, record: type[Record], rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """Add many records of one kind; missing columns take the record's defaults.

    Args:
        unit: the open step.
        record: the table's class.
        rows: column values by name, already validated by a draft.

    Returns:
        The new numbers, in the order of `rows`.
    """
    unit.flush()
    table: Table = record.__table__  # type: ignore[attr-defined]
    first = _next_id(unit, table)
    moment = clock.now()
    fixed = {"version": 1, "created_at": moment, "changed_at": moment}
    defaults = _defaults(record) | fixed
    values = [{**defaults, **row, "id": first + place} for place, row in enumerate(rows)]
    for chunk in journal.chunks(values, _CHUNK):
        _insert(unit.connection(), table, chunk)
    kind = Kind(table.name)
    unit.notes.extend(journal.Note(kind, one["id"], None, one, one) for one in values)
    return [one["id"] for one in values]


def _insert(connection: Connection, table: Table, values: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that name every column, in two thirds of the time of a compiled insert.

    The columns' own types convert the values, a column at a time.
    """
    dialect = connection.dialect
    cells: list[list[Any]] = []
    for column in table.c:
        convert = column.type.dialect_impl(dialect).bind_processor(dialect)
        plain = [row[column.name] for row in values]
        cells.append(plain if convert is None else [convert(value) for value in plain])
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in table.c)
    marks = ", ".join("?" for _ in table.c)
    statement = f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})"
    connection.exec_driver_sql(statement, list(zip(*cells, strict=True)))


def update_rows(unit: Unit, record: type[Record], rows: Sequence[Mapping[str, Any]]) -> int:
    """Change many records of one kind; each row names its `id` and the columns to set.

    Returns:
        How many records really changed.
    """
    unit.flush()
    table: Table = record.__table__  # type: ignore[attr-defined]
    kind = Kind(table.name)
    current = _current(unit, table, [int(row["id"]) for row in rows])
    changed = 0
    for row in rows:
        kept = current[int(row["id"])]
        after = {
            key: value
            for key, value in row.items()
            if key != "id" and key not in SILENT and kept[key] != value
        }
        if not after:
            continue
        raised = {"version": (kept["version"] or 0) + 1, "changed_at": clock.now()}
        statement = update(table).where(table.c.id == bind("wanted"))
        unit.connection().execute(statement.values(**after, **raised), {"wanted": kept["id"]})
        before = {key: kept[key] for key in after}
        unit.notes.append(journal.Note(kind, kept["id"], before, after, kept | after))
        current[kept["id"]] = kept | after | raised
        changed += 1
    unit.expire_all()
    return changed


def _current(unit: Unit, table: Table, ids: list[int]) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for chunk in journal.chunks(ids):
        for row in unit.connection().execute(select(table).where(table.c.id.in_(chunk))):
            found[int(row.id)] = dict(row._mapping)
    return found


def _next_id(unit: Unit, table: Table) -> int:
    """The next number AUTOINCREMENT would give: numbers of deleted records are not reused."""
    query = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    row = unit.connection().execute(query, {"name": table.name}).first()
    return int(row[0]) + 1 if row else 1


def _defaults(record: type[Record]) -> dict[str, Any]:
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in record.model_fields.items()
        if not field.is_required()
    }
