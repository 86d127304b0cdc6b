"""Placements: proposed, contact passed on, running, ended; reminders date themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import (
    EndReason,
    FollowUpKind,
    Kind,
    OfferStage,
    PersonStatus,
    PlacementState,
)
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.records.placement import (
    FollowUp,
    Placement,
    PlacementDatesDraft,
)
from ehrenamt_desktop.model.rules.handover import ENDED
from ehrenamt_desktop.model.rules.placing import reminders, step_refusal
from ehrenamt_desktop.model.rules.stages import offer_stage
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.matching import Matching
from ehrenamt_desktop.services.people import refuse_more
from ehrenamt_desktop.services.records import find, moved
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import details
from ehrenamt_desktop.store.reads.placement_detail import recipient
from ehrenamt_desktop.store.unit import Unit

_FUTURE = "Dieser Schritt kann nicht in der Zukunft liegen. Bitte prüfen Sie das Datum."


class Placements:
    """Use cases on placements."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def propose(
        self,
        person_id: int,
        offer_ids: Sequence[int],
        on: dt.date | None = None,
        override_reason: str = "",
    ) -> list[int]:
        """Propose offers to a person; returns the placements' numbers.

        Raises:
            DomainError: an offer is not open, a placement of both is already under way, a rule
                forbids the pair and no reason for an exception is given, the person is archived,
                or a minor whose guardian did not agree.
        """
        day = on or clock.today()
        if day > clock.today():
            raise DomainError(_FUTURE)
        with self._store.write("Vorschlag gemacht") as unit:
            person = find(unit, Person, person_id)
            if person.status is PersonStatus.ENDED:
                raise DomainError(ENDED)
            refuse_more(unit, person)
            return [
                self._propose(unit, person_id, find(unit, Offer, number), day, override_reason)
                for number in dict.fromkeys(offer_ids)
            ]

    def _propose(
        self, unit: Unit, person_id: int, offer: Offer, on: dt.date, override_reason: str
    ) -> int:
        number = int(offer.id or 0)
        _refuse_closed(unit, offer, on)
        _refuse_second(unit, person_id, offer)
        if not override_reason.strip():
            self._refuse_blocked(person_id, offer, on)
        placement = Placement(
            person_id=person_id,
            offer_id=number,
            proposed_on=on,
            override_reason=override_reason,
        )
        unit.add(placement)
        unit.flush()
        placement_id = int(placement.id or 0)
        moved(unit, Kind.PLACEMENT, placement_id, None, PlacementState.PROPOSED, on)
        _remind(unit, placement, on)
        return placement_id

    def _refuse_blocked(self, person_id: int, offer: Offer, on: dt.date) -> None:
        """A rule of matching that forbids the pair stops it, unless a reason is given."""
        refusal = Matching(self._store).refusal(person_id, int(offer.id or 0), on)
        if refusal is not None:
            raise DomainError(
                f"„{offer.title}“ passt nicht. {refusal} Wenn Sie es trotzdem vorschlagen möchten, "
                "nennen Sie bitte den Grund."
            )

    def handover_refusal(self, placement_id: int, on: dt.date | None = None) -> str | None:
        """Why the contact of this placement must not be passed on, or None if it may.

        What allows it must hold on the day of the hand-over and today.
        """
        today = clock.today()
        with self._store.read() as connection:
            cells = connection.execute(
                "SELECT m.person_id, i.name FROM placement m JOIN offer o ON o.id = m.offer_id "
                "JOIN initiative i ON i.id = o.initiative_id WHERE m.id = ?",
                (placement_id,),
            ).fetchone()
            if cells is None:
                return "Diese Vermittlung gibt es nicht mehr."
            days = dict.fromkeys((on or today, today))
            found = (details.refusal(connection, cells[0], day, cells[1]) for day in days)
            return next((one for one in found if one is not None), None)

    def move(
        self,
        placement_id: int,
        state: PlacementState,
        on: dt.date | None = None,
        reason: EndReason | None = None,
    ) -> None:
        """Take a placement to its next state.

        Open reminders of the state before are closed; those of the new state date themselves.

        Raises:
            DomainError: the step is not allowed, the contact must not be passed on, the offer is
                full or the day lies before the step before.
        """
        day = on or clock.today()
        with self._store.write(f"Vermittlung: {state.label}") as unit:
            placement = find(unit, Placement, placement_id)
            refusal = step_refusal(placement.state, state, reason is not None)
            if refusal is None and day < _latest(placement):
                refusal = "Der Tag liegt vor dem letzten Schritt. Bitte prüfen Sie das Datum."
            if refusal is None and state is PlacementState.PASSED_ON:
                refusal = (
                    _FUTURE if day > clock.today() else self.handover_refusal(placement_id, day)
                )
            if refusal is not None:
                raise DomainError(refusal)
            if state is PlacementState.RUNNING:
                _refuse_full(unit, find(unit, Offer, placement.offer_id))
            before, placement.state = placement.state, state
            _stamp(placement, day, reason)
            if state is PlacementState.PASSED_ON:
                with self._store.read() as connection:
                    placement.recipient = recipient(connection, placement.offer_id)[:200]
            words = reason.label if reason else ""
            moved(unit, Kind.PLACEMENT, placement_id, before, state, day, words)
            _close_reminders(unit, placement_id, day, ended=state is PlacementState.ENDED)
            _remind(unit, placement, day)

    def set_dates(self, placement_id: int, values: Mapping[str, object]) -> None:
        """Set the day of getting to know, of the trial and the like.

        Raises:
            InvalidDraft: with a sentence for each wrong field, or one that is not set by hand.
        """
        wrong = [key for key in values if key not in PlacementDatesDraft.model_fields]
        if wrong:
            sentence = "Diese Angabe gehört nicht zur Vermittlung."
            raise InvalidDraft(tuple(FieldError(key, sentence) for key in wrong))
        draft = validate(PlacementDatesDraft, values)
        with self._store.write("Vermittlung geändert") as unit:
            placement = find(unit, Placement, placement_id)
            for key in values:
                setattr(placement, key, getattr(draft, key))


def _refuse_closed(unit: Unit, offer: Offer, on: dt.date) -> None:
    stage = offer_stage(
        offer.status,
        paused_until=offer.paused_until,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        valid_until=offer.valid_until,
        places_total=offer.places_total,
        occupied=_running(unit, int(offer.id or 0)),
        as_of=on,
    )
    if stage not in (OfferStage.OPEN, OfferStage.UPCOMING):
        raise DomainError(
            f"„{offer.title}“ kann nicht vorgeschlagen werden: Das Angebot ist {stage.label}."
        )


def _refuse_full(unit: Unit, offer: Offer) -> None:
    total = offer.places_total
    if total is not None and _running(unit, int(offer.id or 0)) >= total:
        raise DomainError(
            f"Bei „{offer.title}“ sind alle Plätze besetzt. Bitte fragen Sie die Initiative, ob "
            "sie weitere Plätze hat, und ändern Sie die Zahl im Angebot."
        )


def _refuse_second(unit: Unit, person_id: int, offer: Offer) -> None:
    found = unit.exec(
        select(Placement).where(
            col(Placement.person_id) == person_id,
            col(Placement.offer_id) == offer.id,
            col(Placement.state) != PlacementState.ENDED,
        )
    ).first()
    if found is not None:
        raise DomainError(
            f"„{offer.title}“ ist dieser Person schon vorgeschlagen (Status: {found.state.label})."
        )


def _running(unit: Unit, offer_id: int) -> int:
    found = unit.exec(
        select(Placement.id).where(
            col(Placement.offer_id) == offer_id,
            col(Placement.state) == PlacementState.RUNNING,
        )
    )
    return len(found.all())


def _latest(placement: Placement) -> dt.date:
    days = (placement.proposed_on, placement.passed_on_on, placement.started_on)
    return max(day for day in days if day is not None)


def _stamp(placement: Placement, day: dt.date, reason: EndReason | None) -> None:
    if placement.state is PlacementState.PASSED_ON:
        placement.passed_on_on = day
    elif placement.state is PlacementState.RUNNING:
        placement.started_on = day
    elif placement.state is PlacementState.ENDED:
        placement.ended_on = day
        placement.end_reason = reason


def _remind(unit: Unit, placement: Placement, day: dt.date) -> None:
    for reminder in reminders(placement.state, day):
        unit.add(FollowUp(kind=reminder.kind, due_on=reminder.due_on, placement_id=placement.id))


def _close_reminders(unit: Unit, placement_id: int, day: dt.date, *, ended: bool) -> None:
    """Close the reminders that asked for the step just taken, and all when the placement ended."""
    open_ones = unit.exec(
        select(FollowUp).where(
            col(FollowUp.placement_id) == placement_id, col(FollowUp.done_on).is_(None)
        )
    )
    for follow_up in open_ones:
        if ended or follow_up.kind is not FollowUpKind.OTHER:
            follow_up.done_on = day
