"""Combining: both sides to one score, words, order.

Per side a known criterion contributes weight · value, an unknown one half its weight; the score is
the harmonic mean of the two sides less the balance, so that the weaker side decides (both must
agree: Palomares et al. 2021).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching import criteria, gates
from ehrenamt_desktop.matching.arrays import Codes, Floats, Offers, People, taken
from ehrenamt_desktop.matching.meeting import CROSSING, PAIRING
from ehrenamt_desktop.model.matches import FitWord, Side
from ehrenamt_desktop.model.weighing import BALANCE, Weighing

VERY_GOOD_FROM = 0.75
GOOD_FROM = 0.55
ENOUGH_COVERAGE = 0.5
PIECE = 2048
"""Pairs that are weighed together."""
EXACT = 12
"""Decimals that decide the order: sums that differ by rounding alone are a tie."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How the office weighs: weights in `criteria.ORDER`, and the deduction for open proposals."""

    weights: tuple[float, ...] = tuple(Weighing().weights().values())
    balance: float = BALANCE

    @classmethod
    def of(cls, weighing: Weighing) -> Policy:
        """From what the office holds to be important."""
        return cls(tuple(weighing.weights().values()), weighing.balance)


@dataclass(frozen=True, slots=True)
class Scores:
    """A block of pairs, people × offers on the last two axes.

    `blocks` counts the gates that block; `values` has the criteria on its first axis.
    """

    answers: gates.Answers
    blocks: npt.NDArray[np.int8]
    values: Floats
    balance: Floats
    score: Floats
    km: Floats


def scores(people: People, offers: Offers, policy: Policy) -> Scores:
    """Gates, values and scores of a block; pairs do not depend on what else is in the block."""
    km = CROSSING.kilometres(people.places, offers.places)
    answers = gates.answers(people, offers, km)
    values = criteria.values(people, offers, km)
    score, balance = weigh(values, np.broadcast_to(offers.crowding[None, :], km.shape), policy)
    return Scores(
        answers, (answers == gates.BLOCK).sum(axis=0, dtype=np.int8), values, balance, score, km
    )


class PairScores:
    """The scores of single pairs, bit for bit those of `scores`; gates are not asked."""

    def __init__(self, people: People, offers: Offers, policy: Policy) -> None:
        self._people = replace(people, refuses=people.refuses[:, :0])
        self._offers = replace(offers, about=offers.about[:, :0])
        self._ways = people.places.between(offers.places)
        self._policy = policy

    def __call__(self, who: npt.NDArray[np.intp], whom: npt.NDArray[np.intp]) -> Floats:
        """The score of each pair of positions."""
        found = np.empty(len(who))
        for start in range(0, len(who), PIECE):
            at = slice(start, start + PIECE)
            people, offers = taken(self._people, who[at]), taken(self._offers, whom[at])
            km = self._ways[people.places.position, offers.places.position]
            values = criteria.values(people, offers, km, PAIRING)
            found[at], _ = weigh(values, offers.crowding, self._policy)
        return found


def weigh(values: Floats, crowding: Floats, policy: Policy) -> tuple[Floats, Floats]:
    """Score and deduction of pairs whose values are known already.

    Args:
        values: criteria (in `criteria.ORDER`) × pairs, NaN when unknown.
        crowding: open proposals per place wanted, pairs.
        policy: what is weighed with.
    """
    sides = {side: np.zeros(crowding.shape) for side in Side}
    for (side, _), weight, value in zip(criteria.ORDER, policy.weights, values, strict=True):
        sides[side] += weight * np.where(np.isnan(value), 0.5, value)
    balance = policy.balance * crowding
    total = sides[Side.PERSON] + sides[Side.OFFER]
    product = 2 * sides[Side.PERSON] * sides[Side.OFFER]
    mean = np.divide(product, total, out=np.zeros(crowding.shape), where=total > 0)
    return mean - balance, balance


def ranked(score: Floats) -> Floats:
    """Scores to the decimals that decide the order, so that a tie is one number."""
    return np.round(score, EXACT)


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

    def only(self, rows: npt.NDArray[np.intp]) -> Ties:
        """Those of some rows."""
        return Ties(self.last_proposed[rows], self.number[rows])

    def order(self, score: Floats, among: npt.NDArray[np.intp], top: int) -> list[int]:
        """The `top` best positions of `among`, best first."""
        rounded = ranked(score[among])
        if len(among) > top > 0:
            bar = np.partition(rounded, len(among) - top)[len(among) - top]
            among, rounded = among[rounded >= bar], rounded[rounded >= bar]
        order = np.lexsort((self.number[among], self.last_proposed[among], -rounded))
        best: list[int] = among[order][:top].tolist()
        return best
