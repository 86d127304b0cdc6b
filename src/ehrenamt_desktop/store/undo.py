"""Undo and redo: put a step's former values back, if the records still are as it left them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
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
    try:
        for entry in journal.entries(connection, step_id):
            unit.notes.append(_turn_entry(connection, entry, action))
    except IntegrityError as error:
        raise ConflictError(_IN_USE.format(action=action)) from error


def _turn_entry(connection: Connection, entry: Any, action: str) -> journal.Note:
    kind = Kind(entry.kind)
    table = journal.table_of(kind)
    before = journal.load(table, entry.before)
    after = journal.load(table, entry.after)
    row = connection.execute(select(table).where(table.c.id == entry.record_id)).first()
    current = dict(row._mapping) if row else None
    if after is None:
        if current is not None or before is None:
            raise ConflictError(_MOVED_ON.format(action=action))
        connection.execute(insert(table).values(**before))
        return journal.Note(kind, entry.record_id, None, before, before)
    expected = {key: value for key, value in after.items() if key not in SILENT}
    if current is None or not journal.same(expected, current):
        raise ConflictError(_MOVED_ON.format(action=action))
    if before is None:
        connection.execute(delete(table).where(table.c.id == entry.record_id))
        return journal.Note(kind, entry.record_id, current, None, current)
    raised = {"version": (current["version"] or 0) + 1, "changed_at": clock.now()}
    connection.execute(
        update(table).where(table.c.id == entry.record_id).values(**before, **raised)
    )
    return journal.Note(kind, entry.record_id, after, before, current | before)
