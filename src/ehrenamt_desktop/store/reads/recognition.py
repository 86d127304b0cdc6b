"""What everybody did or does, in one statement, and whose Juleica runs out.

Left out are people in the trash, in the archive, and those whose data may only be kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from ehrenamt_desktop.model.certificates import Engagement
from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.rules.salutation import list_name
from ehrenamt_desktop.store.reads.cells import day, some_day
from ehrenamt_desktop.store.reads.stages import PLACE_LABEL

_FREE = "w.trashed_at IS NULL AND w.restricted_on IS NULL AND w.status <> 'ended'"
_BEGAN = (
    f"SELECT w.id, w.first_name, w.last_name, {PLACE_LABEL}, coalesce(p.county, ''), x.id, "
    "r.title, i.name, r.kind, x.started_on, x.ended_on, x.hours_per_week, r.hours_per_week, "
    "r.allowance_month, coalesce(a.county, b.county, '') "
    "FROM placement x JOIN person w ON w.id = x.person_id LEFT JOIN place p ON p.id = w.place_id "
    "JOIN offer r ON r.id = x.offer_id JOIN initiative i ON i.id = r.initiative_id "
    "LEFT JOIN place a ON a.id = r.place_id LEFT JOIN place b ON b.id = i.place_id "
    f"WHERE x.started_on IS NOT NULL AND x.started_on <= ? AND {_FREE} "
    "ORDER BY w.sort_key, w.id, x.started_on, x.id"
)
_PROOFS = (
    f"SELECT w.id, w.first_name, w.last_name, {PLACE_LABEL}, max(c.valid_until) "
    "FROM credential c JOIN term t ON t.id = c.term_id JOIN person w ON w.id = c.person_id "
    "LEFT JOIN place p ON p.id = w.place_id "
    f"WHERE t.kind = 'proof' AND t.code = ? AND c.held AND {_FREE} "
    "GROUP BY w.id HAVING max(c.valid_until) BETWEEN ? AND ? ORDER BY w.sort_key, w.id"
)


class Engaged(NamedTuple):
    """Somebody with the placements that began, the earliest first; `county` is that of the home."""

    person_id: int
    name: str
    place: str
    county: str
    engagements: tuple[Engagement, ...]


class Proof(NamedTuple):
    """Somebody with a proof and its last day."""

    person_id: int
    name: str
    place: str
    valid_until: Any


def engaged(connection: Any, as_of: str) -> Iterator[Engaged]:
    """Everybody for whom a placement began until `as_of`, an ISO date, by name."""
    rows = connection.execute(_BEGAN, (as_of,))
    for _, group in groupby(rows, key=lambda cells: cells[0]):
        mine = list(group)
        number, first, last, place, county = mine[0][:5]
        yield Engaged(
            number, list_name(first, last), place, county, tuple(_engagement(one) for one in mine)
        )


def proofs(connection: Any, code: str, start: str, end: str) -> list[Proof]:
    """Whose last proof of a kind ends between two ISO dates, by name."""
    rows = connection.execute(_PROOFS, (code, start, end)).fetchall()
    return [
        Proof(number, list_name(first, last), place, some_day(until))
        for number, first, last, place, until in rows
    ]


def _engagement(cells: Any) -> Engagement:
    """A placement without its recorded hours and words, which no condition asks for."""
    return Engagement(
        id=cells[5],
        title=cells[6],
        body=cells[7],
        kind=OfferKind(cells[8]),
        started_on=some_day(cells[9]),
        ended_on=day(cells[10]),
        agreed=cells[11],
        wanted=cells[12],
        recorded=0.0,
        recorded_months=0,
        first_month=None,
        last_month=None,
        allowance=cells[13],
        time_text="",
        rhythm=None,
        teaser="",
        activities=(),
        skills=(),
        county=cells[14],
    )
