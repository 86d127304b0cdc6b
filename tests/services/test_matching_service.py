"""Matching on a real store: what is read, what counts, and answers that reorder the list."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import (
    EndReason,
    Level,
    OfferStatus,
    PersonStatus,
    PlacementState,
    Rhythm,
    Salutation,
    TermKind,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.matches import Answer, Gate, Side, as_json
from ehrenamt_desktop.model.rules.time_text import grid_of
from ehrenamt_desktop.model.weighing import Weighing
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store.reads import facts

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path):
    """An office with its vocabulary, an initiative and short ways to enter records."""
    path = tmp_path / "probe.ehrenamt"
    with clock.frozen(TODAY):
        create_office(path)
        office = open_office(path)
        terms = {(one.kind, one.code): one.id for one in office.lists.terms()}
        places = {one.name: one.id for one in office.lists.places()}
        initiative = office.initiatives.save({"name": "Förderverein Stadtbücherei Sontra"})

        def person(**values):
            chosen = values.pop("terms", ())
            values = {"last_name": "Dietzel", "first_name": "Marion", **values}
            values["terms"] = [
                {"term_id": terms[kind, code], "relation": relation, "level": level}
                for kind, code, relation, level in chosen
            ]
            return office.people.save(values)

        def offer(**values):
            chosen = values.pop("terms", ())
            values = {
                "initiative_id": initiative,
                "title": "Kindern vorlesen",
                "status": OfferStatus.PUBLISHED,
                **values,
            }
            values["terms"] = [
                {"term_id": terms[kind, code], "role": role, "level": level}
                for kind, code, role, level in chosen
            ]
            return office.offers.save(values)

        yield SimpleNamespace(office=office, terms=terms, places=places, person=person, offer=offer)
        office.close()


READING = (TermKind.ACTIVITY, "VORLESEN")


def test_everything_entered_reaches_the_rules(desk):
    person = desk.person(
        salutation=Salutation.MS,
        birth_year=1962,
        place_id=desk.places["Wichmannshausen"],
        max_km=15,
        time_grid=grid_of("Di nachmittags"),
        hours_per_week=6,
        rhythm=Rhythm.WEEKLY,
        available_from=TODAY,
        prior_engagement="Elternbeirat",
        terms=(
            (*READING, TermRelation.WISH, None),
            (TermKind.AREA, "KULTUR", TermRelation.WISH, None),
            (TermKind.TARGET_GROUP, "KINDER_JUGEND", TermRelation.WISH, None),
            (TermKind.MOTIVE, "WISSEN", TermRelation.WISH, None),
            (TermKind.LANGUAGE, "DE", TermRelation.HAS, Level.NATIVE),
        ),
    )
    offer = desk.offer(
        place_id=desk.places["Sontra"],
        time_grid=grid_of("Di nachmittags"),
        hours_per_week=2,
        rhythm=Rhythm.WEEKLY,
        trial_possible=True,
        places_total=2,
        min_age=18,
        terms=(
            (*READING, TermRole.ABOUT, None),
            (TermKind.AREA, "KULTUR", TermRole.ABOUT, None),
            (TermKind.TARGET_GROUP, "KINDER_JUGEND", TermRole.ABOUT, None),
            (TermKind.MOTIVE, "WISSEN", TermRole.ABOUT, None),
            (TermKind.LANGUAGE, "DE", TermRole.WISHED, Level.GOOD),
        ),
    )
    found = desk.office.matching.offers_for(person)
    (match,) = found.matches
    assert (found.subject, found.number, found.name) == (Side.PERSON, person, "Marion Dietzel")
    assert match.coverage == pytest.approx(1.0)
    assert {gate.answer for gate in match.gates} == {Answer.OK}
    assert match.subtitle == "Förderverein Stadtbücherei Sontra · 5,1 km"
    assert match.reason_text == (
        "Vorlesen gewünscht · Zeit passt: Di nachmittags · Schnuppertermin möglich"
    )
    back = desk.office.matching.people_for(offer).matches[0]
    assert (back.number, back.score, back.criteria) == (person, match.score, match.criteria)


def test_unknown_numbers_are_refused_with_a_sentence(desk):
    with pytest.raises(DomainError, match="Diese Person gibt es nicht"):
        desk.office.matching.offers_for(999)
    with pytest.raises(DomainError, match="Dieses Angebot gibt es nicht"):
        desk.office.matching.people_for(999)


def test_archived_records_are_not_among_the_others(desk):
    person, gone = desk.person(), desk.person(last_name="Gliem")
    offer, old = desk.offer(), desk.offer(title="Alt")
    desk.office.people.archive(gone)
    desk.office.offers.archive(old)
    found = desk.office.matching.offers_for(person)
    assert [one.number for one in found.matches] == [offer]
    assert (found.near_total, found.blocked) == (0, 0)
    assert [one.number for one in desk.office.matching.people_for(offer).matches] == [person]
    assert desk.office.matching.offers_for(gone).near_total == 1


def test_the_day_decides_what_is_in_date(desk):
    person = desk.person()
    desk.offer(valid_until=dt.date(2026, 12, 31))
    assert desk.office.matching.offers_for(person).total == 1
    later = desk.office.matching.offers_for(person, as_of=dt.date(2027, 1, 1))
    assert [one.gate for one in later.near] == [Gate.OPEN]
    assert later.as_of == dt.date(2027, 1, 1)


def test_running_placements_take_places_and_waiting_ones_cost_a_little(desk):
    first, second = desk.person(birth_year=1960), desk.person(last_name="Gliem", birth_year=1950)
    offer = desk.offer(places_total=1)
    for scope in ("storage", "handover"):
        values = {"scope": scope, "given_on": TODAY}
        desk.office.people.add_consent(first, values)
    (placement,) = desk.office.placements.propose(first, [offer])
    match = desk.office.matching.offers_for(second).matches[0]
    assert match.balance == pytest.approx(0.05)
    assert "1 offener Vorschlag für 1 Platz" in match.balance_sentence
    desk.office.placements.move(placement, PlacementState.PASSED_ON)
    desk.office.placements.move(placement, PlacementState.RUNNING)
    near = desk.office.matching.offers_for(second).near
    assert [one.sentence for one in near] == ["sobald ein Platz frei wird"]
    desk.office.placements.move(placement, PlacementState.ENDED, reason=EndReason.COMPLETED)
    assert desk.office.matching.offers_for(second).total == 1


def test_earlier_proposals_of_the_subject_are_named(desk):
    person, offer = desk.person(), desk.offer()
    desk.office.placements.propose(person, [offer])
    match = desk.office.matching.offers_for(person).matches[0]
    assert "schon vorgeschlagen am 22.11.2026" in match.reason_text
    other = desk.office.matching.people_for(offer).matches[0]
    assert "schon vorgeschlagen am 22.11.2026" in other.reason_text


def test_an_answer_is_saved_as_given_and_reorders_the_list(desk):
    person = desk.person(terms=((*READING, TermRelation.WISH, None),))
    once = desk.offer(rhythm=Rhythm.ONCE, terms=((*READING, TermRole.ABOUT, None),))
    weekly = desk.offer(rhythm=Rhythm.WEEKLY, terms=((*READING, TermRole.ABOUT, None),))
    found = desk.office.matching.offers_for(person)
    assert [one.number for one in found.matches] == [once, weekly]
    question = next(one for one in found.questions if one.field == "rhythm")
    desk.office.people.save(dict(question.options)["jede Woche"], person_id=question.record_id)
    found = desk.office.matching.offers_for(person)
    assert [one.number for one in found.matches] == [weekly, once]
    assert "rhythm" not in [one.field for one in found.questions]


def test_an_answer_about_a_proof_is_saved_as_a_proof(desk):
    person = desk.person()
    bus = desk.offer(
        title="Bürgerbus fahren",
        terms=((TermKind.PROOF, "LICENCE_B", TermRole.REQUIRED, None),),
    )
    question = next(
        one for one in desk.office.matching.offers_for(person).questions
        if one.field == "credential"
    )  # fmt: skip
    assert question.sentence == "Haben Sie einen Führerschein B?"
    desk.office.people.save_credential(question.record_id, dict(question.options)["nein"])
    found = desk.office.matching.offers_for(person)
    assert [(one.number, one.sentence) for one in found.near] == [
        (bus, "mit Nachweis „Führerschein B“")
    ]


def test_an_answer_about_a_term_keeps_the_terms_of_before(desk):
    person = desk.person(terms=((*READING, TermRelation.HAS, None),))
    desk.offer(terms=((TermKind.AREA, "KULTUR", TermRole.ABOUT, None),))
    desk.offer(terms=((TermKind.AREA, "SPORT", TermRole.ABOUT, None),))
    question = next(
        one
        for one in desk.office.matching.offers_for(person).questions
        if one.sentence == "Welcher Bereich liegt Ihnen am Herzen?"
    )
    desk.office.people.save(dict(question.options)["Sport und Bewegung"], person_id=person)
    kept = {(one.label, one.relation) for one in desk.office.lists.person(person).terms}
    assert kept == {("Vorlesen", "has"), ("Sport und Bewegung", "wish")}
    assert desk.office.matching.offers_for(person).matches[0].number == 2


def test_the_office_sets_order_and_balance(desk):
    person, offer = desk.person(), desk.offer(places_total=1)
    other = desk.person(last_name="Gliem")
    desk.office.placements.propose(other, [offer])
    order = Weighing(balance=0.0).moved(Side.PERSON, 4, 0).moved(Side.OFFER, 4, 0)
    desk.office.weights.keep(order)
    match = desk.office.matching.offers_for(person).matches[0]
    assert match.balance == 0.0
    heaviest = {
        side: max((one for one in match.criteria if one.side is side), key=lambda one: one.weight)
        for side in Side
    }
    assert {str(one.name) for one in heaviest.values()} == {"distance", "start"}


def test_resting_and_pausing_people_are_near_misses(desk):
    offer = desk.offer()
    desk.person(status=PersonStatus.PAUSED)
    desk.person(rests_until=TODAY)
    near = desk.office.matching.people_for(offer).near
    assert [one.sentence for one in near] == [
        "sobald Marion Dietzel wieder Zeit hat",
        "ab dem 23.11.2026",
    ]


def test_merged_words_count_as_the_kept_one(desk):
    person = desk.person(terms=((TermKind.AREA, "KULTUR", TermRelation.WISH, None),))
    desk.offer(terms=((TermKind.AREA, "SPORT", TermRole.ABOUT, None),))
    with desk.office.store.write("Begriffe zusammengeführt") as unit:
        from ehrenamt_desktop.model.records.term import Term

        merged = unit.get(Term, desk.terms[TermKind.AREA, "KULTUR"])
        merged.merged_into_id = desk.terms[TermKind.AREA, "SPORT"]
    match = desk.office.matching.offers_for(person).matches[0]
    assert match.criteria[0].value == 1.0


def test_the_number_of_statements_does_not_grow_with_the_records(desk):
    def statements():
        told = []
        with desk.office.store.read() as connection:
            connection.set_trace_callback(told.append)
            facts.people(connection)
            facts.offers(connection)
            connection.set_trace_callback(None)
        return len(told)

    desk.person(terms=((*READING, TermRelation.WISH, None),))
    desk.offer()
    few = statements()
    for number in range(6):
        desk.person(last_name=f"Gliem {number}", terms=((*READING, TermRelation.WISH, None),))
        desk.offer(title=f"Angebot {number}")
    assert statements() == few <= 10


def test_top_limits_the_rows_but_not_the_counts(desk):
    person = desk.person()
    for number in range(4):
        desk.offer(title=f"Angebot {number}")
    found = desk.office.matching.offers_for(person, top=2)
    assert (len(found.matches), found.total) == (2, 4)
    told = as_json(found)
    assert [one["title"] for one in told["offers"]] == ["Angebot 0", "Angebot 1"]
    assert told["person"] == {"number": person, "name": "Marion Dietzel"}
