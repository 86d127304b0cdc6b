"""Call notes: those that wait, and all of them for the search."""

from __future__ import annotations

from typing import Any

from ehrenamt_desktop.model.calls import CallRow
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads.cells import day, some_day, time

_CALLS = (
    'SELECT r.id, r.version, r."on", r.at, r.caller, r.caller_phone, r.note, r.waiting_since, '
    "q.title, q.first_name, q.last_name, i.name, r.person_id, r.initiative_id "
    "FROM interaction r LEFT JOIN person q ON q.id = r.person_id "
    "LEFT JOIN initiative i ON i.id = r.initiative_id "
    "WHERE r.caller > '' AND q.trashed_at IS NULL AND i.trashed_at IS NULL "
)


def waiting(connection: Any) -> tuple[CallRow, ...]:
    """Those still to be done, the oldest first."""
    order = 'ORDER BY r."on", r.at, r.id'
    return _rows(connection, f"{_CALLS} AND r.waiting_since IS NOT NULL {order}", ())


def every(connection: Any) -> tuple[CallRow, ...]:
    """All call notes, the newest first; the index on callers leaves other talks unread."""
    return _rows(connection, f'{_CALLS} ORDER BY r."on" DESC, r.at DESC, r.id DESC', ())


def one(connection: Any, number: int) -> CallRow | None:
    """One call note."""
    found = _rows(connection, f"{_CALLS} AND r.id = ?", (number,))
    return found[0] if found else None


def _rows(connection: Any, statement: str, values: tuple[Any, ...]) -> tuple[CallRow, ...]:
    return tuple(
        CallRow(
            id=cells[0],
            version=cells[1],
            on=some_day(cells[2]),
            at=time(cells[3]),
            caller=cells[4],
            phone=cells[5],
            concern=cells[6],
            waiting_since=day(cells[7]),
            who=full_name(cells[8] or "", cells[9] or "", cells[10] or "") or cells[11] or "",
            person_id=cells[12],
            initiative_id=cells[13],
        )
        for cells in connection.execute(statement, values)
    )
