"""What matching knows of people and offers: plain values, read by the store, ranked by matching.

Sex and working status are not here at all; age is here for the gates only.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from ehrenamt_desktop.model.enums import (
    Level,
    OfferStage,
    OfferStatus,
    PersonStatus,
    PlacementState,
    Rhythm,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.age import Age, age
from ehrenamt_desktop.model.rules.resting import rest_until
from ehrenamt_desktop.model.rules.stages import free_places, offer_stage


class PersonTermFact(NamedTuple):
    """A wish, a refusal or a knowledge of a person."""

    term_id: int
    relation: TermRelation
    level: Level | None = None


class OfferTermFact(NamedTuple):
    """What an offer is about, requires or wishes."""

    term_id: int
    role: TermRole
    level: Level | None = None


class ProofFact(NamedTuple):
    """A proof of a person; it counts when held, seen and unexpired."""

    term_id: int
    held: bool = True
    valid_until: dt.date | None = None
    verified_on: dt.date | None = None


class PairFact(NamedTuple):
    """An earlier or present placement of a person with an offer: its state and since when."""

    state: PlacementState
    on: dt.date


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as matching sees it.

    Units: `hours_per_week` hours, `max_km` kilometres as the crow flies, `time_grid` as in
    `rules/time_grid` (0 unknown). `polite` is the name in sentences ("Frau Dietzel"). `waiting`
    holds the days of the proposals without an answer.
    """

    number: int
    name: str
    polite: str
    status: PersonStatus = PersonStatus.SEEKING
    birth_date: dt.date | None = None
    birth_year: int | None = None
    place: PlaceRow | None = None
    max_km: float | None = None
    time_grid: int = 0
    hours_per_week: float | None = None
    rhythm: Rhythm | None = None
    available_from: dt.date | None = None
    available_until: dt.date | None = None
    rests_until: dt.date | None = None
    engaged_before: bool = False
    last_proposed_on: dt.date | None = None
    terms: tuple[PersonTermFact, ...] = ()
    proofs: tuple[ProofFact, ...] = ()
    waiting: tuple[dt.date, ...] = ()

    def age(self, as_of: dt.date) -> Age:
        """The possible ages on a day."""
        return age(self.birth_date, self.birth_year, as_of)

    def rest(self, as_of: dt.date) -> dt.date | None:
        """The last day of a pause that holds on a day; None if there is none."""
        if self.rests_until is None and not self.waiting:
            return None
        return rest_until(self.rests_until, self.waiting, as_of)

    def ids(self, *relations: TermRelation) -> list[int]:
        """The terms the person stands in one of these relations to."""
        return [one.term_id for one in self.terms if one.relation in relations]


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """An offer as matching sees it; units as for the person.

    `occupied` counts running placements, `open_proposals` those that wait for an answer.
    """

    number: int
    title: str
    initiative: str
    status: OfferStatus = OfferStatus.PUBLISHED
    paused_until: dt.date | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    valid_until: dt.date | None = None
    places_total: int | None = None
    occupied: int = 0
    open_proposals: int = 0
    last_proposed_on: dt.date | None = None
    min_age: int | None = None
    max_age: int | None = None
    max_km: float | None = None
    remote: bool = False
    fit_youth: bool = False
    place: PlaceRow | None = None
    time_grid: int = 0
    hours_per_week: float | None = None
    rhythm: Rhythm | None = None
    trial_possible: bool | None = None
    induction: str = ""
    terms: tuple[OfferTermFact, ...] = ()

    def stage(self, as_of: dt.date) -> OfferStage:
        """Where the offer stands, whether or not its places are taken."""
        return offer_stage(
            self.status,
            paused_until=self.paused_until,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            valid_until=self.valid_until,
            places_total=None,
            occupied=0,
            as_of=as_of,
        )

    @property
    def free(self) -> int | None:
        """Places still free; None when the offer names no number."""
        return free_places(self.places_total, self.occupied)

    @property
    def unpromised(self) -> int:
        """Places neither taken nor proposed to anybody; an unknown number counts as one."""
        return (1 if self.free is None else self.free) - self.open_proposals

    @property
    def time_is_free(self) -> bool:
        """Whether the helper chooses the time, so that no times need to be named."""
        return self.remote or self.rhythm is Rhythm.FLEXIBLE

    def ids(self, *roles: TermRole) -> list[int]:
        """The terms in one of these roles."""
        return [one.term_id for one in self.terms if one.role in roles]
