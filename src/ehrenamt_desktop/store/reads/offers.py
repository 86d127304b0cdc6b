"""The list of offers, and what of them may stand on a notice board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.enums import Freshness, OfferKind, OfferStage
from ehrenamt_desktop.model.rows import OfferRow
from ehrenamt_desktop.model.rules.filter_groups import Room, Suits
from ehrenamt_desktop.store.reads.cells import day
from ehrenamt_desktop.store.reads.listing import ListSpec, extents, in_order, one_of, one_of_numbers
from ehrenamt_desktop.store.reads.stages import (
    FREE_PLACES,
    FRESHNESS,
    OFFER_STAGE,
    PLACE_LABEL,
)

AREA = (
    "(SELECT t.label FROM offer_term x JOIN term t ON t.id = x.term_id "
    "WHERE x.offer_id = r.id AND t.kind = 'area' ORDER BY t.parent_id IS NOT NULL, t.rank LIMIT 1)"
)

SUITS: Mapping[Suits, str] = {
    Suits.YOUTH: "r.fit_youth AND coalesce(r.min_age, 0) < 18 AND coalesce(r.max_age, 99) >= 14",
    Suits.JOB_SEEKER: "r.fit_job_seeker",
    Suits.GROUP: "r.fit_group",
    Suits.TEACHES: "r.teaches <> ''",
}

SPEC = ListSpec(
    source=(
        "offer r JOIN initiative i ON i.id = r.initiative_id LEFT JOIN place p ON p.id = r.place_id"
    ),
    order="r.sort_key",
    sorts={
        "title": "r.sort_key",
        "initiative": "i.sort_key",
        "place": "p.sort_key",
        "stage": OFFER_STAGE,
        "free": FREE_PLACES,
        "confirmed": "coalesce(r.confirmed_on, r.entered_on)",
        "valid_until": "r.valid_until",
        "municipality": "p.municipality",
        "kind": "r.kind",
        "freshness": f"CASE {FRESHNESS} WHEN 'fresh' THEN 0 WHEN 'ageing' THEN 1 ELSE 2 END",
        "area": f"fold(coalesce({AREA}, ''))",
        "number": "r.id",
    },
    filters={
        "municipality": one_of("p.municipality"),
        "place": one_of_numbers("r.place_id"),
        "stage": one_of(f"({OFFER_STAGE})"),
        "freshness": one_of(f"({FRESHNESS})"),
        "initiative": one_of_numbers("r.initiative_id"),
        "county": one_of("p.county"),
        "kind": one_of("r.kind"),
        "free": one_of(
            f"(CASE WHEN {FREE_PLACES} > 0 THEN '{Room.FREE}' WHEN {FREE_PLACES} = 0 "
            f"THEN '{Room.NONE}' ELSE '{Room.UNKNOWN}' END)"
        ),
        "suits": lambda values: (
            "(" + " OR ".join(f"({SUITS[Suits(value)]})" for value in values) + ")",
            [],
        ),
        "area": lambda values: (
            "EXISTS (SELECT 1 FROM offer_term x JOIN term t ON t.id = x.term_id "
            "WHERE x.offer_id = r.id AND coalesce(t.parent_id, t.id) IN ("
            + ", ".join("{}" for _ in values)
            + "))",
            [int(value) for value in values],
        ),
    },
    extents=extents("r.status = 'archived'"),
    search="offer_search",
)

_ROWS = (
    f"SELECT r.id, r.title, r.initiative_id, i.name, {PLACE_LABEL}, "
    f"coalesce(p.municipality, ''), {AREA}, {OFFER_STAGE}, {FREE_PLACES}, r.places_total, "
    f"coalesce(r.confirmed_on, r.entered_on), r.valid_until, {FRESHNESS}, r.kind "
    "FROM offer r JOIN initiative i ON i.id = r.initiative_id "
    "LEFT JOIN place p ON p.id = r.place_id WHERE r.id IN ({ids})"
)


def rows(connection: Any, ids: Sequence[int], as_of: str) -> list[OfferRow]:
    """The list rows of the given offers, in that order; `as_of` is an ISO date."""
    statement = _ROWS.format(ids=",".join(str(int(one)) for one in ids))
    found = connection.execute(statement, {"as_of": as_of})
    return in_order(ids, ((cells[0], _row(cells)) for cells in found))


def _row(cells: Sequence[Any]) -> OfferRow:
    return OfferRow(
        id=cells[0],
        title=cells[1],
        initiative_id=cells[2],
        initiative=cells[3],
        place=cells[4],
        municipality=cells[5],
        area=cells[6] or "",
        stage=OfferStage(cells[7]),
        free=cells[8],
        total=cells[9],
        confirmed_on=day(cells[10]),
        valid_until=day(cells[11]),
        freshness=Freshness(cells[12]),
        kind=OfferKind(cells[13]),
    )
