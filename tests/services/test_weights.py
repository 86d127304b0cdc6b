"""The order of the criteria is kept in versions; the newest counts, each can come back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.make_office import adult, offer, place_id

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import Criterion, Side
from ehrenamt_desktop.model.weighing import CRITERIA, Weighing
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store.reads import facts

TIME_FIRST = Weighing().moved(Side.PERSON, 3, 0)


def test_before_anything_is_kept_all_weigh_the_same(office):
    (only,) = office.weights.versions()
    assert only == office.weights.current()
    assert (only.number, only.on, only.name) == (0, None, "Alle gleich wichtig")
    assert only.weighing == Weighing()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.permutations(CRITERIA), st.sampled_from([0.0, 0.05, 0.1, 0.375, 1.0]), st.booleans())
def test_what_is_kept_comes_back_as_it_was(office, order, balance, ranked):
    wanted = Weighing(tuple(order) if ranked else (), balance)
    office.weights.keep(wanted)
    kept = office.weights.current().weighing
    assert kept.weights() == wanted.weights()
    assert (kept.balance, kept.is_ranked) == (balance, ranked)


def test_each_change_is_a_version_of_its_day_and_the_newest_counts(office):
    first = office.weights.keep(TIME_FIRST, "Zeit zuerst")
    second = office.weights.keep(TIME_FIRST.balanced(0.0))
    shown = [(one.number, one.name, one.on) for one in office.weights.versions()]
    day = dt.date(2026, 11, 23)
    assert shown == [
        (second, "Zuerst Zeit (Person) und Voraussetzungen (Initiative)", day),
        (first, "Zeit zuerst", day),
        (0, "Alle gleich wichtig", None),
    ]


def test_what_counts_already_is_not_kept_again(office):
    number = office.weights.keep(TIME_FIRST)
    steps = office.history.next_undo()
    assert office.weights.keep(TIME_FIRST) == number
    assert office.weights.keep(Weighing(), "") != number
    assert office.weights.restore(number) > number
    assert len(office.weights.versions()) == 4
    assert steps is not None


def test_going_back_keeps_the_content_anew_also_of_the_start(office):
    first = office.weights.keep(TIME_FIRST, "Zeit zuerst")
    start = office.weights.restore(0)
    assert office.weights.current().weighing == Weighing()
    again = office.weights.restore(first)
    assert first < start < again
    assert office.weights.current()[1:4] == ("Zeit zuerst", dt.date(2026, 11, 23), TIME_FIRST)


def test_undo_and_redo_move_between_versions(office):
    office.weights.keep(TIME_FIRST)
    office.history.undo()
    assert office.weights.current().number == 0
    office.history.redo()
    assert office.weights.current().weighing == TIME_FIRST


def test_proposals_remember_their_version(office):
    person = adult(office)
    number = office.weights.keep(TIME_FIRST)
    office.placements.propose(person, [offer(office)])
    office.weights.keep(Weighing())
    counted = {one.number: one.proposals for one in office.weights.versions()}
    assert counted[number] == 1
    assert sum(counted.values()) == 1


@pytest.mark.parametrize("order", [CRITERIA[:-1], (*CRITERIA, CRITERIA[0])])
def test_an_order_names_each_criterion_once(office, order):
    with pytest.raises(DomainError):
        office.weights.keep(Weighing(order))
    assert office.weights.current().number == 0


@pytest.mark.parametrize("balance", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_deduction_lies_between_nothing_and_one(office, balance):
    with pytest.raises(InvalidDraft) as refused:
        office.weights.keep(TIME_FIRST.balanced(balance))
    assert [one.key for one in refused.value.fields] == ["balance"]


def test_a_long_name_and_a_version_that_is_gone_are_refused(office):
    with pytest.raises(InvalidDraft):
        office.weights.keep(TIME_FIRST, "x" * 121)
    with pytest.raises(DomainError):
        office.weights.restore(77)


def test_the_heaviest_criterion_leads_in_the_list(office):
    person = adult(office)
    offer(office)
    office.weights.keep(TIME_FIRST.moved(Side.OFFER, 4, 0))
    match = office.matching.offers_for(person).matches[0]
    heavy = {one.side: one for one in sorted(match.criteria, key=lambda one: one.weight)}
    assert heavy[Side.PERSON].name is Criterion.TIME
    assert heavy[Side.OFFER].name is Criterion.START


def test_versions_survive_closing_and_are_told(office):
    path, told = office.path, []
    office.close()
    again = open_office(path, on_changed=told.extend)
    try:
        again.weights.keep(TIME_FIRST, "Zeit zuerst")
        assert {one.kind for one in told} == {Kind.WEIGHT_SET}
        again.close()
        again = open_office(path)
        assert again.weights.current().weighing == TIME_FIRST
    finally:
        again.close()


def test_trying_weights_out_shows_what_keeping_them_would(office):
    person = adult(office, max_km=15)
    for place in ("Sontra", "Ulfen"):
        offer(office, title=f"Vorlesen in {place}", place_id=place_id(office, place))
    office.matching.offers_for(person, examined=True)
    tried = office.matching.weighed(Side.PERSON, person, TIME_FIRST)
    assert office.weights.current().number == 0
    office.weights.keep(TIME_FIRST)
    assert office.matching.offers_for(person, examined=True) == tried
    assert office.matching.weighed(Side.PERSON, person) == tried


def test_trying_out_reads_no_facts_anew_and_knows_whose_list_it_is(office, monkeypatch):
    person, other = adult(office), adult(office, last_name="Gliem")
    number = offer(office)
    office.matching.people_for(number, examined=True)
    office.matching.offers_for(person, examined=True)
    monkeypatch.setattr(facts, "offers", None)
    assert office.matching.weighed(Side.PERSON, person, TIME_FIRST).number == person
    assert office.matching.weighed(Side.OFFER, number, TIME_FIRST).number == number
    monkeypatch.undo()
    assert office.matching.weighed(Side.PERSON, other).number == other
    office.matching.offers_for(person)
    assert office.matching.weighed(Side.PERSON, person).matches[0].stable is not None
