"""Gates: whether a pair is possible at all. Each answers OK, UNKNOWN or BLOCK for whole blocks.

Youth rules are the guard rails of domain brief 3.6 (statutory limits for working minors, which do
not bind volunteers directly): up to 14 years no evenings, nothing during school, two hours a day;
below 13 only accompanied; from 15 to 17 at most 40 hours a week and until 20 o'clock. They block
only where no reading of the known facts fits; otherwise they ask.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching.arrays import Codes, Flags, Floats, Offers, People
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


def answers(people: People, offers: Offers, km: Floats) -> Answers:
    """The codes of all gates, in the order of `Gate`: gates × people × offers.

    Args:
        people: rows of the block.
        offers: columns of the block.
        km: distances in kilometres, people × offers, NaN when unknown.
    """
    found = np.zeros((len(Gate), len(people.facts), len(offers.facts)), dtype=np.int8)
    for at, gate in enumerate((
        _open(offers),
        _free_place(offers),
        _person(people),
        _age(people, offers),
        _youth(people, offers),
        _proof(people, offers),
        _time(people, offers),
        _distance(people, offers, km),
        _unwanted(people, offers),
    )):  # fmt: skip
        found[at] = gate
    return found


def limit_km(people: People, offers: Offers) -> Floats:
    """The stricter of the two limits in kilometres, NaN where neither side names one."""
    return np.fmin(people.max_km[:, None], offers.max_km[None, :])


def _coded(block: Flags, unknown: Flags) -> Answers:
    return np.where(block, BLOCK, np.where(unknown, UNKNOWN, OK)).astype(np.int8)


def _open(offers: Offers) -> Answers:
    return _coded(~offers.open, np.zeros_like(offers.open))[None, :]


def _free_place(offers: Offers) -> Answers:
    return _coded(~offers.has_place, ~offers.places_known & offers.taken)[None, :]


def _person(people: People) -> Answers:
    return _coded(~people.ready, np.zeros_like(people.ready))[:, None]


def _age(people: People, offers: Offers) -> Answers:
    low, high = people.age_low[:, None], people.age_high[:, None]
    least, most = offers.min_age[None, :], offers.max_age[None, :]
    known = low >= 0
    limited = (least >= 0) | (most >= 0)
    outside = ((least >= 0) & (high < least)) | ((most >= 0) & (low > most))
    unsure = ((least >= 0) & (low < least)) | ((most >= 0) & (high > most))
    return _coded(known & outside, limited & (~known | unsure))


def _youth(people: People, offers: Offers) -> Answers:
    low, high = people.age_low[:, None], people.age_high[:, None]
    light = _light_fits(offers.grid, offers.hours)[None, :]
    long = np.nan_to_num(offers.hours)[None, :] > YOUTH_HOURS_A_WEEK
    week = offers.grid & WEEK
    late = ((week != 0) & (week & ~EVENINGS == 0))[None, :]
    minor = (low >= 0) & (low < MAJORITY)
    block = minor & (((high <= LIGHT_AGE) & ~light) | ((high < MAJORITY) & long))
    doubt = late | long | ((low <= LIGHT_AGE) & ~light) | (low < ACCOMPANIED_BELOW)
    return _coded(block, minor & (doubt | ~offers.fit_youth[None, :]))


def _light_fits(grid: Codes, hours: Floats) -> Flags:
    """Whether the times leave room for the hours under the rules up to 14 years."""
    allowed = np.where(grid & HOLIDAYS, WEEK & ~EVENINGS, WEEK & ~EVENINGS & ~SCHOOL)
    usable = grid & allowed
    days = sum((usable >> (3 * day) & 7) != 0 for day in range(7))
    known = (grid & WEEK) != 0
    most = LIGHT_HOURS_A_DAY * np.where(known, days, 7)
    fits: Flags = ~(known & (usable == 0)) & ~(np.nan_to_num(hours) > most)
    return fits


def _proof(people: People, offers: Offers) -> Answers:
    needed = offers.proofs.sum(axis=1)[None, :]
    bad = people.disproven @ offers.proofs.T > 0
    seen = people.proven @ offers.proofs.T
    return _coded(bad, seen < needed)


def _time(people: People, offers: Offers) -> Answers:
    mine, theirs = people.grid[:, None], offers.grid[None, :]
    known = ((mine & WEEK) != 0) & ((theirs & WEEK) != 0)
    return _coded(known & (mine & theirs == 0), ~known)


def _distance(people: People, offers: Offers, km: Floats) -> Answers:
    remote = offers.remote[None, :]
    far = km > limit_km(people, offers)
    return _coded(far & ~remote, np.isnan(km) & ~remote)


def _unwanted(people: People, offers: Offers) -> Answers:
    block = people.refuses @ offers.about.T > 0
    return _coded(block, np.zeros_like(block))
