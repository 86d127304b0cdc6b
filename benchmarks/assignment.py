"""Giving 10,000 people the places of 3,000 offers, beside one after another and a dense solver."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.matching_crowd import AS_OF, MatchingCrowd, words
from benchmarks.results import Result, median_ms, result, say
from ehrenamt_desktop.matching.assignment import STEP, Edges, assign, greedy
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.matching.office_lists import OfficeLists, make_lists
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.progress import QUIET

PEOPLE, OFFERS = 10_000, 3_000
FEW = 5
"""A part of people and offers small enough for the dense table: one in so many."""


def run() -> list[Result]:
    """The whole office, then a fifth of it both ways."""
    vocabulary = words()
    crowd = MatchingCrowd(vocabulary)
    people, offers = crowd.people(PEOPLE), crowd.offers(OFFERS)
    setting = Setting(vocabulary, AS_OF)
    lists = _lists(people, offers, setting)
    ours = median_ms(lambda: assign(lists.edges, lists.places))
    theirs = median_ms(lambda: greedy(lists.edges, lists.places))
    best, plain = assign(lists.edges, lists.places), greedy(lists.edges, lists.places)
    some = _lists(people[::FEW], offers[::FEW], setting)
    few = median_ms(lambda: assign(some.edges, some.places))
    begun = time.perf_counter()
    placed, total = _dense(some.edges, some.places)
    dense = (time.perf_counter() - begun) * 1000
    found = assign(some.edges, some.places)
    if len(found) != placed or abs(found.total - total) > STEP * placed:
        raise AssertionError((len(found), placed, found.total, total))
    say(f"{len(lists.edges)} pairs, {sum(lists.places.values())} places")
    return [
        result(
            "assignment of 10,000 people to 3,000 offers", ours / 1000,
            f"one after another {theirs:.0f} ms", ours / theirs,
        ),
        result(
            "people placed beside one after another", len(best) / len(plain),
            f"{len(best)} beside {len(plain)}", len(best) / len(plain),
        ),
        result(
            "assignment of 2,000 to 600 beside a dense table", dense / few,
            f"linear_sum_assignment {dense:.0f} ms, the same result", few / dense,
        ),
    ]  # fmt: skip


def _lists(
    people: Sequence[PersonFacts], offers: Sequence[OfferFacts], setting: Setting
) -> OfficeLists:
    agreed = [one.number for one in people]
    return make_lists(people, offers, (), agreed, setting, QUIET)


def _dense(edges: Edges, places: Mapping[int, int]) -> tuple[int, float]:
    """People placed and sum of scores by the dense solver, each place a column."""
    people, row = np.unique(edges.person, return_inverse=True)
    seats = [number for number, free in places.items() for _ in range(free)]
    columns: dict[int, list[int]] = {}
    for at, number in enumerate(seats):
        columns.setdefault(number, []).append(at)
    gain = np.full((len(people), len(seats)), -1.0)
    for who, what, score in zip(row, edges.offer.tolist(), edges.score, strict=True):
        gain[who, columns[what]] = len(people) + score
    chosen = gain[linear_sum_assignment(gain, maximize=True)]
    real = chosen[chosen > 0]
    return len(real), float((real - len(people)).sum())
