"""What people may ask for about their data, of somebody with a long course: disclosure, erasure."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.record import PEOPLE, busy
from benchmarks.results import Result, median_ms, result, say
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop.model.enums import ArchiveAnswer, EndReason, PlacementState
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.holdings import holdings

REPEATS = 5


def run() -> list[Result]:
    """Each is done again and again on an encrypted store, the erasure on a copy of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = _open(copy_stock(PEOPLE, folder / "busy.ehrenamt"))
        number, _ = busy(office)
        for placement in office.lists.person(number).placements:
            office.placements.move(placement.id, PlacementState.ENDED, reason=EndReason.DECLINED)
        office.erasures.request(number)
        office.erasures.answer([number], ArchiveAnswer.WAIVER, file_number="bench")
        told = [_seconds(lambda: office.disclosures.write(number, folder)) for _ in range(REPEATS)]
        with office.store.read() as connection:
            bare = median_ms(lambda: holdings(connection, number), REPEATS) / 1000
        office.close()
        gone = [_erased(folder, at, number) for at in range(REPEATS)]
    disclosed, erased = statistics.median(told), statistics.median(gone)
    say(f"disclosure {disclosed:.2f} s, erasure {erased:.2f} s, reading alone {bare:.3f} s")
    beside = f"reading the rows alone {bare:.3f} s"
    return [
        result(f"{what} of a person with 200 talks and 40 placements", value, beside, value / bare)
        for what, value in (("disclosure", disclosed), ("erasure", erased))
    ]


def _erased(folder: Path, at: int, number: int) -> float:
    place = folder / str(at)
    place.mkdir()
    shutil.copyfile(folder / "busy.ehrenamt", place / "busy.ehrenamt")
    office = _open(place / "busy.ehrenamt")
    office.store.hold()
    try:
        return _seconds(lambda: office.erasures.erase([number]))
    finally:
        office.close()


def _open(path: Path) -> Office:
    return Office(Store(path, key_of(encrypted=True)))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
