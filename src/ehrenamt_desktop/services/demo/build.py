"""Fills a store with demonstration data: few steps, many records, the same for the same seed.

The records are not journalled: demonstration data is where the office starts, not something its
user did, so there is nothing to undo and no history but the field's own.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    InitiativeStatus,
    Kind,
    PersonStatus,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.model.records.initiative import ContactPerson, Initiative
from ehrenamt_desktop.model.records.offer import Offer, OfferTerm
from ehrenamt_desktop.model.records.office import Setting
from ehrenamt_desktop.model.records.person import Consent, Credential, Person, PersonTerm
from ehrenamt_desktop.model.records.placement import FollowUp, Interaction, Placement, StatusEvent
from ehrenamt_desktop.services.demo import foundings, initiatives, offers, passed, people, talks
from ehrenamt_desktop.services.demo.fitting import Choice
from ehrenamt_desktop.services.demo.initiatives import InitiativePlan
from ehrenamt_desktop.services.demo.money import spend
from ehrenamt_desktop.services.demo.offers import OfferPlan
from ehrenamt_desktop.services.demo.people import PersonPlan
from ehrenamt_desktop.services.demo.placements import Course, PlacementPlan
from ehrenamt_desktop.services.demo.stock import Stock, moment, stamps, texts, weekday_on_or_after
from ehrenamt_desktop.store import lines, search, traces
from ehrenamt_desktop.store.bulk import insert_rows
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

CHUNK = 1000
"""People written in one step: bounds the memory a large store takes to make."""

ACTION = "Vorführdaten angelegt"
DEFAULT_SEED = 1


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records were made."""

    people: int
    initiatives: int
    offers: int
    placements: int
    interactions: int
    follow_ups: int


def fill(
    store: Store,
    people: int = 120,
    initiatives: int = 45,
    offers: int = 70,
    *,
    seed: int = DEFAULT_SEED,
    as_of: dt.date | None = None,
    progress: Progress = QUIET,
) -> Counts:
    """Fill a freshly made store; the same seed and day give the same records.

    Args:
        store: an office just made, with its places and terms.
        people: how many people.
        initiatives: how many initiatives.
        offers: how many offers and help requests.
        seed: start of the random numbers.
        as_of: the day the three years of history end on; today if left out.
        progress: told after each step, in people.

    Raises:
        Cancelled: the watcher stopped the work; steps already written remain.
    """
    with _no_collection():
        filling = _Filling(store, as_of or clock.today(), seed)
        return filling.run(people, initiatives, offers, progress)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold back the search for cyclic garbage: plain rows make none, and it costs a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Filling:
    def __init__(self, store: Store, as_of: dt.date, seed: int) -> None:
        self._store = store
        self._as_of = as_of
        self._seed = seed
        self._made: dict[type[Record], int] = {}

    def run(self, wanted: int, bodies: int, tasks: int, progress: Progress) -> Counts:
        with self._store.write(ACTION) as unit:
            stock = Stock.of(unit, self._as_of)
            _office(unit, stock)
            plans = self._bodies(unit, stock, bodies)
            tasks_made = self._tasks(unit, stock, plans, tasks)
            _settle(unit)
        progress.step(0, wanted, "Initiativen und Angebote angelegt")
        course = Course(self._rng("placements"), stock, Choice(stock, tasks_made))
        rng = self._rng("people")
        sought: list[int] = []
        for start in range(0, wanted, CHUNK):
            size = min(CHUNK, wanted - start)
            with self._store.write(ACTION) as unit:
                sought.extend(self._crowd(unit, stock, rng, course, size))
                _settle(unit)
            progress.step(start + size, wanted, "Personen und Vermittlungen angelegt")
        with self._store.write(ACTION) as unit:
            self._desk(unit, stock, sought, tasks_made)
            foundings.fill(unit, plans, sought, self._as_of)
            spend(unit, self._rng("money"), self._as_of)
            _settle(unit)
        made = self._made
        return Counts(
            people=made.get(Person, 0),
            initiatives=made.get(Initiative, 0),
            offers=made.get(Offer, 0),
            placements=made.get(Placement, 0),
            interactions=made.get(Interaction, 0),
            follow_ups=made.get(FollowUp, 0),
        )

    def _rng(self, part: str) -> random.Random:
        """Random numbers of their own for each part, so that sizes do not disturb each other."""
        return random.Random(f"{self._seed}/{part}")  # noqa: S311

    def _add(
        self, unit: Unit, record: type[Record], rows: Sequence[Mapping[str, Any]]
    ) -> list[int]:
        ids = insert_rows(unit, record, rows)
        self._made[record] = self._made.get(record, 0) + len(ids)
        return ids

    def _bodies(self, unit: Unit, stock: Stock, wanted: int) -> list[InitiativePlan]:
        rng = self._rng("initiatives")
        plans = initiatives.plans(rng, stock, wanted)
        ids = self._add(unit, Initiative, [one.values for one in plans])
        for one, number in zip(plans, ids, strict=True):
            one.id = number
            rows = [row | {"initiative_id": number} for row in one.contacts]
            one.contact_ids = tuple(self._add(unit, ContactPerson, rows))
        talk_rows = [
            _addressed(talk, initiative_id=one.id)
            for one in plans
            for talk in talks.of_initiative(rng, stock, one)
        ]
        self._add(unit, Interaction, talk_rows)
        self._add(
            unit, StatusEvent, [row for one in plans for row in _body_events(rng, stock, one)]
        )
        return plans

    def _tasks(
        self, unit: Unit, stock: Stock, bodies: Sequence[InitiativePlan], wanted: int
    ) -> list[OfferPlan]:
        rng = self._rng("offers")
        plans = offers.plans(rng, stock, bodies, wanted)
        rows = [
            one.values
            | {"initiative_id": one.initiative.id, "contact_id": one.initiative.contact_ids[0]}
            for one in plans
        ]
        for one, number in zip(plans, self._add(unit, Offer, rows), strict=True):
            one.id = number
        terms = [
            {"offer_id": one.id, "term_id": term, "role": role, "level": level}
            | _same_stamps(one.values)
            for one in plans
            for term, role, level in one.terms
        ]
        self._add(unit, OfferTerm, terms)
        self._add(unit, StatusEvent, [row for one in plans for row in _task_events(rng, one)])
        return plans

    def _crowd(
        self, unit: Unit, stock: Stock, rng: random.Random, course: Course, size: int
    ) -> list[int]:
        """Write a crowd of people with their history; returns some who still seek."""
        crowd = [people.plan(rng, stock) for _ in range(size)]
        for one, number in zip(
            crowd, self._add(unit, Person, [one.values for one in crowd]), strict=True
        ):
            one.id = number
        self._profiles(unit, crowd)
        events: list[dict[str, Any]] = []
        spoken: list[dict[str, Any]] = []
        placed: list[tuple[PersonPlan, PlacementPlan]] = []
        for one in crowd:
            talk_on = weekday_on_or_after(one.entered + dt.timedelta(days=rng.randrange(0, 18)))
            left_on = _left_on(rng, stock, one, talk_on)
            events.extend(_person_events(rng, one, left_on))
            spoken.extend(
                _addressed(talk, person_id=one.id)
                for talk in talks.of_person(rng, stock, one, talk_on)
            )
            if not one.call_back:
                placed.extend((one, found) for found in course.place(one, talk_on, left_on))
        self._placements(unit, rng, placed, events, spoken)
        return _seekers(stock, crowd)

    def _profiles(self, unit: Unit, crowd: Sequence[PersonPlan]) -> None:
        terms = [
            {"person_id": one.id, "term_id": term, "relation": relation, "level": level}
            | _same_stamps(one.values)
            for one in crowd
            for term, relation, level in one.terms
        ]
        self._add(unit, PersonTerm, terms)
        for record, rows in (
            (Credential, [row | {"person_id": one.id} for one in crowd for row in one.credentials]),
            (Consent, [row | {"person_id": one.id} for one in crowd for row in one.consents]),
        ):
            self._add(unit, record, rows)

    def _placements(
        self,
        unit: Unit,
        rng: random.Random,
        placed: Sequence[tuple[PersonPlan, PlacementPlan]],
        events: list[dict[str, Any]],
        spoken: list[dict[str, Any]],
    ) -> None:
        rows = [one.values | {"person_id": person.id} for person, one in placed]
        reminders: list[dict[str, Any]] = []
        numbers = passed.fill(unit, placed, self._add(unit, Placement, rows), self._as_of)
        for (person, one), number in zip(placed, numbers, strict=True):
            events.extend(
                event | {"kind": Kind.PLACEMENT, "record_id": number} for event in one.events
            )
            reminders.extend(row | {"placement_id": number} for row in one.follow_ups)
            for talk in talks.of_placement(rng, one):
                whom = (
                    {"person_id": person.id}
                    if talk["about"] == "person"
                    else {"initiative_id": one.offer.initiative.id}
                )
                spoken.append(_addressed(talk, placement_id=number, **whom))
        self._add(unit, StatusEvent, events)
        self._add(unit, FollowUp, reminders)
        self._add(unit, Interaction, spoken)

    def _desk(
        self, unit: Unit, stock: Stock, sought: Sequence[int], tasks: Sequence[OfferPlan]
    ) -> None:
        """What lies on the desk on the day the data is made for."""
        rng = self._rng("desk")
        known = list(sought)
        rng.shuffle(known)
        self._add(unit, Interaction, talks.appointments(stock, known[:5]))
        self._add(unit, FollowUp, talks.calls(stock, known[5:12]))
        self._add(unit, FollowUp, talks.confirmations(rng, stock, tasks))


def _settle(unit: Unit) -> None:
    """Index what was written and leave the journal empty."""
    unit.flush()
    search.refresh(unit.connection(), unit.notes)
    lines.refresh(unit.connection(), unit.notes)
    traces.refresh(unit.connection(), unit.notes)
    unit.notes.clear()


def _office(unit: Unit, stock: Stock) -> None:
    """The office's name and address, as they stand on papers."""
    data: Mapping[str, str] = texts("office")["office"]
    info = {
        "name": data["name"],
        "carrier": data["carrier"],
        "street": data["street"],
        "postcode": data["postal_code"],
        "city": data["city"],
        "room": data["place_note"],
        "phone": data["phone"],
        "email": data["email"],
        "hours": data["hours"],
        "coordinator": data["coordinator"],
    }
    at = dt.datetime.combine(stock.first_day, dt.time(8), dt.UTC)
    for old in unit.exec(select(Setting).where(col(Setting.key).in_(("office", "demo")))):
        unit.delete(old)
    unit.flush()
    rows = [("office", info), ("demo", True)]
    insert_rows(
        unit,
        Setting,
        [{"key": key, "value": json.dumps(value, ensure_ascii=False), **stamps(at)}
         for key, value in rows],
    )  # fmt: skip


def _same_stamps(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"created_at": values["created_at"], "changed_at": values["created_at"]}


_TALK = {
    "kind": None, "state": None, "on": None, "at": None, "minutes": None, "place": "",
    "subject": "", "note": "", "person_id": None, "initiative_id": None, "placement_id": None,
}  # fmt: skip


def _addressed(talk: Mapping[str, Any], **owners: int) -> dict[str, Any]:
    """A talk's row with the records it belongs to."""
    return {**_TALK, **talk, **owners} if "about" not in talk else _without_about(talk, owners)


def _without_about(talk: Mapping[str, Any], owners: Mapping[str, int]) -> dict[str, Any]:
    kept = {key: value for key, value in talk.items() if key != "about"}
    return {**_TALK, **kept, **owners}


def _left_on(rng: random.Random, stock: Stock, one: PersonPlan, talk_on: dt.date) -> dt.date | None:
    """The day somebody paused or left, None for those who still seek."""
    if one.values["status"] is PersonStatus.SEEKING:
        return None
    span = max(1, (stock.as_of - talk_on).days)
    day = weekday_on_or_after(talk_on + dt.timedelta(days=rng.randint(span // 3, span - 1)))
    return min(day, stock.as_of)


def _person_events(
    rng: random.Random, one: PersonPlan, left_on: dt.date | None
) -> list[dict[str, Any]]:
    steps: list[tuple[PersonStatus | None, PersonStatus, dt.date]] = [
        (None, PersonStatus.SEEKING, one.entered)
    ]
    if left_on is not None:
        steps.append((PersonStatus.SEEKING, one.values["status"], left_on))
    return [_event(rng, Kind.PERSON, one.id, *step) for step in steps]


def _body_events(rng: random.Random, stock: Stock, one: InitiativePlan) -> list[dict[str, Any]]:
    status = one.values["status"]
    first = status if status is InitiativeStatus.FOUNDING else InitiativeStatus.ACTIVE
    found = [_event(rng, Kind.INITIATIVE, one.id, None, first, one.since)]
    if status is not first:
        span = max(2, (stock.as_of - one.since).days)
        day = one.since + dt.timedelta(days=rng.randrange(1, span))
        found.append(_event(rng, Kind.INITIATIVE, one.id, first, status, day))
    return found


def _task_events(rng: random.Random, one: OfferPlan) -> list[dict[str, Any]]:
    before = None
    found = []
    for status, day in one.events:
        found.append(_event(rng, Kind.OFFER, one.id, before, status, day))
        before = status
    return found


def _event(
    rng: random.Random, kind: Kind, number: int, before: Any, after: Any, day: dt.date
) -> dict[str, Any]:
    return {
        "kind": kind,
        "record_id": number,
        "from_state": before.value if before else None,
        "to_state": after.value,
        "on": day,
        "reason": "",
        **stamps(moment(day, rng)),
    }


def _seekers(stock: Stock, crowd: Sequence[PersonPlan]) -> list[int]:
    """People who came in lately: they are on the coordinator's desk."""
    lately = stock.as_of - dt.timedelta(days=400)
    return [
        one.id
        for one in crowd
        if one.values["status"] is PersonStatus.SEEKING
        and not one.call_back
        and one.entered >= lately
    ][:40]
