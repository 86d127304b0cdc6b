"""A whole placement for the pane beside the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.model.legal import LegalHint
from ehrenamt_desktop.model.passing import PassingPlan
from ehrenamt_desktop.model.placement_detail import ChainStep, PlacementDetail
from ehrenamt_desktop.model.rows import HistoryRow
from ehrenamt_desktop.model.rules.placing import NEXT, full_refusal, step_refusal
from ehrenamt_desktop.model.weighing import ALL_EQUAL
from ehrenamt_desktop.store.reads import hours, legal, parts, passed, passing, placements
from ehrenamt_desktop.store.reads.cells import some_day
from ehrenamt_desktop.store.reads.work import follow_ups, interactions

_REACHED = {
    PlacementState.PROPOSED: "proposed_on",
    PlacementState.PASSED_ON: "passed_on_on",
    PlacementState.RUNNING: "started_on",
    PlacementState.ENDED: "ended_on",
}


def placement(connection: Any, number: int, as_of: dt.date) -> PlacementDetail | None:
    """A placement with everything that belongs to it; None if it is gone."""
    values = parts.record(connection, Kind.PLACEMENT, number)
    if values is None:
        return None
    person = parts.record(connection, Kind.PERSON, values["person_id"]) or {}
    offer = parts.record(connection, Kind.OFFER, values["offer_id"]) or {}
    named = {"number": number}
    plan = passing.plan(connection, number, as_of)
    if plan is None:
        return None
    state = PlacementState(values["state"])
    return PlacementDetail(
        id=number,
        row=placements.rows(connection, [number])[0],
        values=values,
        person=plan.person,
        passing=plan,
        passed=passed.passed(connection, Kind.PLACEMENT, number),
        steps=tuple(
            ChainStep(one, values[column], one is state) for one, column in _REACHED.items()
        ),
        standing=_standing(connection, values),
        next_states=NEXT[state],
        refusals=_refusals(connection, state, offer, plan),
        warnings=plan.warnings,
        hours=hours.sheet(connection, number, as_of),
        follow_ups=follow_ups(connection, "r.done_on IS NULL AND r.placement_id = :number", named),
        history=_history(connection, number),
        needs_efz=bool(offer["needs_efz"]),
        legal_hints=_hints(connection, values, person, as_of),
    )


def _standing(connection: Any, values: Mapping[str, Any]) -> str:
    """`Platz 2 der Liste · Wichtigkeit: Zeit zuerst`; empty where nothing was weighed."""
    if values["match_score"] is None:
        return ""
    found = connection.execute(
        "SELECT name FROM weight_set WHERE id = ?", (values["weight_set_id"],)
    ).fetchone()
    place = f"Platz {values['match_rank']} der Liste" if values["match_rank"] else ""
    weighed = f"Wichtigkeit: {found[0] if found else ALL_EQUAL}"
    return " · ".join(part for part in (place, weighed) if part)


def _refusals(
    connection: Any, state: PlacementState, offer: Mapping[str, Any], plan: PassingPlan
) -> dict[PlacementState, str]:
    """Why a step cannot be the next; of an end only the reason is missing, which is asked for."""
    running = connection.execute(
        "SELECT count(*) FROM placement WHERE offer_id = ? AND state = 'running'", (offer["id"],)
    ).fetchone()[0]
    barred = {
        PlacementState.PASSED_ON: plan.refusal,
        PlacementState.RUNNING: full_refusal(offer["title"], offer["places_total"], running),
    }
    found = {
        one: step_refusal(state, one, reason_given=True) or barred.get(one)
        for one in PlacementState
    }
    return {one: told for one, told in found.items() if told is not None}


def _hints(
    connection: Any, values: Mapping[str, Any], person: Mapping[str, Any], as_of: dt.date
) -> tuple[LegalHint, ...]:
    """What is worth knowing before this placement goes on; nothing once it ended."""
    if values["state"] == PlacementState.ENDED.value:
        return ()
    return legal.hints_for(
        connection, values["person_id"], person["occupation"], as_of, values["id"]
    )


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
