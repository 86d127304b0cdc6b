"""Combining: both sides to one score, words, order.

Per side a known criterion contributes weight · value, an unknown one half its weight; the score is
the harmonic mean of the two sides less the balance, so that the weaker side decides (both must
agree: Palomares et al. 2021).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching import criteria, gates
from ehrenamt_desktop.matching.arrays import Codes, Floats, Offers, People
from ehrenamt_desktop.model.matches import Criterion, FitWord, Side

VERY_GOOD_FROM = 0.75
GOOD_FROM = 0.55
ENOUGH_COVERAGE = 0.5
BALANCE = 0.05
"""Deduction for one open proposal per place wanted (notes: λ small, e.g. 0.05)."""
_EXACT = 12
"""Decimals that decide the order: sums that differ by rounding alone are a tie."""


def side_criteria(side: Side) -> tuple[Criterion, ...]:
    """The criteria of a side in order of display."""
    return tuple(one for owner, one in criteria.ORDER if owner is side)


def equal_weights() -> tuple[float, ...]:
    """Equal weights per side, in `criteria.ORDER` (unit weights are robust: Dawes 1979)."""
    return tuple(1.0 / len(side_criteria(side)) for side, _ in criteria.ORDER)


def centroid_weights(order: Sequence[tuple[Side, Criterion]]) -> tuple[float, ...]:
    """Rank-order centroid weights, in `criteria.ORDER`, from the office's order.

    The k-th of n criteria of a side weighs (1/k + … + 1/n) / n (Barron & Barrett). Criteria the
    office left out follow in the order of display.
    """
    weights = dict.fromkeys(criteria.ORDER, 0.0)
    for side in Side:
        ranked = [one for one in dict.fromkeys((*order, *criteria.ORDER)) if one[0] is side]
        ranked = [one for one in ranked if one in weights]
        n = len(ranked)
        for k, one in enumerate(ranked, start=1):
            weights[one] = sum(1.0 / rank for rank in range(k, n + 1)) / n
    return tuple(weights.values())


@dataclass(frozen=True, slots=True)
class Policy:
    """How the office weighs: weights in `criteria.ORDER`, and the deduction for open proposals."""

    weights: tuple[float, ...] = field(default_factory=equal_weights)
    balance: float = BALANCE


@dataclass(frozen=True, slots=True)
class Scores:
    """A block of pairs, people × offers on the last two axes.

    `blocks` counts the gates that block; `values` has the criteria on its first axis.
    """

    answers: gates.Answers
    blocks: npt.NDArray[np.int64]
    values: Floats
    balance: Floats
    score: Floats
    km: Floats


def scores(people: People, offers: Offers, policy: Policy) -> Scores:
    """Gates, values and scores of a block; pairs do not depend on what else is in the block."""
    km = people.places.kilometres(offers.places)
    answers = gates.answers(people, offers, km)
    values = criteria.values(people, offers, km)
    sides = {side: np.zeros(km.shape) for side in Side}
    for (side, _), weight, value in zip(criteria.ORDER, policy.weights, values, strict=True):
        sides[side] += weight * np.where(np.isnan(value), 0.5, value)
    balance = np.broadcast_to(policy.balance * offers.crowding[None, :], km.shape)
    total = sides[Side.PERSON] + sides[Side.OFFER]
    product = 2 * sides[Side.PERSON] * sides[Side.OFFER]
    mean = np.divide(product, total, out=np.zeros(km.shape), where=total > 0)
    return Scores(
        answers, (answers == gates.BLOCK).sum(axis=0), values, balance, mean - balance, km
    )


def harmonic(one: float, other: float) -> float:
    """The harmonic mean of two values from 0 to 1; 0 when both are 0."""
    return 2 * one * other / (one + other) if one + other > 0 else 0.0


def word(score: float, coverage: float) -> FitWord:
    """The word for a score; too little when a side knows less than half of its weight."""
    if coverage < ENOUGH_COVERAGE:
        return FitWord.TOO_LITTLE
    if score >= VERY_GOOD_FROM:
        return FitWord.VERY_GOOD
    return FitWord.GOOD if score >= GOOD_FROM else FitWord.PARTLY


@dataclass(frozen=True, slots=True)
class Ties:
    """What decides between equal scores: longest not proposed, never first; then the number."""

    last_proposed: Codes
    number: Codes

    @classmethod
    def of(cls, rows: Sequence[tuple[dt.date | None, int]]) -> Ties:
        """From the day of the last proposal and the number of each row."""
        return cls(
            np.array([0 if day is None else day.toordinal() for day, _ in rows], dtype=np.int64),
            np.array([number for _, number in rows], dtype=np.int64),
        )

    def order(self, score: Floats, among: npt.NDArray[np.intp], top: int) -> list[int]:
        """The `top` best positions of `among`, best first."""
        rounded = np.round(score[among], _EXACT)
        if len(among) > top > 0:
            bar = np.partition(rounded, len(among) - top)[len(among) - top]
            among, rounded = among[rounded >= bar], rounded[rounded >= bar]
        ranked = np.lexsort((self.number[among], self.last_proposed[among], -rounded))
        return [int(at) for at in among[ranked][:top]]
