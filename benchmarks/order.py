"""Sorting and filtering 100,000 people, beside the floor: reading all numbers as they lie."""

from __future__ import annotations

from functools import partial

from benchmarks.promises import COLUMNS
from benchmarks.results import Result, median_ms, medians_ms, result, say
from benchmarks.stock import open_stock
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import Office

PEOPLE = 100_000
REPEATS = 5


def sorts() -> list[ListQuery]:
    """Every column, downwards: the list itself is never kept that way."""
    return [ListQuery(sort=column, descending=True) for column in COLUMNS]


def filters(office: Office) -> dict[str, ListQuery]:
    """A filter of each kind the list has, the most common value of each."""
    with office.store.read() as connection:
        place = connection.execute(
            "SELECT place_id FROM person GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
        term = connection.execute(
            "SELECT term_id FROM person_term GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
        area = connection.execute(
            "SELECT coalesce(t.parent_id, t.id) FROM person_term x JOIN term t ON t.id = x.term_id "
            "GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
    wanted = {
        "municipality": ("Sontra",),
        "place": (str(place),),
        "stage": ("seeking",),
        "term": (str(term),),
        "county": ("Werra-Meißner-Kreis",),
        "area": (str(area),),
        "age": ("late", "retired"),
        "silence": ("half_year",),
        "consent": ("handover",),
        "basis": ("consent",),
        "proof": ("ending", "expired"),
        "missing": ("birth", "interests", "basis"),
        "archived": ("yes",),
    }
    made = {key: ListQuery(filters={key: values}) for key, values in wanted.items()}
    both = {"municipality": ("Sontra",), "stage": ("active", "proposed")}
    return made | {
        "municipality, stage": ListQuery(filters=both),
        "age, consent, silence": ListQuery(
            filters={key: wanted[key] for key in ("age", "consent", "silence")}
        ),
        "age by contact": ListQuery(sort="last_contact", filters={"age": wanted["age"]}),
        "municipality by contact": ListQuery(
            sort="last_contact", filters={"municipality": ("Sontra",)}
        ),
    }


def run() -> list[Result]:
    """All columns and filters in turn."""
    office = open_stock(PEOPLE)
    source = office.lists.people
    try:
        chosen = filters(office)
        floor = median_ms(lambda: all_numbers(office))
        sorted_ = medians_ms([partial(source.ids, one) for one in sorts()], REPEATS)
        filtered = medians_ms([partial(source.ids, one) for one in chosen.values()], REPEATS)
        found = [len(source.ids(one)) for one in chosen.values()]
    finally:
        office.close()
    say(f"{'filter':<26}{'found':>8}{'ms':>9}")
    for name, count, taken in zip(chosen, found, filtered, strict=True):
        say(f"{name:<26}{count:>8}{taken:>9.1f}")
    worst = max(range(len(filtered)), key=filtered.__getitem__)
    against = f"all numbers unordered {floor:.1f} ms"
    results = [
        result(f"sort 100,000 people by {column}", taken, against, taken / floor)
        for column, taken in zip(COLUMNS, sorted_, strict=True)
    ]
    slowest = f"{against}; slowest: {list(chosen)[worst]}"
    return [
        *results,
        result("filter 100,000 people", filtered[worst], slowest, filtered[worst] / floor),
    ]


def all_numbers(office: Office) -> list[int]:
    """The floor: the numbers of all people as they lie."""
    with office.store.read() as connection:
        return [row[0] for row in connection.execute("SELECT id FROM person")]
