"""From a keystroke to the numbers of those found, beside the plain way: LIKE over four columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.promises import QUESTIONS
from benchmarks.results import Result, medians_ms, result, say
from benchmarks.stock import open_stock
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office

PEOPLE = 100_000
FIRST = 500
REPEATS = 15
LIKE = (
    "SELECT id FROM person WHERE {words} AND status <> 'ended' AND trashed_at IS NULL "
    "ORDER BY sort_key, id"
)
WORD = (
    "(last_name LIKE ? OR first_name LIKE ? OR postcode || ' ' || city LIKE ? "
    "OR phone || ' ' || mobile LIKE ?)"
)


def ask(office: Office, text: str) -> list[int]:
    """What the window asks for at a keystroke, once its list was shown."""
    return office.lists.people.ids(ListQuery(text=text))


def run() -> list[Result]:
    """Each question in turn, so that none is answered from what the last one left behind."""
    office = open_stock(PEOPLE)
    try:
        ask(office, "")
        ours = medians_ms([partial(ask, office, one) for one in QUESTIONS.values()], REPEATS)
        plain = medians_ms([_like(office, one) for one in QUESTIONS.values()], 5)
        counts = [len(ask(office, one)) for one in QUESTIONS.values()]
    finally:
        office.close()
    say(f"{'question':<22}{'found':>8}{'ms':>9}{'LIKE ms':>9}")
    for name, found, mine, other in zip(QUESTIONS, counts, ours, plain, strict=True):
        say(f"{name:<22}{found:>8}{mine:>9.2f}{other:>9.1f}")
    return [
        result(
            f"keystroke to ids, 100,000 people: {name}",
            mine,
            f"LIKE over four columns {other:.0f} ms",
            mine / other,
        )
        for name, mine, other in zip(QUESTIONS, ours, plain, strict=True)
    ]


def _like(office: Office, text: str) -> Callable[[], list[Any]]:
    words = text[:200].split()
    statement = LIKE.format(words=" AND ".join(WORD for _ in words))
    values = [f"%{word}%" for word in words for _ in range(4)]

    def look() -> list[Any]:
        with office.store.read() as connection:
            return [row[0] for row in connection.execute(statement, values)]

    return look
