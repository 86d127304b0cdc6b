"""What the gap report hands out: where people and offers do not come together, and why.

Everything counts people who look for something and wait for nothing, and places that are neither
taken nor proposed to anybody.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.text import count

IDEA_FROM = 3
"""So many people with the same wish are worth a new initiative."""
OUTSIDE = "auswärtig oder ohne Ort"


class GateCount(NamedTuple):
    """How often a gate is in the way."""

    gate: Gate
    amount: int


class Ref(NamedTuple):
    """A person or an offer that a row speaks of; people for the screen only."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class OfferGap:
    """An offer that fits nobody; `id` is its number.

    Attributes:
        municipality: where it takes place.
        gates: how many people each gate keeps away, most first.
        verbs: what the first gate says of one person and of several.
        people: how many were looked at.
    """

    id: int
    title: str
    initiative: str
    municipality: str
    gates: tuple[GateCount, ...]
    verbs: tuple[str, str]
    people: int

    @property
    def why(self) -> str:
        """`Zeit: 14 von 20 Personen können nicht am Mittwoch`."""
        first = self.gates[0]
        some = f"{first.amount} von {count(self.people, 'Person', 'Personen')}"
        return f"{first.gate.label}: {some} {self.verbs[first.amount != 1]}"

    @property
    def others(self) -> str:
        """The further gates: `Entfernung 6, Alter 2`."""
        return ", ".join(f"{one.gate.label} {one.amount}" for one in self.gates[1:])


@dataclass(frozen=True, slots=True)
class PersonGap:
    """A person nothing fits; `id` is their number.

    Attributes:
        gate: the gate that alone keeps most offers away; else the one most often in the way.
        opens: offers that would fit without it.
        why: the same in a sentence.
    """

    id: int
    name: str
    place: str
    municipality: str
    gate: Gate
    opens: int
    why: str


@dataclass(frozen=True, slots=True)
class WishGap:
    """People of a municipality who wish for a field in which nothing fits them.

    Attributes:
        id: place in the report, from 1.
        initiative_id: an initiative in founding that was made of this wish.
    """

    id: int
    area_id: int
    area: str
    municipality: str
    people: tuple[Ref, ...]
    initiative_id: int | None = None

    @property
    def amount(self) -> int:
        """How many people."""
        return len(self.people)

    @property
    def idea(self) -> bool:
        """Whether enough people wish for it to found something."""
        return self.amount >= IDEA_FROM

    @property
    def title(self) -> str:
        """The name of an initiative made of this wish."""
        return f"{self.area} in {self.municipality} (Idee)" if self.local else f"{self.area} (Idee)"

    @property
    def local(self) -> bool:
        """Whether the people live in a municipality of the association."""
        return self.municipality != OUTSIDE


@dataclass(frozen=True, slots=True)
class ProofGap:
    """A proof that alone keeps people from offers; `id` is its term.

    Attributes:
        people: who would come into question with it.
        unasked: how many of them nobody has asked for it yet.
        offers: what it would open.
        pairs: pairs of person and offer it would open.
    """

    id: int
    proof: str
    people: tuple[Ref, ...]
    unasked: int
    offers: tuple[Ref, ...]
    pairs: int


@dataclass(frozen=True, slots=True)
class GapReport:
    """Where people and offers do not come together on a day.

    Attributes:
        people: how many look for something and wait for nothing.
        offers: how many offers have a place that is neither taken nor proposed.
    """

    as_of: dt.date
    people: int
    offers: int
    offer_gaps: tuple[OfferGap, ...]
    person_gaps: tuple[PersonGap, ...]
    wishes: tuple[WishGap, ...]
    proofs: tuple[ProofGap, ...]

    @property
    def summary(self) -> str:
        """What it is about, in a sentence."""
        if not self.people:
            return "Zurzeit sucht niemand ein Angebot, der nicht schon auf etwas wartet."
        if not self.offers:
            return f"{_seekers(self.people)}, aber kein Angebot hat einen freien Platz."
        free = count(self.offers, "Angebot hat", "Angebote haben")
        return f"{_seekers(self.people)}, {free} einen freien Platz."


@dataclass(frozen=True, slots=True)
class Founded:
    """An initiative in founding made of a wish.

    Attributes:
        linked: how many people stand on it as interested.
        left_out: who does not, each with the reason.
    """

    initiative_id: int
    name: str
    linked: int
    left_out: tuple[tuple[Ref, str], ...]


def _seekers(amount: int) -> str:
    return f"{count(amount, 'Person sucht', 'Personen suchen')} etwas"
