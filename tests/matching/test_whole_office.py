"""The lists of the whole office are those of every single record."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.matching import aspects, gates, whole
from ehrenamt_desktop.matching.arrays import Offers, People, TermTable
from ehrenamt_desktop.matching.lists import Setting, offers_for, people_for
from ehrenamt_desktop.matching.ranking import Policy, scores
from ehrenamt_desktop.matching.whole import top_lists
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts

AS_OF = dt.date(2026, 11, 22)
POLICIES = (
    Policy(),
    Policy(balance=0.0),
    Policy((0.6, 0.1, 0.1, 0.1, 0.05, 0.05, 0.0, 0.0, 0.2, 0.3, 0.1, 0.4), balance=0.2),
)
FIXTURE_STAYS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def numbered(rows):
    return [replace(row, number=at) for at, row in enumerate(rows, start=1)]


people_lists = st.lists(st.from_type(PersonFacts), min_size=1, max_size=7).map(numbered)
offer_lists = st.lists(st.from_type(OfferFacts), min_size=1, max_size=8).map(numbered)


@pytest.fixture(params=["at once", "piece by piece"])
def cut(request, monkeypatch):
    """Everything in one block, or in small ones and with nothing shared between chunks."""
    if request.param == "piece by piece":
        monkeypatch.setattr(whole, "CHUNK", 2)
        monkeypatch.setattr(whole, "PAIRS", 3)
        monkeypatch.setattr(aspects, "SHARED_BYTES", 0)


def listed(side, at, rows):
    """Number and score of each row of a list."""
    pairs = zip(side.others[at], side.scores[at], strict=True)
    return [(rows[other].number, float(score)) for other, score in pairs if other >= 0]


@pytest.mark.usefixtures("cut")
@FIXTURE_STAYS
@given(people_lists, offer_lists, st.sampled_from(POLICIES), st.integers(1, 9), st.integers(1, 3))
def test_each_list_is_the_one_of_the_single_record(
    words, some_people, some_offers, policy, k, threads
):
    setting = Setting(words, AS_OF, policy)
    found = top_lists(some_people, some_offers, setting, k, threads=threads)
    for at, person in enumerate(some_people):
        single = offers_for(person, some_offers, setting, top=k)
        rows = [(one.number, pytest.approx(one.score, abs=1e-12)) for one in single.matches]
        assert listed(found.people, at, some_offers) == rows
        assert found.people.obstacles.possible[at] == single.total
    for at, offer in enumerate(some_offers):
        single = people_for(offer, some_people, setting, top=k)
        rows = [(one.number, pytest.approx(one.score, abs=1e-12)) for one in single.matches]
        assert listed(found.offers, at, some_people) == rows


@pytest.mark.usefixtures("cut")
@FIXTURE_STAYS
@given(people_lists, offer_lists)
def test_what_stands_in_the_way_is_counted_gate_by_gate(words, some_people, some_offers):
    found = top_lists(some_people, some_offers, Setting(words, AS_OF))
    table = TermTable(words)
    plain = scores(
        People.of(some_people, table, AS_OF), Offers.of(some_offers, table, AS_OF), Policy()
    )
    blocked = plain.answers == gates.BLOCK
    alone = blocked & (plain.blocks == 1)
    for side, axis in ((found.people, 2), (found.offers, 1)):
        assert (side.obstacles.blocked == blocked.sum(axis=axis).T).all()
        assert (side.obstacles.alone == alone.sum(axis=axis).T).all()
        assert (side.obstacles.possible == (plain.blocks == 0).sum(axis=axis - 1)).all()


@pytest.mark.usefixtures("cut")
@FIXTURE_STAYS
@given(people_lists, offer_lists, st.sets(st.tuples(st.integers(1, 7), st.integers(1, 8))))
def test_pairs_kept_apart_count_nowhere(words, some_people, some_offers, apart):
    setting = Setting(words, AS_OF)
    found = top_lists(some_people, some_offers, setting, 8, apart=apart)
    for at, person in enumerate(some_people):
        others = [one for one in some_offers if (person.number, one.number) not in apart]
        single = offers_for(person, others, setting, top=8)
        rows = [(one.number, pytest.approx(one.score, abs=1e-12)) for one in single.matches]
        assert listed(found.people, at, some_offers) == rows
        assert found.people.obstacles.possible[at] == single.total
        assert found.people.obstacles.alone[at].sum() == single.near_total


def crowd(chance, size):
    """Many who differ in a few things only, so that ties abound."""
    grids = (0, 0b111, 0b111000, 0b1)
    people = [
        PersonFacts(
            number, "A", "A", time_grid=chance.choice(grids), max_km=chance.choice((None, 5.0)),
            last_proposed_on=chance.choice((None, AS_OF)),
        )
        for number in range(1, size + 1)
    ]  # fmt: skip
    offers = [
        OfferFacts(
            number, "T", "V", time_grid=chance.choice(grids), hours_per_week=2.0,
            open_proposals=chance.choice((0, 0, 1)), fit_youth=True,
        )
        for number in range(1, size + 1)
    ]  # fmt: skip
    return people, offers


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_ties_of_many_are_decided_as_in_the_single_list(words, chance):
    some_people, some_offers = crowd(chance, 150)
    setting = Setting(words, AS_OF)
    found = top_lists(some_people, some_offers, setting, 20)
    for at in range(0, 150, 11):
        single = offers_for(some_people[at], some_offers, setting, top=20)
        rows = [other for other in found.people.others[at] if other >= 0]
        assert [some_offers[one].number for one in rows] == [m.number for m in single.matches]
        single = people_for(some_offers[at], some_people, setting, top=20)
        rows = [other for other in found.offers.others[at] if other >= 0]
        assert [some_people[one].number for one in rows] == [m.number for m in single.matches]


def test_an_office_without_offers_has_empty_lists(words):
    found = top_lists([PersonFacts(1, "A", "A")], [], Setting(words, AS_OF), 3)
    assert found.people.others.tolist() == [[-1, -1, -1]]
    assert np.isnan(found.people.scores).all()
    assert found.offers.others.shape == (0, 3)


class Watcher:
    """Notes what it is told and stops after so many steps."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_after = stop_after

    def step(self, done: int, total: int, text: str = "") -> None:
        self.steps.append((done, total))
        if self._stop_after is not None and len(self.steps) > self._stop_after:
            raise Cancelled


def test_progress_rises_to_the_number_of_people_and_can_stop(words, monkeypatch):
    monkeypatch.setattr(whole, "CHUNK", 2)
    some_people = [PersonFacts(number, "A", "A") for number in range(1, 8)]
    some_offers = [OfferFacts(number, "T", "V") for number in range(1, 4)]
    watcher = Watcher()
    top_lists(some_people, some_offers, Setting(words, AS_OF), progress=watcher)
    done = [one for one, _ in watcher.steps]
    assert done == sorted(done)
    assert (watcher.steps[0], watcher.steps[-1]) == ((0, 7), (7, 7))
    with pytest.raises(Cancelled):
        top_lists(some_people, some_offers, Setting(words, AS_OF), progress=Watcher(1))
