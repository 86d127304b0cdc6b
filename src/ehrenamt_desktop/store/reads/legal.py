"""What a person does at all places, as the rules on benefits need it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop.model.enums import Occupation, OfferKind
from ehrenamt_desktop.model.legal import LegalHint
from ehrenamt_desktop.model.rules.benefits import Engagement, hints
from ehrenamt_desktop.store.reads import catalogue
from ehrenamt_desktop.store.reads.cells import day

_ENGAGEMENTS = (
    "SELECT coalesce(x.hours_per_week, o.hours_per_week), o.allowance_month, x.started_on, "
    "x.ended_on, o.kind FROM placement x JOIN offer o ON o.id = x.offer_id "
    "WHERE x.person_id = :person AND (x.started_on IS NOT NULL OR x.id = :wanted)"
)


def hints_for(
    connection: Any, person_id: int, occupation: str | None, as_of: dt.date, placement_id: int = 0
) -> tuple[LegalHint, ...]:
    """Hints on a person's placements that run or ran, with one that is wanted as if it began."""
    found = connection.execute(_ENGAGEMENTS, {"person": person_id, "wanted": placement_id})
    engagements = [
        Engagement(
            hours=cells[0],
            allowance=cells[1],
            begins=day(cells[2]) or as_of,
            ends=day(cells[3]),
            private=cells[4] == OfferKind.HELP_REQUEST.value,
        )
        for cells in found
    ]
    if not engagements:
        return ()
    figures = {row.key: row for row in catalogue.law(connection, as_of)}
    return hints(Occupation(occupation) if occupation else None, engagements, figures, as_of)
