"""The whole office at once: the best offers of everybody and the best people for every offer.

    found = top_lists(people, offers, setting, k=20, progress=…, apart=…)
    found.people.others[i]    positions in `offers` of the best for people[i], then -1
    found.people.scores[i]    their scores, then NaN
    found.people.obstacles    `possible[i]`: offers no gate blocks for people[i]; `blocked[i, g]`:
                              offers gate g of `Gate` blocks; `alone[i, g]`: as the only one
    found.offers…             the same, seen from the offers

The order is that of `lists.offers_for` and `lists.people_for` for every single one, ties included.
Pairs in `apart` (running ones, tried ones) count nowhere. Chunks of people meet all offers on a few
threads, numpy letting go of the interpreter; scores in single precision (`folding`) find who may
be among the best, these few are weighed exactly (`ranking`).
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass

import numpy as np

from ehrenamt_desktop.matching.arrays import Floats, Offers, People, TermTable
from ehrenamt_desktop.matching.aspects import Positions
from ehrenamt_desktop.matching.contenders import Contenders, bars, best_each
from ehrenamt_desktop.matching.folding import FAR_BELOW, Chunk, Folding, Workspace
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.matching.obstacles import MOST_ROWS, Obstacles, count
from ehrenamt_desktop.matching.ranking import PairScores, Policy, Ties
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.progress import QUIET, Progress

TOP = 20
"""Rows of a list: a plan made from these loses next to nothing (notes: 99.98 %)."""
CHUNK = 1024
"""Most people whose answers are looked up together, with three thousand offers or fewer."""
CHUNK_PAIRS = 3 * 2**20
"""With more offers the chunks get smaller: what is looked up would outgrow the memory."""
PAIRS = 256 * 1024
"""Pairs that are weighed together: what they need fits the cache."""
TEXT = "Listen werden gebildet"
_APART = np.uint16(1 << len(Gate))


@dataclass(frozen=True, slots=True)
class TopSide:
    """One side's lists and what stands in their way, a row each in the order given."""

    others: Positions
    scores: Floats
    obstacles: Obstacles

    @classmethod
    def empty(cls, records: int, k: int) -> TopSide:
        """Lists without rows."""
        others = np.full((records, k), -1, dtype=np.intp)
        return cls(others, np.full((records, k), np.nan), Obstacles.none(records))


@dataclass(frozen=True, slots=True)
class TopLists:
    """The lists of both sides."""

    people: TopSide
    offers: TopSide


def top_lists(
    people: Sequence[PersonFacts],
    offers: Sequence[OfferFacts],
    setting: Setting,
    k: int = TOP,
    progress: Progress = QUIET,
    apart: Collection[tuple[int, int]] = (),
    threads: int = 2,
) -> TopLists:
    """The `k` best of both sides.

    Args:
        people: everybody who is to be considered.
        offers: all offers that are.
        setting: words, day and weights; `before` is not looked at.
        k: rows of a list.
        progress: told from the calling thread how many people are done.
        apart: numbers of person and offer that are out of the question.
        threads: how many work beside the calling one.

    Raises:
        Cancelled: the user stopped.
    """
    table = TermTable(setting.words)
    sides = People.of(people, table, setting.as_of), Offers.of(offers, table, setting.as_of)
    ties = (
        Ties.of([(one.last_proposed_on, one.number) for one in people]),
        Ties.of([(one.last_proposed_on, one.number) for one in offers]),
    )
    return ranked(sides, ties, setting.policy, k, progress, apart, threads)


def ranked(
    sides: tuple[People, Offers],
    ties: tuple[Ties, Ties],
    policy: Policy,
    k: int = TOP,
    progress: Progress = QUIET,
    apart: Collection[tuple[int, int]] = (),
    threads: int = 2,
) -> TopLists:
    """As `top_lists`, from facts that are arrays already."""
    found = TopLists(*(TopSide.empty(len(one.number), k) for one in ties))
    if len(ties[0].number) and len(ties[1].number):
        _Run(sides, ties, policy, k, apart, found).go(progress, threads)
    return found


class _Run:
    """One run over all pairs; `found` is filled, each thread its own rows of people."""

    def __init__(
        self,
        sides: tuple[People, Offers],
        ties: tuple[Ties, Ties],
        policy: Policy,
        k: int,
        apart: Collection[tuple[int, int]],
        found: TopLists,
    ) -> None:
        self._sides, self._ties, self._policy, self._k = sides, ties, policy, k
        self._found = found
        self._people, self._offers = (len(one.number) for one in ties)
        self._folding = Folding(*sides, policy)
        self._exact = PairScores(*sides, policy)
        self._apart = _positions(apart, ties)
        self._contenders = Contenders(self._offers, k)
        self._chunk = max(1, min(CHUNK, CHUNK_PAIRS // self._offers))
        self._rows = max(1, min(MOST_ROWS, self._chunk, PAIRS // self._offers))
        self._rooms = threading.local()
        self._lock = threading.Lock()
        self._stopped = False

    def go(self, progress: Progress, threads: int) -> None:
        """All chunks, then the lists of the offers."""
        self._first_bars()
        with ThreadPoolExecutor(threads) as pool:
            try:
                starts = range(0, self._people, self._chunk)
                tasks = [pool.submit(self._meet, start) for start in starts]
                self._watch(tasks, progress)
                who, whom = self._contenders.settle()
                halves = np.searchsorted(who, self._offers * np.arange(1, threads) / threads)
                parts = zip(np.split(whom, halves), np.split(who, halves), strict=True)
                list(pool.map(lambda part: self._keep(1, *part), parts))
            except BaseException:
                self._stopped = True
                pool.shutdown(cancel_futures=True)
                raise

    def _watch(self, tasks: list[Future[int]], progress: Progress) -> None:
        done = 0
        progress.step(done, self._people, TEXT)
        for task in as_completed(tasks):
            done += task.result()
            progress.step(done, self._people, TEXT)

    def _first_bars(self) -> None:
        """What the first people reach is the least the offers' lists ask for."""
        size = min(self._people, MOST_ROWS)
        if size < self._k:
            return
        chunk = self._folding.chunk(np.arange(size))
        scores = np.empty((size, self._offers), dtype=np.float32)
        for at, room in self._blocks(chunk, 0):
            scores[at] = room.mine
        np.negative(scores, out=scores).partition(self._k - 1, axis=0)
        self._contenders.bar[:] = bars(-scores[self._k - 1])

    def _meet(self, start: int) -> int:
        """Some people with all offers; how many they are."""
        chunk = self._folding.chunk(np.arange(start, min(start + self._chunk, self._people)))
        mine, theirs = Obstacles.none(len(chunk)), Obstacles.none(self._offers)
        lists: list[Positions] = []
        for at, room in self._blocks(chunk, start):
            count(room.code, mine, theirs, at)
            lists.append(self._of_people(room) + (start + at.start) * self._offers)
            self._of_offers(room, start + at.start)
        if self._stopped:
            return 0
        self._keep(0, *np.divmod(np.concatenate(lists), self._offers))
        self._found.people.obstacles.put(start, mine)
        with self._lock:
            self._found.offers.obstacles.add(theirs)
        return len(chunk)

    def _blocks(self, chunk: Chunk, start: int) -> Iterator[tuple[slice, Workspace]]:
        """The blocks of a chunk with their scores and gates; each stands until the next."""
        whole = getattr(self._rooms, "room", None)
        if whole is None:
            whole = self._rooms.room = Workspace.of(self._rows, self._offers)
        for begin in range(0, len(chunk), self._rows):
            if self._stopped:
                return
            at = slice(begin, min(begin + self._rows, len(chunk)))
            room = whole.first(at.stop - at.start)
            self._folding.fill(chunk, at, room)
            who, whom = self._apart
            some = slice(*np.searchsorted(who, (start + at.start, start + at.stop)))
            pairs = who[some] - start - at.start, whom[some]
            room.code[pairs], room.mine[pairs] = _APART, -FAR_BELOW
            yield at, room

    def _of_people(self, room: Workspace) -> Positions:
        """The pairs of a block that may be in the lists of its people, row by row."""
        at = min(self._k, self._offers) - 1
        np.negative(room.mine, out=room.part).partition(at, axis=1)  # many ends lie above: fast
        bar = bars(-room.part[:, at])
        return np.flatnonzero(np.greater_equal(room.mine, bar[:, None], out=room.flag))

    def _of_offers(self, room: Workspace, start: int) -> None:
        """Let the pairs of a block compete that may be in the lists of the offers."""
        bar = self._contenders.bar
        pairs = np.flatnonzero(np.greater_equal(room.mine, bar, out=room.flag))
        who, whom = np.divmod(pairs, self._offers)
        score = room.mine.ravel()[pairs]
        with self._lock:
            self._contenders.add(whom, who + start, score)

    def _keep(self, side: int, who: Positions, whom: Positions) -> None:
        """Write the best of these pairs into the lists of a side."""
        exact = self._exact(who, whom)
        list_, other = (who, whom) if side == 0 else (whom, who)
        into = (self._found.people, self._found.offers)[side]
        row, rank, at = best_each(list_, other, exact, self._ties[1 - side], self._k)
        into.others[row, rank] = other[at]
        into.scores[row, rank] = exact[at]


def _positions(
    apart: Collection[tuple[int, int]], ties: tuple[Ties, Ties]
) -> tuple[Positions, Positions]:
    """The positions of pairs given by their numbers, in the order of the people."""
    people, offers = ({int(n): at for at, n in enumerate(one.number)} for one in ties)
    known = sorted((people[a], offers[b]) for a, b in apart if a in people and b in offers)
    found = np.array(known, dtype=np.intp).reshape(-1, 2)
    return found[:, 0], found[:, 1]
