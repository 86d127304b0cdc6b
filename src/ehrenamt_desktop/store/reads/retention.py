"""What decides how long people's data is kept, and who is on the way out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ehrenamt_desktop.model.rules.retention import KeptFacts
from ehrenamt_desktop.store.reads.cells import day, some_day, stamp_day

_FACTS = """
SELECT r.id, r.created_at, x.last, x.counselled, m.proposed, m.under_way, m.ended FROM person r
LEFT JOIN (SELECT person_id, max("on") AS last, max(kind = 'consultation') AS counselled
    FROM interaction WHERE person_id IS NOT NULL GROUP BY person_id) x ON x.person_id = r.id
LEFT JOIN (SELECT person_id, 1 AS proposed, max(state <> 'ended') AS under_way,
    max(CASE WHEN started_on IS NOT NULL THEN ended_on END) AS ended
    FROM placement GROUP BY person_id) m ON m.person_id = r.id
WHERE {} ORDER BY r.id
"""
_NAMES = (
    "SELECT r.id, trim(r.first_name || ' ' || r.last_name), coalesce(p.name, ''), "
    "(SELECT count(DISTINCT c.initiative_id) FROM passed_contact c WHERE c.person_id = r.id) "
    "FROM person r LEFT JOIN place p ON p.id = r.place_id WHERE r.id IN ({})"
)
_RECIPIENTS = (
    'SELECT c.initiative_id, max(c."on") FROM passed_contact c WHERE c.person_id = ? '
    "GROUP BY c.initiative_id ORDER BY c.initiative_id"
)
_PAPERS = "SELECT path FROM posting WHERE person_id = ? AND path <> '' ORDER BY id"


def facts(connection: Any, person_id: int | None = None) -> list[KeptFacts]:
    """The facts of everybody, also in the trash, or of one person."""
    where, values = ("1", ()) if person_id is None else ("r.id = ?", (person_id,))
    return [
        KeptFacts(
            cells[0], stamp_day(cells[1]), day(cells[2]), bool(cells[3] or cells[4]),
            bool(cells[5]), day(cells[6]),
        )
        for cells in connection.execute(_FACTS.format(where), values)
    ]  # fmt: skip


def names(connection: Any, numbers: Iterable[int]) -> dict[int, tuple[str, str, int]]:
    """Name, village and number of bodies that received the contact, by person."""
    chosen = ",".join(str(int(one)) for one in numbers)
    return {cells[0]: cells[1:] for cells in connection.execute(_NAMES.format(chosen))}


def recipients(connection: Any, person_id: int) -> list[tuple[int, Any]]:
    """The initiatives that received a contact, each with the last day."""
    rows = connection.execute(_RECIPIENTS, (person_id,))
    return [(cells[0], some_day(cells[1])) for cells in rows]


def papers(connection: Any, person_id: int) -> list[str]:
    """Where papers about this person alone were written to."""
    return [cells[0] for cells in connection.execute(_PAPERS, (person_id,))]
