"""The annual report of a large office: counting five years of 10,000 people and writing the PDF."""

from __future__ import annotations

import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.results import Result, result, say
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop import clock
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.engine import Store

PEOPLE = 10_000
REPEATS = 3
NAME = "annual report, 10,000 people, 5 years"


def run() -> list[Result]:
    """The report of a year is made again and again on an encrypted store."""
    year = clock.today().year
    span = dt.date(year, 1, 1), dt.date(year, 12, 31)
    with tempfile.TemporaryDirectory() as folder:
        path = copy_stock(PEOPLE, Path(folder) / "office.ehrenamt")
        office = Office(Store(path, key_of(encrypted=True)))
        try:
            office.figures.report(*span)
            counted = [_seconds(lambda: office.figures.report(*span)) for _ in range(REPEATS)]
            made = [
                _seconds(lambda: office.reporting.annual(Path(folder) / "report.pdf", *span))
                for _ in range(REPEATS)
            ]
        finally:
            office.close()
    value, alone = statistics.median(made), statistics.median(counted)
    say(f"report {value:.2f} s, of which counting {alone:.2f} s")
    return [result(NAME, value, f"counting alone {alone:.2f} s", value / alone)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
