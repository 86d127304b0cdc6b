"""Scores of blocks of people × offers at speed: masks and weights folded into matrix products.

Single precision, right to `SLACK`: it decides who is looked at, `ranking` decides the order.
Whether a gate blocks is exact. A criterion that counts shared terms is a product whose rows carry
the weight, with a column for what is unknown; one that depends on few facts is looked up
(`aspects`); shared times are counted in bits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching import criteria, gates
from ehrenamt_desktop.matching.arrays import Flags, Marks, Offers, People, named
from ehrenamt_desktop.matching.aspects import (
    Answering,
    Aspect,
    Kinds,
    Positions,
    Slice,
    Table,
    hand_out,
    keyed,
    known_or_half,
)
from ehrenamt_desktop.matching.meeting import CROSSING
from ehrenamt_desktop.matching.ranking import Policy
from ehrenamt_desktop.model.matches import Criterion, Gate, Side
from ehrenamt_desktop.model.rules.time_grid import HOURS_PER_PART, WEEK

Codes16 = npt.NDArray[np.uint16]
"""A bit for each gate that blocks, in the order of `Gate`."""

SLACK = 1e-5
"""How far a score may be from the exact one: some twenty roundings of numbers up to 1."""
FAR_BELOW = np.float32(1e9)
"""Taken from the score of blocked pairs; a masked copy would take ten times as long."""
BIT = {gate: 1 << at for at, gate in enumerate(Gate)}
_ANY_TIME = np.uint32(1 << 30)
"""Carried by every person whose times are known, and by offers whose times are not."""
_ALL_TIMES = np.uint32((1 << 31) - 1)
_NO_LIMIT = np.float32(1e9)


@dataclass(slots=True)
class Workspace:
    """The arrays a thread works in: some people × all offers."""

    mine: Marks
    theirs: Marks
    part: Marks
    other: Marks
    shared: npt.NDArray[np.uint32]
    parts: npt.NDArray[np.uint8]
    code: Codes16
    bits: Codes16
    flag: Flags

    @classmethod
    def of(cls, people: int, offers: int) -> Workspace:
        """Room for that many people and offers."""
        kinds: tuple[Any, ...] = (*[np.float32] * 4, np.uint32, np.uint8, *[np.uint16] * 2, bool)
        return cls(*(np.empty((people, offers), dtype=kind) for kind in kinds))

    def first(self, people: int) -> Workspace:
        """The same room, for fewer people."""
        return Workspace(*(getattr(self, name)[:people] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Chunk:
    """What some hundred people bring: rows of the products, and the answers of the aspects."""

    wanting: Marks
    able: Marks
    done: Marks
    done_least: Marks
    times: npt.NDArray[np.uint32]
    timeless: Flags
    person_side: tuple[Slice, ...]
    offer_side: tuple[Slice, ...]
    skills_known: Slice
    skills_rest: Slice
    hours: Slice
    gates: tuple[Slice, ...]

    def __len__(self) -> int:
        return len(self.times)


class Folding:
    """All offers and the rules, ready for chunks of people."""

    def __init__(self, people: People, offers: Offers, policy: Policy) -> None:
        self._people = people
        self._weight = dict(zip(criteria.ORDER, policy.weights, strict=True))
        self._balance = (policy.balance * offers.crowding).astype(np.float32)
        self._wishes = _shared(people.wishes, offers.doings)
        self._skills = _shared(people.abilities, offers.wanted)
        self._fold_products(offers)
        self._fold_times(offers)
        self._find_aspects(people, offers)

    def _fold_products(self, offers: Offers) -> None:
        """The columns of the products: what offers are about, times weight, by amount."""
        wish, motive = self._of(Criterion.ACTIVITY), self._of(Criterion.MOTIVE)
        done, skills = self._of(Criterion.EXPERIENCE), self._of(Criterion.SKILLS)
        ones = np.ones((len(offers.open), 1))
        self._wanted = _columns(
            _shares(offers.doings)[:, self._wishes] * wish,
            -0.5 * wish * named(offers.doings)[:, None],
            offers.motives * motive,
            -0.5 * motive * named(offers.motives)[:, None],
            0.5 * (wish + motive) * ones,
        )
        self._skilled = _columns(_shares(offers.wanted)[:, self._skills] * skills)
        idle = ~named(offers.activities)[:, None]
        self._known = _columns(_shares(offers.activities) * done, 0.5 * done * idle)

    def _fold_times(self, offers: Offers) -> None:
        """What a shared daypart is worth to each offer; .5 where nothing is known."""
        known = ((offers.grid & WEEK) != 0) & ~np.isnan(offers.hours)
        asks = known & (np.nan_to_num(offers.hours) > 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            per_hour = np.where(asks, np.minimum(1 / offers.hours, _NO_LIMIT), 0.0)
        self._per_hour = per_hour.astype(np.float32)
        self._per_part = self._per_hour * np.float32(HOURS_PER_PART)
        self._timeless = np.where(asks, 0.0, np.where(known, 1.0, 0.5)).astype(np.float32)
        week = (offers.grid & WEEK) != 0
        self._times = np.where(week, offers.grid, int(_ALL_TIMES)).astype(np.uint32)

    def _find_aspects(self, people: People, offers: Offers) -> None:
        def aspect(mine: Kinds, theirs: Kinds | None, rule: Any, kind: type) -> Aspect:
            return Aspect(people, offers, mine, theirs, rule, kind)

        def weighed(side: Side, one: Criterion, rule: Any) -> Any:
            weight = self._weight[side, one]
            return lambda p, o: known_or_half(rule(p, o), weight)

        ways = people.places.between(offers.places)
        near = keyed(people, ("places", "max_km"))
        far = keyed(offers, ("places", "max_km", "remote"))
        simple = (
            (Side.PERSON, Criterion.FIELD, criteria.field, "areas", "areas"),
            (Side.PERSON, Criterion.TARGET_GROUP, criteria.target_group, "groups", "groups"),
            (Side.PERSON, Criterion.RHYTHM, criteria.rhythm, "rhythm", "rhythm"),
            (Side.OFFER, Criterion.LANGUAGE, criteria.language, "languages", "languages"),
            (Side.OFFER, Criterion.START, criteria.start, "available_from", "start"),
        )
        found: dict[Side, list[Aspect]] = {side: [] for side in Side}
        for side, one, rule, mine, theirs in simple:
            crossed = weighed(side, one, lambda p, o, rule=rule: rule(p, o, CROSSING))
            kinds = keyed(people, (mine,)), keyed(offers, (theirs,))
            found[side].append(aspect(*kinds, crossed, np.float32))
        way = weighed(Side.PERSON, Criterion.DISTANCE, _near(ways))
        found[Side.PERSON].append(aspect(near, far, way, np.float32))
        self._person_side, self._offer_side = found[Side.PERSON], found[Side.OFFER]
        told = Kinds.among(*people.told)
        asks = Kinds.among(named(offers.wanted), *offers.asks)
        self._skills_known = aspect(told, asks, _skills_known, np.float32)
        self._skills_rest = aspect(told, asks, _skills_rest(self._of(Criterion.SKILLS)), np.float32)
        most = _most(self._per_hour, self._timeless)
        self._hours = aspect(keyed(people, ("hours",)), None, most, np.float32)
        light, long = gates.youth_limits(offers)
        admitting = Kinds.among(
            offers.min_age, offers.max_age, offers.open, offers.has_place, light, long
        )
        ages = keyed(people, ("age_low", "age_high", "ready"))
        self._gates = (
            aspect(ages, admitting, _admission, np.uint16),
            aspect(keyed(people, ("disproven",)), keyed(offers, ("proofs",)), _proof, np.uint16),
            aspect(near, far, _too_far(ways), np.uint16),
            aspect(keyed(people, ("refuses",)), None, _unwanted, np.uint16),
        )

    def chunk(self, rows: Positions) -> Chunk:
        """What these people bring."""
        people = self._people
        wishes, motives = people.wishes[rows], people.motives[rows]
        ones = np.ones((len(rows), 1))
        known = (people.grid[rows] & WEEK) != 0
        done = named(people.activities)[rows], people.engaged_before[rows]
        least = 0.5 * self._of(Criterion.EXPERIENCE) * (~done[0] | done[1])
        times = people.grid[rows].astype(np.uint32) | _ANY_TIME
        return Chunk(
            wanting=_rows(
                wishes[:, self._wishes],
                named(wishes)[:, None],
                _shares(motives),
                named(motives)[:, None],
                ones,
            ),
            able=people.abilities[np.ix_(rows, self._skills)],
            done=_rows(people.activities[rows], ones),
            done_least=least.astype(np.float32)[:, None],
            times=np.where(known, times, _ALL_TIMES)[:, None],
            timeless=~known,
            person_side=tuple(one.chunk(rows) for one in self._person_side),
            offer_side=tuple(one.chunk(rows) for one in self._offer_side),
            skills_known=self._skills_known.chunk(rows),
            skills_rest=self._skills_rest.chunk(rows),
            hours=self._hours.chunk(rows),
            gates=tuple(one.chunk(rows) for one in self._gates),
        )

    def fill(self, chunk: Chunk, at: slice, room: Workspace) -> None:
        """Scores of some people of a chunk with all offers in `room.mine`, gates in `room.code`.

        Where a gate blocks, the score is `FAR_BELOW` less.
        """
        mine, theirs, part = room.mine, room.theirs, room.part
        np.matmul(chunk.wanting[at], self._wanted, out=mine)
        for one in chunk.person_side:
            mine += hand_out(one, at, part)
        np.matmul(chunk.able[at], self._skilled, out=theirs)
        theirs *= hand_out(chunk.skills_known, at, part)
        theirs += hand_out(chunk.skills_rest, at, part)
        np.matmul(chunk.done[at], self._known, out=part)
        theirs += np.maximum(part, chunk.done_least[at], out=part)
        for one in chunk.offer_side:
            theirs += hand_out(one, at, part)
        self._block(chunk, at, room)
        self._cover(chunk, at, room)
        mine += np.multiply(part, self._weight[Side.PERSON, Criterion.TIME], out=room.other)
        theirs += np.multiply(part, self._weight[Side.OFFER, Criterion.TIME], out=room.other)
        np.maximum(np.add(mine, theirs, out=part), np.float32(1e-6), out=part)
        mine *= theirs
        mine *= np.float32(2)
        mine /= part
        mine -= self._balance
        np.not_equal(room.code, 0, out=room.flag)
        mine -= np.multiply(room.flag, FAR_BELOW, out=part)

    def _block(self, chunk: Chunk, at: slice, room: Workspace) -> None:
        """The gates, and in `room.shared` the dayparts both have."""
        hand_out(chunk.gates[0], at, room.code)
        for one in chunk.gates[1:]:
            room.code |= hand_out(one, at, room.bits)
        np.bitwise_and(chunk.times[at], self._times, out=room.shared)
        np.equal(room.shared, 0, out=room.flag)
        room.code |= np.multiply(room.flag, np.uint16(BIT[Gate.TIME]), out=room.bits)

    def _cover(self, chunk: Chunk, at: slice, room: Workspace) -> None:
        """How far the shared times cover what is needed, in `room.part`."""
        np.bitwise_and(room.shared, np.uint32(WEEK), out=room.shared)
        np.bitwise_count(room.shared, out=room.parts)
        np.multiply(room.parts, self._per_part, out=room.part)
        room.part += self._timeless
        np.minimum(room.part, hand_out(chunk.hours, at, room.other), out=room.part)
        room.part[chunk.timeless[at]] = 0.5

    def _of(self, one: Criterion) -> float:
        """The weight of a criterion that only one side has."""
        return next(weight for (_, name), weight in self._weight.items() if name is one)


def _km(ways: Table, people: People, offers: Offers) -> Table:
    found: Table = ways[people.places.position[:, None], offers.places.position[None, :]]
    return found


def _near(ways: Table) -> Answering:
    """How short the way is, by the distances between all places."""
    return lambda p, o: criteria.distance(p, o, _km(ways, p, o), CROSSING)


def _too_far(ways: Table) -> Answering:
    return lambda p, o: _bit(Gate.DISTANCE, gates.distance(p, o, _km(ways, p, o), CROSSING))


def _skills_rest(weight: float) -> Answering:
    """What is not in the product: nothing wanted counts full, unknown half."""

    def rest(people: People, offers: Offers) -> Table:
        unknown = 1 - _skills_known(people, offers)
        found: Table = weight * np.where(named(offers.wanted)[None, :], 0.5 * unknown, 1.0)
        return found

    return rest


def _most(per_hour: Marks, timeless: Marks) -> Answering:
    """The most the hours somebody gives can cover."""

    def most(people: People, _: Offers) -> Table:
        hours = np.where(np.isnan(people.hours), _NO_LIMIT, people.hours)
        found: Table = np.minimum(1.0, hours[:, None] * per_hour + timeless)
        return found

    return most


def _columns(*parts: Any) -> Marks:
    """The right side of a product from arrays with a row per offer."""
    found: Marks = np.ascontiguousarray(np.hstack(parts).T.astype(np.float32))
    return found


def _rows(*parts: Any) -> Marks:
    """The left side of a product."""
    found: Marks = np.hstack(parts).astype(np.float32)
    return found


def _shared(mine: Marks, theirs: Marks) -> Positions:
    """The columns that both sides use; the others add nothing to a product."""
    return np.flatnonzero(mine.any(axis=0) & theirs.any(axis=0))


def _shares(marks: Marks) -> Table:
    """Each mark as its share of the row."""
    shares: Table = marks / np.maximum(marks.sum(axis=1, keepdims=True), 1)
    return shares


def _bit(gate: Gate, answers: Table) -> Table:
    found: Table = np.where(answers == gates.BLOCK, BIT[gate], 0)
    return found


def _admission(people: People, offers: Offers) -> Table:
    found = _bit(Gate.OPEN, gates.opened(offers))[None, :]
    found = found | _bit(Gate.FREE_PLACE, gates.free_place(offers))[None, :]
    found = found | _bit(Gate.PERSON, gates.ready(people))[:, None]
    found = found | _bit(Gate.AGE, gates.age(people, offers, CROSSING))
    admitted: Table = found | _bit(Gate.YOUTH, gates.youth(people, offers, CROSSING))
    return admitted


def _proof(people: People, offers: Offers) -> Table:
    return _bit(Gate.PROOF, gates.proof(people, offers, CROSSING))


def _unwanted(people: People, offers: Offers) -> Table:
    return _bit(Gate.UNWANTED, gates.unwanted(people, offers, CROSSING))


def _skills_known(people: People, offers: Offers) -> Table:
    found = np.ones((len(people.ready), len(offers.open)))
    for told, asked in zip(people.told, offers.asks, strict=True):
        found = np.where(told[:, None] | ~asked[None, :], found, 0.0)
    return found
