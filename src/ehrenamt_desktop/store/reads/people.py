"""The list of people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import PersonStage
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.store.reads.cells import day, stamp_day
from ehrenamt_desktop.store.reads.listing import ListSpec, in_order, one_of, one_of_numbers
from ehrenamt_desktop.store.reads.stages import PERSON_STAGE, PLACE_LABEL, RUNNING, UNDER_WAY

LAST_CONTACT = (
    "(SELECT max(x.\"on\") FROM interaction x WHERE x.person_id = r.id AND x.state = 'held')"
)

SPEC = ListSpec(
    source="person r LEFT JOIN place p ON p.id = r.place_id",
    order="r.sort_key",
    sorts={
        "name": "r.sort_key",
        "place": "p.sort_key",
        "stage": PERSON_STAGE,
        "last_contact": LAST_CONTACT,
        "number": "r.id",
    },
    filters={
        "municipality": one_of("p.municipality"),
        "place": one_of_numbers("r.place_id"),
        "stage": one_of(f"({PERSON_STAGE})"),
        "term": lambda values: (
            "EXISTS (SELECT 1 FROM person_term x WHERE x.person_id = r.id "
            "AND x.relation <> 'no' AND x.term_id IN (" + ", ".join("{}" for _ in values) + "))",
            [int(value) for value in values],
        ),
    },
    hidden="r.status = 'ended'",
    search="person_search",
)

_ROWS = (
    f"SELECT r.id, r.last_name, r.first_name, {PLACE_LABEL}, coalesce(p.municipality, ''), "
    f"{PERSON_STAGE}, {LAST_CONTACT}, coalesce(nullif(r.phone, ''), r.mobile), r.email, "
    f"r.created_at, {UNDER_WAY}, {RUNNING} "
    "FROM person r LEFT JOIN place p ON p.id = r.place_id WHERE r.id IN ({ids})"
)


def rows(connection: Any, ids: Sequence[int]) -> list[PersonRow]:
    """The list rows of the given people, in that order."""
    statement = _ROWS.format(ids=",".join(str(int(one)) for one in ids))
    return in_order(ids, ((cells[0], _row(cells)) for cells in connection.execute(statement)))


def _row(cells: Sequence[Any]) -> PersonRow:
    return PersonRow(
        id=cells[0],
        last_name=cells[1],
        first_name=cells[2],
        place=cells[3],
        municipality=cells[4],
        stage=PersonStage(cells[5]),
        last_contact_on=day(cells[6]),
        phone=cells[7] or "",
        email=cells[8],
        created_on=stamp_day(cells[9]),
        open_proposals=cells[10],
        running=cells[11],
    )
