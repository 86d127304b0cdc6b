"""Placements: proposed, contact passed on, running, ended; reminders date themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlmodel import col, func, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.matching.lists import Standing
from ehrenamt_desktop.model.enums import (
    EndReason,
    Kind,
    OfferStage,
    PersonStatus,
    PlacementState,
)
from ehrenamt_desktop.model.passing import PassingWish
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.records.placement import (
    Placement,
    PlacementDatesDraft,
)
from ehrenamt_desktop.model.records.weights import WeightSet
from ehrenamt_desktop.model.rules.handover import ENDED
from ehrenamt_desktop.model.rules.placing import full_refusal, step_refusal
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.rules.stages import offer_stage
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.matching import Matching
from ehrenamt_desktop.services.passing import Passing, log_passing, usual_wish
from ehrenamt_desktop.services.people import refuse_more
from ehrenamt_desktop.services.records import find, find_free, moved
from ehrenamt_desktop.services.reminders import close_reminders, remind
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import bookings, details
from ehrenamt_desktop.store.unit import Unit

LONGEST_REASON = 250
"""Characters of the reason for which a rule is set aside."""

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
        return self.propose_pairs([(person_id, offer_ids)], on, override_reason)

    def propose_pairs(
        self,
        pairs: Sequence[tuple[int, Sequence[int]]],
        on: dt.date | None = None,
        override_reason: str = "",
    ) -> list[int]:
        """Propose offers to several people as one step; returns the placements' numbers.

        Args:
            pairs: numbers of people, each with the numbers of the offers.
            on: the day of the proposals.
            override_reason: why rules are set aside.

        Raises:
            DomainError: one of them is refused, see `propose`; nothing was proposed then.
        """
        day = on or clock.today()
        if day > clock.today():
            raise DomainError(_FUTURE)
        several = len(pairs) > 1
        made: list[int] = []
        with self._store.write("Vorschläge gemacht" if several else "Vorschlag gemacht") as unit:
            for person_id, offer_ids in pairs:
                person = find_free(unit, person_id)
                places = Matching(self._store).standings(person_id, offer_ids, day)
                for number in dict.fromkeys(offer_ids):
                    offer = find(unit, Offer, number)
                    with _naming(person if several else None):
                        made.append(propose_one(unit, person, offer, day, places.get(number),
                                                override_reason))  # fmt: skip
        return made

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

    def time_warnings(self, placement_ids: Sequence[int]) -> tuple[str, ...]:
        """What to mind about people's time if these placements are taken on; it bars nothing."""
        with self._store.read() as connection:
            people = bookings.people_of(connection, placement_ids)
            found = bookings.double_booked(connection, people, placement_ids)
        return tuple(dict.fromkeys(told for one in found.values() for told in one))

    def move(
        self,
        placement_id: int,
        state: PlacementState,
        on: dt.date | None = None,
        reason: EndReason | None = None,
        wish: PassingWish | None = None,
    ) -> None:
        """Take a placement to its next state.

        Open reminders of the state before are closed; those of the new state date themselves. A
        contact that is passed on stands in the recipient log in the same step, as `wish` says or
        as is usual.

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
                plan = Passing(self._store).plan(placement_id)
                placement.recipient = log_passing(unit, plan, wish or usual_wish(plan), day)
            words = reason.label if reason else ""
            moved(unit, Kind.PLACEMENT, placement_id, before, state, day, words)
            close_reminders(unit, placement_id, day, ended=state is PlacementState.ENDED)
            remind(unit, placement, day)

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


def propose_one(
    unit: Unit,
    person: Person,
    offer: Offer,
    on: dt.date,
    standing: Standing | None,
    override_reason: str = "",
) -> int:
    """Keep a proposal with the place it had in the list and the weights behind it.

    Raises:
        DomainError: the person is archived or a minor whose guardian did not agree, the offer is
            not open, a placement of both is under way, or a rule forbids the pair without a reason.
    """
    if person.status is PersonStatus.ENDED:
        raise DomainError(ENDED)
    refuse_more(unit, person)
    placement = Placement(
        person_id=int(person.id or 0),
        offer_id=int(offer.id or 0),
        proposed_on=on,
        override_reason=_reason(override_reason),
    )
    _refuse_closed(unit, offer, on)
    _refuse_second(unit, placement.person_id, offer)
    if standing is not None:
        if standing.refusal is not None and not placement.override_reason:
            raise DomainError(
                f"„{offer.title}“ passt nicht. {standing.refusal} Wenn Sie es trotzdem "
                "vorschlagen möchten, nennen Sie bitte den Grund."
            )
        placement.match_score, placement.match_rank = standing.score, standing.rank
    placement.weight_set_id = unit.exec(select(func.max(WeightSet.id))).one()
    unit.add(placement)
    unit.flush()
    placement_id = int(placement.id or 0)
    reason = placement.override_reason
    words = f"trotzdem, weil: {reason}" if reason else ""
    moved(unit, Kind.PLACEMENT, placement_id, None, PlacementState.PROPOSED, on, words)
    remind(unit, placement, on)
    return placement_id


@contextmanager
def _naming(person: Person | None) -> Iterator[None]:
    """Let a refusal say which of several people it is about."""
    try:
        yield
    except DomainError as error:
        if person is None:
            raise
        names = (person.title, person.first_name, person.last_name)
        raise DomainError(f"{full_name(*names)}: {error.sentence}") from error


def _reason(given: str) -> str:
    """Why a rule is set aside, as it is kept.

    Raises:
        DomainError: it is too long.
    """
    reason = tidy(given)
    if len(reason) > LONGEST_REASON:
        raise DomainError(f"Bitte kürzen Sie den Grund auf höchstens {LONGEST_REASON} Zeichen.")
    return reason


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
    refusal = full_refusal(offer.title, offer.places_total, _running(unit, int(offer.id or 0)))
    if refusal is not None:
        raise DomainError(refusal)


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
            f"„{offer.title}“ ist dieser Person schon vorgeschlagen (Status: {found.state.label}). "
            "Sie finden den Vorschlag unter „Vermittlungen“."
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
