"""Weights from an order: those of the literature, sums of one, and moves that only move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.matches import Criterion, Side
from ehrenamt_desktop.model.weighing import CRITERIA, Balance, Weighing, centroid

orders = st.permutations(CRITERIA).map(lambda order: Weighing(tuple(order)))


def test_rank_order_centroids_are_those_of_the_literature():
    steep = [0.370, 0.228, 0.156, 0.109, 0.073, 0.044, 0.020]
    assert centroid(7) == pytest.approx(steep, abs=0.001)


@given(st.one_of(st.just(Weighing()), orders))
def test_the_weights_of_a_side_sum_to_one_and_follow_the_order(weighing):
    weights = weighing.weights()
    assert tuple(weights) == CRITERIA
    for side in Side:
        shares = [weights[side, one] for one in weighing.of_side(side)]
        assert sum(shares) == pytest.approx(1.0)
        assert shares == sorted(shares, reverse=True)
        assert weighing.is_ranked is (len(set(shares)) > 1)


@given(orders, st.sampled_from(Side), st.integers(0, 4), st.integers(0, 4))
def test_a_move_puts_one_criterion_elsewhere_and_back(weighing, side, at, to):
    moved = weighing.moved(side, at, to)
    assert moved.is_whole
    assert moved.of_side(side)[to] == weighing.of_side(side)[at]
    other = next(one for one in Side if one is not side)
    assert moved.of_side(other) == weighing.of_side(other)
    assert moved.moved(side, to, at) == weighing.ranked()


def test_ranking_and_levelling():
    assert Weighing().ranked().order == CRITERIA
    assert Weighing().ranked().levelled() == Weighing()
    assert Weighing().moved(Side.OFFER, 4, 0).of_side(Side.OFFER)[0] is Criterion.START


def test_words():
    assert Weighing().words == "Alle gleich wichtig"
    assert Weighing().moved(Side.PERSON, 3, 0).words == (
        "Zuerst Zeit (Person) und Voraussetzungen (Initiative)"
    )
    assert [Weighing(balance=one).balance_words for one in (0.0, 0.05, 0.1, 0.125)] == [
        "aus", "schwach (0,05)", "mittel (0,1)", "eigener Wert (0,125)",
    ]  # fmt: skip
    assert Balance.of(0.05) is Balance.SLIGHT
