"""How alike two names are, from 0 to 1: as heard, typed, scanned, shortened, joined, swapped."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ehrenamt_desktop.model import likeness

SAME, SHORT, SLIP, SLIPS = 1.0, 0.95, 0.9, 0.8
"""Equal; a nickname or another spelling of the sound; one slip of the pen; two slips."""

INITIAL = 0.6
"""Only the first letter agrees, and no more is known."""

PART = 0.85
"""One of two joined surnames, as before or after a marriage."""


class Likeness(NamedTuple):
    """How alike two people's names are.

    Attributes:
        first, last: 0 to 1; -1 where a first name is unknown.
        swapped: the names stand in each other's field.
        exact: both names are the same word for word.
    """

    first: float
    last: float
    swapped: bool = False

    @property
    def exact(self) -> bool:
        """Whether nothing differs."""
        return self.first == self.last == SAME and not self.swapped


def compare(
    first_a: tuple[str, ...],
    last_a: tuple[str, ...],
    first_b: tuple[str, ...],
    last_b: tuple[str, ...],
) -> Likeness:
    """Compare two people's names, given as folded words."""
    straight = Likeness(first_names(first_a, first_b), last_names(last_a, last_b))
    if min(straight.first, straight.last) >= SLIPS or not (first_a and first_b):
        return straight
    crossed = min(first_names(first_a, last_b), first_names(last_a, first_b))
    if crossed >= SLIPS:
        return Likeness(crossed, crossed, swapped=True)
    return straight


@lru_cache(maxsize=200_000)
def words(one: str, other: str) -> float:
    """How alike two folded words are, whatever they name."""
    a, b = likeness.bare(one), likeness.bare(other)
    if a == b:
        return SAME
    short = min(len(a), len(b))
    if short < 3:
        return 0.0
    if likeness.sound(a) == likeness.sound(b) and _near(a, b, 3):
        return SHORT
    slips = min(_slips(one, other), _slips(a, b), _slips(*_scanned(one, other)) if short > 3 else 9)
    if short == 3:
        return SLIPS if slips == 1 else 0.0
    if slips <= 1:
        return SLIP
    if slips <= (2 if short >= 6 else 3 if short >= 10 else 0):
        return SLIPS
    if short >= 5 and _near(likeness.sound(a), likeness.sound(b), 1):
        return SLIPS
    return 0.0


def _slips(a: str, b: str) -> int:
    return OSA.distance(a, b, score_cutoff=3)


def _scanned(one: str, other: str) -> tuple[str, str]:
    return likeness.scanned(one), likeness.scanned(other)


def _near(a: str, b: str, slips: int) -> bool:
    return OSA.distance(a, b, score_cutoff=slips) <= slips


@lru_cache(maxsize=200_000)
def first_words(one: str, other: str) -> float:
    """How alike two first names are; two names that people bear are not each other's slip."""
    a, b = likeness.bare(one), likeness.bare(other)
    if a == b:
        return SAME
    if likeness.stands_for(a, b):
        return SHORT
    if min(len(a), len(b)) == 1:
        return INITIAL if a[:1] == b[:1] else 0.0
    found = words(one, other)
    if found == SHORT:
        return found
    known = likeness.is_first_name(one), likeness.is_first_name(other)
    if all(known):
        return 0.0
    if not found and any(known) and min(len(a), len(b)) == 2 and _slips(a, b) == 1:
        return SLIPS
    return found


@lru_cache(maxsize=200_000)
def first_names(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two people's first names are; -1 if one is unknown.

    Joined and parted writing agree, and one of several names is enough unless further ones differ:
    `Anna-Lena` is `Anna`, but not `Anna-Maria`.
    """
    if not a or not b:
        return -1.0
    if len(a) == len(b) == 1:
        return first_words(a[0], b[0])
    whole = first_words("".join(a), "".join(b))
    if whole >= SLIPS:
        return whole
    pairs = [(first_words(one, other), one, other) for one in a for other in b]
    best = max(value for value, _, _ in pairs)
    if len(a) == 1 or len(b) == 1:
        return min(best, SHORT) if best >= SLIPS else best if best == INITIAL else 0.0
    lower = min(first_words(one, other) for one, other in zip(a, b, strict=False))
    return min(best, SHORT) if lower >= INITIAL and best >= SLIPS else 0.0


@lru_cache(maxsize=200_000)
def last_names(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two people's surnames are; one part of a joined name counts as `PART`."""
    if len(a) == len(b) == 1:
        return words(a[0], b[0])
    whole = words("".join(a), "".join(b))
    if whole >= SLIPS:
        return whole
    best = max((words(one, other) for one in a for other in b if min(len(one), len(other)) > 2),
               default=0.0)  # fmt: skip
    if best < SLIPS:
        return 0.0
    if len(a) == len(b):
        turned = min(max(words(one, other) for other in b) for one in a)
        return SHORT if turned >= SLIPS else 0.7
    return PART if best >= SLIP else 0.75
