"""Doubles: the hint while typing over 100,000 people, and every pair among 10,000."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

from benchmarks.results import Result, median_ms, medians_ms, result, say
from benchmarks.stock import open_stock
from ehrenamt_desktop.services.office import Office

TYPED_OVER, REVIEWED = 100_000, 10_000
REPEATS = 9
COLUMNS = ("first_name", "last_name", "birth_year", "phone", "email", "street", "city")
SOME = (
    "SELECT first_name, last_name, birth_year, phone, email, street, city FROM person "
    "WHERE id % 9973 = 7 AND trashed_at IS NULL"
)
EQUAL = "SELECT id FROM person WHERE last_name = ? AND first_name = ? AND trashed_at IS NULL"
PAIRS = (
    "SELECT a.id, b.id FROM person a JOIN person b ON a.sort_key = b.sort_key "
    "AND a.birth_year = b.birth_year AND a.id < b.id WHERE a.trashed_at IS NULL"
)


def run() -> list[Result]:
    """People of the store, typed with a slip; then the whole list."""
    return [_typing(), _review()]


def _typing() -> Result:
    office = open_stock(TYPED_OVER)
    try:
        asked = _questions(office)
        works = [partial(office.doubles.like, one) for one in asked]
        ours = medians_ms(works, REPEATS)
        found = sum(bool(office.doubles.like(one)) for one in asked)
        plain = medians_ms([partial(_equal, office, one) for one in asked], 3)
    finally:
        office.close()
    say(f"{found} of {len(asked)} found; slowest {max(ours):.1f} ms, quickest {min(ours):.1f} ms")
    slowest, other = max(ours), sorted(plain)[len(plain) // 2]
    return result(
        "double check while typing, 100,000 people",
        slowest,
        f"plain SQL for the very same name {other:.0f} ms",
        slowest / other,
    )


def _questions(office: Office) -> list[dict[str, Any]]:
    """Common and rare names, with and without a second mark, all with a slip in them."""
    questions: list[dict[str, Any]] = [
        {"last_name": "Müler", "first_name": "Hans"},
        {"last_name": "Schmitt", "first_name": "Anna", "birth_year": 1960},
        {"last_name": "Weber", "first_name": "Maria", "city": "Sontra", "postcode": "36205"},
    ]
    with office.store.read() as connection:
        rows = connection.execute(SOME).fetchall()
    for cells in rows:
        values = dict(zip(COLUMNS, cells, strict=True))
        last = values["last_name"]
        questions.append({**values, "last_name": last[:2] + last[3:]})
    return questions


def _equal(office: Office, typed: dict[str, Any]) -> list[Any]:
    with office.store.read() as connection:
        values = (typed["last_name"], typed["first_name"])
        found: list[Any] = connection.execute(EQUAL, values).fetchall()
        return found


def _review() -> Result:
    office = open_stock(REVIEWED)
    try:
        begun = time.perf_counter()
        pairs = office.doubles.pairs()
        seconds = time.perf_counter() - begun
        plain = median_ms(partial(_same_name_and_year, office), 3) / 1000
    finally:
        office.close()
    say(f"{len(pairs):,} pairs among {REVIEWED:,} people in {seconds:.1f} s")
    return result(
        "review list of doubles, 10,000 people",
        seconds,
        f"plain SQL for equal name and year {plain:.2f} s",
        seconds / plain,
    )


def _same_name_and_year(office: Office) -> list[Any]:
    with office.store.read() as connection:
        found: list[Any] = connection.execute(PAIRS).fetchall()
        return found
