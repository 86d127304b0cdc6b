"""A whole placement for the pane beside the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.enums import ConsentScope, Kind, PlacementState
from ehrenamt_desktop.model.legal import LegalHint
from ehrenamt_desktop.model.placement_detail import ChainStep, PlacementDetail
from ehrenamt_desktop.model.rows import ConsentRow, HistoryRow
from ehrenamt_desktop.model.rules.placing import NEXT
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads import details, legal, parts, placements
from ehrenamt_desktop.store.reads.cells import some_day
from ehrenamt_desktop.store.reads.work import follow_ups, interactions

_REACHED = {
    PlacementState.PROPOSED: "proposed_on",
    PlacementState.PASSED_ON: "passed_on_on",
    PlacementState.RUNNING: "started_on",
    PlacementState.ENDED: "ended_on",
}
PASSED_ON = (
    ("Telefon", "phone"),
    ("Mobil", "mobile"),
    ("E-Mail", "email"),
    ("Erreichbar", "reachable_note"),
)
"""What a hand-over tells beside the name: how to reach the person, nothing else."""


def placement(connection: Any, number: int, as_of: dt.date) -> PlacementDetail | None:
    """A placement with everything that belongs to it; None if it is gone."""
    values = parts.record(connection, Kind.PLACEMENT, number)
    if values is None:
        return None
    person = parts.record(connection, Kind.PERSON, values["person_id"]) or {}
    offer = parts.record(connection, Kind.OFFER, values["offer_id"]) or {}
    named = {"number": number}
    body = placements.rows(connection, [number])[0].initiative
    state = PlacementState(values["state"])
    name = full_name(person["title"], person["first_name"], person["last_name"])
    return PlacementDetail(
        id=number,
        row=placements.rows(connection, [number])[0],
        values=values,
        person=name,
        recipient=values["recipient"] or recipient(connection, values["offer_id"]),
        contact_data=(("Name", name), *_filled(person)),
        consent=_consent(parts.consents_of(connection, values["person_id"]), as_of, body),
        refusal=details.refusal(connection, values["person_id"], as_of, body),
        steps=tuple(
            ChainStep(one, values[column], one is state) for one, column in _REACHED.items()
        ),
        next_states=NEXT[state],
        follow_ups=follow_ups(connection, "r.done_on IS NULL AND r.placement_id = :number", named),
        history=_history(connection, number),
        needs_efz=bool(offer["needs_efz"]),
        legal_hints=_hints(connection, values, person, as_of),
    )


def _hints(
    connection: Any, values: Mapping[str, Any], person: Mapping[str, Any], as_of: dt.date
) -> tuple[LegalHint, ...]:
    """What is worth knowing before this placement goes on; nothing once it ended."""
    if values["state"] == PlacementState.ENDED.value:
        return ()
    return legal.hints_for(
        connection, values["person_id"], person["occupation"], as_of, values["id"]
    )


def _filled(person: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(label, str(person[key])) for label, key in PASSED_ON if person[key]]


def _consent(consents: Sequence[ConsentRow], as_of: dt.date, body: str) -> ConsentRow | None:
    """The latest valid consent to the hand-over to this initiative."""
    for one in reversed(consents):
        fact = details.fact(one)
        if fact.scope is ConsentScope.HANDOVER and fact.holds(as_of) and fact.reaches(body):
            return one
    return None


def recipient(connection: Any, offer_id: int) -> str:
    """Who gets a contact: the offer's contact person, else the body's first, and the body."""
    offer = parts.record(connection, Kind.OFFER, offer_id) or {}
    body = parts.record(connection, Kind.INITIATIVE, offer["initiative_id"]) or {}
    contacts = parts.contacts_of(connection, offer["initiative_id"])
    chosen = [one for one in contacts if one.id == offer["contact_id"]] or list(contacts[:1])
    return ", ".join([*(one.name for one in chosen), str(body["name"])])


def _history(connection: Any, number: int) -> tuple[HistoryRow, ...]:
    """Steps and talks of the placement, the latest first."""
    steps = connection.execute(
        'SELECT to_state, "on", reason FROM status_event '
        "WHERE kind = 'placement' AND record_id = ? ORDER BY \"on\", id",
        (number,),
    )
    lines = [
        HistoryRow(some_day(cells[1]), Kind.PLACEMENT, PlacementState(cells[0]).label, cells[2])
        for cells in steps
    ]
    talks = interactions(connection, "r.placement_id = :number", {"number": number})
    lines += [
        HistoryRow(one.on, Kind.INTERACTION, one.subject or one.kind.label, one.note)
        for one in talks
    ]
    lines.sort(key=lambda line: line.on)
    return tuple(reversed(lines))
