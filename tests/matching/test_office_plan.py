"""A plan of the office against the rules: gates, places, decisions, order."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.matching import plans
from ehrenamt_desktop.matching.assignment import assign, greedy
from ehrenamt_desktop.matching.lists import Setting, offers_for
from ehrenamt_desktop.matching.office_lists import make_lists, open_places
from ehrenamt_desktop.model.assignment import Decisions
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.progress import QUIET

AS_OF = dt.date(2026, 11, 22)
EXAMPLES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def numbered(rows):
    return [replace(row, number=at) for at, row in enumerate(rows, start=1)]


people_lists = st.lists(st.from_type(PersonFacts), min_size=1, max_size=6).map(numbered)
offer_lists = st.lists(st.from_type(OfferFacts), min_size=1, max_size=6).map(numbered)


def plan_of(people, offers, words, tried=(), agreed=(), decisions=None):
    setting = Setting(words, AS_OF)
    lists = make_lists(people, offers, tried, agreed, setting, QUIET)
    found, plain = assign(lists.edges, lists.places), greedy(lists.edges, lists.places)
    return plans.make_plan(lists, found, plain, decisions or Decisions(), QUIET)


@EXAMPLES
@given(people_lists, offer_lists, st.data())
def test_no_gate_is_violated_and_no_place_given_twice(words, people, offers, data):
    every = [(one.number, other.number) for one in people for other in offers]
    tried = data.draw(st.sets(st.sampled_from(every)))
    plan = plan_of(people, offers, words, tried, [one.number for one in people])
    setting = Setting(words, AS_OF)
    for row in plan.rows:
        person = people[row.id - 1]
        possible = {one.number: one for one in offers_for(person, offers, setting).matches}
        assert row.offer_id in possible
        assert row.word is possible[row.offer_id].word
        assert (row.id, row.offer_id) not in tried
    free = open_places(offers, AS_OF)
    taken = Counter(row.offer_id for row in plan.rows)
    assert all(taken[number] <= free.get(number, 0) for number in taken)
    assert {row.id for row in (*plan.rows, *plan.left)} == {one.number for one in people}
    assert len(plan.rows) >= plan.greedy


@EXAMPLES
@given(people_lists, offer_lists, st.randoms())
def test_the_order_of_records_changes_nothing(words, people, offers, chance):
    agreed = [one.number for one in people]
    plan = plan_of(people, offers, words, agreed=agreed)
    mixed, turned = list(people), list(offers)
    chance.shuffle(mixed)
    chance.shuffle(turned)
    assert plan_of(mixed, turned, words, agreed=agreed) == plan


@EXAMPLES
@given(people_lists, offer_lists)
def test_minors_without_their_guardian_get_nothing(words, people, offers):
    plan = plan_of(people, offers, words)
    minors = {one.number for one in people if one.age(AS_OF).may_be_minor}
    assert not minors & {row.id for row in plan.rows}


@EXAMPLES
@given(people_lists, offer_lists)
def test_the_rank_is_the_place_in_the_persons_list_of_free_offers(words, people, offers):
    plan = plan_of(people, offers, words, agreed=[one.number for one in people])
    free = open_places(offers, AS_OF)
    wanted = [one for one in offers if one.number in free]
    for row in plan.rows:
        found = offers_for(people[row.id - 1], wanted, Setting(words, AS_OF)).matches
        assert found[row.rank - 1].number == row.offer_id
