"""How firm an order is: always the same words, and true ones; λ = 0 equals the plain order."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.matching.arrays import TermTable
from ehrenamt_desktop.matching.criteria import ORDER
from ehrenamt_desktop.matching.lists import Pairs, Setting, offers_for
from ehrenamt_desktop.matching.range_sentences import coverage_of, range_of
from ehrenamt_desktop.matching.ranking import Policy
from ehrenamt_desktop.matching.rosters import offer_roster, people_roster
from ehrenamt_desktop.matching.stability import FACTORS, FIRM, variations
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.matches import Criterion, CriterionValue, Side, as_json
from ehrenamt_desktop.model.weighing import CRITERIA, Weighing

AS_OF = dt.date(2026, 11, 22)


def numbered(rows):
    return [replace(row, number=at) for at, row in enumerate(rows, start=1)]


people = st.from_type(PersonFacts)
offer_lists = st.lists(st.from_type(OfferFacts), min_size=1, max_size=8).map(numbered)
people_lists = st.lists(people, min_size=1, max_size=6).map(numbered)
weighings = st.one_of(
    st.just(Weighing()),
    st.permutations(CRITERIA).map(lambda order: Weighing(tuple(order))),
)


def numbers(found):
    return [match.number for match in found.matches]


def examined(words, person, offers, policy):
    pairs = Pairs.of_person(
        person, offer_roster(offers, TermTable(words), AS_OF), Setting(words, AS_OF, policy)
    )
    return pairs.listed(policy, 100, examined=True)


@settings(max_examples=40, deadline=None)
@given(people, offer_lists, weighings, st.randoms(use_true_random=False))
def test_the_same_list_gives_the_same_words(words, person, some_offers, weighing, chance):
    policy = Policy.of(weighing)
    first = examined(words, person, some_offers, policy)
    mixed = list(some_offers)
    chance.shuffle(mixed)
    assert examined(words, person, mixed, policy) == first


@settings(max_examples=40, deadline=None)
@given(people, offer_lists, weighings)
def test_firm_rows_keep_their_place_under_every_variation(words, person, some_offers, weighing):
    policy = Policy.of(weighing)
    found = examined(words, person, some_offers, policy)
    setting = Setting(words, AS_OF)
    orders = [
        numbers(
            Pairs.of_person(
                person, offer_roster(some_offers, TermTable(words), AS_OF), setting
            ).listed(one, 100)
        )
        for one in variations(policy)
    ]
    for place, match in enumerate(found.matches):
        places = {order.index(match.number) for order in orders}
        assert match.stable is (places == {place})
        assert match.stable is (match.stable_sentence == FIRM)
        if not match.stable:
            farthest = max(places, key=lambda at: abs(at - place))
            moved = {abs(farthest - place), -abs(farthest - place)}
            told = int(match.stable_sentence.rstrip(".").rpartition(" ")[2]) - 1
            assert told - place in moved


@given(weighings)
def test_variations_keep_the_sum_of_a_side(weighing):
    policy = Policy.of(weighing)
    tried = variations(policy)
    assert len(tried) == len(ORDER) * len(FACTORS)
    for one in tried:
        for side in Side:
            shares = [w for (owner, _), w in zip(ORDER, one.weights, strict=True) if owner is side]
            assert sum(shares) == pytest.approx(1.0)
        assert one.balance == policy.balance


@settings(max_examples=40, deadline=None)
@given(people, offer_lists, weighings)
def test_weighing_again_equals_scoring_everything_anew(words, person, some_offers, weighing):
    policy = Policy.of(weighing)
    kept = Pairs.of_person(
        person, offer_roster(some_offers, TermTable(words), AS_OF), Setting(words, AS_OF)
    )
    anew = offers_for(person, some_offers, Setting(words, AS_OF, policy))
    assert kept.listed(policy) == anew
    assert kept.listed(Policy()) == offers_for(person, some_offers, Setting(words, AS_OF))


@settings(max_examples=40, deadline=None)
@given(people, offer_lists, weighings)
def test_no_deduction_is_the_plain_order(words, person, some_offers, weighing):
    policy = Policy.of(weighing.balanced(0.0))
    found = examined(words, person, some_offers, policy)
    assert [match.balance for match in found.matches] == [0.0] * len(found.matches)
    means = [
        2 * one.sides.person * one.sides.offer / max(one.sides.person + one.sides.offer, 1e-300)
        for one in found.matches
    ]
    assert all(one >= other - 1e-9 for one, other in itertools.pairwise(means))


@settings(max_examples=30, deadline=None)
@given(people_lists, st.data())
def test_people_for_an_offer_are_examined_the_same_way(words, some_people, data):
    (offer, *_) = data.draw(offer_lists)
    pairs = Pairs.of_offer(
        offer, people_roster(some_people, TermTable(words), AS_OF), Setting(words, AS_OF)
    )
    first = pairs.listed(Policy(), 100, examined=True)
    assert all(match.stable is not None for match in first.matches)
    plain = pairs.listed(Policy(), 100)
    assert numbers(plain) == numbers(first)
    assert all(match.stable is None and not match.stable_sentence for match in plain.matches)


def test_the_sentence_names_what_moves_a_row_farthest(words):
    """Two offers that are equal but for one criterion each: the order hangs on either."""
    person = PersonFacts(1, "A", "A", hours_per_week=4, time_grid=7, max_km=10)
    offers = [
        OfferFacts(1, "Eins", "V", time_grid=7, hours_per_week=4, remote=False),
        OfferFacts(2, "Zwei", "V", remote=True),
    ]
    found = examined(words, person, offers, Policy())
    told = {match.stable_sentence for match in found.matches}
    assert all(one == FIRM or one.startswith("Reihenfolge knapp: Zählt „") for one in told)
    assert [one["stable"] for one in as_json(found)["offers"]] == [
        match.stable for match in found.matches
    ]


def test_an_empty_list_has_nothing_to_examine(words):
    assert examined(words, PersonFacts(1, "A", "A"), [], Policy()).matches == ()


@pytest.mark.parametrize(
    ("low", "high", "sentence"),
    [
        (0.6, 0.6, "Das Ergebnis steht fest: Es ist nichts mehr offen."),
        (0.6, 0.7, "Bleibt bei „passt gut“, wie die offenen Angaben auch ausfallen."),
        (0.4, 0.8, "Je nach den offenen Angaben: von „passt teilweise“ bis „passt sehr gut“."),
    ],
)
def test_the_range_in_words(low, high, sentence):
    assert range_of(low, high) == sentence


def test_the_known_share_in_words_names_what_is_open():
    weights = Weighing().weights()
    values = {(Side.PERSON, Criterion.RHYTHM): None}
    criteria = [
        CriterionValue(name, side, values.get((side, name), 1.0), weight, weight, "")
        for (side, name), weight in weights.items()
    ]
    assert coverage_of(criteria) == (
        "Bekannt ist bei der Person das meiste und bei der Initiative alles. Offen: Wie oft "
        "(Person)."
    )
    known = [CriterionValue(n, s, 1.0, w, w, "") for (s, n), w in weights.items()]
    assert coverage_of(known) == "Bekannt ist bei der Person alles und bei der Initiative alles."
