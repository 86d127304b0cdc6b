"""Who gets which offer when all ask at once: exact, with places, ties settled the same way always.

First as many people as possible get an offer, then the sum of the scores is as high as it can be:
what a coordinator expects, since a person left without an offer weighs more for the office than
somewhat better pairs of others. Where even that is equal, people nobody proposed anything to yet
come first. Scores count in whole steps (a millionth; coarser only beyond some 30,000 places), so
that sums are exact and the optimum is one.

The places of an offer become columns of a sparse table, "nobody" a dear column of each row; scipy's
sparse Jonker-Volgenant finds the cheapest full assignment of the rows, which are the people or the
places, whichever are fewer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from ehrenamt_desktop.matching.arrays import Codes, Flags, Floats

STEP = 1e-6
"""Scores that differ by less count as equal."""
_EXACT = 2.0**51
"""Whole numbers up to here, and sums of a few of them, are exact in double precision."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Possible pairs, each at most once: numbers of person and offer, and the score.

    They stand in the order of their numbers, so that nothing depends on the order they came in.
    """

    person: Codes
    offer: Codes
    score: Floats

    @classmethod
    def of(
        cls,
        person: npt.NDArray[np.integer],
        offer: npt.NDArray[np.integer],
        score: npt.NDArray[np.floating],
    ) -> Edges:
        """Puts pairs in order; of a pair named twice one stays."""
        order = np.lexsort((-score, offer, person))
        people, offers = person[order].astype(np.int64), offer[order].astype(np.int64)
        first: Flags = np.ones(len(people), dtype=bool)
        first[1:] = (people[1:] != people[:-1]) | (offers[1:] != offers[:-1])
        return cls(people[first], offers[first], score[order][first].astype(np.float64))

    def __len__(self) -> int:
        return len(self.person)

    def keep(self, chosen: Flags) -> Edges:
        """The chosen ones."""
        return Edges(self.person[chosen], self.offer[chosen], self.score[chosen])

    def without(self, pairs: Collection[tuple[int, int]]) -> Edges:
        """All but these pairs of person and offer."""
        if not pairs:
            return self
        refused = np.array(sorted(pairs), dtype=np.int64)
        span = int(max(self.offer.max(initial=0), refused[:, 1].max())) + 1
        return self.keep(
            ~np.isin(self.person * span + self.offer, refused[:, 0] * span + refused[:, 1])
        )


@dataclass(frozen=True, slots=True)
class Assigned:
    """Pairs of person and offer, by the person's number, and the sum of their scores."""

    pairs: tuple[tuple[int, int], ...]
    total: float

    def __len__(self) -> int:
        return len(self.pairs)


def assign(
    edges: Edges,
    places: Mapping[int, int],
    unproposed: Collection[int] = (),
    fixed: Mapping[int, int] | None = None,
) -> Assigned:
    """The best assignment: most people placed, then the highest sum of scores.

    Args:
        edges: possible pairs.
        places: free places by number of the offer; offers left out have none.
        unproposed: people nobody proposed anything to yet; they come first among equals.
        fixed: offers by person that are given already; each takes a place.
    """
    held = dict(fixed or {})
    rest = _free(edges, places, held)
    at = _solve(rest, _left(places, held), unproposed) if len(rest) else np.array([], dtype=int)
    found = {int(rest.person[i]): int(rest.offer[i]) for i in at}
    return assigned(edges, {**held, **found})


def greedy(
    edges: Edges, places: Mapping[int, int], fixed: Mapping[int, int] | None = None
) -> Assigned:
    """What taking one person after another reaches: each gets the best offer still free."""
    held = dict(fixed or {})
    left = _left(places, held)
    rest = _free(edges, places, held)
    order = np.lexsort((rest.offer, -rest.score, rest.person))
    found = dict(held)
    pairs = zip(rest.person[order].tolist(), rest.offer[order].tolist(), strict=True)
    for person, offer in pairs:
        if person not in found and left[offer] > 0:
            found[person] = offer
            left[offer] -= 1
    return assigned(edges, found)


def assigned(edges: Edges, found: Mapping[int, int]) -> Assigned:
    """The pairs with their sum; pairs that are no edge add nothing to it."""
    chosen = np.array([found.get(one, 0) for one in edges.person.tolist()], dtype=np.int64)
    total = float(edges.score[chosen == edges.offer].sum())
    return Assigned(tuple(sorted(found.items())), total)


def _left(places: Mapping[int, int], held: Mapping[int, int]) -> dict[int, int]:
    """The places not given away yet."""
    left = dict(places)
    for offer in held.values():
        left[offer] = left.get(offer, 0) - 1
    return left


def _free(edges: Edges, places: Mapping[int, int], held: Mapping[int, int]) -> Edges:
    """The pairs that can still be made."""
    left = _left(places, held)
    open_offers = [number for number, free in left.items() if free > 0]
    return edges.keep(np.isin(edges.offer, open_offers) & ~np.isin(edges.person, list(held)))


def _solve(
    edges: Edges, places: Mapping[int, int], unproposed: Collection[int]
) -> npt.NDArray[np.int64]:
    """Positions of the edges of the best assignment; every offer named has a place."""
    people, person = np.unique(edges.person, return_inverse=True)
    edge, slot, slots = _expand(edges.offer, places)
    rows, columns, height, width = person[edge], slot, len(people), slots
    if slots < len(people):
        rows, columns, height, width = columns, rows, slots, len(people)
    gain = _gains(edges, min(height, width), np.isin(edges.person, list(unproposed)))[edge]
    top = float(gain.max())
    nobody = (top + 1) * (min(height, width) + 1)
    table = csr_array(
        (
            np.concatenate([top - gain + 1, np.full(height, nobody)]),
            (
                np.concatenate([rows, np.arange(height)]),
                np.concatenate([columns, width + np.arange(height)]),
            ),
        ),
        shape=(height, width + height),
    )
    chosen_rows, chosen_columns = min_weight_full_bipartite_matching(table)
    real = chosen_columns < width
    wanted = chosen_rows[real].astype(np.int64) * width + chosen_columns[real]
    return edge[np.isin(rows.astype(np.int64) * width + columns, wanted)]


def _expand(offer: Codes, places: Mapping[int, int]) -> tuple[Codes, Codes, int]:
    """One column for each place; where places abound, one for each edge of the offer.

    Returns:
        The edge of each entry, the column of each entry, and the number of columns.
    """
    offers, which, wanted = np.unique(offer, return_inverse=True, return_counts=True)
    free = np.array([places[number] for number in offers.tolist()], dtype=np.int64)
    scarce = free < wanted
    columns = np.minimum(free, wanted)
    start = np.concatenate([[0], np.cumsum(columns)])
    order = np.argsort(which, kind="stable")
    nth = np.empty(len(offer), dtype=np.int64)
    nth[order] = np.arange(len(offer)) - np.repeat(np.cumsum(wanted) - wanted, wanted)
    copies = np.where(scarce, columns, 1)[which]
    edge = np.repeat(np.arange(len(offer)), copies)
    copy = np.arange(len(edge)) - np.repeat(np.cumsum(copies) - copies, copies)
    slot = start[which[edge]] + np.where(scarce[which[edge]], copy, nth[edge])
    return edge, slot, int(start[-1])


def _gains(edges: Edges, most: int, unproposed: Flags) -> Floats:
    """Whole numbers whose sums order assignments by score, then by people who waited.

    Args:
        edges: possible pairs.
        most: how many pairs there can be at most.
        unproposed: whether nothing was proposed yet to the person of each edge.
    """
    least = float(edges.score.min())
    spread = float(edges.score.max()) - least
    steps = 1 / STEP if spread <= 0 else min(1 / STEP, _EXACT / (most + 1) ** 2 / spread / 4)
    gains: Floats = np.round((edges.score - least) * steps) * (most + 1) + unproposed
    return gains
