"""From a keystroke (the box has waited) to the painted rows, in the window of 100,000 people."""

from __future__ import annotations

import statistics
from functools import partial

from benchmarks.desk import OpenDesk
from benchmarks.promises import QUESTIONS
from benchmarks.results import Result, result, say

PEOPLE = 100_000
REPEATS = 7


def run() -> list[Result]:
    """The slowest question counts; the floor is the same table painting what it has anew."""
    desk = OpenDesk(PEOPLE)
    box = desk.tab.list.search_box
    taken: dict[str, list[float]] = {name: [] for name in QUESTIONS}
    again: list[float] = []
    try:
        for round_ in range(REPEATS + 1):
            for name, question in QUESTIONS.items():
                found = desk.until_rows(partial(box.set_text, question))
                desk.settle()
                if round_:
                    taken[name].append(found)
            again.append(desk.until_rows(desk.table.model().modelReset.emit))
            desk.settle()
    finally:
        desk.close()
    medians = {name: statistics.median(one) for name, one in taken.items()}
    say(f"{'question':<22}{'first paint ms':>16}")
    for name, median in medians.items():
        say(f"{name:<22}{median:>16.1f}")
    worst = max(medians, key=lambda name: medians[name])
    floor = statistics.median(again)
    return [
        result(
            "keystroke to first paint, 100,000 people",
            medians[worst],
            f"paint alone {floor:.1f} ms; slowest: {worst}",
            medians[worst] / floor,
        )
    ]
