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
    amounts,
    named,
)
from ehrenamt_desktop.matching.gates import limit_km
from ehrenamt_desktop.matching.meeting import CROSSING, Meeting
from ehrenamt_desktop.model.enums import Rhythm
from ehrenamt_desktop.model.rules.time_grid import HOURS_PER_PART, WEEK
from ehrenamt_desktop.model.weighing import CRITERIA

ORDER = CRITERIA
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
    [[0.0, *(level_value(has, wanted) for wanted in range(len(LEVELS)))]
     for has in range(-1, len(LEVELS))]
)  # fmt: skip
"""Both ranks from -1 on; a language that is not wanted adds nothing."""
_WIDE = np.int8(_LEVEL.shape[1])


def values(people: People, offers: Offers, km: Floats, how: Meeting = CROSSING) -> Floats:
    """All values, criteria (in `ORDER`) × pairs.

    Args:
        people: one side of the pairs.
        offers: the other side.
        km: distances in kilometres in the shape of the pairs, NaN when unknown.
        how: which rows meet, by default all: people × offers.
    """
    cover = time(people, offers, how)
    found = np.empty((len(ORDER), *km.shape))
    for at, value in enumerate((
        field(people, offers, how),
        activity(people, offers, how),
        target_group(people, offers, how),
        cover,
        distance(people, offers, km, how),
        rhythm(people, offers, how),
        motive(people, offers, how),
        skills(people, offers, how),
        experience(people, offers, how),
        cover,
        language(people, offers, how),
        start(people, offers, how),
    )):  # fmt: skip
        found[at] = value
    return found


def field(people: People, offers: Offers, how: Meeting) -> Floats:
    """1 for a wished field, .5 for a sibling, parent or child of one, else 0."""
    return _best(people.areas, people.areas_kin, offers.areas, how)


def target_group(people: People, offers: Offers, how: Meeting) -> Floats:
    """1 for a wished target group, .5 for a related one or everyone, else 0."""
    return _best(people.groups, people.groups_kin, offers.groups, how)


def _known(value: Floats, mine: Flags, theirs: Flags, how: Meeting) -> Floats:
    return np.where(how.mine(mine) & how.theirs(theirs), value, np.nan)


def _share(part: Marks, whole: Marks) -> Floats:
    return part / np.maximum(whole, 1).astype(np.float64)


def _best(mine: Marks, kin: Marks, theirs: Marks, how: Meeting) -> Floats:
    same, near = how.common(mine, theirs) > 0, how.common(kin, theirs) > 0
    value = np.where(same, 1.0, np.where(near, 0.5, 0.0))
    return _known(value, named(mine), named(theirs), how)


def activity(people: People, offers: Offers, how: Meeting) -> Floats:
    """Share of what the offer is about that the person wishes; a broader wish covers it."""
    mine, theirs = people.wishes, offers.doings
    share = _share(how.common(mine, theirs), how.theirs(amounts(theirs)))
    return _known(share, named(mine), named(theirs), how)


def motive(people: People, offers: Offers, how: Meeting) -> Floats:
    """Share of the person's motives that the offer gives."""
    mine, theirs = people.motives, offers.motives
    share = _share(how.common(mine, theirs), how.mine(amounts(mine)))
    return _known(share, named(mine), named(theirs), how)


def time(people: People, offers: Offers, how: Meeting) -> Floats:
    """Hours both have, at most those the person gives, ÷ hours needed a week, at most 1."""
    shared = how.mine(people.grid) & how.theirs(offers.grid) & WEEK
    hours = HOURS_PER_PART * np.bitwise_count(shared).astype(np.float64)
    given = np.fmin(hours, how.mine(people.hours))
    needed = how.theirs(offers.hours)
    with np.errstate(divide="ignore", invalid="ignore"):
        cover = np.where(needed <= 0, 1.0, np.minimum(1.0, given / needed))
    return _known(cover, (people.grid & WEEK) != 0, (offers.grid & WEEK) != 0, how)


def distance(people: People, offers: Offers, km: Floats, how: Meeting) -> Floats:
    """1 up to 3 km or from home, falling to 0 at the stricter limit."""
    stated = limit_km(people, offers, how)
    limit = np.where(np.isnan(stated), DEFAULT_LIMIT_KM, stated)
    fall = np.clip((limit - km) / np.maximum(limit - NEAR_KM, 1e-9), 0.0, 1.0)
    value = np.where(np.isnan(km), np.nan, np.where(km > limit, 0.0, fall))
    value = np.where((km <= NEAR_KM) & (km <= limit), 1.0, value)
    return np.where(how.theirs(offers.remote), 1.0, value)


def rhythm(people: People, offers: Offers, how: Meeting) -> Floats:
    """How near the rhythms of both are."""
    near: Floats = _RHYTHM[how.mine(people.rhythm), how.theirs(offers.rhythm)]
    return near


def skills(people: People, offers: Offers, how: Meeting) -> Floats:
    """Share of the wanted skills, means of travel and proofs; a broader skill counts half."""
    wanted = offers.wanted
    value = _share(how.common(people.abilities, wanted), how.theirs(amounts(wanted)))
    for told, asked in zip(people.told, offers.asks, strict=True):
        value = np.where(how.mine(told) | ~how.theirs(asked), value, np.nan)
    return np.where(how.theirs(named(wanted)), value, 1.0)


def experience(people: People, offers: Offers, how: Meeting) -> Floats:
    """Share of the offered activities the person has done; other engagement counts half."""
    mine, theirs = people.activities, offers.activities
    share = _share(how.common(mine, theirs), how.theirs(amounts(theirs)))
    prior = PRIOR_VALUE * how.mine(people.engaged_before)
    done = named(mine) | people.engaged_before
    return _known(np.maximum(share, prior), done, named(theirs), how)


def language(people: People, offers: Offers, how: Meeting) -> Floats:
    """Mean over the wanted languages of how far each level is met."""
    mine, theirs = people.languages, offers.languages
    total = np.zeros(
        np.broadcast_shapes(how.mine(people.grid).shape, how.theirs(offers.grid).shape)
    )
    both = (theirs >= 0).any(axis=0) & (mine >= 0).any(axis=0)
    for at in np.flatnonzero(both):  # what nobody speaks adds nothing
        ranks = how.mine(mine[:, at] + 1) * _WIDE + how.theirs(theirs[:, at] + 1)
        total += np.take(_LEVEL, ranks, mode="clip")
    count = how.theirs((theirs >= 0).sum(axis=1, dtype=np.int8))
    mean = total / np.maximum(count, 1)
    value = np.where(how.mine((mine >= 0).any(axis=1)), mean, np.nan)
    return np.where(count > 0, value, 1.0)


def start(people: People, offers: Offers, how: Meeting) -> Floats:
    """1 when the person can begin in time, falling to 0 at `LATE_DAYS` days late."""
    late = how.mine(people.available_from) - how.theirs(offers.start)
    punctual: Floats = 1.0 - np.clip(late / LATE_DAYS, 0.0, 1.0)
    return punctual
