"""A safety copy of a store of 250 MB: made and checked beside the work, and restored.

The pause is the longest time that another thread could not run while the copy was made: it stands
for the window's thread.
"""

from __future__ import annotations

import shutil
import statistics
import threading
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.results import Result, result, say
from benchmarks.stock import key_of, stock

PEOPLE = 100_000
REPEATS = 5
TICK = 0.002
"""Seconds between two looks of the thread that stands for the window's."""


def run() -> list[Result]:
    """Copy and restore in turn; a bare copy of the same file is the floor."""
    from ehrenamt_desktop.store import backup, keyfile, restoring
    from ehrenamt_desktop.store.wrapping import Cost

    kept, key = stock(PEOPLE), key_of(encrypted=True)
    made, restored, bare, pauses = [], [], [], []
    with TemporaryDirectory(dir=kept.parent) as folder:
        work = Path(folder)
        store = Path(shutil.copyfile(kept, work / "buero.ehrenamt"))
        keyfile.create(store.with_suffix(keyfile.SUFFIX), "geheim", cost=Cost(128, 1, 1))
        for turn in range(REPEATS + 1):
            copy, took, pause = _beside(lambda: backup.make(store, key, work / "kopien"))
            target = work / f"wieder-{turn}.ehrenamt"
            begun = time.perf_counter()
            restoring.restore(copy, target, key)
            back = time.perf_counter() - begun
            begun = time.perf_counter()
            shutil.copyfile(store, work / "bloss")
            floor = time.perf_counter() - begun
            for one in (target, target.with_suffix(".schluessel"), work / "bloss"):
                one.unlink(missing_ok=True)
            shutil.rmtree(copy)
            if turn:
                made.append(took)
                restored.append(back)
                bare.append(floor)
                pauses.append(pause)
    size = kept.stat().st_size / 1e6
    floor = statistics.median(bare)
    against = f"a bare copy of {size:.0f} MB {floor:.2f} s"
    copy_s, back_s = statistics.median(made), statistics.median(restored)
    say(f"copy and check {copy_s:.2f} s, restore {back_s:.2f} s, pause {max(pauses):.0f} ms")
    return [
        result("safety copy of 250 MB, made and checked", copy_s, against, copy_s / floor),
        result("longest pause beside a safety copy", max(pauses), "a thread that looks on", None),
        result("restore of 250 MB, checked", back_s, against, back_s / floor),
    ]


def _beside(work: Callable[[], Path]) -> tuple[Path, float, float]:
    """What some work gave on a thread of its own, its seconds, and the longest pause here in ms."""
    given: list[Path] = []
    thread = threading.Thread(target=lambda: given.append(work()))
    begun = last = time.perf_counter()
    longest = 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(TICK)
        now = time.perf_counter()
        longest = max(longest, now - last - TICK)
        last = now
    return given[0], time.perf_counter() - begun, longest * 1e3
