"""How matching must behave, as properties over invented people and offers."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.matching import criteria
from ehrenamt_desktop.matching.arrays import Offers, People, PlaceTable, TermTable
from ehrenamt_desktop.matching.lists import Setting, offers_for, people_for
from ehrenamt_desktop.matching.meeting import CROSSING
from ehrenamt_desktop.matching.ranking import Policy, Ties, weigh
from ehrenamt_desktop.model.enums import OfferStatus, PersonStatus, Rhythm, TermRelation, TermRole
from ehrenamt_desktop.model.facts import OfferFacts, OfferTermFact, PersonFacts
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.distance import kilometres
from ehrenamt_desktop.model.rules.time_grid import FULL, WEEK, parts

AS_OF = dt.date(2026, 11, 22)
RESOURCES = Path(__file__).parents[2] / "resources"
PARTS = (8, 12, 17)
"""When the three dayparts begin; each has four hours."""
EARTH_KM = 6371.0

people = st.from_type(PersonFacts)
offers = st.from_type(OfferFacts)
values = st.one_of(st.just(math.nan), st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.floats(0, 1))


def numbered(rows):
    return [replace(row, number=at) for at, row in enumerate(rows, start=1)]


offer_lists = st.lists(offers, min_size=1, max_size=8).map(numbered)
people_lists = st.lists(people, min_size=1, max_size=6).map(numbered)


@settings(max_examples=150, deadline=None)
@given(st.data(), st.integers(2, 9))
def test_a_better_value_never_lowers_the_rank(data, size):
    """Whatever the weights, whatever was known before."""
    count = len(criteria.ORDER)
    row_of = st.lists(values, min_size=size, max_size=size)
    table = np.array(data.draw(st.lists(row_of, min_size=count, max_size=count)))
    raw = data.draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))
    mine, theirs = sum(raw[:7]) or 1, sum(raw[7:]) or 1
    policy = Policy((*(one / mine for one in raw[:7]), *(one / theirs for one in raw[7:])))
    at, row = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, size - 1))
    before = 0.5 if math.isnan(table[at, row]) else table[at, row]
    better = table.copy()
    better[at, row] = data.draw(st.floats(before, 1))
    assert rank(better, policy, row) <= rank(table, policy, row)


def rank(table, policy, row):
    size = table.shape[1]
    score, _ = weigh(table, np.zeros(size), policy)
    ties = Ties.of([(None, number) for number in range(1, size + 1)])
    return ties.order(score, np.arange(size), size).index(row)


IMPROVEMENTS = {
    "from home": lambda offer: replace(offer, remote=True),
    "fewer proposals": lambda offer: replace(offer, open_proposals=0),
    "any rhythm": lambda offer: replace(offer, rhythm=Rhythm.FLEXIBLE),
    "no hours asked": lambda offer: replace(offer, hours_per_week=0.0),
    "nothing demanded": lambda offer: replace(
        offer, terms=tuple(one for one in offer.terms if one.role is TermRole.ABOUT)
    ),
}


def ready(person):
    """Somebody who can be proposed, with nothing that few offers survive."""
    return replace(
        person, status=PersonStatus.SEEKING, rests_until=None, available_until=None,
        birth_year=1970, birth_date=None, max_km=None, proofs=(),
        terms=tuple(one for one in person.terms if one.relation is not TermRelation.NO),
    )  # fmt: skip


def open_to_all(offer):
    """An offer in date with a place, reachable for everybody."""
    return replace(
        offer, status=OfferStatus.PUBLISHED, ends_on=None, valid_until=None, places_total=None,
        max_km=None, min_age=None, max_age=None,
    )  # fmt: skip


@pytest.mark.parametrize("name", IMPROVEMENTS)
@settings(max_examples=40, deadline=None)
@given(people.map(ready), offer_lists, st.integers(0, 7))
def test_an_offer_that_asks_less_never_falls(words, name, person, some_offers, at):
    some_offers = [open_to_all(one) for one in some_offers]
    at %= len(some_offers)
    setting = Setting(words, AS_OF)
    before = numbers(offers_for(person, some_offers, setting))
    number = some_offers[at].number
    assume(number in before)
    changed = [*some_offers[:at], IMPROVEMENTS[name](some_offers[at]), *some_offers[at + 1 :]]
    after = numbers(offers_for(person, changed, setting))
    assert after.index(number) <= before.index(number)


def numbers(found):
    return [match.number for match in found.matches]


@settings(max_examples=60, deadline=None)
@given(people, offer_lists, st.sampled_from([1940, 1975, 2000]), st.sampled_from([1951, 1990]))
def test_age_changes_nothing_but_gates(words, person, some_offers, one, other):
    unlimited = [replace(offer, min_age=None, max_age=None) for offer in some_offers]
    setting = Setting(words, AS_OF)
    lists = [
        offers_for(replace(person, birth_year=year, birth_date=None), unlimited, setting)
        for year in (one, other)
    ]
    assert lists[0] == lists[1]


@settings(max_examples=60, deadline=None)
@given(people_lists, offers, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(words, some_people, offer, chance):
    setting = Setting(words, AS_OF)
    mixed = list(some_people)
    chance.shuffle(mixed)
    assert people_for(offer, mixed, setting) == people_for(offer, some_people, setting)


@settings(max_examples=80, deadline=None)
@given(
    people.map(ready),
    offers.map(open_to_all),
    st.sampled_from(Rhythm),
    st.dates(AS_OF, AS_OF + dt.timedelta(200)),
)
def test_an_answer_stays_within_the_range_of_the_unknown(words, person, offer, rhythm, begins):
    silent = replace(person, rhythm=None, available_from=None)
    setting = Setting(words, AS_OF)
    (unknown, *_) = [*offers_for(silent, [offer], setting).matches, None]
    assume(unknown is not None)
    assert unknown.low <= unknown.score + 1e-12
    assert unknown.score <= unknown.high + 1e-12
    for told in ({"rhythm": rhythm}, {"available_from": begins}):
        (known,) = offers_for(replace(silent, **told), [offer], setting).matches
        assert unknown.low - 1e-12 <= known.score <= unknown.high + 1e-12


def minutes(grid):
    """The minutes of the week a grid covers."""
    return {
        (day, minute)
        for day, part in parts(grid)
        for minute in range(60 * PARTS[part], 60 * (PARTS[part] + 4))
    }


@settings(max_examples=60, deadline=None)
@given(st.integers(1, FULL), st.integers(1, FULL), st.sampled_from([1.0, 3.0, 8.0, 30.0]),
       st.one_of(st.none(), st.sampled_from([1.0, 5.0, 20.0])))  # fmt: skip
def test_common_times_are_those_of_counted_minutes(words, mine, theirs, needed, given_hours):
    assume(mine & WEEK and theirs & WEEK)
    person = PersonFacts(1, "A", "A", time_grid=mine, hours_per_week=given_hours)
    offer = OfferFacts(1, "T", "V", time_grid=theirs, hours_per_week=needed)
    shared = len(minutes(mine) & minutes(theirs)) / 60
    hours = shared if given_hours is None else min(shared, given_hours)
    table = TermTable(words)
    found = criteria.time(
        People.of([person], table, AS_OF), Offers.of([offer], table, AS_OF), CROSSING
    )
    assert found[0, 0] == pytest.approx(min(1.0, hours / needed))


@pytest.fixture(scope="module")
def ortsteile():
    with (RESOURCES / "places.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [
        PlaceRow(at, row["place"], row["municipality"], "", "", "", float(row["lat"]),
                 float(row["lon"]), member=True)
        for at, row in enumerate(rows, start=1)
    ]  # fmt: skip


def great_circle(a, b):
    """The angle between two points as vectors: another way to the haversine's result."""
    one, other = (
        np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])
        for lat, lon in ((math.radians(p.lat), math.radians(p.lon)) for p in (a, b))
    )
    return EARTH_KM * math.atan2(float(np.linalg.norm(np.cross(one, other))), float(one @ other))


def test_distances_are_the_haversine_over_all_ortsteile(ortsteile):
    assert len(ortsteile) >= 33
    table = PlaceTable.of(ortsteile).between(PlaceTable.of(ortsteile))
    for (i, a), (j, b) in itertools.product(enumerate(ortsteile), repeat=2):
        assert table[i, j] == pytest.approx(great_circle(a, b), abs=1e-3)
        assert table[i, j] == table[j, i] == kilometres(a.lat, a.lon, b.lat, b.lon)


def test_wished_terms_of_offers_are_counted_once(words):
    """A term both required and wished weighs as required, not twice."""
    terms = (OfferTermFact(31, TermRole.REQUIRED), OfferTermFact(31, TermRole.WISHED))
    rows = Offers.of([OfferFacts(1, "T", "V", terms=terms)], TermTable(words), AS_OF)
    assert rows.wanted.sum() == 2
