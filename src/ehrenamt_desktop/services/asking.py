"""Nachfragen: both sides of placements asked how it goes, several in one call, kept as one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.asking import SIDES, Answered, Asked, SideAnswer, kind_for
from ehrenamt_desktop.model.enums import (
    FollowUpKind,
    FollowUpResult,
    InteractionKind,
    InteractionState,
)
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.placement import FollowUp, Interaction, Placement
from ehrenamt_desktop.model.rules.placing import AskingPlan, next_working_day
from ehrenamt_desktop.model.text import count, cut
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.services.reminders import PLAN_SETTING, end, plan_of
from ehrenamt_desktop.services.settings import Settings
from ehrenamt_desktop.services.work import TRY_AGAIN_DAYS, open_reminder
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import asking, catalogue
from ehrenamt_desktop.store.unit import Unit

CLEAR_UP_DAYS = 3
"""Days until a difficulty somebody told is to be cleared up."""

SHORTEST, LONGEST = 7, 730
"""Days between which the office may ask after the beginning."""

APART = 14
"""Days between both turns at least: they must not fall on one day."""

_DONE = "Diese Nachfrage ist schon erledigt."


class Asking:
    """Use cases on asking how placements go."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def asked(self, follow_up_id: int) -> tuple[Asked, ...]:
        """What a reminder asks for, then what else its body is to be asked for today.

        Raises:
            DomainError: it is done, or asks about no placement.
        """
        with self._store.read() as connection:
            first = asking.asked(connection, follow_up_id)
            if first is None:
                raise DomainError(_DONE)
            if Side.OFFER not in SIDES[first.kind]:
                return (first,)
            today = clock.today()
            more = asking.of_body(connection, first.initiative_id, today, first.number)
        return (first, *more)

    def by_code(self, code: str) -> int | None:
        """The open reminder whose reply slip carries this code."""
        with self._store.read() as connection:
            return asking.by_code(connection, "".join(code.split()).upper())

    def answer(self, answers: Sequence[Answered]) -> None:
        """Keep what was said, all of it as one step.

        A side that was not reached comes up again after three days, one that was not asked stays
        due; a difficulty brings a reminder to clear it up; "beendet" ends the placement.

        Raises:
            InvalidDraft: a satisfaction is not between 1 and 5, or an end lacks its reason.
            DomainError: nothing was said, or a reminder is done already.
        """
        said = [one for one in answers if one.person or one.initiative]
        if not said:
            raise DomainError("Bitte wählen Sie ein Ergebnis.")
        for one in said:
            _check(one)
        whole = count(len(said), "Nachfrage beantwortet", "Nachfragen beantwortet")
        with self._store.write("Nachfrage beantwortet" if len(said) == 1 else whole) as unit:
            for one in said:
                _keep(unit, one, clock.today())

    def plan(self) -> AskingPlan:
        """When running placements are asked about, and whom."""
        with self._store.read() as connection:
            return plan_of(catalogue.setting(connection, PLAN_SETTING))

    def set_plan(self, plan: AskingPlan) -> None:
        """Ask otherwise from now on; what is dated already keeps its day.

        Raises:
            InvalidDraft: a turn lies outside a week and two years, or less than two weeks apart.
        """
        wrong = [
            FieldError(name, f"Bitte geben Sie {SHORTEST} bis {LONGEST} Tage an.")
            for name, turn in zip(plan._fields, plan, strict=True)
            if not SHORTEST <= turn.days <= LONGEST
        ]
        if not wrong and plan.later.days < plan.first.days + APART:
            words = f"Zwischen beiden Nachfragen müssen mindestens {APART} Tage liegen."
            wrong = [FieldError("later", words)]
        if wrong:
            raise InvalidDraft(tuple(wrong))
        Settings(self._store).set(PLAN_SETTING, [[turn.days, turn.whom.value] for turn in plan])


def _check(one: Answered) -> None:
    for side in (one.person, one.initiative):
        rated = side.satisfaction if side is not None else None
        if rated is not None and not 1 <= rated <= 5:
            sentence = "Bitte geben Sie eine Zufriedenheit von 1 bis 5 an."
            raise InvalidDraft((FieldError("satisfaction", sentence),))
    if one.ended and one.end_reason is None:
        sentence = "Bitte nennen Sie den Grund, aus dem die Vermittlung endet."
        raise InvalidDraft((FieldError("end_reason", sentence),))


def _keep(unit: Unit, one: Answered, today: dt.date) -> None:
    follow_up = open_reminder(unit, one.number)
    wanted = SIDES.get(follow_up.kind)
    if wanted is None or follow_up.placement_id is None:
        raise DomainError(_DONE)
    placement = find(unit, Placement, follow_up.placement_id)
    offer = find(unit, Offer, placement.offer_id)
    follow_up.done_on = today
    for side in wanted:
        answer = one.of(side)
        if answer is not None:
            _put(follow_up, side, answer, alone=len(wanted) == 1)
            unit.add(_call(placement, offer, side, answer, one.note, today))
    if one.ended and one.end_reason is not None:
        end(unit, placement, today, one.end_reason)
        return
    _ask_again(unit, follow_up, one, wanted, today)
    if any(_result(one, side) is FollowUpResult.PROBLEM for side in wanted):
        unit.add(_clear_up(placement, offer, one.note, today))


def _result(one: Answered, side: Side) -> FollowUpResult | None:
    answer = one.of(side)
    return answer.result if answer is not None else None


def _put(follow_up: FollowUp, side: Side, answer: SideAnswer, *, alone: bool) -> None:
    if alone or side is Side.PERSON:
        follow_up.result, follow_up.satisfaction = answer.result, answer.satisfaction
    else:
        follow_up.initiative_result = answer.result
        follow_up.initiative_satisfaction = answer.satisfaction


def _ask_again(
    unit: Unit, follow_up: FollowUp, one: Answered, wanted: Sequence[Side], today: dt.date
) -> None:
    """Reminders for whom nobody asked, and for whom nobody reached."""
    missed = {side for side in wanted if _result(one, side) is FollowUpResult.NOT_REACHED}
    unasked = {side for side in wanted if one.of(side) is None}
    later = next_working_day(today + dt.timedelta(days=TRY_AGAIN_DAYS))
    for sides, due_on in ((unasked, follow_up.due_on), (missed, later)):
        if sides:
            unit.add(
                FollowUp(
                    kind=kind_for(frozenset(sides)),
                    due_on=due_on,
                    note=follow_up.note,
                    code=follow_up.code,
                    placement_id=follow_up.placement_id,
                )
            )


def _clear_up(placement: Placement, offer: Offer, note: str, today: dt.date) -> FollowUp:
    return FollowUp(
        kind=FollowUpKind.CALL,
        due_on=next_working_day(today + dt.timedelta(days=CLEAR_UP_DAYS)),
        title=cut(f"Schwierigkeiten klären: {offer.title}", 200),
        note=note,
        person_id=placement.person_id,
        placement_id=placement.id,
    )


def _call(
    placement: Placement, offer: Offer, side: Side, answer: SideAnswer, note: str, today: dt.date
) -> Interaction:
    """The call in the course of the person or the initiative it was made to."""
    kind = kind_for(frozenset({side}))
    reached = answer.result is not FollowUpResult.NOT_REACHED
    return Interaction(
        kind=InteractionKind.CALL,
        state=InteractionState.HELD if reached else InteractionState.MISSED,
        on=today,
        subject=f"{kind.label}: {answer.result.label}",
        note=note,
        person_id=placement.person_id if side is Side.PERSON else None,
        initiative_id=offer.initiative_id if side is Side.OFFER else None,
        placement_id=placement.id,
    )
