"""What somebody did or does: the placements that began, with their recorded hours."""

from __future__ import annotations

from typing import Any

from ehrenamt_desktop.model.certificates import Engagement
from ehrenamt_desktop.model.enums import OfferKind, Rhythm
from ehrenamt_desktop.store.reads.cells import day, some_day

_BEGAN = (
    "SELECT x.id, r.title, i.name, r.kind, x.started_on, x.ended_on, x.hours_per_week, "
    "r.hours_per_week, coalesce(sum(h.hours), 0), count(h.id), min(h.month), max(h.month), "
    "r.allowance_month, r.time_text, r.rhythm, r.teaser, r.id, "
    "coalesce(p.county, q.county, '') "
    "FROM placement x JOIN offer r ON r.id = x.offer_id JOIN initiative i ON "
    "i.id = r.initiative_id LEFT JOIN place p ON p.id = r.place_id "
    "LEFT JOIN place q ON q.id = i.place_id LEFT JOIN hour_entry h ON h.placement_id = x.id "
    "AND h.hours > 0 WHERE x.person_id = ? AND x.started_on IS NOT NULL AND x.started_on <= ? "
    "GROUP BY x.id ORDER BY x.ended_on IS NOT NULL, x.started_on DESC, x.id DESC"
)
_TERMS = (
    "SELECT x.offer_id, t.id, t.kind, t.label FROM offer_term x JOIN term t ON t.id = x.term_id "
    "WHERE t.kind IN ('activity', 'skill') ORDER BY t.rank, t.id"
)


def began(connection: Any, person_id: int, as_of: str) -> tuple[Engagement, ...]:
    """A person's placements that began until `as_of`, the running ones first, then the latest."""
    rows = connection.execute(_BEGAN, (person_id, as_of)).fetchall()
    wanted = sorted({cells[16] for cells in rows})
    marks = ", ".join("?" for _ in wanted)
    statement = _TERMS.replace("WHERE", f"WHERE x.offer_id IN ({marks}) AND")
    terms = connection.execute(statement, tuple(wanted)).fetchall() if wanted else []
    found = []
    for cells in rows:
        mine = [one for one in terms if one[0] == cells[16]]
        found.append(
            Engagement(
                id=cells[0],
                title=cells[1],
                body=cells[2],
                kind=OfferKind(cells[3]),
                started_on=some_day(cells[4]),
                ended_on=day(cells[5]),
                agreed=cells[6],
                wanted=cells[7],
                recorded=cells[8],
                recorded_months=cells[9],
                first_month=day(cells[10]),
                last_month=day(cells[11]),
                allowance=cells[12],
                time_text=cells[13],
                rhythm=Rhythm(cells[14]) if cells[14] else None,
                teaser=cells[15],
                activities=tuple(one[3] for one in mine if one[2] == "activity"),
                skills=tuple(one[1] for one in mine if one[2] == "skill"),
                county=cells[17],
            )
        )
    return tuple(found)
