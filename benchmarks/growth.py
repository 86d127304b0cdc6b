"""How search, sort and opening grow from 10,000 over 100,000 to 1,000,000 people.

The exponent is 1 when ten times the people take ten times as long; 0 when it makes no difference.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from benchmarks import order
from benchmarks.promises import QUESTIONS
from benchmarks.results import Result, median_ms, medians_ms, result, say
from benchmarks.stock import key_of, open_stock, stock
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store.engine import Store

SIZES = (10_000, 100_000, 1_000_000)
REPEATS = 5
SCREEN = 200
"""Rows that the window reads at once."""

FLOOR = "all numbers unordered"
SORTED = ("name", "place", "stage", "last_contact", "number")


def run() -> list[Result]:
    """All sizes, all questions, all in milliseconds."""
    taken = [_measure(size) for size in SIZES]
    say(f"{'':<26}{'':>4}" + "".join(f"{size:>14,}" for size in SIZES) + f"{'exponent':>18}")
    for name in taken[0]:
        row = [one[name] for one in taken]
        steps = ", ".join(f"{_exponent(row[at : at + 2], 10):.2f}" for at in range(2))
        say(f"{name:<26}  ms" + "".join(f"{one:>14.2f}" for one in row) + f"{steps:>18}")
    return [_grown(what, taken) for what in ("search", "sort", "open")]


def _measure(size: int) -> dict[str, float]:
    path = stock(size)
    office = open_stock(size)
    source = office.lists.people
    try:
        source.ids(ListQuery())
        questions: dict[str, Callable[[], object]] = {
            f"search: {name}": partial(source.ids, ListQuery(text=text))
            for name, text in QUESTIONS.items()
        }
        found = dict(zip(questions, medians_ms(list(questions.values()), REPEATS), strict=True))
        orders: dict[str, Callable[[], object]] = {
            f"sort: {key}": partial(source.ids, ListQuery(sort=key, descending=True))
            for key in SORTED
        }
        found |= zip(orders, medians_ms(list(orders.values()), REPEATS), strict=True)
        found[FLOOR] = median_ms(partial(order.all_numbers, office), REPEATS)
    finally:
        office.close()
    found["open: first rows"] = median_ms(lambda: _open(Store(path, key_of(encrypted=True))))
    return found


def _open(store: Store) -> None:
    office = Office(store)
    source = office.lists.people
    source.rows(source.ids(ListQuery())[:SCREEN])
    source.total()
    office.close()


def _grown(what: str, taken: list[dict[str, float]]) -> Result:
    names = [name for name in taken[0] if name.startswith(what)]
    rows = {name: [one[name] for one in taken] for name in names}
    worst = max(names, key=lambda name: _exponent([rows[name][0], rows[name][-1]], 100))
    row = rows[worst]
    value, floor = (
        _exponent([some[0], some[-1]], SIZES[-1] / SIZES[0])
        for some in (row, [one[FLOOR] for one in taken])
    )
    times = " / ".join(f"{one:.1f}" for one in row)
    return result(
        f"growth of {what} from 10,000 to 1,000,000 people",
        value,
        f"{FLOOR} {floor:.2f}; steepest is {worst}: {times} ms",
        value / floor,
    )


def _exponent(times: list[float], growth: float) -> float:
    return math.log(times[1] / times[0]) / math.log(growth)
