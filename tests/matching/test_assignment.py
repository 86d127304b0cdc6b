"""Assignments against brute force and against taking one after another."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.matching.assignment import STEP, Edges, assign, greedy
from ehrenamt_desktop.matching.groups import assign_group, greedy_group, together

scores = st.integers(min_value=-2, max_value=20).map(lambda one: one / 20)
LARGE = 100


def edges_of(table):
    rows = [(p, o, s) for (p, o), s in table.items()]
    person, offer, score = zip(*rows, strict=True) if rows else ((), (), ())
    return Edges.of(
        np.array(person, dtype=np.int64), np.array(offer, dtype=np.int64), np.array(score, float)
    )


@st.composite
def offices(draw, most=7):
    people = draw(st.integers(1, most))
    offers = draw(st.integers(1, most))
    every = list(itertools.product(range(1, people + 1), range(LARGE, LARGE + offers)))
    chosen = draw(st.lists(st.sampled_from(every), unique=True, max_size=len(every)))
    table = {pair: draw(scores) for pair in chosen}
    places = {number: draw(st.integers(0, 3)) for number in range(LARGE, LARGE + offers)}
    return table, places


def best_by_force(table, places, apart=()):
    """The most people placed and the highest sum, by trying all ways; everyone once."""
    people = sorted({person for person, _ in table})
    states = {(): (0, 0.0)}
    for person in people:
        grown = {}
        for given_away, (placed, total) in states.items():
            ways = [(given_away, placed, total)]
            for (one, offer), score in table.items():
                used = sum(what == offer for _, what in given_away)
                clash = any(
                    what == offer and ((who, person) in apart or (person, who) in apart)
                    for who, what in given_away
                )
                if one == person and used < places[offer] and not clash:
                    ways.append(((*given_away, (person, offer)), placed + 1, total + score))
            for key, count, worth in ways:
                kept = key if apart else tuple(sorted((0, what) for _, what in key))
                if kept not in grown or grown[kept] < (count, worth):
                    grown[kept] = (count, worth)
        states = grown
    return max(states.values())


def check(found, table, places):
    pairs = list(found.pairs)
    assert len({person for person, _ in pairs}) == len(pairs)
    assert all(pair in table for pair in pairs)
    for offer, free in places.items():
        assert sum(what == offer for _, what in pairs) <= free
    assert abs(sum(table[pair] for pair in pairs) - found.total) < 1e-9


@given(offices())
@settings(max_examples=150, deadline=None)
def test_it_is_as_good_as_trying_all_ways(office):
    table, places = office
    found = assign(edges_of(table), places)
    check(found, table, places)
    placed, total = best_by_force(table, places)
    assert len(found) == placed
    assert abs(found.total - total) <= STEP * max(1, placed)


@given(offices(), st.randoms())
@settings(max_examples=80, deadline=None)
def test_the_order_of_what_comes_in_changes_nothing(office, chance):
    table, places = office
    mixed = list(table.items())
    chance.shuffle(mixed)
    turned = dict(sorted(places.items(), reverse=True))
    assert assign(edges_of(dict(mixed)), turned) == assign(edges_of(table), places)


@given(offices(most=10))
@settings(max_examples=100, deadline=None)
def test_it_is_never_worse_than_one_after_another(office):
    table, places = office
    edges = edges_of(table)
    found, plain = assign(edges, places), greedy(edges, places)
    check(plain, table, places)
    assert (len(found), found.total + STEP * len(found)) >= (len(plain), plain.total)


@given(offices(), st.data())
@settings(max_examples=80, deadline=None)
def test_what_is_fixed_stays_and_takes_its_place(office, data):
    table, places = office
    possible = [pair for pair in table if places[pair[1]] > 0]
    if not possible:
        return
    person, offer = data.draw(st.sampled_from(possible))
    found = assign(edges_of(table), places, fixed={person: offer})
    check(found, table, places)
    assert dict(found.pairs)[person] == offer
    rest = {pair: score for pair, score in table.items() if pair[0] != person}
    placed, total = best_by_force(rest, {**places, offer: places[offer] - 1})
    assert len(found) == placed + 1
    assert abs(found.total - total - table[person, offer]) <= STEP * len(found)


def test_more_people_go_before_a_better_pair():
    table = {(1, 100): 1.0, (1, 101): 0.1, (2, 100): 0.2}
    found = assign(edges_of(table), {100: 1, 101: 1})
    assert found.pairs == ((1, 101), (2, 100))


def test_among_equals_the_one_who_never_had_a_proposal_comes_first():
    table = {(person, 100): 0.5 for person in range(1, 6)}
    for waits in range(1, 6):
        assert assign(edges_of(table), {100: 1}, unproposed={waits}).pairs == ((waits, 100),)


def test_refused_pairs_are_left_out_and_nothing_gives_nothing():
    edges = edges_of({(1, 100): 0.5, (1, 101): 0.4})
    assert assign(edges.without({(1, 100)}), {100: 1, 101: 1}).pairs == ((1, 101),)
    assert edges.without(()) is edges
    assert assign(edges_of({}), {}).pairs == ()
    assert assign(edges, {100: 0}).pairs == ()


def test_a_pair_named_twice_counts_once():
    edges = Edges.of(np.array([1, 1]), np.array([100, 100]), np.array([0.4, 0.5]))
    assert len(edges) == 1
    assert assign(edges, {100: 2}).total == 0.5


@given(offices(most=5), st.data())
@settings(max_examples=60, deadline=None)
def test_pairs_are_kept_apart_and_nothing_better_exists(office, data):
    table, places = office
    people = sorted({person for person, _ in table})
    every = list(itertools.combinations(people, 2))
    apart = data.draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    edges = edges_of(table)
    found = assign_group(edges, places, apart)
    check(found.assigned, table, places)
    assert found.exact
    assert together(found.assigned, apart) == 0
    placed, total = best_by_force(table, places, apart)
    assert len(found.assigned) == placed
    assert abs(found.assigned.total - total) <= 1e-5
    plain = greedy_group(edges, places, apart)
    assert together(plain, apart) == 0
    assert (placed, total + 1e-9) >= (len(plain), plain.total)


def test_a_group_without_time_still_gets_an_answer_that_keeps_pairs_apart():
    table = {(person, offer): 0.5 for person in range(1, 41) for offer in range(100, 110)}
    apart = [(one, one + 1) for one in range(1, 40)]
    found = assign_group(edges_of(table), dict.fromkeys(range(100, 110), 4), apart, seconds=0.0)
    assert together(found.assigned, apart) == 0
    assert len(found.assigned) > 0


def test_three_hundred_people_on_one_day():
    chance = np.random.default_rng(3)
    people = np.repeat(np.arange(1, 301), 20)
    offers = np.concatenate(
        [chance.choice(np.arange(100, 160), 20, replace=False) for _ in range(300)]
    )
    edges = Edges.of(people, offers, chance.random(len(people)))
    places = dict.fromkeys(range(100, 160), 5)
    apart = [
        (int(one), int(other))
        for one, other in chance.choice(np.arange(1, 301), (40, 2), replace=False)
    ]
    found = assign_group(edges, places, apart)
    assert found.exact
    assert len(found.assigned) == 300
    assert together(found.assigned, apart) == 0


def test_a_group_that_takes_long_is_stopped_between_two_looks():
    chance = np.random.default_rng(1)
    people = np.repeat(np.arange(300), 12)
    offers = np.concatenate([chance.permutation(20)[:12] for _ in range(300)])
    edges = Edges.of(people, offers, chance.random(len(people)))
    apart = {tuple(sorted(chance.choice(300, 2, replace=False).tolist())) for _ in range(3000)}

    class Stopped:
        looks = 0

        def step(self, done, total, text=""):
            self.looks += 1
            assert (done, total, text) == (0, 2, "Rechenzeit in Sekunden")
            raise Cancelled

    progress = Stopped()
    with pytest.raises(Cancelled):
        assign_group(edges, dict.fromkeys(range(20), 14), apart, 2.0, progress)
    assert progress.looks == 1
