"""Invented foundings: some points done, a few people who would take part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ehrenamt_desktop.model.enums import InitiativeStatus
from ehrenamt_desktop.model.records.initiative import FoundingStep, Interest
from ehrenamt_desktop.model.rules.founding import CHECKLIST
from ehrenamt_desktop.services.demo.initiatives import InitiativePlan
from ehrenamt_desktop.store.bulk import insert_rows
from ehrenamt_desktop.store.unit import Unit

DONE = (("Altes Lehrerzimmer, dienstags frei", 2), ("", 1), ("", 0))
"""Notes of the points done, from the third of the checklist on down."""

OFFERED = ("möchte den Anfang mitorganisieren", "backt gern", "")
"""What the people would bring along."""


def fill(
    unit: Unit, bodies: Sequence[InitiativePlan], people: Sequence[int], as_of: dt.date
) -> None:
    """Give each founding its first points and people, the same ones for the same office."""
    foundings = [one for one in bodies if one.values["status"] is InitiativeStatus.FOUNDING]
    steps, interests = [], []
    for turn, body in enumerate(foundings):
        since = max(body.since, as_of - dt.timedelta(days=120))
        span = (as_of - since).days
        for note, place in DONE[turn % len(DONE) :]:
            on = since + dt.timedelta(days=span * (place + 1) // 5)
            row = {"title": CHECKLIST[place], "done_on": on, "note": note}
            steps.append({"initiative_id": body.id, **row})
        for place, note in enumerate(OFFERED):
            at = turn * len(OFFERED) + place
            if at < len(people):
                on = since + dt.timedelta(days=span * (place + 1) // 4)
                row = {"person_id": people[at], "on": on, "note": note}
                interests.append({"initiative_id": body.id, **row})
    insert_rows(unit, FoundingStep, steps)
    insert_rows(unit, Interest, interests)
