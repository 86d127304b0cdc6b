"""How the office weighs: the order of the criteria of each side, and what a full offer loses.

All criteria of a side weigh the same, or as their order says by rank-order centroids: the k-th of
n weighs (1/k + … + 1/n) / n (Barron & Barrett).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.matches import Criterion, Side
from ehrenamt_desktop.model.text import number

Place = tuple[Side, Criterion]

CRITERIA: tuple[Place, ...] = (
    (Side.PERSON, Criterion.FIELD),
    (Side.PERSON, Criterion.ACTIVITY),
    (Side.PERSON, Criterion.TARGET_GROUP),
    (Side.PERSON, Criterion.TIME),
    (Side.PERSON, Criterion.DISTANCE),
    (Side.PERSON, Criterion.RHYTHM),
    (Side.PERSON, Criterion.MOTIVE),
    (Side.OFFER, Criterion.SKILLS),
    (Side.OFFER, Criterion.EXPERIENCE),
    (Side.OFFER, Criterion.TIME),
    (Side.OFFER, Criterion.LANGUAGE),
    (Side.OFFER, Criterion.START),
)
"""The criteria of both sides in order of display."""

ALL_EQUAL = "Alle gleich wichtig"
BALANCE = 0.05
"""Deduction for one open proposal per place wanted (matching notes: small, e.g. 0.05)."""


class Balance(Labelled):
    """How far offers with many open proposals move back."""

    OFF = "off", "aus"
    SLIGHT = "slight", "schwach"
    MEDIUM = "medium", "mittel"
    OWN = "own", "eigener Wert"

    @classmethod
    def of(cls, value: float) -> Self:
        """The word for a deduction."""
        return next((one for one, amount in cls.amounts().items() if amount == value), cls.OWN)

    @classmethod
    def amounts(cls) -> dict[Self, float]:
        """The deduction of each word that names one."""
        return {cls.OFF: 0.0, cls.SLIGHT: BALANCE, cls.MEDIUM: 2 * BALANCE}


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the office holds to be important.

    Attributes:
        order: the criteria by importance, those of both sides; empty when all weigh the same.
        balance: deduction for one open proposal per place wanted, from 0 to 1.
    """

    order: tuple[Place, ...] = ()
    balance: float = BALANCE

    @property
    def is_ranked(self) -> bool:
        """Whether the order decides the weights."""
        return bool(self.order)

    @property
    def is_whole(self) -> bool:
        """Whether the order names each criterion once, or none at all."""
        return not self.order or sorted(self.order) == sorted(CRITERIA)

    def of_side(self, side: Side) -> tuple[Criterion, ...]:
        """The criteria of a side; those that the order leaves out follow as displayed."""
        places = dict.fromkeys((*self.order, *CRITERIA))
        return tuple(one for owner, one in places if owner is side and (side, one) in CRITERIA)

    def weights(self) -> dict[Place, float]:
        """The weight of each criterion in order of display; those of a side sum to 1."""
        found = dict.fromkeys(CRITERIA, 0.0)
        for side in Side:
            criteria = self.of_side(side)
            shares = centroid(len(criteria)) if self.order else equal(len(criteria))
            found.update(((side, one), share) for one, share in zip(criteria, shares, strict=True))
        return found

    def ranked(self) -> Self:
        """The same with weights by rank."""
        return replace(
            self, order=tuple((side, one) for side in Side for one in self.of_side(side))
        )

    def levelled(self) -> Self:
        """The same with equal weights."""
        return replace(self, order=())

    def moved(self, side: Side, at: int, to: int) -> Self:
        """The same with a criterion of a side at another place; the order counts from then on."""
        criteria = list(self.of_side(side))
        criteria.insert(to, criteria.pop(at))
        kept = {one: self.of_side(one) for one in Side} | {side: tuple(criteria)}
        return replace(self, order=tuple((one, name) for one in Side for name in kept[one]))

    def balanced(self, balance: float) -> Self:
        """The same with another deduction."""
        return replace(self, balance=balance)

    @property
    def words(self) -> str:
        """What counts most: `Zuerst Zeit (Person) und Sprache (Initiative)`."""
        if not self.order:
            return ALL_EQUAL
        person, offer = (self.of_side(side)[0].label for side in Side)
        return f"Zuerst {person} (Person) und {offer} (Initiative)"

    @property
    def balance_words(self) -> str:
        """How far full offers move back: `schwach (0,05)`."""
        known = Balance.of(self.balance)
        return known.label if known is Balance.OFF else f"{known.label} ({number(self.balance, 3)})"


class WeightVersion(NamedTuple):
    """One kept version.

    Attributes:
        number: 0 for what counts before anything was kept.
        on: the day it was kept; None for number 0.
        proposals: how many proposals were made with it.
    """

    number: int
    name: str
    on: dt.date | None
    weighing: Weighing
    proposals: int


def equal(size: int) -> tuple[float, ...]:
    """Equal weights that sum to 1 (unit weights are robust: Dawes 1979)."""
    return (1.0 / size,) * size


def centroid(size: int) -> tuple[float, ...]:
    """Rank-order centroid weights, the heaviest first; they sum to 1."""
    return tuple(
        sum(1.0 / rank for rank in range(place, size + 1)) / size for place in range(1, size + 1)
    )
