"""What depends on few facts is answered once for each kind of row, not once for each pair.

Ten thousand people live in forty places and name a dozen limits: the way between a person and an
offer is one of some thousand, and a table of those is handed out row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching.arrays import Offers, People, taken

Positions = npt.NDArray[np.intp]
Table = npt.NDArray[Any]
Answering = Callable[[People, Offers], Table]
"""A rule that answers for people × offers."""

SHARED_BYTES = 16 * 2**20
"""Up to this size the answers of an aspect are kept for everybody, else made for each chunk."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Rows that are alike in some facts: the first of each kind, and the kind of each row."""

    first: Positions
    of: Positions

    @classmethod
    def among(cls, *facts: Table) -> Kinds:
        """The kinds of rows by facts, each an array with one row per record; unknowns are alike.

        Tables of marks are zeros and ones.
        """
        tables = [np.packbits(one > 0, axis=1) if one.ndim > 1 and one.dtype == np.float32 else one
                  for one in facts]  # fmt: skip
        parts = [np.ascontiguousarray(one).reshape(len(one), -1) for one in tables if one.size]
        if not parts:
            return cls(np.zeros(1, dtype=np.intp), np.zeros(len(facts[0]), dtype=np.intp))
        raw = np.ascontiguousarray(np.hstack([one.view(np.uint8) for one in parts]))
        seen: dict[object, int] = {}
        rows = raw.view(np.dtype((np.void, raw.shape[1]))).ravel().tolist()
        of = np.array([seen.setdefault(row, len(seen)) for row in rows], dtype=np.intp)
        first = np.zeros(len(seen), dtype=np.intp)
        first[of[::-1]] = np.arange(len(of) - 1, -1, -1)
        return cls(first, of)


@dataclass(frozen=True, slots=True)
class Slice:
    """The answers of an aspect for some people: rows by kind × all offers, and each one's row."""

    rows: Table
    of: Positions


class Aspect:
    """One rule, answered for kinds of people × kinds of offers.

    Args:
        people: everybody.
        offers: all offers.
        mine: the facts of people the rule looks at.
        theirs: the facts of offers it looks at; without any it answers for each offer.
        rule: the rule.
        kind: the type the answers are kept in.
    """

    def __init__(
        self,
        people: People,
        offers: Offers,
        mine: Kinds,
        theirs: Kinds | None,
        rule: Answering,
        kind: type,
    ) -> None:
        self._people, self._mine, self._theirs = people, mine, theirs
        self._offers = offers if theirs is None else taken(offers, theirs.first)
        self._rule, self._kind = rule, kind
        size = len(mine.first) * len(offers.open) * np.dtype(kind).itemsize
        self._shared = self._answers(mine.first) if size <= SHARED_BYTES else None

    def chunk(self, rows: Positions) -> Slice:
        """The answers for some people."""
        if self._shared is not None:
            return Slice(self._shared, self._mine.of[rows])
        kinds, of = np.unique(self._mine.of[rows], return_inverse=True)
        return Slice(self._answers(self._mine.first[kinds]), of)

    def _answers(self, first: Positions) -> Table:
        found: Table = self._rule(taken(self._people, first), self._offers).astype(self._kind)
        if self._theirs is None:
            return found
        return np.take(found, self._theirs.of, axis=1, mode="clip")


def hand_out(source: Slice, at: slice, out: Table) -> Table:
    """The rows of some people of a chunk, written to `out`."""
    return np.take(source.rows, source.of[at], axis=0, out=out, mode="clip")


def known_or_half(values: Table, weight: float) -> Table:
    """What criteria contribute: weight · value, half the weight where the value is unknown."""
    found: Table = weight * np.where(np.isnan(values), 0.5, values)
    return found


def keyed(side: People | Offers, names: Sequence[str]) -> Kinds:
    """The kinds of a side by the facts of these names; `places` means the place."""
    return Kinds.among(
        *(side.places.position if name == "places" else getattr(side, name) for name in names)
    )
