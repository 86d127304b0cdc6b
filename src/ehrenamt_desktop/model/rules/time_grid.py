"""The time grid: one integer, seven days by three dayparts, plus two flags.

Bit `3 * day + part` (Monday 0, morning 0, afternoon 1, evening 2); bit 21 school holidays, bit 22
public holidays. 0 means unknown, never "no time". A daypart counts four hours in matching.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
PARTS = ("vormittags", "nachmittags", "abends")
WHOLE_DAY = "ganztags"
HOURS_PER_PART = 4
HOLIDAYS = 1 << 21
PUBLIC_HOLIDAYS = 1 << 22
WEEK = (1 << 21) - 1
FULL = (1 << 23) - 1


def bit(day: int, part: int) -> int:
    """The bit of one daypart; day 0–6 from Monday, part 0–2."""
    return 1 << (3 * day + part)


def from_parts(parts: Iterable[tuple[int, int]]) -> int:
    """A grid of the given (day, part) pairs."""
    grid = 0
    for day, part in parts:
        grid |= bit(day, part)
    return grid


def parts(grid: int) -> list[tuple[int, int]]:
    """The (day, part) pairs that are set, in order of the week."""
    return [(day, part) for day in range(7) for part in range(3) if grid & bit(day, part)]


def hours(grid: int) -> int:
    """Hours a week the grid covers, four for each daypart."""
    return HOURS_PER_PART * (grid & WEEK).bit_count()


@lru_cache(maxsize=1024)
def text(grid: int) -> str:
    """`Mo vormittags, Di und Do nachmittags`, `Mo–Fr ganztags`; empty when unknown."""
    groups: list[str] = []
    by_part = [tuple(day for day in range(7) if grid & bit(day, part)) for part in range(3)]
    for days in dict.fromkeys(by_part):
        words = [word for word, one in zip(PARTS, by_part, strict=True) if one == days]
        if days:
            groups.append(f"{_named(days)} {WHOLE_DAY if len(words) == 3 else ' und '.join(words)}")
    if grid & HOLIDAYS:
        groups.append("in den Ferien")
    if grid & PUBLIC_HOLIDAYS:
        groups.append("an Feiertagen")
    return ", ".join(groups)


def _named(days: tuple[int, ...]) -> str:
    """`Mo–Fr`, `Di und Do`, `täglich`; three or more days in a row become a range."""
    if len(days) == 7:
        return "täglich"
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names: list[str] = []
    for run in runs:
        if len(run) > 2:
            names.append(f"{DAYS[run[0]]}–{DAYS[run[-1]]}")
        else:
            names += [DAYS[day] for day in run]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " und " + names[-1]
