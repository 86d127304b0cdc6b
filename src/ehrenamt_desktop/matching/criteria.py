"""Criteria: how well a possible pair fits, each from 0 to 1, NaN when unknown.

A criterion is unknown when either side says nothing about it. What an offer does not demand
(no skills, no language) is fulfilled.
"""

from __future__ import annotations

import numpy as np

from ehrenamt_desktop.matching.arrays import (
    LEVELS,
    RHYTHMS,
    Flags,
    Floats,
    Marks,
    Offers,
    People,
    named,
)
from ehrenamt_desktop.matching.gates import limit_km
from ehrenamt_desktop.model.enums import Rhythm
from ehrenamt_desktop.model.matches import Criterion, Side
from ehrenamt_desktop.model.rules.time_grid import HOURS_PER_PART, WEEK

ORDER: tuple[tuple[Side, Criterion], ...] = (
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
"""The criteria of both sides; arrays of values have this order on their first axis."""

NEAR_KM = 3.0
"""Up to this distance a way counts as short (design 6.2)."""
DEFAULT_LIMIT_KM = 20.0
"""Where neither side names a limit, distance counts down to 0 here: the wider of the two radii
the state's volunteer portal offers (domain brief 1.3, Q66). It never blocks."""
LATE_DAYS = 90
"""A start this many days later than wanted counts 0."""
PRIOR_VALUE = 0.5
"""Earlier engagement of another kind counts as half the experience."""

_STEPS = {
    Rhythm.ONCE: 0,
    Rhythm.OCCASIONAL: 1,
    Rhythm.MONTHLY: 2,
    Rhythm.FORTNIGHTLY: 3,
    Rhythm.WEEKLY: 4,
    Rhythm.SEVERAL: 5,
}


def rhythm_value(one: Rhythm | None, other: Rhythm | None) -> float | None:
    """1 for the same or a flexible rhythm, .5 for the next step, else 0; None when unknown.

    Who is on call comes occasionally.
    """
    if one is None or other is None:
        return None
    if Rhythm.FLEXIBLE in (one, other) or one is other:
        return 1.0
    a, b = (_STEPS.get(rhythm, _STEPS[Rhythm.OCCASIONAL]) for rhythm in (one, other))
    return {0: 1.0, 1: 0.5}.get(abs(a - b), 0.0)


def level_value(has: int, wanted: int) -> float:
    """How far a language meets a demand, by ranks of `LEVELS`; -1 means none, 0 not stated."""
    if has < 0:
        return 0.0
    if has >= wanted:
        return 1.0
    return 0.5 if has in (0, wanted - 1) else 0.0


_RHYTHM = np.array(
    [[np.nan if (v := rhythm_value(a, b)) is None else v for b in RHYTHMS] for a in RHYTHMS]
)
_LEVEL = np.array(
    [[level_value(has, wanted) for wanted in range(len(LEVELS))] for has in range(-1, len(LEVELS))]
)


def values(people: People, offers: Offers, km: Floats) -> Floats:
    """All values, criteria (in `ORDER`) × people × offers.

    Args:
        people: rows of the block.
        offers: columns of the block.
        km: distances in kilometres, people × offers, NaN when unknown.
    """
    time = _time(people, offers)
    found = np.empty((len(ORDER), len(people.facts), len(offers.facts)))
    for at, value in enumerate((
        _best(people.areas, people.areas_kin, offers.areas),
        _activity(people, offers),
        _best(people.groups, people.groups_kin, offers.groups),
        time,
        _distance(people, offers, km),
        _RHYTHM[people.rhythm[:, None], offers.rhythm[None, :]],
        _motive(people, offers),
        _skills(people, offers),
        _experience(people, offers),
        time,
        _language(people, offers),
        _start(people, offers),
    )):  # fmt: skip
        found[at] = value
    return found


def _known(value: Floats, mine: Flags, theirs: Flags) -> Floats:
    return np.where(mine[:, None] & theirs[None, :], value, np.nan)


def _share(part: Marks, whole: Marks) -> Floats:
    return part / np.maximum(whole, 1).astype(np.float64)


def _best(mine: Marks, kin: Marks, theirs: Marks) -> Floats:
    """1 for a wished term, .5 for a sibling, parent or child of one, else 0."""
    value = np.where(mine @ theirs.T > 0, 1.0, np.where(kin @ theirs.T > 0, 0.5, 0.0))
    return _known(value, named(mine), named(theirs))


def _activity(people: People, offers: Offers) -> Floats:
    """Share of what the offer is about that the person wishes; a broader wish covers it."""
    share = _share(people.wishes @ offers.doings.T, offers.doings.sum(axis=1)[None, :])
    return _known(share, named(people.wishes), named(offers.doings))


def _motive(people: People, offers: Offers) -> Floats:
    """Share of the person's motives that the offer gives."""
    mine, theirs = people.motives, offers.motives
    return _known(_share(mine @ theirs.T, mine.sum(axis=1)[:, None]), named(mine), named(theirs))


def _time(people: People, offers: Offers) -> Floats:
    """Hours both have, at most those the person gives, ÷ hours needed a week, at most 1."""
    shared = people.grid[:, None] & offers.grid[None, :] & WEEK
    hours = HOURS_PER_PART * np.bitwise_count(shared).astype(np.float64)
    given = np.fmin(hours, people.hours[:, None])
    needed = offers.hours[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        cover = np.where(needed <= 0, 1.0, np.minimum(1.0, given / needed))
    return _known(cover, (people.grid & WEEK) != 0, (offers.grid & WEEK) != 0)


def _distance(people: People, offers: Offers, km: Floats) -> Floats:
    """1 up to 3 km or from home, falling to 0 at the stricter limit."""
    stated = limit_km(people, offers)
    limit = np.where(np.isnan(stated), DEFAULT_LIMIT_KM, stated)
    fall = np.clip((limit - km) / np.maximum(limit - NEAR_KM, 1e-9), 0.0, 1.0)
    value = np.where(np.isnan(km), np.nan, np.where(km > limit, 0.0, fall))
    value = np.where((km <= NEAR_KM) & (km <= limit), 1.0, value)
    return np.where(offers.remote[None, :], 1.0, value)


def _skills(people: People, offers: Offers) -> Floats:
    """Share of the wanted skills, means of travel and proofs; a broader skill counts half."""
    value = _share(people.abilities @ offers.wanted.T, offers.wanted.sum(axis=1)[None, :])
    for told, asked in zip(people.told, offers.asks, strict=True):
        value = np.where(told[:, None] | ~asked[None, :], value, np.nan)
    return np.where(named(offers.wanted)[None, :], value, 1.0)


def _experience(people: People, offers: Offers) -> Floats:
    """Share of the offered activities the person has done; other engagement counts half."""
    mine, theirs = people.activities, offers.activities
    share = _share(mine @ theirs.T, theirs.sum(axis=1)[None, :])
    prior = PRIOR_VALUE * people.engaged_before[:, None]
    return _known(np.maximum(share, prior), named(mine) | people.engaged_before, named(theirs))


def _language(people: People, offers: Offers) -> Floats:
    """Mean over the wanted languages of how far each level is met."""
    mine, theirs = people.languages, offers.languages
    total = np.zeros((len(people.facts), len(offers.facts)))
    for at in np.flatnonzero((theirs >= 0).any(axis=0)):
        met = _LEVEL[mine[:, at][:, None] + 1, np.maximum(theirs[:, at], 0)[None, :]]
        total += np.where(theirs[:, at][None, :] >= 0, met, 0.0)
    count = (theirs >= 0).sum(axis=1)
    mean = total / np.maximum(count, 1)[None, :]
    value = np.where((mine >= 0).any(axis=1, keepdims=True), mean, np.nan)
    return np.where(count[None, :] > 0, value, 1.0)


def _start(people: People, offers: Offers) -> Floats:
    """1 when the person can begin in time, falling to 0 at `LATE_DAYS` days late."""
    late = people.available_from[:, None] - offers.start[None, :]
    return 1.0 - np.clip(late / LATE_DAYS, 0.0, 1.0)
