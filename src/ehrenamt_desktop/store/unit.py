"""One unit of work: a session that writes its own journal and search index, or nothing at all."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlalchemy import inspect as inspect_object
from sqlalchemy.orm import UOWTransaction
from sqlmodel import Session, SQLModel

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.store import journal, lines, search, traces

SILENT = frozenset({"version", "changed_at"})
"""Columns that every write moves; the journal does not repeat them."""

FIXED = frozenset({Kind.EDITION, Kind.EDITION_CASE})
"""Kinds that are written once: what a report said stays as it was given out."""


class Unit(Session):
    """A session for one named step of the user.

    Every record that is added, changed or deleted through it, or through `store/bulk`, is noted
    and written into the journal before the commit; touched records are indexed anew. What is
    `erased` is told to the tabs, and the journal keeps nothing of it. `step` is its number there.
    """

    def __init__(self, bind: Any, action: str, user_id: int | None) -> None:
        super().__init__(bind, expire_on_commit=False, autoflush=True)
        self.action = action
        self.user_id = user_id
        self.notes: list[journal.Note] = []
        self.erased: list[journal.Note] = []
        self.undoes: int | None = None
        self.redoes: int | None = None
        self.closed = False
        self.step: int | None = None
        event.listen(self, "before_flush", _stamp)
        event.listen(self, "after_flush", _note)

    def finish(self) -> tuple[Change, ...]:
        """Flush, write journal and index, commit; returns what was touched.

        Raises:
            DomainError: something that is fixed would change.
        """
        self.flush()
        if any(note.kind in FIXED and note.before is not None for note in self.notes):
            raise DomainError(
                "Eine Ausgabe bleibt, wie sie herausgegeben wurde. Bitte machen Sie eine neue."
            )
        touched = _touched([*self.notes, *self.erased])
        if self.notes:
            connection = self.connection()
            self.step = journal.write(connection, self)
            search.refresh(connection, self.notes)
            lines.refresh(connection, self.notes)
            traces.refresh(connection, self.notes)
        self.commit()
        return tuple(Change(kind, tuple(sorted(ids))) for kind, ids in touched.items())


def _touched(notes: list[journal.Note]) -> dict[Kind, set[int]]:
    touched: dict[Kind, set[int]] = {}
    for note in notes:
        touched.setdefault(note.kind, set()).add(note.record_id)
    return touched


def _stamp(session: Unit, _context: UOWTransaction, _instances: Any) -> None:
    """Raise `changed_at` of every record that really changed."""
    moment = clock.now()
    for record in session.dirty:
        if isinstance(record, Record) and session.is_modified(record):
            record.changed_at = moment


def _note(session: Unit, _context: UOWTransaction) -> None:
    for record in session.new:
        _remember(session, record, None, _values(record))
    for record in session.dirty:
        before, after = _changes(record)
        if after:
            _remember(session, record, before, after)
    for record in session.deleted:
        _remember(session, record, _values(record), None)


def _remember(
    session: Unit,
    record: SQLModel,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    if isinstance(record, Record) and record.id is not None:
        kind = Kind(str(record.__tablename__))
        whole = _values(record)
        session.notes.append(journal.Note(kind, record.id, before, after, whole))


def _values(record: SQLModel) -> dict[str, Any]:
    columns = inspect_object(record).mapper.local_table.columns
    return {column.name: getattr(record, column.name) for column in columns}


def _changes(record: SQLModel) -> tuple[dict[str, Any], dict[str, Any]]:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for attr in inspect_object(record).attrs:
        history = attr.history
        if attr.key in SILENT or not history.has_changes():
            continue
        before[attr.key] = history.deleted[0] if history.deleted else None
        after[attr.key] = history.added[0] if history.added else None
    return before, after
