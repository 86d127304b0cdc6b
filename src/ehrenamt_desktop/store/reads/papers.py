"""What papers are made of: public offers, addresses, counts for the council."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import OfferKind, Rhythm
from ehrenamt_desktop.model.paper_rows import BoardOffer, CouncilRow
from ehrenamt_desktop.model.rules import board
from ehrenamt_desktop.model.rules.publishing import findings
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.text import cut
from ehrenamt_desktop.store.reads.cells import day
from ehrenamt_desktop.store.reads.stages import (
    FREE_PLACES,
    OFFER_STAGE,
    PERSON_STAGE,
    PLACE_LABEL,
)

ON_BOARD = f"({OFFER_STAGE} IN ('open', 'upcoming') AND r.trashed_at IS NULL)"
"""An offer may be pinned up: published, in date, with a free place, not in the trash."""

TOP_AREA = (
    "(SELECT coalesce(t.parent_id, t.id) FROM offer_term x JOIN term t ON t.id = x.term_id "
    "WHERE x.offer_id = r.id AND t.kind = 'area' ORDER BY t.rank LIMIT 1)"
)
_PUBLIC = (
    "SELECT r.id, r.title, r.teaser, r.kind, r.location, r.remote, r.time_text, r.time_grid, "
    "r.rhythm, r.starts_on, r.ends_on, r.requirements, r.min_age, r.trial_possible, "
    f"coalesce(p.name, ''), coalesce(p.municipality, ''), {PLACE_LABEL}, "
    f"coalesce((SELECT label FROM term WHERE id = {TOP_AREA}), ''), r.description, r.fit_youth "
    "FROM offer r LEFT JOIN place p ON p.id = r.place_id "
)
_ORDER = "ORDER BY p.member IS NULL OR NOT p.member, p.sort_key, r.sort_key, r.id"
_OF_AREA = (
    "EXISTS (SELECT 1 FROM offer_term x JOIN term t ON t.id = x.term_id LEFT JOIN term u "
    "ON u.id = t.parent_id WHERE x.offer_id = r.id AND t.kind = 'area' "
    "AND coalesce(u.label, t.label) = :area)"
)


def board_offers(
    connection: Any,
    as_of: dt.date,
    *,
    places: Sequence[int] = (),
    municipality: str = "",
    area: str = "",
) -> list[BoardOffer]:
    """The offers to pin up on `as_of`, by place and title.

    Args:
        connection: of the store.
        as_of: the day.
        places: only these places; with `municipality` also its help for single persons.
        municipality: only this one, if no places are named.
        area: only offers of this field (its label).
    """
    wanted = ["1"]
    if places:
        wanted = [f"r.place_id IN ({','.join(str(int(one)) for one in places)})"]
        if municipality:
            wanted = [f"({wanted[0]} OR r.kind = 'help_request' AND p.municipality = :town)"]
    elif municipality:
        wanted = ["p.municipality = :town"]
    if area:
        wanted.append(_OF_AREA)
    values = {"as_of": as_of.isoformat(), "town": municipality, "area": area}
    statement = f"{_PUBLIC} WHERE {ON_BOARD} AND {' AND '.join(wanted)} {_ORDER}"
    return [_board_offer(cells) for cells in connection.execute(statement, values)]


def board_cuts(connection: Any, as_of: dt.date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The municipalities and the fields that have offers to pin up on `as_of`, by name."""
    values = {"as_of": as_of.isoformat()}
    towns = (
        "SELECT DISTINCT p.municipality FROM offer r JOIN place p ON p.id = r.place_id "
        f"WHERE {ON_BOARD} AND p.member ORDER BY 1"
    )
    areas = (
        "SELECT DISTINCT coalesce(u.label, t.label), coalesce(u.rank, t.rank) FROM offer r "
        "JOIN offer_term x ON x.offer_id = r.id JOIN term t ON t.id = x.term_id "
        f"LEFT JOIN term u ON u.id = t.parent_id WHERE {ON_BOARD} AND t.kind = 'area' ORDER BY 2"
    )
    found = [
        tuple(dict.fromkeys(str(cells[0]) for cells in connection.execute(one, values)))
        for one in (towns, areas)
    ]
    return found[0], found[1]


def hanging_offer(connection: Any, as_of: dt.date, offer_id: int) -> bool:
    """Whether an offer may be pinned up on `as_of`."""
    values = {"as_of": as_of.isoformat(), "id": offer_id}
    statement = f"SELECT 1 FROM offer r WHERE r.id = :id AND {ON_BOARD}"
    return connection.execute(statement, values).fetchone() is not None


_TEXTS = (
    "SELECT r.id, r.kind, r.helped_name, i.name, r.title, r.teaser, r.location, r.time_text, "
    "r.requirements FROM offer r JOIN initiative i ON i.id = r.initiative_id WHERE r.id IN ({ids})"
)
_TEXT_KEYS = (
    "id", "kind", "helped_name", "body", "title", "teaser", "location", "time_text",
    "requirements",
)  # fmt: skip


def printed_texts(connection: Any, offer_ids: Sequence[int]) -> list[dict[str, Any]]:
    """What of offers can stand on a board, beside what must not: kind, helped person, body."""
    statement = _TEXTS.format(ids=",".join(str(int(one)) for one in offer_ids))
    return [dict(zip(_TEXT_KEYS, cells, strict=True)) for cells in connection.execute(statement)]


def public_side(connection: Any, offer_id: int) -> BoardOffer:
    """The public side of one offer."""
    statement = f"{_PUBLIC} WHERE r.id = ?"
    return _board_offer(connection.execute(statement, (offer_id,)).fetchone())


def public_contact(connection: Any, offer_id: int) -> str:
    """The name of the offer's contact person, where the offer names them and they agreed."""
    cells = connection.execute(
        "SELECT c.title, c.first_name, c.last_name FROM offer r "
        "JOIN contact_person c ON c.initiative_id = r.initiative_id "
        "AND c.id = coalesce(r.contact_id, c.id) "
        "JOIN consent k ON k.contact_id = c.id AND k.scope = 'publish_contact' "
        "AND k.withdrawn_on IS NULL WHERE r.id = ? AND r.publish_contact "
        "ORDER BY c.deputy, c.id LIMIT 1",
        (offer_id,),
    ).fetchone()
    return full_name(*cells) if cells else ""


def _board_offer(cells: Sequence[Any]) -> BoardOffer:
    kind = OfferKind(cells[3])
    rhythm = Rhythm(cells[8]) if cells[8] else None
    trial = None if cells[13] is None else bool(cells[13])
    return BoardOffer(
        number=cells[0],
        title=cells[1],
        teaser=cells[2] or _public_beginning(kind, cells[18]),
        where=board.where(kind, cells[4], cells[14], cells[15], bool(cells[5])),
        when=board.when(cells[6], cells[7], rhythm, day(cells[9]), day(cells[10])),
        needs=board.needs(cells[11], cells[12], trial),
        place="" if kind is OfferKind.HELP_REQUEST else cells[16],
        municipality=cells[15],
        area=cells[17],
        kind=kind,
        for_youth=board.for_youth(bool(cells[19]), cells[12], kind),
    )


_COUNTS = {
    "offers": (
        f"SELECT p.municipality, {TOP_AREA}, count(*), sum(coalesce({FREE_PLACES}, 0)) "
        "FROM offer r LEFT JOIN place p ON p.id = r.place_id "
        f"WHERE {OFFER_STAGE} IN ('open', 'upcoming', 'full') AND r.trashed_at IS NULL "
        "GROUP BY 1, 2"
    ),
    "seekers": (
        "SELECT p.municipality, coalesce(t.parent_id, t.id), count(DISTINCT r.id), 0 "
        "FROM person r LEFT JOIN place p ON p.id = r.place_id "
        "JOIN person_term x ON x.person_id = r.id AND x.relation = 'wish' "
        "JOIN term t ON t.id = x.term_id AND t.kind = 'area' "
        f"WHERE {PERSON_STAGE} IN ('seeking', 'proposed') AND r.trashed_at IS NULL "
        "GROUP BY 1, 2"
    ),
    "proposals": (
        f"SELECT p.municipality, {TOP_AREA}, count(*), 0 FROM placement m "
        "JOIN offer r ON r.id = m.offer_id LEFT JOIN place p ON p.id = r.place_id "
        "WHERE m.proposed_on BETWEEN :start AND :as_of GROUP BY 1, 2"
    ),
    "placements": (
        f"SELECT p.municipality, {TOP_AREA}, count(*), 0 FROM placement m "
        "JOIN offer r ON r.id = m.offer_id LEFT JOIN place p ON p.id = r.place_id "
        "WHERE m.started_on BETWEEN :start AND :as_of GROUP BY 1, 2"
    ),
    "talks": (
        "SELECT p.municipality, coalesce(t.parent_id, t.id), count(DISTINCT i.id), 0 "
        "FROM interaction i JOIN person r ON r.id = i.person_id "
        "LEFT JOIN place p ON p.id = r.place_id "
        "JOIN person_term x ON x.person_id = r.id AND x.relation = 'wish' "
        "JOIN term t ON t.id = x.term_id AND t.kind = 'area' "
        "WHERE i.state = 'held' AND i.kind IN ('first_contact', 'consultation') "
        'AND i."on" BETWEEN :start AND :as_of GROUP BY 1, 2'
    ),
}

OUTSIDE = "auswärtig oder ohne Ort"


def council_rows(connection: Any, start: dt.date, end: dt.date) -> list[CouncilRow]:
    """Raw counts for each municipality of the association and each field, also where all are 0.

    Whoever lives, and whatever takes place, outside the association or at no known place is
    counted in rows of its own; offers without a field have a row "ohne Bereich".
    """
    members = {
        row[0] for row in connection.execute("SELECT DISTINCT municipality FROM place WHERE member")
    }
    areas = {
        row[0]: row[1]
        for row in connection.execute(
            "SELECT id, label FROM term WHERE kind = 'area' AND parent_id IS NULL ORDER BY rank"
        )
    }
    cells: dict[tuple[str, int | None], dict[str, int]] = {}
    values = {"start": start.isoformat(), "as_of": end.isoformat()}
    for key, statement in _COUNTS.items():
        for municipality, area, amount, places in connection.execute(statement, values):
            name = municipality if municipality in members else OUTSIDE
            counts = cells.setdefault((name, area), {})
            counts[key] = counts.get(key, 0) + amount
            if key == "offers":
                counts["places"] = counts.get("places", 0) + places
    return [
        _council_row(town, areas.get(area or 0), cells.get((town, area), {}))
        for town in (*sorted(members), OUTSIDE)
        for area in (*areas, None)
    ]


def _council_row(municipality: str, area: str | None, counts: dict[str, int]) -> CouncilRow:
    keys = ("offers", "places", "seekers", "proposals", "placements", "talks")
    return CouncilRow(
        municipality=municipality,
        area=area or "ohne Bereich",
        **{key: counts.get(key, 0) for key in keys},
    )


def _public_beginning(kind: OfferKind, description: str) -> str:
    """The beginning of a description, for offers without a teaser.

    Help for one person never shows its description, other offers only if it names nobody.
    """
    if kind is OfferKind.HELP_REQUEST or findings(description):
        return ""
    return cut(" ".join(description.split()), 160)
