"""Initiatives of nearly the same name: a hint while typing, never a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.doubles import LikelyPerson, Side
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.doubles.names import SAME, SHORT, SLIP, words

FILLING = frozenset(
    {"e", "v", "ev", "verein", "der", "die", "das", "und", "von", "in", "im", "fuer", "ggmbh",
     "gemeinnuetzig", "eingetragener"}
)  # fmt: skip
"""Words of a name that tell no body from another."""


def telling(name: str) -> list[str]:
    """The folded words of a name that tell it from others."""
    found = fold(name).split()
    return [word for word in found if word not in FILLING] or found


def alike(one: str, other: str) -> float:
    """0 to 1: all words of the shorter name stand in the other one, each with at most a slip.

    A single word must be the whole name of both: there are many fire brigades.
    """
    short, long = sorted((telling(one), telling(other)), key=len)
    if not short or (len(short) == 1 and len(long) > 1):
        return 0.0
    best = [max(words(word, another) for another in long) for word in short]
    if min(best) < SLIP:
        return 0.0
    return min(best) if len(short) == len(long) else min(*best, SHORT)


def likely(name: str, rows: Sequence[Mapping[str, Any]]) -> list[LikelyPerson]:
    """The bodies among `rows` that may be the typed one, the likeliest first."""
    found = []
    for row in rows:
        score = alike(name, str(row["name"]))
        if score:
            reason = "gleicher Name" if score == SAME else "ähnlicher Name"
            found.append(LikelyPerson(Side(row["id"], row["name"], row["place"]), score, reason))
    return sorted(found, key=lambda one: (-one.score, one.person.number))
