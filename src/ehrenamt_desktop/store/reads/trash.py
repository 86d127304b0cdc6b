"""What lies in the trash."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.rows import TrashRow
from ehrenamt_desktop.model.rules.salutation import list_name
from ehrenamt_desktop.store.reads.stages import PLACE_LABEL

_PLACED = f"{PLACE_LABEL}, r.trashed_at FROM {{}} LEFT JOIN place p ON p.id = r.place_id "
_CONTENTS = (
    "SELECT 'person', r.id, r.first_name, r.last_name, '', "
    + _PLACED.format("person r")
    + "WHERE r.trashed_at IS NOT NULL UNION ALL SELECT 'initiative', r.id, '', r.name, '', "
    + _PLACED.format("initiative r")
    + "WHERE r.trashed_at IS NOT NULL UNION ALL SELECT 'offer', r.id, '', r.title, i.name, "
    + _PLACED.format("offer r JOIN initiative i ON i.id = r.initiative_id")
    + "WHERE r.trashed_at IS NOT NULL ORDER BY 7 DESC, 1, 4, 2"
)


def contents(connection: Any) -> tuple[TrashRow, ...]:
    """All trashed records, the latest first."""
    return tuple(_row(cells) for cells in connection.execute(_CONTENTS))


def trashed(connection: Any, kind: Kind, number: int) -> bool:
    """Whether this person, initiative or offer lies in the trash."""
    statement = f'SELECT 1 FROM "{kind.value}" WHERE id = ? AND trashed_at IS NOT NULL'
    return connection.execute(statement, (number,)).fetchone() is not None


def numbers(connection: Any, table: str) -> frozenset[int]:
    """The numbers of all trashed records of a table."""
    statement = f'SELECT id FROM "{table}" WHERE trashed_at IS NOT NULL'
    return frozenset(cells[0] for cells in connection.execute(statement))


def _row(cells: Any) -> TrashRow:
    kind = Kind(cells[0])
    name = list_name(cells[2], cells[3]) if kind is Kind.PERSON else cells[3]
    return TrashRow(kind, cells[1], name, cells[4], cells[5], clock.local(_moment(cells[6])))


def _moment(value: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
