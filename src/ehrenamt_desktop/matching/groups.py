"""A day with a group: who goes where when some must not be together, exact.

The same order of wishes as in `assignment`: most people placed, then the highest sum of scores. Two
people that exclude each other turn the task into one for whole-number programming (HiGHS through
scipy); without them, or where the plain optimum keeps them apart already, it is not asked.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

from ehrenamt_desktop.matching.arrays import Floats
from ehrenamt_desktop.matching.assignment import Assigned, Edges, assign, assigned
from ehrenamt_desktop.model.progress import QUIET, Progress

SECONDS = 20.0
"""How long an event may be computed."""
LOOK_UP = 0.1
"""Seconds between two looks at whether to stop."""
_OPTIMAL = 0
_SURE = 0.5
"""Above it a variable of the solution counts as one."""

Apart = Collection[tuple[int, int]]
"""Pairs of people who must not get the same offer."""


@dataclass(frozen=True, slots=True)
class GroupAssigned:
    """The assignment of a group, and whether it is sure that none is better."""

    assigned: Assigned
    exact: bool


def assign_group(
    edges: Edges,
    places: Mapping[int, int],
    apart: Apart,
    seconds: float = SECONDS,
    progress: Progress = QUIET,
) -> GroupAssigned:
    """The best assignment that keeps pairs apart.

    Args:
        edges: possible pairs of person and offer.
        places: free places by number of the offer; offers left out have none.
        apart: pairs of people who must not get the same offer.
        seconds: after so long the best one found so far is taken.
        progress: told how long it computes, several times a second.

    Raises:
        Cancelled: the user stopped.
    """
    plain = assign(edges, places)
    if together(plain, apart) == 0:
        return GroupAssigned(plain, exact=True)
    rows = edges.keep(np.array([places.get(one, 0) > 0 for one in edges.offer.tolist()]))
    watch = _Watch(progress, seconds)
    limits = _limits(rows, places, apart)
    start = greedy_group(edges, places, apart)
    most = watch.solve(np.ones(len(rows)), limits, seconds)
    placed = len(start) if most.x is None else max(len(start), round(-most.fun))
    everyone = LinearConstraint(np.ones((1, len(rows))), lb=placed)
    left = max(0.5, seconds - watch.elapsed)
    best = watch.solve(rows.score - rows.score.min() + 1, [*limits, everyone], left)
    exact = most.status == _OPTIMAL and best.status == _OPTIMAL
    found = [_pairs(rows, one) for one in (best, most) if one.x is not None]
    choices = [start, *(assigned(edges, one) for one in found)]
    return GroupAssigned(max(choices, key=lambda one: (len(one), one.total)), exact)


def greedy_group(edges: Edges, places: Mapping[int, int], apart: Apart) -> Assigned:
    """What taking one person after another reaches, pairs kept apart."""
    left = dict(places)
    others = _others(apart)
    found: dict[int, int] = {}
    order = np.lexsort((edges.offer, -edges.score, edges.person))
    pairs = zip(edges.person[order].tolist(), edges.offer[order].tolist(), strict=True)
    for person, offer in pairs:
        alone = all(found.get(other) != offer for other in others[person])
        if person not in found and left.get(offer, 0) > 0 and alone:
            found[person] = offer
            left[offer] -= 1
    return assigned(edges, found)


def together(found: Assigned, apart: Apart) -> int:
    """How many pairs that exclude each other have the same offer."""
    offers = dict(found.pairs)
    return sum(offers.get(one, 0) == offers.get(other, -1) for one, other in apart)


def _others(apart: Apart) -> dict[int, set[int]]:
    others: dict[int, set[int]] = defaultdict(set)
    for one, other in apart:
        others[one].add(other)
        others[other].add(one)
    return others


def _limits(edges: Edges, places: Mapping[int, int], apart: Apart) -> list[LinearConstraint]:
    """One offer each, no more people than places, no two that exclude each other."""
    people, person = np.unique(edges.person, return_inverse=True)
    offers, offer = np.unique(edges.offer, return_inverse=True)
    free = np.array([places[one] for one in offers.tolist()], dtype=np.float64)
    limits = [
        LinearConstraint(_table(person, len(people)), ub=np.ones(len(people))),
        LinearConstraint(_table(offer, len(offers)), ub=free),
    ]
    at = {
        pair: place
        for place, pair in enumerate(zip(edges.person.tolist(), edges.offer.tolist(), strict=True))
    }
    clashes = [
        (at[one, number], at[other, number])
        for one, other in sorted(apart)
        for number in offers.tolist()
        if (one, number) in at and (other, number) in at
    ]
    rows = np.repeat(np.arange(len(clashes)), 2)
    ones = np.ones(len(rows))
    table = csr_array((ones, (rows, np.ravel(clashes))), shape=(len(clashes), len(edges)))
    return [*limits, LinearConstraint(table, ub=np.ones(len(clashes)))]


def _table(owner: npt.NDArray[np.int64], owners: int) -> csr_array:
    """Which edges belong to which owner."""
    size = len(owner)
    return csr_array((np.ones(size), (owner, np.arange(size))), shape=(owners, size))


class _Watch:
    """Solves beside this thread and looks up now and then: HiGHS itself cannot be asked to stop.

    A solution nobody waits for any more ends by its own limit of time and is dropped.
    """

    def __init__(self, progress: Progress, seconds: float) -> None:
        self._progress = progress
        self._seconds = seconds
        self._since = time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._since

    def solve(self, gain: Floats, limits: list[LinearConstraint], seconds: float) -> OptimizeResult:
        """The best choice of edges.

        Raises:
            Cancelled: the user stopped.
        """
        beside = ThreadPoolExecutor(1)
        try:
            running = beside.submit(_solve, gain, limits, seconds)
            while not wait((running,), LOOK_UP).done:
                told = min(int(self.elapsed), int(self._seconds))
                self._progress.step(told, int(self._seconds), "Rechenzeit in Sekunden")
            return running.result()
        finally:
            beside.shutdown(wait=False)


def _solve(gain: Floats, limits: list[LinearConstraint], seconds: float) -> OptimizeResult:
    return milp(
        -gain,
        integrality=np.ones(len(gain)),
        bounds=Bounds(0, 1),
        constraints=limits,
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )


def _pairs(edges: Edges, result: OptimizeResult) -> dict[int, int]:
    chosen = edges.keep(result.x > _SURE)
    return dict(zip(chosen.person.tolist(), chosen.offer.tolist(), strict=True))
