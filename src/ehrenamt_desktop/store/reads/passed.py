"""The log of contacts that were passed on: who received what of whom."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from ehrenamt_desktop.model.enums import Kind, PassingWay
from ehrenamt_desktop.model.passed import PassedRow
from ehrenamt_desktop.model.rules.passing import words
from ehrenamt_desktop.store.reads.cells import day, some_day

_PASSED = (
    'SELECT r.id, r.placement_id, r."on", o.title, i.name, r.recipient, r.way, r.address, r.parts '
    "FROM passed_contact r JOIN placement m ON m.id = r.placement_id "
    "JOIN offer o ON o.id = m.offer_id JOIN initiative i ON i.id = r.initiative_id "
    'WHERE r.{owner} = ? ORDER BY r."on" DESC, r.id DESC'
)


def passed(connection: Any, owner: Kind, number: int) -> tuple[PassedRow, ...]:
    """Who received a contact: of a person, or in a placement; the latest first."""
    column = {Kind.PERSON: "person_id", Kind.PLACEMENT: "placement_id"}[owner]
    return tuple(
        PassedRow(
            id=cells[0],
            placement_id=cells[1],
            on=some_day(cells[2]),
            offer=cells[3],
            initiative=cells[4],
            recipient=cells[5],
            way=PassingWay(cells[6]),
            address=cells[7],
            parts=words(cells[8].split(",")),
        )
        for cells in connection.execute(_PASSED.format(owner=column), (number,))
    )


class Kept(NamedTuple):
    """The last hand-over of a placement; `parts` as keys."""

    contact_id: int | None
    on: dt.date
    parts: tuple[str, ...]


def last(connection: Any, placement_id: int) -> Kept | None:
    """What was passed on last in a placement; None if nothing was."""
    cells = connection.execute(
        'SELECT contact_id, "on", parts FROM passed_contact WHERE placement_id = ? '
        'ORDER BY "on" DESC, id DESC LIMIT 1',
        (placement_id,),
    ).fetchone()
    return None if cells is None else Kept(cells[0], some_day(cells[1]), tuple(cells[2].split(",")))


def next_due(connection: Any, placement_id: int) -> dt.date | None:
    """When somebody is to be asked next about a placement."""
    statement = "SELECT min(due_on) FROM follow_up WHERE placement_id = ? AND done_on IS NULL"
    return day(connection.execute(statement, (placement_id,)).fetchone()[0])
