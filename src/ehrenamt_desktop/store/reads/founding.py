"""What belongs to the founding of an initiative."""

from __future__ import annotations

from typing import Any

from ehrenamt_desktop.model.enums import InitiativeStatus
from ehrenamt_desktop.model.founding_rows import FoundingRow, InterestRow
from ehrenamt_desktop.model.rules.founding import checklist
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads.cells import day, some_day

_INTERESTS = (
    'SELECT r.id, r.person_id, p.title, p.first_name, p.last_name, i.id, i.name, i.status, r."on", '
    "r.note FROM interest r JOIN person p ON p.id = r.person_id "
    "JOIN initiative i ON i.id = r.initiative_id "
    'WHERE r.{column} = ? AND p.trashed_at IS NULL AND i.trashed_at IS NULL ORDER BY r."on", r.id'
)


def steps(connection: Any, initiative_id: int, status: str) -> tuple[FoundingRow, ...]:
    """The checklist while the initiative is being founded; later what of it was done."""
    found = connection.execute(
        "SELECT id, title, done_on, note FROM founding_step WHERE initiative_id = ? ORDER BY id",
        (initiative_id,),
    )
    rows = checklist(FoundingRow(one[0], one[1], day(one[2]), one[3]) for one in found)
    if status == InitiativeStatus.FOUNDING:
        return rows
    return tuple(one for one in rows if one.done_on is not None)


def being_founded(connection: Any) -> list[tuple[int, str]]:
    """Number and name of the initiatives that are being founded."""
    return connection.execute(  # type: ignore[no-any-return]
        "SELECT id, name FROM initiative WHERE status = ? AND trashed_at IS NULL",
        (InitiativeStatus.FOUNDING.value,),
    ).fetchall()


def interests_in(connection: Any, initiative_id: int) -> tuple[InterestRow, ...]:
    """The people who would take part in an initiative, in the order they said so."""
    return _interests(connection, "initiative_id", initiative_id)


def interests_of(connection: Any, person_id: int) -> tuple[InterestRow, ...]:
    """The initiatives a person would take part in."""
    return _interests(connection, "person_id", person_id)


def _interests(connection: Any, column: str, number: int) -> tuple[InterestRow, ...]:
    statement = _INTERESTS.format(column=column)
    return tuple(
        InterestRow(
            id=cells[0],
            person_id=cells[1],
            person=full_name(*cells[2:5]),
            initiative_id=cells[5],
            initiative=cells[6],
            status=InitiativeStatus(cells[7]),
            on=some_day(cells[8]),
            note=cells[9],
        )
        for cells in connection.execute(statement, (number,))
    )
