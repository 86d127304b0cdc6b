"""All pairs of a store: people who share a key are compared, everybody once with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from ehrenamt_desktop.model import likeness
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.services.doubles.judge import CLAIM, Pair, judge
from ehrenamt_desktop.services.doubles.rarity import Rarity
from ehrenamt_desktop.services.doubles.sketch import Sketch, sketch

CROWD = 400
"""People who share a key at most; a key of more says nothing, and other keys find the pair."""

CLEAR = 1.0
"""Bits by which one of two rival claims must be ahead to stay."""

_STEP = 500


def pairs(
    rows: Sequence[Mapping[str, Any]],
    known: Collection[tuple[int, int]] = frozenset(),
    progress: Progress | None = None,
) -> list[Pair]:
    """The claims among people, the surest first.

    Args:
        rows: the columns of all people, each with its `id`.
        known: pairs that somebody told apart, the lower number first.
        progress: told how many people are compared.
    """
    people = {int(row["id"]): sketch(int(row["id"]), row) for row in rows}
    rarity = Rarity(people.values())
    found: list[Pair] = []
    for place, (number, others) in enumerate(_partners(rows)):
        if progress is not None and place % _STEP == 0:
            progress.step(place, len(rows), "Personen verglichen")
        one = people[number]
        for other in others:
            pair = judge(one, people[other], rarity)
            if pair is not None and pair.bits >= CLAIM and (pair.a, pair.b) not in known:
                found.append(pair)
    kept = _without_rivals(found, people, rarity)
    return sorted(kept, key=lambda pair: (-pair.bits, pair.a, pair.b))


def _without_rivals(
    found: Sequence[Pair], people: Mapping[int, Sketch], rarity: Rarity
) -> list[Pair]:
    """Without claims that cannot all be true: nobody is both father and son.

    Of two rivals the clearly weaker one goes; if neither is, both go.
    """
    claims: dict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        claims[pair.a].append(pair)
        claims[pair.b].append(pair)
    lost: set[tuple[int, int]] = set()
    for number, pairs_of_one in claims.items():
        for one, other in combinations(pairs_of_one, 2):
            left, right = (pair.a if pair.b == number else pair.b for pair in (one, other))
            if judge(people[left], people[right], rarity) is not None:
                continue
            if one.bits - other.bits < CLEAR:
                lost.add((one.a, one.b))
            if other.bits - one.bits < CLEAR:
                lost.add((other.a, other.b))
    return [pair for pair in found if (pair.a, pair.b) not in lost]


def _partners(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, set[int]]]:
    """Each person with the people of higher number that share a key."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        for key in likeness.keys(row):
            blocks[key].append(int(row["id"]))
    partners: dict[int, set[int]] = {int(row["id"]): set() for row in rows}
    for block in blocks.values():
        if 1 < len(block) <= CROWD:
            for one, other in combinations(sorted(block), 2):
                partners[one].add(other)
    yield from partners.items()


def likely(
    typed: Sketch, rows: Sequence[Mapping[str, Any]], rarity: Rarity, least: float
) -> list[Pair]:
    """The people among `rows` who may be the typed one, the likeliest first."""
    judged = (judge(typed, sketch(int(row["id"]), row), rarity) for row in rows)
    found = [pair for pair in judged if pair is not None and pair.bits >= least]
    return sorted(found, key=lambda pair: (-pair.bits, pair.b))
