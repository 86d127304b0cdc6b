"""Who had a talk, a proposal, a placement in a period; counted and protected in the service."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from ehrenamt_desktop.store.reads.cells import day


class Reached(NamedTuple):
    """Somebody and what happened with them in the period: talk, proposal, placement."""

    birth_date: dt.date | None
    birth_year: int | None
    municipality: str | None
    occupation: str | None
    stages: tuple[bool, bool, bool]


_REACHED = """
SELECT r.birth_date, r.birth_year, CASE WHEN p.member THEN p.municipality END, r.occupation,
       max(x.stage = 0), max(x.stage = 1), max(x.stage = 2)
FROM (
    SELECT person_id, 0 AS stage FROM interaction
    WHERE state = 'held' AND kind IN ('first_contact', 'consultation')
    AND "on" BETWEEN :start AND :end AND person_id IS NOT NULL
    UNION ALL
    SELECT person_id, 1 FROM placement WHERE proposed_on BETWEEN :start AND :end
    UNION ALL
    SELECT person_id, 2 FROM placement WHERE started_on BETWEEN :start AND :end
) x JOIN person r ON r.id = x.person_id LEFT JOIN place p ON p.id = r.place_id
WHERE r.trashed_at IS NULL GROUP BY r.id
"""


def reached(connection: Any, start: dt.date, end: dt.date) -> list[Reached]:
    """Everybody with a held first or consulting talk, a proposal or a placement in the period."""
    values = {"start": start.isoformat(), "end": end.isoformat()}
    return [
        Reached(day(cells[0]), cells[1], cells[2], cells[3],
                (bool(cells[4]), bool(cells[5]), bool(cells[6])))
        for cells in connection.execute(_REACHED, values)
    ]  # fmt: skip
