"""Placements that are to be asked about, with those who are asked and where they are reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.asking import SIDES, Asked, AskedParty
from ehrenamt_desktop.model.enums import FollowUpKind, PlacementState
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.paper_rows import LetterAddress
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads.cells import day, some_day
from ehrenamt_desktop.store.reads.letter_address import body_address

_KINDS = ", ".join(f"'{kind.value}'" for kind in SIDES)
_ABOUT_BODY = ", ".join(f"'{kind.value}'" for kind, sides in SIDES.items() if Side.OFFER in sides)
_SUBJECTS = (
    "FROM follow_up r JOIN placement m ON m.id = r.placement_id "
    "JOIN person q ON q.id = m.person_id JOIN offer o ON o.id = m.offer_id "
    "JOIN initiative i ON i.id = o.initiative_id "
    "LEFT JOIN contact_person c ON c.id = coalesce(o.contact_id, (SELECT x.id "
    "FROM contact_person x WHERE x.initiative_id = i.id ORDER BY x.deputy, x.id LIMIT 1)) "
)
_ASKED = (
    "SELECT r.id, r.kind, r.due_on, r.code, m.id, m.state, "
    "coalesce(m.started_on, m.passed_on_on, m.proposed_on), o.title, i.id, i.name, i.phone, "
    "o.id, q.id, q.title, q.first_name, q.last_name, q.phone, q.mobile, "
    "c.title, c.first_name, c.last_name, c.phone "
    f"{_SUBJECTS} WHERE r.done_on IS NULL AND r.kind IN ({_KINDS}) AND q.trashed_at IS NULL "
    "AND q.restricted_on IS NULL AND o.trashed_at IS NULL AND i.trashed_at IS NULL "
)


def asked(connection: Any, number: int) -> Asked | None:
    """The placement an open reminder asks about; None if it asks about none, or is done."""
    found = _read(connection, "AND r.id = :number", {"number": number})
    return found[0] if found else None


def of_body(connection: Any, initiative_id: int, as_of: dt.date, but: int) -> list[Asked]:
    """What else a body is to be asked for on a day, the oldest first; `but` one reminder."""
    condition = (
        f"AND i.id = :body AND r.id <> :but AND r.due_on <= :as_of AND r.kind IN ({_ABOUT_BODY})"
    )
    values = {"body": initiative_id, "but": but, "as_of": as_of.isoformat()}
    return _read(connection, condition, values)


def address(connection: Any, number: int) -> LetterAddress | None:
    """Where a letter to the body of a reminder goes; None where the address is not complete."""
    cells = connection.execute(
        "SELECT i.name, i.street, i.postcode, i.city, c.salutation, c.title, c.first_name, "
        f"c.last_name {_SUBJECTS} WHERE r.id = ?",
        (number,),
    ).fetchone()
    if cells is None or not all(cells[1:4]):
        return None
    name, street, postcode, city = cells[:4]
    return body_address(name, street, postcode, city, tuple(cells[4:8]))


def by_code(connection: Any, code: str) -> int | None:
    """The open reminder of a reply slip, by its code; None if there is none."""
    cells = connection.execute(
        "SELECT id FROM follow_up WHERE code = ? AND code <> '' AND done_on IS NULL", (code,)
    ).fetchone()
    return int(cells[0]) if cells else None


def _read(connection: Any, condition: str, values: Mapping[str, Any]) -> list[Asked]:
    rows = connection.execute(f"{_ASKED}{condition} ORDER BY r.due_on, r.id", dict(values))
    return [_asked(cells) for cells in rows]


def _asked(cells: Sequence[Any]) -> Asked:
    kind = FollowUpKind(cells[1])
    person = full_name(cells[13] or "", cells[14] or "", cells[15] or "")
    known = {
        Side.PERSON: AskedParty(Side.PERSON, person, "", cells[16] or cells[17]),
        Side.OFFER: AskedParty(
            Side.OFFER,
            cells[9],
            full_name(cells[18] or "", cells[19] or "", cells[20] or ""),
            cells[21] or cells[10],
        ),
    }
    return Asked(
        number=cells[0],
        kind=kind,
        due_on=some_day(cells[2]),
        code=cells[3],
        placement_id=cells[4],
        state=PlacementState(cells[5]),
        since=day(cells[6]),
        offer=cells[7],
        offer_id=cells[11],
        initiative_id=cells[8],
        person_id=cells[12],
        person=person,
        parties=tuple(known[side] for side in SIDES[kind]),
    )
