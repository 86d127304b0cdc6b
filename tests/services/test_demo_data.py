"""Demonstration data: the same for the same seed, and within the rules of the field."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select
from tests.make_office import make_office

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    ConsentScope,
    Freshness,
    InteractionState,
    Kind,
    LegalBasis,
    OfferStatus,
    PersonStatus,
    PlacementState,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.records.initiative import (
    ContactDraft,
    ContactPerson,
    Initiative,
    InitiativeDraft,
)
from ehrenamt_desktop.model.records.offer import Offer, OfferDraft, OfferTerm
from ehrenamt_desktop.model.records.person import (
    Consent,
    Credential,
    Person,
    PersonDraft,
    PersonTerm,
)
from ehrenamt_desktop.model.records.placement import (
    FollowUp,
    Interaction,
    Placement,
    StatusEvent,
)
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.handover import (
    ConsentFact,
    handover_refusal,
    keeping_refusal,
)
from ehrenamt_desktop.model.rules.placing import step_refusal
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.demo.build import fill
from ehrenamt_desktop.services.offers import public_findings
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

AS_OF = dt.date(2026, 11, 23)
SMALL = {"people": 40, "initiatives": 14, "offers": 22}


@contextmanager
def filled(folder: Path, template_folder: Path, **sizes: int) -> Iterator[Office]:
    """A freshly filled office on a frozen day."""
    with clock.frozen(AS_OF):
        office = make_office(folder, template_folder)
        try:
            fill(office.store, as_of=AS_OF, **sizes)
            yield office
        finally:
            office.close()


@pytest.fixture(scope="module")
def default_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("demo")
    with filled(folder, tmp_path_factory.getbasetemp()) as office:
        yield office


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    connection = store._reader().connection
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%' "
        "AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def facts_of(unit: Unit, person_id: int | None) -> list[ConsentFact]:
    given = unit.exec(select(Consent).where(col(Consent.person_id) == person_id))
    return [
        ConsentFact(one.scope, one.given_on, one.withdrawn_on, one.by_guardian) for one in given
    ]


def draft_values(record: Any, draft: Any) -> dict[str, Any]:
    return {key: value for key, value in record.model_dump().items() if key in draft.model_fields}


def check_drafts(unit: Unit) -> None:
    for table, draft in (
        (Person, PersonDraft),
        (Initiative, InitiativeDraft),
        (ContactPerson, ContactDraft),
        (Offer, OfferDraft),
    ):
        for record in unit.exec(select(table)):
            draft.model_validate(draft_values(record, draft))


def check_people(unit: Unit) -> None:
    for person in unit.exec(select(Person)):
        assert person.sort_key == fold(f"{person.last_name} {person.first_name}")[:200]
        assert person.phone or person.mobile or person.email
        assert person.created_at.date() <= AS_OF
        possible = age(person.birth_date, person.birth_year, AS_OF)
        assert possible.low is None or 12 <= possible.low <= 85
        consents = facts_of(unit, person.id)
        agreed = any(one.scope is ConsentScope.STORAGE and one.by_guardian for one in consents)
        values = draft_values(person, PersonDraft)
        filled_keys = {key for key, value in values.items() if value not in (None, "", 0, [])}
        assert keeping_refusal(possible, filled_keys, agreed) is None
        if possible.may_be_minor:
            assert person.birth_date is not None
            assert person.guardian_name
            assert all(one.by_guardian for one in consents)
        if person.legal_basis is LegalBasis.CONSENT:
            assert ConsentScope.STORAGE in {one.scope for one in consents}


def check_offers(unit: Unit) -> None:
    for offer in unit.exec(select(Offer)):
        assert public_findings(offer) == ()
        assert offer.sort_key == fold(offer.title)[:240]
        assert offer.entered_on is not None
        assert offer.entered_on <= AS_OF
        assert offer.confirmed_on is None or offer.entered_on <= offer.confirmed_on <= AS_OF
        contact = unit.get(ContactPerson, offer.contact_id)
        assert contact is not None
        assert contact.initiative_id == offer.initiative_id
        assert not offer.helped_name or offer.helped_consent_on is not None


def check_pair(unit: Unit, placement: Placement) -> None:
    """No rule of the field stands against the pair."""
    person, offer = unit.get(Person, placement.person_id), unit.get(Offer, placement.offer_id)
    assert person is not None
    assert offer is not None
    assert offer.status is not OfferStatus.DRAFT
    possible = age(person.birth_date, person.birth_year, placement.proposed_on)
    if possible.low is not None and possible.high is not None:
        assert offer.min_age is None or possible.low >= offer.min_age
        assert offer.max_age is None or possible.high <= offer.max_age
        assert not possible.may_be_minor or offer.fit_youth
    terms = unit.exec(select(OfferTerm).where(col(OfferTerm.offer_id) == offer.id)).all()
    about = {term.term_id for term in terms if term.role is TermRole.ABOUT}
    mine = unit.exec(select(PersonTerm).where(col(PersonTerm.person_id) == person.id)).all()
    assert not about & {term.term_id for term in mine if term.relation is TermRelation.NO}
    if placement.passed_on_on is not None:
        facts = facts_of(unit, person.id)
        then = age(person.birth_date, person.birth_year, placement.passed_on_on)
        assert handover_refusal(then, person.legal_basis, facts, placement.passed_on_on) is None
        assert placement.recipient


def check_course(unit: Unit, placement: Placement) -> None:
    """The changes of state follow each other in time, and the dates say the same."""
    events = unit.exec(
        select(StatusEvent)
        .where(col(StatusEvent.kind) == Kind.PLACEMENT, col(StatusEvent.record_id) == placement.id)
        .order_by(col(StatusEvent.id))
    ).all()
    states = [PlacementState(event.to_state) for event in events]
    assert states[0] is PlacementState.PROPOSED
    assert states[-1] is placement.state
    for before, after in pairwise(states):
        assert step_refusal(before, after, reason_given=True) is None
    days = [event.on for event in events]
    assert days == sorted(days)
    assert days[-1] <= AS_OF
    dates = {
        PlacementState.PROPOSED: placement.proposed_on,
        PlacementState.PASSED_ON: placement.passed_on_on,
        PlacementState.RUNNING: placement.started_on,
        PlacementState.ENDED: placement.ended_on,
    }
    assert {state: day for state, day in dates.items() if day is not None} == dict(
        zip(states, days, strict=True)
    )
    assert (placement.end_reason is not None) == (placement.state is PlacementState.ENDED)


def check_capacity(unit: Unit) -> None:
    spans: dict[int, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for one in unit.exec(select(Placement)):
        if one.started_on is not None:
            spans[one.offer_id].append((one.started_on, one.ended_on or dt.date.max))
    for offer_id, taken in spans.items():
        offer = unit.get(Offer, offer_id)
        assert offer is not None
        if offer.places_total is not None:
            for start, _ in taken:
                at_once = sum(first <= start <= last for first, last in taken)
                assert at_once <= offer.places_total


def check_follow_ups(unit: Unit) -> None:
    for one in unit.exec(select(FollowUp)):
        assert one.done_on is None or one.done_on <= AS_OF
        assert one.satisfaction is None or 1 <= one.satisfaction <= 5
        placement = unit.get(Placement, one.placement_id) if one.placement_id else None
        if placement is not None and placement.state is PlacementState.ENDED:
            assert one.done_on is not None
    for talk in unit.exec(select(Interaction)):
        assert (talk.on > AS_OF) <= (talk.state is InteractionState.PLANNED)
        assert talk.person_id or talk.initiative_id


def check(store: Store) -> None:
    with store.write("Prüfung") as unit:
        check_drafts(unit)
        check_people(unit)
        check_offers(unit)
        for placement in unit.exec(select(Placement)):
            check_pair(unit, placement)
            check_course(unit, placement)
            person = unit.get(Person, placement.person_id)
            if person is not None and person.status is PersonStatus.ENDED:
                assert placement.state is PlacementState.ENDED
        check_capacity(unit)
        check_follow_ups(unit)


def test_default_sizes(default_office: Office) -> None:
    lists = default_office.lists
    archived = ListQuery(filters={"archived": ("yes",)})
    assert lists.people.total() + len(lists.people.ids(archived)) >= 120
    with default_office.store.write("Zählung") as unit:
        assert len(unit.exec(select(Person.id)).all()) == 120
        assert len(unit.exec(select(Initiative.id)).all()) == 45
        assert len(unit.exec(select(Offer.id)).all()) == 70
        names = unit.exec(select(Initiative.name)).all()
        assert len(set(names)) == len(names)


def test_default_office_keeps_all_rules(default_office: Office) -> None:
    check(default_office.store)


def test_all_states_and_stages_occur(default_office: Office) -> None:
    with default_office.store.write("Zählung") as unit:
        states = unit.exec(select(Placement.state)).all()
        assert set(states) == set(PlacementState)
        assert states.count(PlacementState.RUNNING) >= 20
        assert set(unit.exec(select(Offer.status)).all()) == set(OfferStatus)
        assert set(unit.exec(select(Person.status)).all()) == set(PersonStatus)
        ages = [age(p.birth_date, p.birth_year, AS_OF) for p in unit.exec(select(Person))]
        young = sum(1 for one in ages if one.low is not None and one.low < 18)
        old = sum(1 for one in ages if one.low is not None and one.low >= 65)
        assert young >= 10
        assert old >= 15
        started = [day.year for day in unit.exec(select(Placement.proposed_on))]
        assert set(started) >= {2024, 2025, 2026}


def test_something_stays_unknown_so_that_questions_arise(default_office: Office) -> None:
    with default_office.store.write("Zählung") as unit:
        people = unit.exec(select(Person)).all()
        assert any(one.time_grid == 0 for one in people)
        assert any(one.max_km is None for one in people)
        assert any(one.birth_year is None for one in people)
        assert any(one.legal_basis is LegalBasis.OPEN for one in people)


def test_the_desk_has_work_for_today(default_office: Office) -> None:
    day = default_office.lists.overview(AS_OF)
    due = [one.due_on for one in day.follow_ups]
    assert 2 <= sum(one == AS_OF for one in due) <= 12
    assert 2 <= sum(one < AS_OF for one in due) <= 40
    assert any(one > AS_OF for one in due)
    assert len(day.appointments) == 3
    assert all(day.confirmed[kind] > 0 for kind in Freshness)
    assert day.running_placements > 0


def test_proofs_run_out_soon(default_office: Office) -> None:
    with default_office.store.write("Zählung") as unit:
        ends = unit.exec(select(Credential.valid_until)).all()
    soon = AS_OF + dt.timedelta(days=60)
    assert any(end is not None and AS_OF <= end <= soon for end in ends)


def test_people_are_found_and_nothing_can_be_undone(default_office: Office) -> None:
    row = default_office.lists.people.rows([1])[0]
    found = default_office.lists.people.ids(
        ListQuery(text=row.last_name, filters={"archived": ("yes",)})
    ) + default_office.lists.people.ids(ListQuery(text=row.last_name))
    assert 1 in found
    assert default_office.history.next_undo() is None


def test_the_office_stands_on_papers(default_office: Office) -> None:
    info = default_office.lists.office_info()
    assert info.name
    assert info.phone
    assert info.postcode == "36205"
    assert info.coordinator


def test_same_seed_gives_the_same_store(tmp_path: Path) -> None:
    dumps = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with filled(tmp_path / name, tmp_path, **SMALL, seed=7) as office:
            dumps.append(dump(office.store))
    assert dumps[0] == dumps[1]


def test_another_seed_gives_other_people(tmp_path: Path) -> None:
    names = []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        with filled(folder, tmp_path, **SMALL, seed=seed) as office:
            names.append([row[0] for row in office.store._reader().connection.execute(
                "SELECT sort_key FROM person ORDER BY id")])  # fmt: skip
    assert names[0] != names[1]


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_seed_keeps_all_rules(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("seed")
    with filled(folder, tmp_path_factory.getbasetemp(), **SMALL, seed=seed) as office:
        check(office.store)


@pytest.mark.parametrize(
    ("people", "initiatives", "offers"), [(0, 0, 0), (1, 1, 1), (5, 0, 0), (1200, 200, 300)]
)
def test_any_size(tmp_path: Path, people: int, initiatives: int, offers: int) -> None:
    with clock.frozen(AS_OF):
        office = make_office(tmp_path, tmp_path)
        made = fill(office.store, people, initiatives, offers, seed=3, as_of=AS_OF)
        office.close()
    assert (made.people, made.initiatives) == (people, initiatives)
    assert made.offers == (offers if initiatives else 0)


def test_progress_is_told_and_can_stop(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    class Watcher:
        def step(self, done: int, total: int, text: str = "") -> None:
            told.append((done, total))

    with clock.frozen(AS_OF):
        office = make_office(tmp_path, tmp_path)
        fill(office.store, 30, 10, 10, seed=3, as_of=AS_OF, progress=Watcher())
        office.close()
    assert told[0] == (0, 30)
    assert told[-1] == (30, 30)


def test_every_contact_that_was_passed_on_stands_in_the_log(office):
    fill(office.store, people=60, initiatives=20, offers=30, as_of=dt.date(2026, 11, 23))
    with office.store.read() as connection:
        found = connection.execute(
            'SELECT m.passed_on_on, m.recipient, p."on", p.recipient, p.parts, p.person_id, '
            "m.person_id FROM placement m LEFT JOIN passed_contact p ON p.placement_id = m.id"
        ).fetchall()
        hours = connection.execute("SELECT hours, month FROM hour_entry").fetchall()
    assert any(cells[0] for cells in found)
    for passed_on, to, on, recipient, parts, whose, person in found:
        assert on == passed_on
        if on:
            assert (recipient, whose) == (to, person)
            assert parts.startswith("name")
    assert hours
    assert all(0 < amount <= 744 and month.endswith("-01") for amount, month in hours)


def test_nothing_is_kept_of_a_clearance_beyond_its_term(office):
    day = dt.date(2026, 11, 23)
    fill(office.store, people=120, as_of=day)
    with office.store.read() as connection:
        held = connection.execute(
            "SELECT count(*) FROM placement WHERE efz_confirmed_on IS NOT NULL"
        ).fetchone()[0]
    assert held
    assert office.ageing.run(day).clearances == 0
