"""The reminders of a placement: dated by its steps, closed by the next one, and its end."""

from __future__ import annotations

import datetime as dt
import json

from sqlmodel import col, select

from ehrenamt_desktop.model.asking import SIDES
from ehrenamt_desktop.model.enums import EndReason, FollowUpKind, Kind, PlacementState
from ehrenamt_desktop.model.records.office import Setting
from ehrenamt_desktop.model.records.placement import FollowUp, Placement
from ehrenamt_desktop.model.rules.placing import USUAL, AskingPlan, Turn, reminders
from ehrenamt_desktop.services.records import moved
from ehrenamt_desktop.store.unit import Unit

DATED = frozenset((FollowUpKind.ANSWER_DUE, *SIDES))
"""Reminders that a step dates and the next one closes."""

PLAN_SETTING = "placing.asking"
"""When running placements are asked about, `[[days, whom], [days, whom]]`."""


def plan_of(kept: object) -> AskingPlan:
    """The plan that a setting holds; without one the usual."""
    if not isinstance(kept, list):
        return USUAL
    return AskingPlan(*(Turn(int(days), FollowUpKind(whom)) for days, whom in kept))


def remind(unit: Unit, placement: Placement, day: dt.date) -> None:
    """Date what is to be asked after the step a placement took on a day."""
    kept = unit.exec(select(Setting.value).where(col(Setting.key) == PLAN_SETTING)).first()
    plan = plan_of(json.loads(kept) if kept else None)
    for reminder in reminders(placement.state, day, plan):
        unit.add(FollowUp(kind=reminder.kind, due_on=reminder.due_on, placement_id=placement.id))


def close_reminders(unit: Unit, placement_id: int, day: dt.date, *, ended: bool) -> None:
    """Close the reminders that asked for the step just taken, and all when the placement ended."""
    open_ones = unit.exec(
        select(FollowUp).where(
            col(FollowUp.placement_id) == placement_id, col(FollowUp.done_on).is_(None)
        )
    )
    for follow_up in open_ones:
        if ended or follow_up.kind in DATED:
            follow_up.done_on = day


def end(unit: Unit, placement: Placement, day: dt.date, reason: EndReason) -> None:
    """End a placement for a reason; one that has ended stays as it is."""
    before = placement.state
    if before is PlacementState.ENDED:
        return
    placement.state = PlacementState.ENDED
    placement.ended_on, placement.end_reason = day, reason
    number = int(placement.id or 0)
    moved(unit, Kind.PLACEMENT, number, before, PlacementState.ENDED, day, reason.label)
    close_reminders(unit, number, day, ended=True)
