"""Many records, one change: shown before, refused with a reason, one step, undone as one."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.errors import Cancelled, DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import LegalBasis, PersonStatus, TermKind
from ehrenamt_desktop.model.mass import FIELDS, OfferMove
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.mass_rules import (
    MINOR,
    NO_CONSENT,
    NOT_OUT,
    TRASHED,
    UNDER_WAY,
    UNWANTED,
)


class Watch:
    def __init__(self, stop_at: int | None = None) -> None:
        self.seen: list[tuple[int, int]] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int, text: str = "") -> None:
        self.seen.append((done, total))
        if self.stop_at is not None and done >= self.stop_at:
            raise Cancelled


def edit(office, noun, ids, key, value):
    plan = office.mass_edit.plan(noun, ids, key, value)
    return plan, office.mass_edit.run(plan)


def test_a_place_is_set_refused_for_a_minor_and_left_where_it_is(office):
    ulfen = place_id(office, "Ulfen")
    old, there = adult(office), adult(office, place_id=ulfen)
    young = office.people.save({"last_name": "Jung", "birth_year": 2012, "phone": "05653 1"})
    plan, report = edit(office, "people", [old, there, young, 9999], "place_id", ulfen)
    assert [row.id for row in plan.rows] == [old, there, young]
    assert [row.id for row in plan.changed] == [old]
    assert [(row.id, row.refusal) for row in plan.refused] == [(young, MINOR)]
    assert [(row.id, row.before) for row in plan.same] == [(there, "Ulfen (Sontra)")]
    assert plan.words == "Ulfen (Sontra)"
    assert (report.changed, report.stale) == (1, ())
    assert office.lists.person(old).values["place_id"] == ulfen
    assert office.lists.person(young).values["place_id"] is None
    assert office.history.undo().action == "1 Person: Ortsteil"
    assert office.lists.person(old).values["place_id"] is None


def test_a_guardian_who_agreed_lifts_the_stop(office):
    young = office.people.save(
        {"last_name": "Jung", "birth_year": 2012, "guardian_consent_on": "2026-11-01"}
    )
    plan, _ = edit(office, "people", [young], "referral", "  Tag der offenen Tür ")
    assert not plan.refused
    assert office.lists.person(young).values["referral"] == "Tag der offenen Tür"


def test_wishes_are_added_and_taken_away(office):
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    plain = adult(office)
    has = adult(office, terms=[{"term_id": reading, "relation": "wish"}])
    never = adult(office, terms=[{"term_id": reading, "relation": "no"}])
    everyone = [plain, has, never]
    plan, _ = edit(office, "people", everyone, "add_wish", reading)
    assert [row.id for row in plan.changed] == [plain]
    assert [row.id for row in plan.same] == [has]
    assert [row.refusal for row in plan.refused] == [UNWANTED]
    wished = ListQuery(filters={"term": (str(reading),)})
    assert set(office.lists.people.ids(wished)) == {plain, has}
    plan, _ = edit(office, "people", everyone, "remove_wish", reading)
    assert [row.id for row in plan.changed] == [plain, has]
    assert [row.id for row in plan.same] == [never]
    assert office.lists.people.ids(wished) == []
    office.history.undo()
    assert set(office.lists.people.ids(wished)) == {plain, has}


def test_ending_people_closes_their_tasks_and_spares_those_under_way(office):
    free, busy = adult(office), adult(office)
    office.placements.propose(busy, [offer(office)])
    office.follow_ups.add({"due_on": "2026-12-01", "title": "Anrufen", "person_id": free})
    plan, _ = edit(office, "people", [free, busy], "status", PersonStatus.ENDED)
    assert [(row.id, row.refusal) for row in plan.refused] == [(busy, UNDER_WAY)]
    assert office.lists.people.ids(ListQuery(filters={"archived": ("yes",)})) == [free]
    with office.store.read() as connection:
        tasks = "SELECT done_on FROM follow_up WHERE person_id = ? "
        events = "SELECT from_state, to_state FROM status_event WHERE kind='person' AND record_id=?"
        assert connection.execute(tasks, (free,)).fetchall() == [("2026-11-23",)]
        assert connection.execute(events, (free,)).fetchall()[-1] == ("seeking", "ended")
    office.history.undo()
    assert set(office.lists.people.ids(ListQuery())) == {free, busy}


def test_a_consent_is_no_basis_where_none_was_given(office):
    told, bare = adult(office), office.people.save({"last_name": "B", "birth_year": 1960})
    plan = office.mass_edit.plan("people", [told, bare], "legal_basis", LegalBasis.CONSENT)
    assert [(row.id, row.refusal) for row in plan.refused] == [(bare, NO_CONSENT)]
    edit(office, "people", [told, bare], "legal_basis", LegalBasis.PUBLIC_TASK)
    assert office.lists.person(bare).values["legal_basis"] == "public_task"


def test_offers_are_confirmed_and_paused(office):
    first, second = offer(office), offer(office, title="Fahren", status="draft")
    day = dt.date(2026, 11, 20)
    edit(office, "offers", [first, second], "confirmed_on", day)
    rows = office.lists.offers.rows([first, second])
    assert [row.confirmed_on for row in rows] == [day, day]
    plan, _ = edit(office, "offers", [first, second], "status", OfferMove.PAUSED)
    assert [row.refusal for row in plan.refused] == [NOT_OUT]
    assert office.lists.offers.rows([first])[0].stage.value == "paused"
    assert office.mass_edit.plan("offers", [first], "status", OfferMove.PAUSED).same


def test_ending_an_initiative_pauses_what_it_has_out(office):
    shown = offer(office)
    body = office.lists.offers.rows([shown])[0].initiative_id
    edit(office, "initiatives", [body], "status", "ended")
    assert office.lists.offers.rows([shown])[0].stage.value == "paused"
    office.history.undo()
    assert office.lists.offers.rows([shown])[0].stage.value == "open"


def test_what_lies_in_the_trash_stays_there(office):
    from ehrenamt_desktop.model.enums import Kind

    person = adult(office)
    office.trash.put(Kind.PERSON, [person])
    plan = office.mass_edit.plan("people", [person], "status", "paused")
    assert [row.refusal for row in plan.refused] == [TRASHED]
    with pytest.raises(DomainError, match="nichts zu ändern"):
        office.mass_edit.run(plan)


def test_a_record_changed_meanwhile_is_left_alone_and_named(office):
    first, second = adult(office), adult(office)
    plan = office.mass_edit.plan("people", [first, second], "status", "paused")
    office.people.save({"phone": "05653 99"}, first)
    report = office.mass_edit.run(plan)
    assert report == (1, (first,))
    assert office.lists.person(first).values["status"] == "seeking"
    assert office.lists.person(second).values["status"] == "paused"


@pytest.mark.parametrize(
    ("noun", "key", "value"),
    [
        ("people", "status", None),
        ("people", "status", "nie gehört"),
        ("people", "place_id", None),
        ("people", "place_id", "Ulfen"),
        ("people", "referral", "   "),
        ("people", "referral", "x" * 50_000),
        ("people", "add_wish", None),
        ("offers", "confirmed_on", dt.date(2027, 1, 1)),
        ("offers", "confirmed_on", "gestern"),
        ("offers", "status", "published"),
    ],
)
def test_wrong_values_are_named(office, noun, key, value):
    with pytest.raises(InvalidDraft) as caught:
        office.mass_edit.plan(noun, [1], key, value)
    assert caught.value.fields[0].key == key


def test_every_field_reads_back(office):
    person, post = adult(office), offer(office)
    ids = {"people": [person], "offers": [post], "initiatives": [1]}
    values = {"place": place_id(office, "Ulfen"), "line": "Zeitung", "date": dt.date(2026, 1, 2),
              "term": term_id(office, TermKind.ACTIVITY, "VORLESEN")}  # fmt: skip
    for noun, fields in FIELDS.items():
        for one in fields:
            value = next(iter(one.choices)) if one.choices else values[one.input.value]
            plan = office.mass_edit.plan(noun, ids[noun], one.key, value)
            if plan.changed:
                office.mass_edit.run(plan)
                assert office.mass_edit.plan(noun, ids[noun], one.key, value).same, (noun, one)


def test_many_tell_how_far_they_are_and_stop_without_a_trace(office):
    from ehrenamt_desktop.model.records.person import Person
    from ehrenamt_desktop.store import bulk

    with office.store.write("Probe") as unit:
        rows = [{"last_name": f"N{number}", "birth_year": 1960} for number in range(1_200)]
        ids = bulk.insert_rows(unit, Person, rows)
    watch = Watch()
    plan = office.mass_edit.plan("people", ids, "status", "paused", watch)
    assert watch.seen == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]
    with pytest.raises(Cancelled):
        office.mass_edit.run(plan, Watch(stop_at=500))
    assert office.lists.person(ids[0]).values["status"] == "seeking"
    assert office.history.next_undo().action == "Probe"
    assert office.mass_edit.run(plan).changed == 1_200
    paused = ListQuery(filters={"stage": ("paused",)})
    assert len(office.lists.people.ids(paused)) == 1_200
    office.history.undo()
    assert office.lists.people.ids(paused) == []
