"""The memory of the whole window process after an hour's work in a minute: 100,000 against 100.

Called with a number of people it is the measured process itself: shows Personen, jumps through the
list, searches, sorts and filters. The peak of all of it counts, looked at from outside.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

from benchmarks.results import Result, result, say
from benchmarks.stock import stock
from benchmarks.watching import Watcher

FEW, MANY = 100, 100_000
REPEATS = 5
JUMPS = 40


def run() -> list[Result]:
    """Both sizes in turn."""
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    for size in taken:
        stock(size)
    for _ in range(REPEATS):
        for size, found in taken.items():
            found.append(peak(size))
    few, many = (statistics.median(taken[size]) for size in (FEW, MANY))
    say(f"peak of the window: {few:.0f} MB with {FEW} people, {many:.0f} MB with {MANY:,}")
    return [
        result(
            "window with 100,000 people against 100",
            many - few,
            f"the same window with 100 people {few:.0f} MB",
            many / few,
        )
    ]


def peak(people: int, *, encrypted: bool = True) -> float:
    """The peak in MB of a fresh window process on a stock."""
    store = "encrypted" if encrypted else "plain"
    call = [sys.executable, "-m", "benchmarks.memory", str(people), store]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with (
        subprocess.Popen(call, env=environment, stderr=subprocess.DEVNULL) as process,
        Watcher(process.pid) as watcher,
    ):
        process.wait()
    if process.returncode:
        raise RuntimeError(f"the window ended with {process.returncode}")
    return watcher.peak


def work(people: int, *, encrypted: bool) -> None:
    """What is done in the measured window."""
    from benchmarks.desk import OpenDesk
    from benchmarks.promises import QUESTIONS

    desk = OpenDesk(people, encrypted=encrypted)
    bar = desk.table.verticalScrollBar()
    for jump in range(JUMPS + 1):
        bar.setValue(bar.maximum() * jump // JUMPS)
        desk.settle()
    for question in (*QUESTIONS.values(), ""):
        desk.tab.list.search_box.set_text(question)
        desk.settle()
    for place in range(desk.table.model().columnCount()):
        desk.table.horizontalHeader().sectionClicked.emit(place)
        desk.settle()
    desk.table.selectRow(people // 2)
    desk.settle()
    for wanted in ({"municipality": ("Sontra",)}, {"stage": ("seeking",)}, {}):
        desk.tab.list.set_filters(wanted)
        desk.settle()
    desk.close()


if __name__ == "__main__":
    work(int(sys.argv[1]), encrypted=sys.argv[2] == "encrypted")
