"""The list of initiatives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import InitiativeStatus, InitiativeType
from ehrenamt_desktop.model.rows import InitiativeRow
from ehrenamt_desktop.model.rules.filter_groups import (
    HALF_YEAR_DAYS,
    YEAR_DAYS,
    OpenOffers,
    Silence,
)
from ehrenamt_desktop.store.reads.cells import day
from ehrenamt_desktop.store.reads.listing import (
    ListSpec,
    extents,
    in_order,
    one_of,
    one_of_numbers,
    slots,
)
from ehrenamt_desktop.store.reads.stages import OFFER_STAGE, PLACE_LABEL

LAST_CONTACT = (
    "(SELECT max(x.\"on\") FROM interaction x WHERE x.initiative_id = r.id AND x.state = 'held')"
)
OPEN_OFFERS = (
    "(SELECT count(*) FROM offer o WHERE o.initiative_id = r.id AND "
    + OFFER_STAGE.replace("r.", "o.")
    + " IN ('open', 'upcoming') AND o.trashed_at IS NULL)"
)
RUNNING = (
    "(SELECT count(*) FROM placement x JOIN offer o ON o.id = x.offer_id "
    "WHERE o.initiative_id = r.id AND x.state = 'running')"
)

CONTACT = (
    "(SELECT trim(c.first_name || ' ' || c.last_name) FROM contact_person c "
    "WHERE c.initiative_id = r.id ORDER BY c.deputy, c.id LIMIT 1)"
)
PHONE = (
    "coalesce(nullif(r.phone, ''), (SELECT c.phone FROM contact_person c "
    "WHERE c.initiative_id = r.id ORDER BY c.deputy, c.id LIMIT 1))"
)

_HEARD = f"julianday(:as_of) - julianday(coalesce({LAST_CONTACT}, date(r.created_at)))"
_SILENCES = {
    Silence.NEVER: f"{LAST_CONTACT} IS NULL",
    Silence.HALF_YEAR: f"{_HEARD} > {HALF_YEAR_DAYS}",
    Silence.YEAR: f"{_HEARD} > {YEAR_DAYS}",
}

SPEC = ListSpec(
    source="initiative r LEFT JOIN place p ON p.id = r.place_id",
    order="r.sort_key",
    sorts={
        "name": "r.sort_key",
        "place": "p.sort_key",
        "status": "r.status",
        "type": "r.type",
        "municipality": "p.municipality",
        "contact": f"fold(coalesce({CONTACT}, ''))",
        "phone": PHONE,
        "email": "lower(r.email)",
        "open_offers": OPEN_OFFERS,
        "running": RUNNING,
        "last_contact": LAST_CONTACT,
        "number": "r.id",
    },
    filters={
        "municipality": one_of("p.municipality"),
        "place": one_of_numbers("r.place_id"),
        "status": one_of("r.status"),
        "type": one_of("r.type"),
        "county": one_of("p.county"),
        "area": lambda values: (
            "r.id IN (SELECT o.initiative_id FROM offer o JOIN offer_term x ON x.offer_id = o.id "
            "JOIN term t ON t.id = x.term_id WHERE o.trashed_at IS NULL "
            f"AND coalesce(t.parent_id, t.id) IN ({slots(values)}))",
            [int(value) for value in values],
        ),
        "offers": one_of(
            f"(CASE WHEN {OPEN_OFFERS} > 0 THEN '{OpenOffers.SOME}' ELSE '{OpenOffers.NONE}' END)"
        ),
        "silence": lambda values: (
            f"({' OR '.join(_SILENCES[Silence(one)] for one in values)})",
            [],
        ),
    },
    extents=extents("r.status = 'ended'"),
    search="initiative_search",
)

_ROWS = (
    f"SELECT r.id, r.name, r.type, {PLACE_LABEL}, coalesce(p.municipality, ''), r.status, "
    f"{CONTACT}, {PHONE}, r.email, {OPEN_OFFERS}, {RUNNING}, {LAST_CONTACT} "
    "FROM initiative r LEFT JOIN place p ON p.id = r.place_id WHERE r.id IN ({ids})"
)


def rows(connection: Any, ids: Sequence[int], as_of: str) -> list[InitiativeRow]:
    """The list rows of the given initiatives, in that order; `as_of` is an ISO date."""
    statement = _ROWS.format(ids=",".join(str(int(one)) for one in ids))
    found = connection.execute(statement, {"as_of": as_of})
    return in_order(ids, ((cells[0], _row(cells)) for cells in found))


def _row(cells: Sequence[Any]) -> InitiativeRow:
    return InitiativeRow(
        id=cells[0],
        name=cells[1],
        type=InitiativeType(cells[2]) if cells[2] else None,
        place=cells[3],
        municipality=cells[4],
        status=InitiativeStatus(cells[5]),
        contact=cells[6] or "",
        phone=cells[7] or "",
        email=cells[8],
        open_offers=cells[9],
        running=cells[10],
        last_contact_on=day(cells[11]),
    )
