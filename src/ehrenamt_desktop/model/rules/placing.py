"""The chain of a placement: which step may follow which, and which reminders it dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from ehrenamt_desktop.model.enums import FollowUpKind, PlacementState

NEXT: dict[PlacementState, tuple[PlacementState, ...]] = {
    PlacementState.PROPOSED: (PlacementState.PASSED_ON, PlacementState.ENDED),
    PlacementState.PASSED_ON: (PlacementState.RUNNING, PlacementState.ENDED),
    PlacementState.RUNNING: (PlacementState.ENDED,),
    PlacementState.ENDED: (),
}
"""Allowed steps. A contact cannot run before it was passed on: that is where consent is checked."""

ANSWER_DAYS = 14
"""Days after which an answer to a proposal, or to a contact passed on, is asked for."""


class Turn(NamedTuple):
    """After how many days of a running placement is asked, and whom."""

    days: int
    whom: FollowUpKind


class AskingPlan(NamedTuple):
    """The two turns; the office may set its own (`services/asking`)."""

    first: Turn = Turn(35, FollowUpKind.ASK_BOTH)
    later: Turn = Turn(182, FollowUpKind.ASK_INITIATIVE)


USUAL = AskingPlan()
"""About 4–6 weeks and 6 months after the beginning (domain brief 1.1)."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that dates itself."""

    kind: FollowUpKind
    due_on: dt.date


def reminders(state: PlacementState, on: dt.date, plan: AskingPlan = USUAL) -> tuple[Reminder, ...]:
    """The reminders a step to `state` on `on` brings; a weekend moves to Monday."""
    turns = {
        PlacementState.PROPOSED: (Turn(ANSWER_DAYS, FollowUpKind.ANSWER_DUE),),
        PlacementState.PASSED_ON: (Turn(ANSWER_DAYS, FollowUpKind.ASK_BOTH),),
        PlacementState.RUNNING: plan,
        PlacementState.ENDED: (),
    }[state]
    return tuple(
        Reminder(turn.whom, next_working_day(on + dt.timedelta(days=turn.days))) for turn in turns
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


def full_refusal(title: str, total: int | None, running: int) -> str | None:
    """Why nobody more can begin with an offer, as a German sentence; None if somebody can."""
    if total is None or running < total:
        return None
    return (
        f"Bei „{title}“ sind alle Plätze besetzt. Bitte fragen Sie die Initiative, ob sie weitere "
        "Plätze hat, und ändern Sie die Zahl im Angebot."
    )
