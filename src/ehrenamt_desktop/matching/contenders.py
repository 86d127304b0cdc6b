"""Who may be among the best of a list, and who is, when pairs come in piece by piece."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching.arrays import Floats, Marks
from ehrenamt_desktop.matching.aspects import Positions
from ehrenamt_desktop.matching.folding import FAR_BELOW, SLACK
from ehrenamt_desktop.matching.ranking import EXACT, Ties

LEAST = FAR_BELOW / np.float32(-2)
"""Below every score, and above those of pairs that a gate blocks."""


def bars(kth: Marks) -> Marks:
    """What a rough score must reach if these are the rough scores of the k-th best."""
    found: Marks = np.maximum(kth - np.float32(2 * SLACK), LEAST)
    return found


class Contenders:
    """Those of each list who may still be among its `k` best, by rough scores.

    `bar` holds what a score must reach; it only rises, so that an old one lets in too many, never
    too few.
    """

    def __init__(self, lists: int, k: int) -> None:
        self.bar: Marks = np.full(lists, LEAST, dtype=np.float32)
        self._k = k
        self._room = max(lists * k, 1)
        self._waiting = 0
        none = np.zeros(0, dtype=np.intp)
        self._parts: list[tuple[Positions, Positions, Marks]] = [
            (none, none, np.zeros(0, dtype=np.float32))
        ]

    def add(self, list_: Positions, other: Positions, score: Marks) -> None:
        """Let some in, and raise the bars now and then."""
        self._parts.append((list_, other, score))
        self._waiting += len(list_)
        if self._waiting > self._room:
            self.settle()

    def settle(self) -> tuple[Positions, Positions]:
        """Those who are left: the list and the other of each, list by list."""
        list_, other, score = (np.concatenate(one) for one in zip(*self._parts, strict=True))
        order = np.argsort(list_ * np.int64(1 << 32) - _rising(score))
        list_, other, score = list_[order], other[order], score[order]
        last = _rank(list_) == self._k - 1
        self.bar[list_[last]] = np.maximum(self.bar[list_[last]], bars(score[last]))
        kept = score >= self.bar[list_]
        self._parts = [(list_[kept], other[kept], score[kept])]
        self._waiting = 0
        return list_[kept], other[kept]


def best_each(
    list_: Positions, other: Positions, score: Floats, ties: Ties, k: int
) -> tuple[Positions, Positions, npt.NDArray[np.intp]]:
    """The `k` best of each list in the order of `Ties.order`: which pairs, and their ranks from 0.

    Args:
        list_: whose list each pair belongs to.
        other: whom it offers there.
        score: the exact score.
        ties: of the others.
        k: rows of a list.

    Returns:
        For each pair that is left its list, its rank and its position in the arguments.
    """
    rounded = -np.round(score, EXACT)
    order = np.lexsort((ties.number[other], ties.last_proposed[other], rounded, list_))
    rank = _rank(list_[order])
    kept = rank < k
    return list_[order][kept], rank[kept], order[kept]


def _rank(list_: Positions) -> Positions:
    """The place of each row among those of its list; the rows lie list by list."""
    at = np.arange(len(list_))
    new = np.ones(len(list_), dtype=bool)
    new[1:] = list_[1:] != list_[:-1]
    return at - np.maximum.accumulate(np.where(new, at, 0))


def _rising(score: Marks) -> npt.NDArray[np.int64]:
    """Whole numbers in the order of the scores, within ± 2³¹."""
    bits = score.view(np.int32)
    return np.where(bits < 0, bits ^ np.int32(0x7FFFFFFF), bits).astype(np.int64)
