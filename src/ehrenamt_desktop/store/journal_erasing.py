"""Values taken out of the journal: what must not be kept is not kept as history either."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select, update

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.store.journal import ENTRIES
from ehrenamt_desktop.store.unit import Unit


def forget(unit: Unit, kind: Kind, record_id: int, columns: Collection[str]) -> None:
    """Take columns of a record out of all its entries, the open step included.

    The step is closed: nothing before it can be undone, since that would bring the values back.
    """
    unit.flush()
    unit.closed = True
    unit.notes[:] = [
        dataclasses.replace(
            note, before=_without(note.before, columns), after=_without(note.after, columns)
        )
        if note.kind is kind and note.record_id == record_id
        else note
        for note in unit.notes
    ]
    _strip(unit, kind, record_id, columns)


def erase(unit: Unit, kind: Kind, record_id: int, columns: Collection[str]) -> None:
    """Like `forget`, but the journal does not even tell that it happened.

    Earlier steps can be undone still; they do not bring these values back.
    """
    unit.flush()
    for note in [one for one in unit.notes if (one.kind, one.record_id) == (kind, record_id)]:
        unit.notes.remove(note)
        unit.erased.append(note)
    _strip(unit, kind, record_id, columns)


def _strip(unit: Unit, kind: Kind, record_id: int, columns: Collection[str]) -> None:
    mine = (ENTRIES.c.kind == kind) & (ENTRIES.c.record_id == record_id)
    connection = unit.connection()
    told = select(ENTRIES.c.id, ENTRIES.c.before, ENTRIES.c.after).where(mine)
    for number, before, after in connection.execute(told).all():
        connection.execute(
            update(ENTRIES)
            .where(ENTRIES.c.id == number)
            .values(before=_stripped(before, columns), after=_stripped(after, columns))
        )


def _without(values: Mapping[str, Any] | None, columns: Collection[str]) -> dict[str, Any] | None:
    if values is None:
        return None
    return {key: value for key, value in values.items() if key not in columns}


def _stripped(stored: str | None, columns: Collection[str]) -> str | None:
    values = _without(json.loads(stored), columns) if stored is not None else None
    if values is None:
        return None
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
