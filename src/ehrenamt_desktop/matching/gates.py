"""Gates: whether a pair is possible at all. Each answers OK, UNKNOWN or BLOCK for whole blocks.

Youth rules are the guard rails of domain brief 3.6 (statutory limits for working minors, which do
not bind volunteers directly): up to 14 years no evenings, nothing during school, two hours a day;
below 13 only accompanied; from 15 to 17 at most 40 hours a week and until 20 o'clock. They block
only where no reading of the known facts fits; otherwise they ask.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching.arrays import Codes, Flags, Floats, Offers, People, amounts
from ehrenamt_desktop.matching.meeting import CROSSING, Meeting
from ehrenamt_desktop.model.matches import Answer, Gate
from ehrenamt_desktop.model.rules.age import MAJORITY
from ehrenamt_desktop.model.rules.time_grid import HOLIDAYS, WEEK, from_parts

Answers = npt.NDArray[np.int8]

OK, UNKNOWN, BLOCK = 0, 1, 2
ANSWERS = (Answer.OK, Answer.UNKNOWN, Answer.BLOCK)
"""The answers by their code in the arrays."""

EVENINGS = from_parts((day, 2) for day in range(7))
SCHOOL = from_parts((day, 0) for day in range(5))
LIGHT_AGE = 14
ACCOMPANIED_BELOW = 13
LIGHT_HOURS_A_DAY = 2
YOUTH_HOURS_A_WEEK = 40


def answers(people: People, offers: Offers, km: Floats, how: Meeting = CROSSING) -> Answers:
    """The codes of all gates, in the order of `Gate`: gates × pairs.

    Args:
        people: one side of the pairs.
        offers: the other side.
        km: distances in kilometres in the shape of the pairs, NaN when unknown.
        how: which rows meet, by default all: people × offers.
    """
    found = np.zeros((len(Gate), *km.shape), dtype=np.int8)
    for at, gate in enumerate((
        how.theirs(opened(offers)),
        how.theirs(free_place(offers)),
        how.mine(ready(people)),
        age(people, offers, how),
        youth(people, offers, how),
        proof(people, offers, how),
        time(people, offers, how),
        distance(people, offers, km, how),
        unwanted(people, offers, how),
    )):  # fmt: skip
        found[at] = gate
    return found


def limit_km(people: People, offers: Offers, how: Meeting = CROSSING) -> Floats:
    """The stricter of the two limits in kilometres, NaN where neither side names one."""
    limit: Floats = np.fmin(how.mine(people.max_km), how.theirs(offers.max_km))
    return limit


def _coded(block: Flags, unknown: Flags) -> Answers:
    return np.where(block, BLOCK, np.where(unknown, UNKNOWN, OK)).astype(np.int8)


def opened(offers: Offers) -> Answers:
    """Whether each offer is published and in date."""
    return _coded(~offers.open, np.zeros_like(offers.open))


def free_place(offers: Offers) -> Answers:
    """Whether each offer has a place left; unknown when it names no number and is taken."""
    return _coded(~offers.has_place, ~offers.places_known & offers.taken)


def ready(people: People) -> Answers:
    """Whether each person can be proposed at all."""
    return _coded(~people.ready, np.zeros_like(people.ready))


def age(people: People, offers: Offers, how: Meeting) -> Answers:
    """The age limits of the offer."""
    low, high = how.mine(people.age_low), how.mine(people.age_high)
    least, most = how.theirs(offers.min_age), how.theirs(offers.max_age)
    known = low >= 0
    limited = (least >= 0) | (most >= 0)
    outside = ((least >= 0) & (high < least)) | ((most >= 0) & (low > most))
    unsure = ((least >= 0) & (low < least)) | ((most >= 0) & (high > most))
    return _coded(known & outside, limited & (~known | unsure))


def youth(people: People, offers: Offers, how: Meeting) -> Answers:
    """The guard rails for minors."""
    low, high = how.mine(people.age_low), how.mine(people.age_high)
    light, long = (how.theirs(one) for one in youth_limits(offers))
    week = offers.grid & WEEK
    late = how.theirs((week != 0) & (week & ~EVENINGS == 0))
    minor = (low >= 0) & (low < MAJORITY)
    block = minor & (((high <= LIGHT_AGE) & ~light) | ((high < MAJORITY) & long))
    doubt = late | long | ((low <= LIGHT_AGE) & ~light) | (low < ACCOMPANIED_BELOW)
    return _coded(block, minor & (doubt | ~how.theirs(offers.fit_youth)))


def youth_limits(offers: Offers) -> tuple[Flags, Flags]:
    """What of an offer may block minors: whether it is light enough up to 14; whether too long."""
    long: Flags = np.nan_to_num(offers.hours) > YOUTH_HOURS_A_WEEK
    return _light_fits(offers.grid, offers.hours), long


def _light_fits(grid: Codes, hours: Floats) -> Flags:
    """Whether the times leave room for the hours under the rules up to 14 years."""
    allowed = np.where(grid & HOLIDAYS, WEEK & ~EVENINGS, WEEK & ~EVENINGS & ~SCHOOL)
    usable = grid & allowed
    days = sum((usable >> (3 * day) & 7) != 0 for day in range(7))
    known = (grid & WEEK) != 0
    most = LIGHT_HOURS_A_DAY * np.where(known, days, 7)
    fits: Flags = ~(known & (usable == 0)) & ~(np.nan_to_num(hours) > most)
    return fits


def proof(people: People, offers: Offers, how: Meeting) -> Answers:
    """Required proofs: held, seen and unexpired; what was not seen or told is unknown."""
    needed = how.theirs(amounts(offers.proofs))
    bad = how.common(people.disproven, offers.proofs) > 0
    seen = how.common(people.proven, offers.proofs)
    return _coded(bad, seen < needed)


def time(people: People, offers: Offers, how: Meeting) -> Answers:
    """Whether the time grids can meet; a flag both carry is a meeting too."""
    mine, theirs = how.mine(people.grid), how.theirs(offers.grid)
    known = ((mine & WEEK) != 0) & ((theirs & WEEK) != 0)
    return _coded(known & (mine & theirs == 0), ~known)


def distance(people: People, offers: Offers, km: Floats, how: Meeting) -> Answers:
    """The stricter limit of the two; nothing is far from home."""
    remote = how.theirs(offers.remote)
    far = km > limit_km(people, offers, how)
    return _coded(far & ~remote, np.isnan(km) & ~remote)


def unwanted(people: People, offers: Offers, how: Meeting) -> Answers:
    """What the person would rather not do."""
    some = np.flatnonzero(people.refuses.any(axis=0))
    block = how.common(people.refuses[:, some], offers.about[:, some]) > 0
    return _coded(block, np.zeros_like(block))
