"""The journal: what each step did to each record, behind undo, redo and history.

A note holds columns by name with their Python values; they are kept as JSON. Undo is a step of its
own that puts the former values back, and only if the record still is as the step left it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Date, DateTime, Table, Time, TypeDecorator, insert, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.records.office import JournalEntry, JournalStep
from ehrenamt_desktop.store.records import METADATA

if TYPE_CHECKING:
    from ehrenamt_desktop.store.unit import Unit

Item = TypeVar("Item")

STEPS: Table = JournalStep.__table__  # type: ignore[attr-defined]
ENTRIES: Table = JournalEntry.__table__  # type: ignore[attr-defined]


OWNERS: Mapping[Kind, str] = {
    Kind.PERSON_TERM: "person_id",
    Kind.CREDENTIAL: "person_id",
    Kind.CONSENT: "person_id",
    Kind.CONTACT: "initiative_id",
    Kind.FOUNDING_STEP: "initiative_id",
    Kind.INTEREST: "initiative_id",
    Kind.OFFER_TERM: "offer_id",
}
"""Parts of a record and the column that names it, so that its history finds them."""


@dataclass(frozen=True, slots=True)
class Note:
    """What happened to one record: changed columns before and after, and the record whole.

    `before` is None for a new record, `after` for a deleted one.
    """

    kind: Kind
    record_id: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    whole: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One kept step."""

    id: int
    action: str
    undoes: int | None
    redoes: int | None
    closed: bool


def table_of(kind: Kind) -> Table:
    """The table that keeps records of a kind."""
    return METADATA.tables[kind.value]


def write(connection: Connection, unit: Unit) -> int:
    """Write one step with its entries; returns the step's number."""
    result = connection.execute(
        insert(STEPS).values(
            action=unit.action,
            at=clock.now(),
            user_id=unit.user_id,
            undoes=unit.undoes,
            redoes=unit.redoes,
            closed=unit.closed,
        )
    )
    step_id = int(result.inserted_primary_key[0])  # type: ignore[index]
    owners = _owners(connection, unit.notes)
    for chunk in chunks(unit.notes, 2_000):
        connection.execute(
            insert(ENTRIES),
            [
                {
                    "step_id": step_id,
                    "kind": note.kind,
                    "record_id": note.record_id,
                    "before": _dump(note.before),
                    "after": _dump(note.after),
                    "subjects": _subjects(note, owners),
                    "owner_id": _owner(note),
                }
                for note in chunk
            ],
        )
    return step_id


def load(table: Table, stored: str | None) -> dict[str, Any] | None:
    """The column values of an entry, as Python values of the table's types."""
    if stored is None:
        return None
    values: dict[str, Any] = json.loads(stored)
    return {
        key: _decode(table.c[key].type, value)
        for key, value in values.items()
        if key in table.c  # a later version may have dropped a column
    }


def same(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether the columns named in `left` hold the same stored values in `right`."""
    return all(_equal(value, right.get(key)) for key, value in left.items())


def _equal(left: Any, right: Any) -> bool:
    """Whether two values are kept alike; most are equal without a look at how they are kept."""
    return bool(left == right) or _kept(left) == _kept(right)


def _kept(value: Any) -> str:
    return json.dumps(value, default=_encode)


def _dump(values: Mapping[str, Any] | None) -> str | None:
    if values is None:
        return None
    return json.dumps(dict(values), default=_encode, ensure_ascii=False, separators=(",", ":"))


def _encode(value: object) -> object:
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _decode(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    plain = kind.impl if isinstance(kind, TypeDecorator) else kind
    if isinstance(plain, DateTime):
        return dt.datetime.fromisoformat(value)
    if isinstance(plain, Date):
        return dt.date.fromisoformat(value)
    if isinstance(plain, Time):
        return dt.time.fromisoformat(value)
    return value


def _subjects(note: Note, owners: Mapping[int, int]) -> str:
    """The people a note speaks of, as ` 12 87 `."""
    found: set[int] = set()
    if note.kind is Kind.PERSON:
        found.add(note.record_id)
    for values in (note.before or {}, note.whole):
        person_id = values.get("person_id")
        if person_id is not None:
            found.add(int(person_id))
    placement_id = note.whole.get("placement_id")
    if placement_id is not None and placement_id in owners:
        found.add(owners[placement_id])
    if note.kind is Kind.STATUS_EVENT:
        subject = Kind(note.whole["kind"])
        if subject is Kind.PERSON:
            found.add(int(note.whole["record_id"]))
        elif subject is Kind.PLACEMENT and note.whole["record_id"] in owners:
            found.add(owners[note.whole["record_id"]])
    return f" {' '.join(str(one) for one in sorted(found))} " if found else ""


def _owner(note: Note) -> int | None:
    """The number of the record whose part a note is about."""
    column = OWNERS.get(note.kind)
    return None if column is None else note.whole.get(column)


def _owners(connection: Connection, notes: Iterable[Note]) -> dict[int, int]:
    """Person numbers of the placements that the notes speak of."""
    wanted = {
        int(note.whole["record_id"])
        for note in notes
        if note.kind is Kind.STATUS_EVENT and Kind(note.whole["kind"]) is Kind.PLACEMENT
    } | {
        int(note.whole["placement_id"])
        for note in notes
        if note.whole.get("placement_id") is not None
    }
    table = table_of(Kind.PLACEMENT)
    owners: dict[int, int] = {}
    for chunk in chunks(sorted(wanted)):
        rows = connection.execute(
            select(table.c.id, table.c.person_id).where(table.c.id.in_(chunk))
        )
        owners.update({int(row[0]): int(row[1]) for row in rows})
    return owners


def chunks(items: list[Item], size: int = 500) -> Iterable[list[Item]]:
    """Lists of at most `size` items, as many as one statement takes."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def entries(connection: Connection, step_id: int) -> list[Any]:
    """The entries of a step, last first."""
    query = select(ENTRIES).where(ENTRIES.c.step_id == step_id).order_by(ENTRIES.c.id.desc())
    return list(connection.execute(query))


def steps(connection: Any, user_id: int | None) -> list[StepRow]:
    """All steps of a user in order, read through a plain connection."""
    query = (
        "SELECT id, action, undoes, redoes, closed FROM journal_step WHERE user_id IS ? ORDER BY id"
    )
    return [StepRow(*cells) for cells in connection.execute(query, (user_id,))]


def stacks(rows: Iterable[StepRow]) -> tuple[list[StepRow], list[tuple[StepRow, StepRow]]]:
    """The steps that can be undone, and redone with the step that undid them; the next one last.

    A new step empties the redo stack; a closed step ends what can be undone below it.
    """
    undo: list[StepRow] = []
    redo: list[tuple[StepRow, StepRow]] = []
    for step in rows:
        if step.closed:
            undo, redo = [], []
        elif step.undoes is not None:
            if undo:
                redo.append((undo.pop(), step))
        elif step.redoes is not None:
            if redo:
                redo.pop()
            undo.append(step)
        else:
            undo.append(step)
            redo = []
    return undo, redo
