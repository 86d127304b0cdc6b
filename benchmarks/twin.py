"""What encryption costs: the same measurements on the encrypted stock and on its plain twin.

Both are measured in turn, in one process where that is possible; each row counts by its sum over
all questions, columns or filters.

"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from functools import partial

from benchmarks import importing, memory, order, start
from benchmarks.desk import OpenDesk
from benchmarks.promises import QUESTIONS
from benchmarks.results import Result, medians_ms, result, say
from benchmarks.stock import open_stock, stock
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office

PEOPLE = 100_000
REPEATS = 7
TWINS = {"encrypted": True, "plain": False}


def run() -> list[Result]:
    """All rows; each is one figure for the encrypted store and one for the plain one."""
    for encrypted in TWINS.values():
        stock(PEOPLE, encrypted=encrypted)
    found = _read() | {
        "first paint": _painted(),
        "start": _started(),
        "import": _imported(),
        "memory": _remembered(),
    }
    results = []
    for what, (encrypted_value, plain_value) in found.items():
        ratio = encrypted_value / plain_value
        say(
            f"{what:<14}encrypted {encrypted_value:>9.1f}  plain {plain_value:>9.1f}  {ratio:.2f} ×"
        )
        against = f"plain store {plain_value:.4g}; encrypted {encrypted_value:.4g}"
        results.append(result(f"encrypted beside plain: {what}", ratio, against, ratio))
    return results


def _read() -> dict[str, tuple[float, float]]:
    """Search, sort and filter, in milliseconds."""
    offices = {name: open_stock(PEOPLE, encrypted=one) for name, one in TWINS.items()}
    try:
        filters = list(order.filters(offices["plain"]).values())
        rows = {
            "search": [ListQuery(text=text) for text in QUESTIONS.values()],
            "sort": order.sorts(),
            "filter": filters,
        }
        return {what: _sums(offices, queries) for what, queries in rows.items()}
    finally:
        for office in offices.values():
            office.close()


def _sums(offices: Mapping[str, Office], queries: list[ListQuery]) -> tuple[float, float]:
    works: list[Callable[[], object]] = []
    for office in offices.values():
        office.lists.people.ids(ListQuery())
    for query in queries:
        works.extend(partial(office.lists.people.ids, query) for office in offices.values())
    taken = medians_ms(works, REPEATS)
    return sum(taken[0::2]), sum(taken[1::2])


def _painted() -> tuple[float, float]:
    desks = [OpenDesk(PEOPLE, encrypted=one) for one in TWINS.values()]
    taken: list[list[float]] = [[] for _ in range(len(desks) * len(QUESTIONS))]
    for _ in range(REPEATS):
        works = [
            (desk, partial(desk.tab.list.search_box.set_text, text))
            for text in QUESTIONS.values()
            for desk in desks
        ]
        for place, (desk, work) in enumerate(works):
            taken[place].append(desk.until_rows(work))
            desk.settle()
    for desk in desks:
        desk.close()
    medians = [statistics.median(one) for one in taken]
    return sum(medians[0::2]), sum(medians[1::2])


def _started() -> tuple[float, float]:
    calls = {name: start.program_call(encrypted=one) for name, one in TWINS.items()}
    found = start.interleaved(calls, REPEATS)
    return found["encrypted"]["people"], found["plain"]["people"]


def _imported() -> tuple[float, float]:
    file = importing.workbook()
    return _medians(lambda one: importing.once(file, encrypted=one).seconds)


def _remembered() -> tuple[float, float]:
    return _medians(lambda one: memory.peak(PEOPLE, encrypted=one))


def _medians(measure: Callable[[bool], float]) -> tuple[float, float]:
    taken: dict[bool, list[float]] = {one: [] for one in TWINS.values()}
    for _ in range(5):
        for one, found in taken.items():
            found.append(measure(one))
    return statistics.median(taken[True]), statistics.median(taken[False])
