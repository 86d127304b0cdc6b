"""The rules of matching as properties, compared with the slow plain matching."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.matching import gates
from ehrenamt_desktop.matching.arrays import Offers, People, TermTable
from ehrenamt_desktop.matching.criteria import ORDER
from ehrenamt_desktop.matching.lists import Setting, offers_for, people_for
from ehrenamt_desktop.matching.ranking import (
    Policy,
    Scores,
    harmonic,
    scores,
    word,
)
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import (
    Rhythm,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.facts import (
    OfferFacts,
    OfferTermFact,
    PersonFacts,
    PersonTermFact,
)
from ehrenamt_desktop.model.matches import (
    Answer,
    Criterion,
    FitWord,
    Gate,
    MatchList,
    Side,
    as_json,
)
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.time_grid import FULL

AS_OF = dt.date(2026, 11, 22)
TERMS = (1, 2, 3, 4, 10, 11, 12, 20, 21, 22, 30, 31, 32, 40, 41, 50, 51, 60, 70, 71)
POINTS = ((51.06839, 9.934477), (51.108114, 9.970634), (51.043655, 10.016028), (51.0063, 10.1673))
PLACES = [
    PlaceRow(at, f"Ort {at}", "Sontra", "", "", "", lat, lon, member=True)
    for at, (lat, lon) in enumerate(POINTS, start=1)
]

people = st.from_type(PersonFacts)
offers = st.from_type(OfferFacts)


def numbered(rows, **each):
    return [replace(row, number=at) for at, row in enumerate(rows, start=1)]


offer_lists = st.lists(offers, min_size=1, max_size=8).map(numbered)
people_lists = st.lists(people, min_size=1, max_size=6).map(numbered)


def block(words: Vocabulary, some_people, some_offers, policy: Policy | None = None) -> Scores:
    table = TermTable(words)
    return scores(
        People.of(some_people, table, AS_OF),
        Offers.of(some_offers, table, AS_OF),
        policy or Policy(),
    )


@settings(max_examples=150, deadline=None)
@given(people_lists, offer_lists, st.sampled_from([0.0, 0.05]))
def test_the_arrays_agree_with_the_plain_matching(
    words, plain_pair, same, some_people, some_offers, balance
):
    found = block(words, some_people, some_offers, Policy(balance=balance))
    for i, person in enumerate(some_people):
        for j, offer in enumerate(some_offers):
            plain = plain_pair(person, offer, AS_OF, balance)
            answers = tuple(str(gates.ANSWERS[code]) for code in found.answers[:, i, j])
            values = [None if math.isnan(v) else float(v) for v in found.values[:, i, j]]
            assert answers == plain.gates
            assert all(map(same, values, plain.values)), (values, plain.values)
            assert same(float(found.score[i, j]), plain.score)


@settings(max_examples=60, deadline=None)
@given(offers, people_lists)
def test_the_scores_of_a_list_never_rise_not_even_in_the_last_bit(words, offer, some_people):
    twins = [replace(one, number=one.number + 100) for one in some_people]
    found = people_for(offer, [*some_people, *twins], Setting(words, AS_OF), top=100)
    shown = [match.score for match in found.matches]
    assert shown == sorted(shown, reverse=True)


@settings(max_examples=60, deadline=None)
@given(people, offer_lists)
def test_sums_hold_and_no_gate_is_violated(words, plain_pair, person, some_offers):
    found = offers_for(person, some_offers, Setting(words, AS_OF), top=100)
    by_number = {one.number: one for one in some_offers}
    for match in found.matches:
        for side, value in ((Side.PERSON, match.sides.person), (Side.OFFER, match.sides.offer)):
            parts = [one for one in match.criteria if one.side is side]
            assert math.isclose(sum(one.contribution for one in parts), value, abs_tol=1e-12)
            assert math.isclose(sum(one.weight for one in parts), 1.0, abs_tol=1e-12)
        mean = harmonic(match.sides.person, match.sides.offer)
        assert math.isclose(match.score, mean - match.balance, abs_tol=1e-12)
        assert match.low - 1e-12 <= match.score <= match.high + 1e-12
        assert Answer.BLOCK not in [gate.answer for gate in match.gates]
        assert "BLOCK" not in plain_pair(person, by_number[match.number], AS_OF, 0.05).gates
        assert match.word is word(match.score, match.coverage)
        assert 1 <= len(match.reason) <= 3
    shown = len(found.matches) + found.near_total + found.blocked
    assert shown == len(some_offers)
    for near in found.near:
        plain = plain_pair(person, by_number[near.number], AS_OF, 0.05)
        assert plain.gates.count("BLOCK") == 1
        assert near.reason[0].text == near.sentence
    assert sum(amount for _, amount in found.openings) == found.near_total
    assert len(found.blocked_rows) == found.blocked
    for one in found.blocked_rows:
        plain = plain_pair(person, by_number[one.number], AS_OF, 0.05)
        shut = [gate.value for gate, said in zip(Gate, plain.gates, strict=True) if said == "BLOCK"]
        assert [str(gate.name) for gate in one.gates] == shut
    in_the_way = [len(one.gates) for one in found.blocked_rows]
    assert in_the_way == sorted(in_the_way)


@settings(max_examples=60, deadline=None)
@given(people, offer_lists, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(words, person, some_offers, chance):
    setting = Setting(words, AS_OF)
    first = offers_for(person, some_offers, setting)
    mixed = list(some_offers)
    chance.shuffle(mixed)
    assert offers_for(person, mixed, setting) == first
    assert offers_for(person, some_offers, setting) == first


@settings(max_examples=40, deadline=None)
@given(people_lists, offers)
def test_both_directions_give_a_pair_the_same_numbers(words, some_people, offer):
    setting = Setting(words, AS_OF)
    found = people_for(offer, some_people, setting, top=100)
    for match in found.matches:
        person = next(one for one in some_people if one.number == match.number)
        other = offers_for(person, [offer], setting).matches[0]
        assert (other.score, other.criteria, other.gates) == (
            match.score,
            match.criteria,
            match.gates,
        )


@settings(max_examples=60, deadline=None)
@given(people, offer_lists, st.text(min_size=1, max_size=9))
def test_a_name_changes_nothing(words, person, some_offers, name):
    setting = Setting(words, AS_OF)
    numbers = [
        [(m.number, m.score, m.word) for m in offers_for(one, some_offers, setting).matches]
        for one in (person, replace(person, name=name, polite=name))
    ]
    assert numbers[0] == numbers[1]


def test_sex_age_and_working_status_are_no_facts_that_score(words, places):
    fields = set(PersonFacts.__dataclass_fields__)
    assert not fields & {"salutation", "sex", "occupation", "title", "first_name"}
    offer = OfferFacts(1, "Bürgerbus fahren", "Bürgerbusverein")
    ages = [PersonFacts(1, "A", "A", birth_year=year) for year in (1940, 1970, 2000)]
    found = block(words, ages, [offer])
    assert len(set(found.score[:, 0])) == 1


@settings(max_examples=60, deadline=None)
@given(people, offers, st.integers(0, len(ORDER) - 1), st.floats(0, 1), st.floats(0, 1))
def test_a_better_criterion_never_lowers_the_score(words, person, offer, at, one, other):
    found = block(words, [person], [offer])
    low, high = sorted((one, other))
    worse, better = (_score_with(found.values[:, 0, 0], at, value) for value in (low, high))
    unknown = _score_with(found.values[:, 0, 0], at, math.nan)
    assert worse <= better
    assert _score_with(found.values[:, 0, 0], at, 0.0) <= unknown
    assert unknown <= _score_with(found.values[:, 0, 0], at, 1.0)


def _score_with(values, at: int, value: float) -> float:
    changed = values.copy()
    changed[at] = value
    sides = {Side.PERSON: 0.0, Side.OFFER: 0.0}
    for (side, _), weight, one in zip(ORDER, Policy().weights, changed, strict=True):
        sides[side] += weight * (0.5 if math.isnan(one) else one)
    return harmonic(sides[Side.PERSON], sides[Side.OFFER])


@settings(max_examples=60, deadline=None)
@given(people, offers, st.sampled_from([1, 2, 4, 20, 21]))
def test_a_wish_the_offer_serves_never_lowers_the_score(words, person, offer, term):
    offer = replace(offer, terms=(*offer.terms, OfferTermFact(term, TermRole.ABOUT)))
    wiser = replace(person, terms=(*person.terms, PersonTermFact(term, TermRelation.WISH)))
    found = block(words, [person, wiser], [offer])
    assert found.score[1, 0] >= found.score[0, 0] - 1e-12


@settings(max_examples=60, deadline=None)
@given(people, offer_lists)
def test_without_balance_the_order_is_the_plain_order(words, plain_pair, person, some_offers):
    found = offers_for(person, some_offers, Setting(words, AS_OF, Policy(balance=0.0)))
    plain = {
        one.number: plain_pair(replace(person), replace(one, open_proposals=0), AS_OF, 0.05)
        for one in some_offers
    }
    listed = [plain[match.number].score for match in found.matches]
    assert all(a >= b - 1e-9 for a, b in itertools.pairwise(listed))
    assert all(match.balance == 0.0 and not match.balance_sentence for match in found.matches)


@settings(max_examples=80, deadline=None)
@given(people, offers, st.sampled_from(["time_grid", "place", "rhythm", "available_from"]))
def test_an_unknown_never_blocks(words, person, offer, key):
    empty = replace(person, **{key: 0 if key == "time_grid" else None})
    found = block(words, [person, empty], [offer])
    assert found.blocks[1, 0] <= found.blocks[0, 0]


def test_equal_scores_go_to_the_longest_not_proposed_then_to_the_number(words):
    days = [dt.date(2026, 10, 1), None, dt.date(2026, 9, 1), None, dt.date(2026, 10, 1)]
    rows = [
        OfferFacts(number, "Mithelfen", "Verein", last_proposed_on=day)
        for number, day in zip((5, 9, 3, 4, 2), days, strict=True)
    ]
    found = offers_for(PersonFacts(1, "A B", "A B"), rows, Setting(words, AS_OF))
    assert [match.number for match in found.matches] == [4, 9, 3, 2, 5]


def test_open_proposals_cost_a_little_per_place(words):
    rows = [
        OfferFacts(1, "Voll", "Verein", places_total=1, open_proposals=2),
        OfferFacts(2, "Weit", "Verein", places_total=4, open_proposals=2),
        OfferFacts(3, "Unbekannt", "Verein", open_proposals=2),
    ]
    found = offers_for(PersonFacts(1, "A B", "A B"), rows, Setting(words, AS_OF))
    assert {m.number: m.balance for m in found.matches} == pytest.approx({1: 0.1, 2: 0.025, 3: 0.1})
    assert found.matches[0].number == 2
    assert "2 offene Vorschläge für 4 Plätze" in found.matches[0].balance_sentence


def test_words_follow_the_thresholds():
    assert word(0.75, 0.5) is FitWord.VERY_GOOD
    assert word(0.7499, 1.0) is FitWord.GOOD
    assert word(0.55, 1.0) is FitWord.GOOD
    assert word(0.5499, 1.0) is FitWord.PARTLY
    assert word(0.99, 0.49) is FitWord.TOO_LITTLE


def test_the_distance_of_two_villages_is_the_one_on_the_map(words, places):
    person = PersonFacts(1, "A", "A", place=places["Wichmannshausen"], max_km=15)
    offer = OfferFacts(1, "T", "V", place=places["Sontra"])
    found = block(words, [person], [offer])
    assert found.km[0, 0] == pytest.approx(5.1, abs=0.1)
    at = ORDER.index((Side.PERSON, Criterion.DISTANCE))
    assert found.values[at, 0, 0] == pytest.approx((15 - found.km[0, 0]) / 12)


@settings(max_examples=25, deadline=None)
@given(people, offer_lists)
def test_json_has_the_agreed_shape(words, person, some_offers):
    found: MatchList = offers_for(person, some_offers, Setting(words, AS_OF))
    told = as_json(found)
    assert list(told) == ["person", "offers", "near", "questions", "blocked"]
    for one in told["offers"]:
        sides = {"person": 0.0, "offer": 0.0}
        for part in one["criteria"]:
            sides[part["side"]] += part["contribution"]
        assert sides == pytest.approx(one["sides"], abs=1e-9)
        mean = harmonic(sides["person"], sides["offer"])
        assert one["score"] == pytest.approx(mean - one["balance"], abs=1e-9)
        assert {gate["answer"] for gate in one["gates"]} <= {"OK", "UNKNOWN"}
    for one in told["near"]:
        shut = [gate["name"] for gate in one["gates"] if gate["answer"] == "BLOCK"]
        assert shut == [one["gate"]]
        assert [(part["side"], part["name"]) for part in one["criteria"]] == [
            (str(side), str(name)) for side, name in ORDER
        ]


def test_an_empty_office_gives_an_empty_list(words):
    found = offers_for(PersonFacts(1, "A B", "A B"), [], Setting(words, AS_OF))
    assert (found.matches, found.near, found.blocked, found.questions) == ((), (), 0, ())
    assert people_for(OfferFacts(1, "T", "V"), [], Setting(words, AS_OF)).matches == ()


def test_a_big_office_is_ranked_at_once(words):
    rng = np.random.default_rng(7)
    rows = [
        OfferFacts(
            number, "T", "V", place=PLACES[number % 4], time_grid=int(rng.integers(1, FULL)),
            hours_per_week=2.0, rhythm=Rhythm.WEEKLY,
            terms=tuple(OfferTermFact(int(t), TermRole.ABOUT) for t in rng.choice(TERMS, 4)),
        )
        for number in range(1, 3001)
    ]  # fmt: skip
    person = PersonFacts(1, "A", "A", place=PLACES[0], time_grid=FULL)
    found = offers_for(person, rows, Setting(words, AS_OF), top=10)
    assert len(found.matches) == 10
    assert found.total == 3000
