"""What the overview of the whole office hands out: who could get which offer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.matches import FitWord
from ehrenamt_desktop.model.text import count, day, weekday


@dataclass(frozen=True, slots=True)
class PairRow:
    """A person with the offer found for them; `id` is the person's number.

    Attributes:
        municipality: where the person lives; empty when unknown.
        rank: the place of the offer among those that fit the person, from 1.
        reason: the reason line as one text.
        fixed: whether she holds on to this pair.
    """

    id: int
    person: str
    place: str
    municipality: str
    offer_id: int
    offer: str
    initiative: str
    word: FitWord
    rank: int
    reason: str
    fixed: bool


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A person without an offer, and why."""

    id: int
    person: str
    place: str
    municipality: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What she decided about an assignment.

    Attributes:
        fixed: the offer that a person gets in any case, by the person's number.
        refused: pairs of person and offer that are not to be made.
    """

    fixed: Mapping[int, int] = field(default_factory=dict)
    refused: frozenset[tuple[int, int]] = frozenset()

    def fix(self, person: int, offer: int) -> Decisions:
        """The person gets this offer."""
        return Decisions({**self.fixed, person: offer}, self.refused - {(person, offer)})

    def loosen(self, person: int) -> Decisions:
        """The person's offer is open again."""
        fixed = {one: offer for one, offer in self.fixed.items() if one != person}
        return Decisions(fixed, self.refused)

    def refuse(self, person: int, offer: int) -> Decisions:
        """The person does not get this offer."""
        return Decisions(self.loosen(person).fixed, self.refused | {(person, offer)})


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """An assignment of everybody who looks for something to the places that are free.

    Attributes:
        places: free places of all open offers.
        greedy: how many would be placed one after another, each with the best offer still free.
        better: whether the scores sum to more than theirs.
        exact: whether it is sure that none is better.
    """

    rows: tuple[PairRow, ...]
    left: tuple[LeftRow, ...]
    places: int
    greedy: int
    better: bool
    as_of: dt.date
    decisions: Decisions = field(default_factory=Decisions)
    exact: bool = True

    @property
    def people(self) -> int:
        """How many people take part."""
        return len(self.rows) + len(self.left)

    @property
    def summary(self) -> str:
        """How many get an offer, and how many it would be one after another: two sentences."""
        if not self.people:
            return "Zurzeit sucht niemand ein Angebot."
        if self.people == 1:
            return "Die Person bekommt ein Angebot." if self.rows else "Die Person geht leer aus."
        if not self.left:
            return f"Alle {self.people} Personen bekommen ein Angebot. {self._beside()}"
        verb = "bekommt" if len(self.rows) == 1 else "bekommen"
        some = f"{len(self.rows)} von {self.people} Personen {verb} ein Angebot."
        return f"{some} {self._beside()}" if self.rows else some

    def _beside(self) -> str:
        if self.greedy < len(self.rows):
            return f"Einfach der Reihe nach wären es {self.greedy}."
        if not self.better:
            return "Der Reihe nach verteilt käme dasselbe heraus."
        return "Einfach der Reihe nach wären es ebenso viele, es passte aber weniger gut."


@dataclass(frozen=True, slots=True)
class EventOffer:
    """An offer that somebody can be sent to on a day; `id` is its number, `places` are free."""

    id: int
    title: str
    initiative: str
    place: str
    places: int


@dataclass(frozen=True, slots=True)
class EventDay:
    """The offers of one day, or with `day` None all that are open."""

    day: dt.date | None
    offers: tuple[EventOffer, ...]

    @property
    def words(self) -> str:
        """The day with what it offers, as `Sa, 12.12.2026 (6 Angebote, 14 Plätze)`."""
        name = (
            "Alle offenen Angebote" if self.day is None else f"{weekday(self.day)}, {day(self.day)}"
        )
        places = count(sum(one.places for one in self.offers), "Platz", "Plätze")
        return f"{name} ({count(len(self.offers), 'Angebot', 'Angebote')}, {places})"


@dataclass(frozen=True, slots=True)
class Choice:
    """An offer that fits a person; `id` is its number.

    Attributes:
        free: whether a place is left in the assignment.
        now: whether the person has it in the assignment.
    """

    id: int
    offer: str
    initiative: str
    word: FitWord
    free: bool
    now: bool


@dataclass(frozen=True, slots=True)
class PairRefusal:
    """Why a pair cannot be proposed."""

    person_id: int
    offer_id: int
    person: str
    offer: str
    sentence: str


class RefusedPairs(DomainError):
    """Some pairs cannot be proposed, so none was; each is named with its reason."""

    def __init__(self, pairs: tuple[PairRefusal, ...]) -> None:
        self.pairs = pairs
        some = count(len(pairs), "Paar kann", "Paare können")
        super().__init__(f"{some} nicht vorgeschlagen werden. Es ist noch nichts vorgeschlagen.")
