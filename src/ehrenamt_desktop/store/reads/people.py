"""The list of people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import PersonStage
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.model.rules.completeness import Gap, bits
from ehrenamt_desktop.store.reads.cells import stamp_day
from ehrenamt_desktop.store.reads.listing import ListSpec, in_order, one_of_numbers, slots
from ehrenamt_desktop.store.reads.person_facts import FACTS, FILTERS, WALK
from ehrenamt_desktop.store.reads.stages import (
    ARCHIVED,
    LISTED,
    PLACE_LABEL,
    RESTRICTED,
    STAGE_RANKS,
    TRASHED,
)

SPEC = ListSpec(
    source="person_line r",
    order="r.name",
    sorts={
        "name": "r.name",
        "place": "r.place",
        "municipality": "r.municipality",
        "stage": "r.stage",
        "last_contact": "r.last_contact",
        "phone": "r.phone | r.id",
        "email": "r.email | r.id",
        "created": "r.created | r.id",
        "missing": "r.gaps | r.name",
        "number": "r.id",
    },
    filters={
        **FILTERS,
        "municipality": lambda values: (
            f"r.place_id IN (SELECT id FROM place WHERE municipality IN ({slots(values)}))",
            list(values),
        ),
        "place": one_of_numbers("r.place_id"),
        "stage": lambda values: (
            f"r.stage IN ({slots(values)})",
            [STAGE_RANKS[value] for value in values],
        ),
        "term": lambda values: (
            "r.id IN (SELECT person_id FROM person_term WHERE relation <> 'no' "
            f"AND term_id IN ({slots(values)}))",
            [int(value) for value in values],
        ),
        "missing": lambda values: (
            "r.id IN (SELECT id FROM person_line WHERE gaps & {})",
            [bits(map(Gap, values))],
        ),
    },
    extents={
        "": f"r.extent = {LISTED}",
        "archived": f"r.extent = {ARCHIVED}",
        "restricted": f"r.extent = {RESTRICTED}",
        "trash": f"r.extent = {TRASHED}",
    },
    search="person_search",
    facts=FACTS,
    walk=WALK,
)

_ROWS = (
    f"SELECT r.id, r.last_name, r.first_name, {PLACE_LABEL}, l.municipality, l.stage, "
    "l.last_contact, l.phone, r.email, r.created_at, l.gaps FROM person r "
    "JOIN person_line l ON l.id = r.id LEFT JOIN place p ON p.id = r.place_id "
    "WHERE r.id IN ({ids})"
)
_STAGES = tuple(PersonStage)


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
        stage=_STAGES[cells[5]],
        last_contact_on=dt.date.fromordinal(cells[6]) if cells[6] else None,
        phone=cells[7] or "",
        email=cells[8],
        created_on=stamp_day(cells[9]),
        gaps=cells[10],
    )
