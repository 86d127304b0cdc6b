"""The chain of a placement: which step may follow which, and which reminders it dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import FollowUpKind, PlacementState

NEXT: dict[PlacementState, tuple[PlacementState, ...]] = {
    PlacementState.PROPOSED: (PlacementState.PASSED_ON, PlacementState.ENDED),
    PlacementState.PASSED_ON: (PlacementState.RUNNING, PlacementState.ENDED),
    PlacementState.RUNNING: (PlacementState.ENDED,),
    PlacementState.ENDED: (),
}
"""Allowed steps. A contact cannot run before it was passed on: that is where consent is checked."""

REMINDERS: dict[PlacementState, tuple[tuple[FollowUpKind, int], ...]] = {
    PlacementState.PROPOSED: ((FollowUpKind.ANSWER_DUE, 14),),
    PlacementState.PASSED_ON: ((FollowUpKind.ASK_INITIATIVE, 14), (FollowUpKind.ASK_PERSON, 14)),
    PlacementState.RUNNING: (
        (FollowUpKind.ASK_PERSON, 35),
        (FollowUpKind.ASK_INITIATIVE, 35),
        (FollowUpKind.ASK_PERSON, 182),
        (FollowUpKind.ASK_INITIATIVE, 182),
    ),
    PlacementState.ENDED: (),
}
"""Days after a step on which both sides are asked: about 4–6 weeks, 6 months (domain brief 1.1)."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that dates itself."""

    kind: FollowUpKind
    due_on: dt.date


def reminders(state: PlacementState, on: dt.date) -> tuple[Reminder, ...]:
    """The reminders a step to `state` on `on` brings; a weekend moves to Monday."""
    return tuple(
        Reminder(kind, next_working_day(on + dt.timedelta(days=days)))
        for kind, days in REMINDERS[state]
    )


def next_working_day(value: dt.date) -> dt.date:
    """The day itself, or the Monday after a weekend."""
    return value + dt.timedelta(days=max(0, 7 - value.weekday()) if value.weekday() > 4 else 0)


def step_refusal(before: PlacementState, after: PlacementState, reason_given: bool) -> str | None:
    """Why the step is not allowed, as a German sentence; None if it is."""
    if after is before:
        return f"Die Vermittlung steht schon auf „{before.label}“."
    if after not in NEXT[before]:
        allowed = " oder ".join(f"„{state.label}“" for state in NEXT[before])
        if not allowed:
            return "Die Vermittlung ist beendet. Bitte machen Sie einen neuen Vorschlag."
        return f"Von „{before.label}“ geht es nur zu {allowed}."
    if after is PlacementState.ENDED and not reason_given:
        return "Bitte nennen Sie den Grund, aus dem die Vermittlung endet."
    return None
