"""Matching: one person's list, warm and cold; the whole office beside DuckDB and plain Python.

As in the window, Python's cycle collector rests while something is measured.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import crowd, filling, matching_duckdb, matching_plain
from benchmarks.matching_columns import Columns, offer_columns, people_columns
from benchmarks.matching_crowd import AS_OF, MatchingCrowd, words
from benchmarks.results import Result, median_ms, result, say
from benchmarks.stock import KEY, open_stock
from benchmarks.watching import Watcher
from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.matching.arrays import Offers, People, TermTable
from ehrenamt_desktop.matching.ranking import Policy, Ties
from ehrenamt_desktop.matching.rosters import offer_roster, people_roster
from ehrenamt_desktop.matching.whole import TopLists, ranked
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.services.demo.build import fill
from ehrenamt_desktop.services.matching import Matching
from ehrenamt_desktop.store.engine import Store

OFFERS = 10_000
OFFICE, WHOLE = (10_000, 3_000), (100_000, 10_000)
TOP = 20
REPEATS = 5
PLAIN = 40
"""People a plain loop ranks; the rest is reckoned."""

Sides = tuple[People, Offers]


def run() -> list[Result]:
    """All of it, the collector switched off."""
    gc.disable()
    with clock.frozen(crowd.AS_OF):
        return [*_one_person(), _one_offer(), *_office(), *_whole()]


def _one_person() -> list[Result]:
    """Different people take turns over ten thousand offers in a store."""
    with TemporaryDirectory() as folder:
        store = _store_of_offers(Path(folder) / "offers.ehrenamt")
        try:
            matching = Matching(store)
            with store.read() as connection:
                rows = connection.execute("SELECT id FROM person WHERE status = 'seeking' LIMIT 20")
                people = cycle([row[0] for row in rows.fetchall()])
            cold = median_ms(lambda: Matching(store).offers_for(next(people)), REPEATS)
            warm = median_ms(lambda: matching.offers_for(next(people)), 40, 5)
        finally:
            store.close()
    plain = _plain_person()
    return [
        result(
            f"one person over {OFFERS:,} offers, warm",
            warm,
            f"plain Python, scores without reasons {plain:.1f} ms",
            warm / plain,
        ),
        result(
            f"one person over {OFFERS:,} offers, cold",
            cold,
            f"warm {warm:.1f} ms",
            cold / warm,
        ),
    ]


def _store_of_offers(path: Path) -> Store:
    filling.empty_office(path, KEY)
    store = Store(path, KEY)
    fill(store, 300, 1000, round(OFFERS * 1.12))  # about a tenth lies in the archive
    return store


def _plain_person() -> float:
    sides, _ = _invented(1, OFFERS)
    (person,) = matching_plain.records(people_columns(*sides))
    offers = matching_plain.records(offer_columns(sides[1]))
    return median_ms(lambda: matching_plain.best(person, offers, 50), REPEATS)


def _one_offer() -> Result:
    """The people for one offer of an office of a hundred thousand, each time read anew."""
    office = open_stock(100_000)
    try:
        with office.store.read() as connection:
            (offer,) = connection.execute(
                "SELECT id FROM offer WHERE status = 'published' LIMIT 1"
            ).fetchone()
            floor = median_ms(lambda: connection.execute("SELECT * FROM person").fetchall(), 3)
        taken = median_ms(lambda: office.matching.people_for(offer), REPEATS) / 1000
    finally:
        office.close()
    floor /= 1000
    return result(
        "one offer over 100,000 people, cold", taken, f"reading them {floor:.2f} s", taken / floor
    )


def _invented(people: int, offers: int) -> tuple[Sides, tuple[Ties, Ties]]:
    vocabulary = words()
    made, table = MatchingCrowd(vocabulary), TermTable(vocabulary)
    mine = people_roster(made.people(people), table, AS_OF)
    theirs = offer_roster(made.offers(offers), table, AS_OF)
    return (mine.rows, theirs.rows), (mine.ties, theirs.ties)


def _office() -> list[Result]:
    """Ten thousand people and three thousand offers, top twenty each, beside the peers."""
    sides, ties = _invented(*OFFICE)
    ours, memory, lists = _ranked(sides, ties)
    columns = people_columns(*sides), offer_columns(sides[1])
    duck = _duckdb(columns, lists)
    plain = _plain(columns, lists)
    name = f"{OFFICE[0]:,} people × {OFFICE[1]:,} offers"
    beside = f"plain Python {plain:.0f} s"
    return [
        result(f"{name}, top {TOP} each", ours, beside, ours / plain),
        result(f"{name}, memory above the facts", memory, "", None),
        result(f"{name} beside DuckDB", None, "DuckDB is not installed", None)
        if duck is None
        else result(f"{name} beside DuckDB", duck / ours, f"DuckDB {duck:.1f} s", ours / duck),
    ]


def _ranked(sides: Sides, ties: tuple[Ties, Ties]) -> tuple[float, float, TopLists]:
    """Median seconds, MB above what was there before, and the lists."""
    taken = []
    with Watcher(os.getpid()) as watcher:
        before = watcher.reset()
        for _ in range(REPEATS):
            begun = time.perf_counter()
            found = ranked(sides, ties, Policy(), TOP)
            taken.append(time.perf_counter() - begun)
            if len(taken) < REPEATS:
                del found
        peak = watcher.peak
    say(f"{len(ties[0].number):,} × {len(ties[1].number):,}: {min(taken):.2f}–{max(taken):.2f} s")
    return statistics.median(taken), peak - before, found


def _duckdb(columns: tuple[Columns, Columns], lists: TopLists) -> float | None:
    """Median seconds of DuckDB on two threads; None where it is not installed."""
    try:
        answer = matching_duckdb.answer(*columns, TOP, REPEATS)
    except ImportError:
        return None
    same = matching_duckdb.agree(answer.people, lists.people.scores)
    if not (same and matching_duckdb.agree(answer.offers, lists.offers.scores)):
        raise ValueError("DuckDB finds other lists")
    return statistics.median(answer.seconds)


def _plain(columns: tuple[Columns, Columns], lists: TopLists) -> float:
    """Seconds a plain loop takes for the people's lists, reckoned from some of them."""
    people, offers = (matching_plain.records(one) for one in columns)
    begun = time.perf_counter()
    found = {at: matching_plain.best(people[at], offers, TOP) for at in range(PLAIN)}
    taken = time.perf_counter() - begun
    if not matching_duckdb.agree(found, lists.people.scores[:PLAIN]):
        raise ValueError("plain Python finds other lists")
    return taken * len(people) / PLAIN


class _Stopper:
    """Stops the work after a while and notes when."""

    def __init__(self, after: int) -> None:
        self.said = 0.0
        self._after = after

    def step(self, done: int, total: int, text: str = "") -> None:
        """Stop when so many people are done."""
        del total, text
        if done >= self._after:
            self.said = time.perf_counter()
            raise Cancelled


def _whole() -> list[Result]:
    """A hundred thousand people and ten thousand offers, and how soon a cancel is heard."""
    sides, ties = _invented(*WHOLE)
    seconds, memory, _ = _ranked(sides, ties)
    stopper: Progress = (stop := _Stopper(5000))
    try:
        ranked(sides, ties, Policy(), TOP, stopper)
    except Cancelled:
        say(f"cancel is heard after {(time.perf_counter() - stop.said) * 1000:.0f} ms")
    name = f"{WHOLE[0]:,} people × {WHOLE[1]:,} offers"
    pairs = WHOLE[0] * WHOLE[1] / seconds / 1e6
    return [
        result(f"{name}, top {TOP} each", seconds, f"{pairs:.0f} million pairs a second", None),
        result(f"{name}, memory above the facts", memory, "", None),
    ]
