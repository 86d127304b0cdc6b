"""Figures: medians, the table on the terminal, and `build/bench.json`."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.promises import PROMISES, promise

BUILD = Path(__file__).resolve().parents[1] / "build"
FILE = BUILD / "bench.json"
_LANE = ThreadPoolExecutor(1)


@dataclass(frozen=True, slots=True)
class Result:
    """One promise, measured.

    Attributes:
        name: of the promise.
        value: the median, in `unit`.
        unit: of value and bar.
        bar: None if the figure is only reported.
        holds: whether the value keeps the bar; None without one, or if nothing was measured.
        against: the floor or peer of the same run, with its figure.
        ratio: ours to that of `against`; None if there was none.
    """

    name: str
    value: float | None
    unit: str
    bar: float | None
    holds: bool | None
    against: str
    ratio: float | None


def result(name: str, value: float | None, against: str, ratio: float | None) -> Result:
    """The result of a promise; `value` in its unit, None if it could not be measured."""
    made = promise(name)
    holds = None
    if value is not None and made.bar is not None:
        holds = value >= made.bar if made.at_least else value <= made.bar
    return Result(name, _short(value), made.unit, made.bar, holds, against, _short(ratio))


def median_ms(work: Callable[[], object], repeats: int = 5, warm: int = 1) -> float:
    """The median time of some work in milliseconds, after `warm` runs that do not count."""
    for _ in range(warm):
        _ms(work)
    return statistics.median(_ms(work) for _ in range(repeats))


def medians_ms(works: Sequence[Callable[[], object]], repeats: int = 5) -> list[float]:
    """Medians of several works that take turns, so that no answer is repeated from a cache."""
    for work in works:
        _ms(work)
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(repeats):
        for place, work in enumerate(works):
            taken[place].append(_ms(work))
    return [statistics.median(one) for one in taken]


def say(text: str) -> None:
    """One line for the developer, at once."""
    print(text, flush=True)


def table(results: Iterable[Result]) -> None:
    """Print results with their bars, and how many of these hold."""
    results = list(results)
    say(f"\n{'promise':<58}{'value':>10} {'unit':<9}{'bar':>7}  {'':<7}{'ratio':>8}  against")
    for one in results:
        value = "-" if one.value is None else f"{one.value:g}"
        bar = "-" if one.bar is None else f"{one.bar:g}"
        ratio = "-" if one.ratio is None else f"{one.ratio:g}"
        word = {True: "holds", False: "BREAKS", None: ""}[one.holds]
        say(f"{one.name:<58}{value:>10} {one.unit:<9}{bar:>7}  {word:<7}{ratio:>8}  {one.against}")
    judged = [one.holds for one in results if one.holds is not None]
    say(f"{sum(judged)} of {len(judged)} bars hold")


def merge(results: Iterable[Result], path: Path = FILE) -> None:
    """Put results into the file beside those of benches that did not run now."""
    kept = {one["name"]: one for one in _read(path)}
    kept |= {one.name: asdict(one) for one in results}
    known = [kept[one.name] for one in PROMISES if one.name in kept]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _read(path: Path) -> list[dict[str, object]]:
    if not path.exists():
        return []
    return list(json.loads(path.read_text(encoding="utf-8")))


def _ms(work: Callable[[], object]) -> float:
    """Milliseconds of some work on a thread of its own, as the window's read lane has one."""
    return _LANE.submit(_timed, work).result()


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")
