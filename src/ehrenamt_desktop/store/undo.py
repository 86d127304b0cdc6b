"""Undo and redo: put a step's former values back, if the records still are as it left them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import ConflictError, DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Step
from ehrenamt_desktop.store import journal
from ehrenamt_desktop.store.unit import SILENT, Unit

_MOVED_ON = (
    "„{action}“ kann nicht mehr rückgängig gemacht werden: Der Datensatz wurde inzwischen weiter "
    "geändert. Bitte ändern Sie ihn von Hand."
)
_IN_USE = (
    "„{action}“ kann nicht rückgängig gemacht werden: Andere Einträge beziehen sich inzwischen "
    "darauf. Bitte entfernen Sie zuerst diese Einträge."
)


def undo(unit: Unit) -> Step:
    """Undo the user's last step inside `unit`.

    Raises:
        DomainError: there is nothing to undo.
        ConflictError: a touched record has moved on since, or is in use.
    """
    steps, _ = journal.stacks(_steps(unit))
    if not steps:
        raise DomainError("Es gibt nichts rückgängig zu machen.")
    step = steps[-1]
    unit.undoes = step.id
    _turn_back(unit, step.id, step.action)
    return Step(step.id, step.action)


def redo(unit: Unit) -> Step:
    """Do the user's last undone step again inside `unit`.

    Raises:
        DomainError: there is nothing to redo.
        ConflictError: a touched record has moved on since, or is in use.
    """
    _, steps = journal.stacks(_steps(unit))
    if not steps:
        raise DomainError("Es gibt nichts zu wiederholen.")
    step, undoing = steps[-1]
    unit.redoes = step.id
    unit.action = step.action
    _turn_back(unit, undoing.id, step.action)
    return Step(step.id, step.action)


def _steps(unit: Unit) -> list[journal.StepRow]:
    raw: Any = unit.connection().connection.driver_connection
    return journal.steps(raw, unit.user_id)


def _turn_back(unit: Unit, step_id: int, action: str) -> None:
    connection = unit.connection()
    entries = journal.entries(connection, step_id)
    try:
        for (kind, deed), run in groupby(entries, lambda entry: (entry.kind, _deed(entry))):
            for chunk in journal.chunks(list(run)):
                unit.notes.extend(deed(connection, Kind(kind), chunk, action))
    except IntegrityError as error:
        raise ConflictError(_IN_USE.format(action=action)) from error


def _deed(entry: Any) -> Callable[[Connection, Kind, Sequence[Any], str], list[journal.Note]]:
    if entry.after is None:
        return _put_back
    return _take_away if entry.before is None else _change_back


def _put_back(
    connection: Connection, kind: Kind, entries: Sequence[Any], action: str
) -> list[journal.Note]:
    """Records that were deleted come back with their numbers."""
    table = journal.table_of(kind)
    if _current(connection, table, entries):
        raise ConflictError(_MOVED_ON.format(action=action))
    rows = [journal.load(table, entry.before) or {} for entry in entries]
    connection.execute(insert(table), rows)
    return [
        journal.Note(kind, entry.record_id, None, row, row)
        for entry, row in zip(entries, rows, strict=True)
    ]


def _take_away(
    connection: Connection, kind: Kind, entries: Sequence[Any], action: str
) -> list[journal.Note]:
    """Records that were added go."""
    table = journal.table_of(kind)
    current = _current(connection, table, entries)
    for entry in entries:
        _expect(table, entry, current.get(entry.record_id), action)
    connection.execute(delete(table).where(table.c.id.in_(list(current))))
    return [
        journal.Note(kind, entry.record_id, current[entry.record_id], None,
                     current[entry.record_id])
        for entry in entries
    ]  # fmt: skip


def _change_back(
    connection: Connection, kind: Kind, entries: Sequence[Any], action: str
) -> list[journal.Note]:
    """Records that were changed get their former values, and a new version."""
    table = journal.table_of(kind)
    current = _current(connection, table, entries)
    notes = []
    for entry in entries:
        now = current.get(entry.record_id)
        after = _expect(table, entry, now, action)
        before = journal.load(table, entry.before) or {}
        raised = {"version": ((now or {})["version"] or 0) + 1, "changed_at": clock.now()}
        connection.execute(
            update(table).where(table.c.id == entry.record_id).values(**before, **raised)
        )
        current[entry.record_id] = (now or {}) | before | raised
        whole = current[entry.record_id]
        notes.append(journal.Note(kind, entry.record_id, after, before, whole))
    return notes


def _current(
    connection: Connection, table: Table, entries: Sequence[Any]
) -> dict[int, dict[str, Any]]:
    numbers = sorted({entry.record_id for entry in entries})
    rows = connection.execute(select(table).where(table.c.id.in_(numbers)))
    return {int(row.id): dict(row._mapping) for row in rows}


def _expect(
    table: Table, entry: Any, current: Mapping[str, Any] | None, action: str
) -> dict[str, Any]:
    """Make sure a record is as the step left it; returns the step's values."""
    after = journal.load(table, entry.after) or {}
    expected = {key: value for key, value in after.items() if key not in SILENT}
    if current is None or not journal.same(expected, current):
        raise ConflictError(_MOVED_ON.format(action=action))
    return after
