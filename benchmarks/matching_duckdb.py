"""The same work in DuckDB: a cross join with all gates and criteria, the best of both sides."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.matching_columns import Columns
from ehrenamt_desktop.model.rules.time_grid import WEEK

EQUAL = "(1::DOUBLE / 7)", "(1::DOUBLE / 5)"
"""The weight of each criterion of a person and of an offer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How long it took, and the scores of the best of each person and offer, falling."""

    seconds: list[float]
    people: dict[int, list[float]]
    offers: dict[int, list[float]]


def answer(people: Columns, offers: Columns, k: int, repeats: int, threads: int = 2) -> Answer:
    """Load the columns, then ask again and again.

    Raises:
        ImportError: DuckDB is not installed.
    """
    import duckdb

    base = duckdb.connect(config={"threads": threads})
    for name, columns in (("p", people), ("o", offers)):
        plain, wanted = _flat(columns)
        base.register("plain", plain)
        base.execute(f"CREATE TABLE {name} AS SELECT {wanted} FROM plain")  # noqa: S608
    taken = []
    for _ in range(repeats):
        begun = time.perf_counter()
        base.execute(f"CREATE OR REPLACE TEMP TABLE pairs AS {_pairs(people)}")
        best = [base.execute(_best(one, k)).fetchall() for one in (("i", "j"), ("j", "i"))]
        taken.append(time.perf_counter() - begun)
    lists = ({int(row[0]): sorted(row[2], reverse=True) for row in side} for side in best)
    return Answer(taken, *lists)


def _flat(columns: Columns) -> tuple[Columns, str]:
    """Columns of one value each, and how lists are made of them again."""
    plain: Columns = {}
    wanted = []
    for name, values in columns.items():
        parts = [name] if values.ndim == 1 else [f"{name}_{n}" for n in range(values.shape[1])]
        plain |= zip(parts, values.reshape(len(values), -1).T.copy(), strict=True)
        wanted.append(name if values.ndim == 1 else f"list_value({', '.join(parts)}) AS {name}")
    return plain, ", ".join(wanted)


def _unknown(value: str) -> str:
    return f"(({value}) IS NULL OR isnan({value}))"


def _best(sides: tuple[str, str], k: int) -> str:
    """The `k` best of each list, and their scores."""
    one, other = sides
    best = f"max_by({other}, score, {k}), max(score, {k})"
    return f"SELECT {one}, {best} FROM pairs GROUP BY 1"  # noqa: S608 - names of our own


def _pairs(people: Columns) -> str:
    """All possible pairs with their scores."""

    def count(mine: str, theirs: str) -> str:
        width = sum(name.rstrip("0123456789") == mine for name in people)
        return " + ".join(f"bit_count(p.{mine}{n} & o.{theirs}{n})" for n in range(width))

    def any_(mine: str, theirs: str) -> str:
        return f"({count(mine, theirs)}) > 0"

    way = "p.ways[o.place + 1]"
    known = f"((p.grid & {WEEK}) <> 0 AND (o.grid & {WEEK}) <> 0)"
    limit = "least(p.max_km, o.max_km)"
    cover = (
        f"CASE WHEN {known} AND NOT {_unknown('o.hours')} THEN "
        "CASE WHEN o.hours <= 0 THEN 1.0 ELSE least(1.0, least(4 * bit_count("
        f"p.grid & o.grid & {WEEK}), p.hours) / o.hours) END "
        "ELSE 0.5 END"
    )
    told = " AND ".join(f"(p.told{n} OR NOT o.asks{n})" for n in range(3))
    level = "p.languages[o.language + 1]"

    def best(known: str, mine: str, kin: str) -> str:
        near = f"CASE WHEN {any_(kin, mine)} THEN 0.5 ELSE 0.0 END"
        return f"CASE WHEN {known} THEN CASE WHEN {any_(mine, mine)} THEN 1.0 ELSE {near} END " \
            "ELSE 0.5 END"  # fmt: skip

    person = (
        best("p.areas AND o.areas", "area", "kin_area"),
        f"CASE WHEN p.wished AND o.doings > 0 THEN ({count('wish', 'doing')}) / o.doings "
        "ELSE 0.5 END",
        best("p.groups AND o.groups", "grp", "kin_grp"),
        "cover",
        f"CASE WHEN o.remote THEN 1.0 WHEN {_unknown('km')} THEN 0.5 WHEN km > lim THEN 0.0 "
        "WHEN km <= 3 THEN 1.0 ELSE (lim - km) / greatest(lim - 3, 1e-9) END",
        f"CASE WHEN {_unknown('p.rhythms[o.rhythm + 1]')} THEN 0.5 "
        "ELSE p.rhythms[o.rhythm + 1] END",
        f"CASE WHEN p.motives > 0 AND o.motives THEN ({count('motive', 'motive')}) / p.motives "
        "ELSE 0.5 END",
    )
    able = (
        f"2 * ({count('able', 'must')}) + ({count('able', 'may')}) + ({count('half', 'must')}) "
        f"+ 0.5 * ({count('half', 'may')})"
    )
    offer = (
        f"CASE WHEN o.wanted = 0 THEN 1.0 WHEN {told} THEN ({able}) / o.wanted ELSE 0.5 END",
        f"CASE WHEN o.acts > 0 AND (p.done OR p.engaged) THEN greatest(({count('act', 'act')}) "
        "/ o.acts, CASE WHEN p.engaged THEN 0.5 ELSE 0.0 END) ELSE 0.5 END",
        "cover",
        f"CASE WHEN o.level < 0 THEN 1.0 WHEN NOT p.speaks THEN 0.5 WHEN {level} < 0 THEN 0.0 "
        f"WHEN {level} >= o.level THEN 1.0 WHEN {level} IN (0, o.level - 1) THEN 0.5 "
        "ELSE 0.0 END",
        f"CASE WHEN {_unknown('p.begins')} THEN 0.5 ELSE 1 - least(1.0, greatest(0.0, (p.begins - "
        "o.start) / 90)) END",
    )
    minor = "p.age_low >= 0 AND p.age_low < 18"
    possible = (
        "p.ready", "o.open",
        "NOT (p.age_low >= 0 AND ((o.min_age >= 0 AND p.age_high < o.min_age) OR "
        "(o.max_age >= 0 AND p.age_low > o.max_age)))",
        f"NOT ({minor} AND ((p.age_high <= 14 AND NOT o.light) OR (p.age_high < 18 AND o.long)))",
        f"NOT ({any_('disproven', 'proof')})",
        f"NOT ({known} AND (p.grid & o.grid) = 0)",
        f"NOT (NOT o.remote AND NOT {_unknown(way)} AND coalesce({way} > {limit}, false))",
        f"NOT ({any_('refuse', 'about')})",
    )  # fmt: skip
    sides = " + ".join(f"({one})" for one in person), " + ".join(f"({one})" for one in offer)
    kept = " AND ".join(possible)
    facts = f"{cover} AS cover, {way} AS km, coalesce({limit}, 20) AS lim"
    pairs = f"SELECT p, o, p.i, o.j, {facts} FROM p CROSS JOIN o WHERE {kept}"  # noqa: S608
    both = f"{EQUAL[0]} * ({sides[0]}) AS mine, {EQUAL[1]} * ({sides[1]}) AS theirs"
    mean = "CASE WHEN mine + theirs > 0 THEN 2 * mine * theirs / (mine + theirs) ELSE 0 END"
    values = f"SELECT i, j, o.crowding, {both} FROM ({pairs})"  # noqa: S608
    return f"SELECT i, j, {mean} - 0.05 * crowding AS score FROM ({values})"  # noqa: S608


def agree(lists: dict[int, list[float]], scores: Any) -> bool:
    """Whether the falling scores of the lists are these, row by row; NaN fills a row."""
    for at, row in enumerate(scores):
        mine = row[~np.isnan(row)]
        if not np.allclose(lists.get(at, []), mine, atol=1e-9):
            return False
    return True
