"""Reminders: noted, finished, put off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.asking import asks
from ehrenamt_desktop.model.enums import (
    FollowUpKind,
    FollowUpResult,
    GrantState,
    InteractionKind,
    InteractionState,
)
from ehrenamt_desktop.model.records.grant import GrantApplication
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.placement import (
    FollowUp,
    FollowUpDraft,
    Interaction,
    Placement,
)
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rules.placing import next_working_day
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import expect_live, find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

TRY_AGAIN_DAYS = 3
"""Days after which somebody who was not reached is called again."""


class FollowUps:
    """Use cases on reminders."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, values: Mapping[str, object]) -> int:
        """Keep a new reminder; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
        """
        draft = validate(FollowUpDraft, values)
        with self._store.write("Wiedervorlage angelegt") as unit:
            follow_up = FollowUp(**draft.model_dump())
            expect_live(unit, follow_up)
            unit.add(follow_up)
            unit.flush()
            return int(follow_up.id or 0)

    def finish(
        self,
        follow_up_id: int,
        result: FollowUpResult = FollowUpResult.DONE,
        satisfaction: int | None = None,
        note: str = "",
    ) -> None:
        """Finish a reminder with what it brought; how placements go is asked in `services/asking`.

        A talk with a person or an initiative is kept in its course; somebody who was not reached
        comes up again after three days; an offer that was asked for counts as confirmed; a sheet
        that was asked for counts as taken down.

        Raises:
            InvalidDraft: the satisfaction is not between 1 and 5.
            DomainError: it is done, or asks how a placement goes.
        """
        if satisfaction is not None and not 1 <= satisfaction <= 5:
            sentence = "Bitte geben Sie eine Zufriedenheit von 1 bis 5 an."
            raise InvalidDraft((FieldError("satisfaction", sentence),))
        today = clock.today()
        with self._store.write("Wiedervorlage erledigt") as unit:
            follow_up = open_reminder(unit, follow_up_id)
            if asks(follow_up.kind, follow_up.placement_id):
                raise DomainError("Bitte tragen Sie die Antwort bei „Nachfragen“ ein.")
            follow_up.done_on = today
            follow_up.result = result
            follow_up.satisfaction = satisfaction
            if result is FollowUpResult.NOT_REACHED:
                _again(unit, follow_up, today)
            else:
                _settle(unit, follow_up, result, today)
            _note_talk(unit, follow_up, result, note, today)

    def postpone(self, follow_up_id: int, due_on: dt.date) -> None:
        """Put a reminder off to another day.

        Raises:
            InvalidDraft: the day lies in the past.
        """
        if due_on < clock.today():
            sentence = "Bitte wählen Sie heute oder einen späteren Tag."
            raise InvalidDraft((FieldError("due_on", sentence),))
        with self._store.write("Wiedervorlage verschoben") as unit:
            open_reminder(unit, follow_up_id).due_on = due_on


def open_reminder(unit: Unit, follow_up_id: int) -> FollowUp:
    """A reminder that is not done yet: a second click must not call twice.

    Raises:
        DomainError: it is done, or belongs to a record in the trash.
    """
    follow_up = find(unit, FollowUp, follow_up_id)
    if follow_up.done_on is not None:
        raise DomainError("Diese Wiedervorlage ist schon erledigt.")
    expect_live(unit, follow_up)
    return follow_up


def _again(unit: Unit, follow_up: FollowUp, today: dt.date) -> None:
    due_on = next_working_day(today + dt.timedelta(days=TRY_AGAIN_DAYS))
    fields = set(FollowUpDraft.model_fields) - {"due_on"}
    unit.add(FollowUp(due_on=due_on, **follow_up.model_dump(include=fields)))


def _settle(unit: Unit, follow_up: FollowUp, result: FollowUpResult, today: dt.date) -> None:
    """What a finished reminder settles beside itself."""
    if follow_up.kind is FollowUpKind.CONFIRM_OFFER and follow_up.offer_id is not None:
        if result in (FollowUpResult.DONE, FollowUpResult.GOES_ON):
            find(unit, Offer, follow_up.offer_id).confirmed_on = today
    elif follow_up.kind is FollowUpKind.TAKE_DOWN and follow_up.posting_id is not None:
        find(unit, Posting, follow_up.posting_id).taken_down_on = today
    elif follow_up.kind is FollowUpKind.GRANT_EVIDENCE and follow_up.application_id is not None:
        application = find(unit, GrantApplication, follow_up.application_id)
        application.evidence_on, application.state = today, GrantState.SETTLED
    elif follow_up.kind is FollowUpKind.DELETE_EXPORT and follow_up.posting_id is not None:
        find(unit, Posting, follow_up.posting_id).deleted_on = today


def _note_talk(
    unit: Unit, follow_up: FollowUp, result: FollowUpResult, note: str, today: dt.date
) -> None:
    """Keep the call in the course of the person or the initiative it was made to."""
    person_id, initiative_id = follow_up.person_id, follow_up.initiative_id
    if follow_up.placement_id is not None:
        person_id = find(unit, Placement, follow_up.placement_id).person_id
    elif follow_up.offer_id is not None and initiative_id is None:
        initiative_id = find(unit, Offer, follow_up.offer_id).initiative_id
    if person_id is None and initiative_id is None:
        return
    reached = result is not FollowUpResult.NOT_REACHED
    unit.add(
        Interaction(
            kind=InteractionKind.CALL,
            state=InteractionState.HELD if reached else InteractionState.MISSED,
            on=today,
            subject=f"{follow_up.kind.label}: {result.label}",
            note=note,
            person_id=person_id,
            initiative_id=initiative_id,
            placement_id=follow_up.placement_id,
        )
    )
