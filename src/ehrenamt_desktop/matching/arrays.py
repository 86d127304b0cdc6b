"""Facts as arrays: one row per person or offer, one column per term.

Built once per list; gates and criteria then work on whole blocks of people × offers.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import (
    Level,
    OfferStage,
    PersonStatus,
    Rhythm,
    TermKind,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts, ProofFact
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.distance import kilometres

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]
Marks = npt.NDArray[np.float32]
"""Zeros, halves and ones of term tables; products of them are exact in single precision."""

LEVELS = (None, *Level)
"""Levels by rank: 0 not stated, then rising."""
RHYTHMS = (None, *Rhythm)
"""Rhythms by position: 0 unknown."""
REQUIRED_WEIGHT = 2
"""A required skill counts twice as much as a wished one."""


DOING = (TermKind.ACTIVITY, TermKind.SKILL)
"""What a task consists of."""
WANTED = (TermKind.SKILL, TermKind.MOBILITY, TermKind.PROOF)
"""What an offer may ask somebody to bring."""


class TermTable:
    """The tree of terms as square tables: row = the person's term, column = the offer's term."""

    def __init__(self, words: Vocabulary) -> None:
        size = len(words)
        self.words = words
        self.narrower: Marks = np.eye(size, dtype=np.float32)
        self.related: Marks = np.zeros((size, size), dtype=np.float32)
        for key in words.terms:
            for above in words.ancestors(key):
                self.narrower[words.column[above], words.column[key]] = 1
        for kind in (TermKind.AREA, TermKind.TARGET_GROUP):
            family = words.of_kind(words.terms, kind)
            for one, other in itertools.permutations(family, 2):
                if words.related(one, other):
                    self.related[words.column[one], words.column[other]] = 1
        self.columns = {
            kind: np.array([term.kind is kind for term in words.terms.values()], dtype=bool)
            for kind in TermKind
        }

    def marks(self, rows: Sequence[Iterable[int]]) -> Marks:
        """A table of ones at the given term numbers, one row each; unknown numbers are left out."""
        column = self.words.column
        found = np.zeros((len(rows), len(self.words)), dtype=np.float32)
        at = [(i, column[key]) for i, row in enumerate(rows) for key in row if key in column]
        if at:
            found[tuple(np.array(at).T)] = 1
        return found

    def levels(self, rows: Sequence[Iterable[tuple[int, Level | None]]]) -> Codes:
        """Level ranks of the languages; -1 where one is not named."""
        spoken = np.flatnonzero(self.columns[TermKind.LANGUAGE]).tolist()
        column = {key: spoken.index(at) for key, at in self.words.column.items() if at in spoken}
        found = np.full((len(rows), len(spoken)), -1, dtype=np.int64)
        for i, row in enumerate(rows):
            for key, level in row:
                if key in column:
                    found[i, column[key]] = max(found[i, column[key]], LEVELS.index(level))
        return found

    def cut(self, marks: Marks, *kinds: TermKind) -> Marks:
        """The columns of these kinds alone."""
        kept: Marks = np.ascontiguousarray(marks[:, self._chosen(*kinds)])
        return kept

    def tree(self, square: Marks, *kinds: TermKind) -> Marks:
        """The part of a square table that relates terms of these kinds."""
        chosen = self._chosen(*kinds)
        kept: Marks = np.ascontiguousarray(square[np.ix_(chosen, chosen)])
        return kept

    def _chosen(self, *kinds: TermKind) -> Flags:
        chosen: Flags = np.logical_or.reduce([self.columns[kind] for kind in kinds])
        return chosen


class PlaceTable:
    """The distinct places of one side; position -1 means the place is not known."""

    def __init__(self, places: Sequence[PlaceRow | None]) -> None:
        known = {one.id: one for one in places if one is not None and one.lat is not None}
        order = {key: at for at, key in enumerate(known)}
        self.places = tuple(known.values())
        self.position: Codes = np.array(
            [-1 if one is None else order.get(one.id, -1) for one in places], dtype=np.int64
        )

    def kilometres(self, other: PlaceTable) -> Floats:
        """Distances in kilometres, rows of this side × rows of the other; NaN when unknown."""
        table = np.full((len(self.places) + 1, len(other.places) + 1), np.nan)
        for i, a in enumerate(self.places):
            for j, b in enumerate(other.places):
                if None not in (a.lon, b.lon):
                    table[i, j] = kilometres(a.lat, a.lon, b.lat, b.lon)  # type: ignore[arg-type]
        return table[self.position[:, None], other.position[None, :]]


@dataclass(frozen=True, slots=True)
class People:
    """Rows of people; numbers are NaN and ages -1 where unknown.

    Term tables carry the columns of their kind only, in the same order as those of `Offers`, and
    the tree is already folded in: a product with the offers' table counts what meets.
    """

    facts: tuple[PersonFacts, ...]
    ready: Flags
    age_low: Codes
    age_high: Codes
    places: PlaceTable
    max_km: Floats
    grid: Codes
    hours: Floats
    rhythm: Codes
    available_from: Floats
    engaged_before: Flags
    areas: Marks
    areas_kin: Marks
    groups: Marks
    groups_kin: Marks
    wishes: Marks
    motives: Marks
    abilities: Marks
    told: tuple[Flags, ...]
    activities: Marks
    languages: Codes
    proven: Marks
    disproven: Marks
    refuses: Marks

    @classmethod
    def of(cls, facts: Sequence[PersonFacts], table: TermTable, as_of: dt.date) -> People:
        """The arrays of these people on a day."""
        ages = [one.age(as_of) for one in facts]
        wish = table.marks([one.ids(TermRelation.WISH) for one in facts])
        refuses = table.marks([one.ids(TermRelation.NO) for one in facts])
        has = table.marks(
            [
                one.ids(TermRelation.HAS) + [p.term_id for p in one.proofs if valid(p, as_of)]
                for one in facts
            ]
        )
        entered = table.marks([[p.term_id for p in one.proofs] for one in facts])
        seen = [[p.term_id for p in one.proofs if proven(p, as_of)] for one in facts]
        areas, groups = table.cut(wish, TermKind.AREA), table.cut(wish, TermKind.TARGET_GROUP)
        related, narrower = table.related, table.narrower
        told = has + refuses + entered
        spoken = [
            [(t.term_id, t.level) for t in one.terms if t.relation is TermRelation.HAS]
            for one in facts
        ]
        return cls(
            facts=tuple(facts),
            ready=_flags(is_ready(one, as_of) for one in facts),
            age_low=_codes(-1 if one.low is None else one.low for one in ages),
            age_high=_codes(-1 if one.high is None else one.high for one in ages),
            places=PlaceTable([one.place for one in facts]),
            max_km=_numbers(one.max_km for one in facts),
            grid=_codes(one.time_grid for one in facts),
            hours=_numbers(one.hours_per_week for one in facts),
            rhythm=_codes(RHYTHMS.index(one.rhythm) for one in facts),
            available_from=_days(one.available_from for one in facts),
            engaged_before=_flags(one.engaged_before for one in facts),
            areas=areas,
            areas_kin=areas @ table.tree(related, TermKind.AREA),
            groups=groups,
            groups_kin=groups @ table.tree(related, TermKind.TARGET_GROUP),
            wishes=_ones(table.cut(wish, *DOING) @ table.tree(narrower, *DOING)),
            motives=_ones(table.cut(wish + has, TermKind.MOTIVE)),
            abilities=_reach(table.cut(has, *WANTED), table.tree(narrower, *WANTED)),
            told=tuple(named(table.cut(told, kind)) for kind in WANTED),
            activities=table.cut(has, TermKind.ACTIVITY),
            languages=table.levels(spoken),
            proven=table.cut(table.marks(seen), TermKind.PROOF),
            disproven=table.cut(entered * (has == 0), TermKind.PROOF),
            refuses=_ones(refuses @ narrower),
        )


@dataclass(frozen=True, slots=True)
class Offers:
    """Rows of offers; numbers are NaN and ages -1 where unknown, term tables as for `People`."""

    facts: tuple[OfferFacts, ...]
    open: Flags
    places_known: Flags
    has_place: Flags
    taken: Flags
    min_age: Codes
    max_age: Codes
    places: PlaceTable
    max_km: Floats
    remote: Flags
    fit_youth: Flags
    grid: Codes
    hours: Floats
    rhythm: Codes
    start: Floats
    crowding: Floats
    about: Marks
    areas: Marks
    groups: Marks
    doings: Marks
    activities: Marks
    motives: Marks
    wanted: Marks
    asks: tuple[Flags, ...]
    proofs: Marks
    languages: Codes

    @classmethod
    def of(cls, facts: Sequence[OfferFacts], table: TermTable, as_of: dt.date) -> Offers:
        """The arrays of these offers on a day."""
        about = table.marks([one.ids(TermRole.ABOUT) for one in facts])
        required = table.marks([one.ids(TermRole.REQUIRED) for one in facts])
        wished = table.marks([one.ids(TermRole.WISHED) for one in facts])
        proofs = required * table.columns[TermKind.PROOF]
        wanted = np.maximum(REQUIRED_WEIGHT * (required - proofs), wished * (proofs == 0))
        demanded = [
            [(t.term_id, t.level) for t in one.terms if t.role is not TermRole.ABOUT]
            for one in facts
        ]
        return cls(
            facts=tuple(facts),
            open=_flags(
                one.stage(as_of) in (OfferStage.OPEN, OfferStage.UPCOMING) for one in facts
            ),
            places_known=_flags(one.places_total is not None for one in facts),
            has_place=_flags(one.free is None or one.free > 0 for one in facts),
            taken=_flags(one.occupied > 0 for one in facts),
            min_age=_codes(-1 if one.min_age is None else one.min_age for one in facts),
            max_age=_codes(-1 if one.max_age is None else one.max_age for one in facts),
            places=PlaceTable([one.place for one in facts]),
            max_km=_numbers(one.max_km for one in facts),
            remote=_flags(one.remote for one in facts),
            fit_youth=_flags(one.fit_youth for one in facts),
            grid=_codes(one.time_grid for one in facts),
            hours=_numbers(one.hours_per_week for one in facts),
            rhythm=_codes(RHYTHMS.index(one.rhythm) for one in facts),
            start=_days(max(one.starts_on or as_of, as_of) for one in facts),
            crowding=_numbers(one.open_proposals / (one.places_total or 1) for one in facts),
            about=about,
            areas=table.cut(about, TermKind.AREA),
            groups=table.cut(about, TermKind.TARGET_GROUP),
            doings=table.cut(about, *DOING),
            activities=table.cut(about, TermKind.ACTIVITY),
            motives=table.cut(about, TermKind.MOTIVE),
            wanted=table.cut(wanted, *WANTED),
            asks=tuple(named(table.cut(wanted, kind)) for kind in WANTED),
            proofs=table.cut(proofs, TermKind.PROOF),
            languages=table.levels(demanded),
        )


def is_ready(person: PersonFacts, as_of: dt.date) -> bool:
    """Whether somebody can be proposed at all: seeking, not resting, still available."""
    rests = person.rests_until is not None and person.rests_until >= as_of
    gone = person.available_until is not None and person.available_until < as_of
    return person.status is PersonStatus.SEEKING and not rests and not gone


def valid(proof: ProofFact, as_of: dt.date) -> bool:
    """Whether a proof is held and unexpired."""
    return proof.held and (proof.valid_until is None or proof.valid_until >= as_of)


def proven(proof: ProofFact, as_of: dt.date) -> bool:
    """Whether a proof is held, unexpired and was seen."""
    return valid(proof, as_of) and proof.verified_on is not None


def named(marks: Marks) -> Flags:
    """Which rows carry any mark."""
    found: Flags = np.asarray(np.count_nonzero(marks, axis=1) > 0)
    return found


def _flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=bool)


def _codes(values: Iterable[int]) -> Codes:
    return np.array(list(values), dtype=np.int64)


def _numbers(values: Iterable[float | None]) -> Floats:
    return np.array([math.nan if one is None else one for one in values], dtype=np.float64)


def _days(values: Iterable[dt.date | None]) -> Floats:
    return _numbers(None if one is None else one.toordinal() for one in values)


def _ones(counts: Marks) -> Marks:
    return (counts > 0).astype(np.float32)


def _reach(has: Marks, narrower: Marks) -> Marks:
    """1 for a term somebody has, itself or a narrower one; half for having a broader one."""
    exact, broader = _ones(has @ narrower.T), _ones(has @ narrower)
    reach: Marks = np.maximum(exact, broader * np.float32(0.5))
    return reach
