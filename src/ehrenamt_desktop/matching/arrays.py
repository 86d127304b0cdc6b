"""Facts as arrays: one row per person or offer, one column per term.

Built once per list; gates and criteria then work on whole blocks of people × offers.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

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
from ehrenamt_desktop.model.facts import (
    OfferFacts,
    OfferTermFact,
    PersonFacts,
    PersonTermFact,
    ProofFact,
)
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.distance import kilometres

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]
Ranks = npt.NDArray[np.int8]
Marks = npt.NDArray[np.float32]
"""Zeros, halves and ones of term tables; products of them are exact in single precision."""

LEVELS = (None, *Level)
"""Levels by rank: 0 not stated, then rising."""
RHYTHMS = (None, *Rhythm)
"""Rhythms by position: 0 unknown."""
REQUIRED_WEIGHT = 2
"""A required skill counts twice as much as a wished one."""


Choice = PersonTermFact | OfferTermFact
DOING = (TermKind.ACTIVITY, TermKind.SKILL)
"""What a task consists of."""
WANTED = (TermKind.SKILL, TermKind.MOBILITY, TermKind.PROOF)
"""What an offer may ask somebody to bring."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Choices of terms by many records, one row each: whose, which term, what level (its rank)."""

    rows: Codes
    terms: Codes
    ranks: Codes

    @classmethod
    def by_way(
        cls, choices: Sequence[Sequence[Choice]]
    ) -> Mapping[TermRelation | TermRole, Chosen]:
        """What was chosen by record, apart by relation or role; most choices are the same few."""
        counts = np.array([len(one) for one in choices], dtype=np.int64)
        seen: dict[Choice, int] = {}
        each = (seen.setdefault(one, len(seen)) for many in choices for one in many)
        codes = np.fromiter(each, dtype=np.int64, count=int(counts.sum()))
        rows = np.repeat(np.arange(len(choices)), counts)
        terms = _codes(one.term_id for one in seen)[codes]
        ranks = _codes(LEVELS.index(one.level) for one in seen)[codes]
        found = {}
        for way in {one[1] for one in seen}:
            at = np.array([one[1] is way for one in seen], dtype=bool)[codes]
            found[way] = cls(rows[at], terms[at], ranks[at])
        return defaultdict(lambda: cls.of([]), found)

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, int]]) -> Chosen:
        """From rows and terms without levels."""
        rows, terms = (_codes(one[at] for one in pairs) for at in (0, 1))
        return cls(rows, terms, np.zeros(len(pairs), dtype=np.int64))

    def and_also(self, other: Chosen) -> Chosen:
        """Both together."""
        parts = zip(
            (self.rows, self.terms, self.ranks), (other.rows, other.terms, other.ranks), strict=True
        )
        return Chosen(*(np.concatenate(one) for one in parts))


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
        self._column: Codes = np.full(max(words.column, default=0) + 2, -1, dtype=np.int64)
        self._column[list(words.column)] = list(words.column.values())
        self.columns = {
            kind: np.array([term.kind is kind for term in words.terms.values()], dtype=bool)
            for kind in TermKind
        }

    def marks(self, size: int, *chosen: Chosen) -> Marks:
        """A table of ones at what was chosen, `size` rows; unknown numbers are left out."""
        found = np.zeros((size, len(self.words)), dtype=np.float32)
        for one in chosen:
            column = self._column[np.minimum(one.terms, len(self._column) - 1)]
            known = column >= 0
            found[one.rows[known], column[known]] = 1
        return found

    def levels(self, size: int, chosen: Chosen) -> Ranks:
        """Level ranks of the languages among what was chosen; -1 where one is not named."""
        spoken = np.flatnonzero(self.columns[TermKind.LANGUAGE])
        place = np.full(len(self.words) + 1, -1, dtype=np.intp)
        place[spoken] = np.arange(len(spoken))
        column = place[self._column[np.minimum(chosen.terms, len(self._column) - 1)]]
        found = np.full((size, len(spoken)), -1, dtype=np.int8)
        known = column >= 0
        at = chosen.rows[known], column[known]
        np.maximum.at(found, at, chosen.ranks[known].astype(np.int8))
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


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """The distinct places of one side; position -1 means the place is not known."""

    places: tuple[PlaceRow, ...]
    position: Codes

    @classmethod
    def of(cls, places: Sequence[PlaceRow | None]) -> PlaceTable:
        """The places of some rows, in their order."""
        known = {one.id: one for one in places if one is not None and one.lat is not None}
        order = {key: at for at, key in enumerate(known)}
        position = _codes(-1 if one is None else order.get(one.id, -1) for one in places)
        return cls(tuple(known.values()), position)

    def between(self, other: PlaceTable) -> Floats:
        """Distances in kilometres by position in `places`, this side × other; NaN in the last."""
        table = np.full((len(self.places) + 1, len(other.places) + 1), np.nan)
        for i, a in enumerate(self.places):
            for j, b in enumerate(other.places):
                if None not in (a.lon, b.lon):
                    table[i, j] = kilometres(a.lat, a.lon, b.lat, b.lon)  # type: ignore[arg-type]
        return table


@dataclass(frozen=True, slots=True)
class People:
    """Rows of people; numbers are NaN and ages -1 where unknown.

    Term tables carry the columns of their kind only, in the same order as those of `Offers`, and
    the tree is already folded in: a product with the offers' table counts what meets.
    """

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
    languages: Ranks
    proven: Marks
    disproven: Marks
    refuses: Marks

    @classmethod
    def of(cls, facts: Sequence[PersonFacts], table: TermTable, as_of: dt.date) -> People:
        """The arrays of these people on a day."""
        ages = [one.age(as_of) for one in facts]
        size, chosen = len(facts), Chosen.by_way([one.terms for one in facts])
        proofs = [(at, one) for at, person in enumerate(facts) for one in person.proofs]
        held = Chosen.of([(at, one.term_id) for at, one in proofs if valid(one, as_of)])
        seen = Chosen.of([(at, one.term_id) for at, one in proofs if proven(one, as_of)])
        entered = table.marks(size, Chosen.of([(at, one.term_id) for at, one in proofs]))
        wish = table.marks(size, chosen[TermRelation.WISH])
        refuses = table.marks(size, chosen[TermRelation.NO])
        has = table.marks(size, chosen[TermRelation.HAS], held)
        areas, groups = table.cut(wish, TermKind.AREA), table.cut(wish, TermKind.TARGET_GROUP)
        related, narrower = table.related, table.narrower
        told = has + refuses + entered
        return cls(
            ready=_flags(is_ready(one, as_of) for one in facts),
            age_low=_codes(-1 if one.low is None else one.low for one in ages),
            age_high=_codes(-1 if one.high is None else one.high for one in ages),
            places=PlaceTable.of([one.place for one in facts]),
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
            languages=table.levels(size, chosen[TermRelation.HAS]),
            proven=table.cut(table.marks(size, seen), TermKind.PROOF),
            disproven=table.cut(entered * (has == 0), TermKind.PROOF),
            refuses=_ones(refuses @ narrower),
        )


@dataclass(frozen=True, slots=True)
class Offers:
    """Rows of offers; numbers are NaN and ages -1 where unknown, term tables as for `People`."""

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
    languages: Ranks

    @classmethod
    def of(cls, facts: Sequence[OfferFacts], table: TermTable, as_of: dt.date) -> Offers:
        """The arrays of these offers on a day."""
        size, chosen = len(facts), Chosen.by_way([one.terms for one in facts])
        about = table.marks(size, chosen[TermRole.ABOUT])
        required = table.marks(size, chosen[TermRole.REQUIRED])
        wished = table.marks(size, chosen[TermRole.WISHED])
        proofs = required * table.columns[TermKind.PROOF]
        wanted = np.maximum(REQUIRED_WEIGHT * (required - proofs), wished * (proofs == 0))
        demanded = chosen[TermRole.REQUIRED].and_also(chosen[TermRole.WISHED])
        return cls(
            open=_flags(
                one.stage(as_of) in (OfferStage.OPEN, OfferStage.UPCOMING) for one in facts
            ),
            places_known=_flags(one.places_total is not None for one in facts),
            has_place=_flags(one.free is None or one.free > 0 for one in facts),
            taken=_flags(one.occupied > 0 for one in facts),
            min_age=_codes(-1 if one.min_age is None else one.min_age for one in facts),
            max_age=_codes(-1 if one.max_age is None else one.max_age for one in facts),
            places=PlaceTable.of([one.place for one in facts]),
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
            languages=table.levels(size, demanded),
        )


Side = TypeVar("Side", People, Offers)


def taken(side: Side, rows: npt.NDArray[np.intp]) -> Side:
    """These rows of a side, in this order and as often as they are named."""
    found: dict[str, Any] = {}
    for one in fields(side):
        value = getattr(side, one.name)
        if isinstance(value, PlaceTable):
            found[one.name] = PlaceTable(value.places, value.position[rows])
        elif isinstance(value, tuple):
            found[one.name] = tuple(part[rows] for part in value)
        else:
            found[one.name] = np.take(value, rows, axis=0, mode="clip")
    return type(side)(**found)


def is_ready(person: PersonFacts, as_of: dt.date) -> bool:
    """Whether somebody can be proposed at all: seeking, not resting, still available."""
    gone = person.available_until is not None and person.available_until < as_of
    return person.status is PersonStatus.SEEKING and not gone and person.rest(as_of) is None


def valid(proof: ProofFact, as_of: dt.date) -> bool:
    """Whether a proof is held and unexpired."""
    return proof.held and (proof.valid_until is None or proof.valid_until >= as_of)


def proven(proof: ProofFact, as_of: dt.date) -> bool:
    """Whether a proof is held, unexpired and was seen."""
    return valid(proof, as_of) and proof.verified_on is not None


def named(marks: Marks) -> Flags:
    """Which rows carry any mark."""
    found: Flags = amounts(marks) > 0
    return found


def amounts(marks: Marks) -> Marks:
    """The sum of each row, as a product: much faster than summing narrow rows."""
    return marks @ np.ones(marks.shape[1], dtype=np.float32)


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
