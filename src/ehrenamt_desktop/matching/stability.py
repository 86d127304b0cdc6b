"""How firm the order of a list is: it is made again under a fixed set of other weights.

Each criterion in turn counts somewhat less and somewhat more (`FACTORS`); the weights of its side
are brought back to a sum of 1. A row stands firm when its place is the same under all of them.
No chance is involved: the same list always gives the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching.arrays import Floats
from ehrenamt_desktop.matching.criteria import ORDER
from ehrenamt_desktop.matching.ranking import Policy, Ties
from ehrenamt_desktop.model.matches import Side

FACTORS = (0.75, 1.25)
"""A criterion counts a quarter less, then a quarter more: somewhat less than a step of rank in the
middle of seven by rank-order centroids (0.156 to 0.109)."""

FIRM = (
    "Reihenfolge sicher: Der Platz bleibt, auch wenn ein Kriterium um ein Viertel mehr oder "
    "weniger zählt."
)


@dataclass(frozen=True, slots=True)
class Firmness:
    """Whether a row keeps its place, and in a sentence what moves it farthest."""

    stable: bool
    sentence: str


def variations(policy: Policy) -> tuple[Policy, ...]:
    """The policies that are tried: two for each criterion, in `criteria.ORDER`."""
    return tuple(
        Policy(_changed(policy.weights, at, factor), policy.balance)
        for at in range(len(ORDER))
        for factor in FACTORS
    )


def firmness(
    values: Floats,
    crowding: Floats,
    ties: Ties,
    policy: Policy,
    ranked: Sequence[int],
    shown: Sequence[int],
) -> list[Firmness]:
    """How firm the places of the shown rows are.

    Args:
        values: criteria × pairs, as for `ranking.weigh`.
        crowding: open proposals per place wanted, pairs.
        ties: what decides between equal scores.
        policy: the weights of the list.
        ranked: positions of all possible pairs, best first.
        shown: the numbers of the rows to judge, all of them possible.
    """
    among = np.array(ranked, dtype=np.intp)
    own = Ties(ties.last_proposed[among], ties.number[among])
    place_of = {number: place for place, number in enumerate(own.number.tolist())}
    before = np.array([place_of[number] for number in shown], dtype=np.intp)
    scores = _scores(values[:, among], policy.balance * crowding[among], variations(policy))
    places = np.array([_places(one, own, before) for one in scores])
    return [_judged(places[:, i], at) for i, at in enumerate(before.tolist())]


def _scores(values: Floats, balance: Floats, policies: Sequence[Policy]) -> Iterator[Floats]:
    """The scores of some pairs under each policy, as `ranking.weigh` has them."""
    filled = np.where(np.isnan(values), 0.5, values)
    person = np.array([side is Side.PERSON for side, _ in ORDER])
    wished, wanted = filled[person], filled[~person]
    for policy in policies:
        weights = np.array(policy.weights)
        mine, theirs = weights[person] @ wished, weights[~person] @ wanted
        total = mine + theirs
        mean = np.divide(2 * mine * theirs, total, out=np.zeros(total.shape), where=total > 0)
        yield mean - balance


def _changed(weights: Sequence[float], at: int, factor: float) -> tuple[float, ...]:
    side = ORDER[at][0]
    changed = [one * factor if i == at else one for i, one in enumerate(weights)]
    whole = sum(one for (owner, _), one in zip(ORDER, changed, strict=True) if owner is side)
    return tuple(
        one / whole if owner is side else one
        for (owner, _), one in zip(ORDER, changed, strict=True)
    )


def _places(score: Floats, ties: Ties, shown: npt.NDArray[np.intp]) -> list[int]:
    """The places of the shown positions, counted from 0; only what reaches them is ordered."""
    if not len(shown):
        return []
    ahead = np.flatnonzero(score >= score[shown].min() - 1e-9)
    order = ties.order(score, ahead, len(ahead))
    place = {at: number for number, at in enumerate(order)}
    return [place[at] for at in shown.tolist()]


def _judged(places: npt.NDArray[np.intp], at: int) -> Firmness:
    moves = np.abs(places - at)
    if not moves.any():
        return Firmness(stable=True, sentence=FIRM)
    farthest = int(moves.argmax())
    side, criterion = ORDER[farthest // len(FACTORS)]
    more = "mehr" if FACTORS[farthest % len(FACTORS)] > 1 else "weniger"
    sentence = (
        f"Reihenfolge knapp: Zählt „{criterion.label}“ ({side.short}) etwas {more}, wird aus "
        f"Platz {at + 1} Platz {int(places[farthest]) + 1}."
    )
    return Firmness(stable=False, sentence=sentence)
