"""The time grid: one integer, seven days by three dayparts, plus two flags.

Bit `3 * day + part` (Monday 0, morning 0, afternoon 1, evening 2); bit 21 school holidays, bit 22
public holidays. 0 means unknown, never "no time". A daypart counts four hours in matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ehrenamt_desktop.model.text import fold

DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
PARTS = ("vormittags", "nachmittags", "abends")
HOURS_PER_PART = 4
HOLIDAYS = 1 << 21
PUBLIC_HOLIDAYS = 1 << 22
WEEK = (1 << 21) - 1
FULL = (1 << 23) - 1

_PART_WORDS = {
    "vormittag": 0, "vormittags": 0, "morgens": 0, "morgen": 0, "frueh": 0, "vm": 0,
    "nachmittag": 1, "nachmittags": 1, "mittags": 1, "nm": 1,
    "abend": 2, "abends": 2,
}  # fmt: skip
_DAY_WORDS = {
    "mo": (0,), "montag": (0,), "montags": (0,), "di": (1,), "dienstag": (1,), "dienstags": (1,),
    "mi": (2,), "mittwoch": (2,), "mittwochs": (2,), "do": (3,), "donnerstag": (3,),
    "donnerstags": (3,), "fr": (4,), "freitag": (4,), "freitags": (4,), "sa": (5,),
    "samstag": (5,), "samstags": (5,), "sonnabend": (5,), "so": (6,), "sonntag": (6,),
    "sonntags": (6,), "werktags": (0, 1, 2, 3, 4), "wochenende": (5, 6),
    "taeglich": (0, 1, 2, 3, 4, 5, 6),
}  # fmt: skip
_FLAG_WORDS = {
    "ferien": HOLIDAYS, "schulferien": HOLIDAYS,
    "feiertag": PUBLIC_HOLIDAYS, "feiertage": PUBLIC_HOLIDAYS, "feiertagen": PUBLIC_HOLIDAYS,
    "feiertags": PUBLIC_HOLIDAYS,
}  # fmt: skip
_FILLERS = frozenset({"und", "in", "den", "an", "am", "oder", "der"})
_RANGE = re.compile(r"([A-Za-zäöü]+)\s*(?:[-–—]|bis)\s*([A-Za-zäöü]+)")


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


def text(grid: int) -> str:
    """`Mo vormittags, Di und Do nachmittags`; empty when unknown."""
    groups: list[str] = []
    for part, word in enumerate(PARTS):
        days = [DAYS[day] for day in range(7) if grid & bit(day, part)]
        if len(days) == 7:
            groups.append(f"täglich {word}")
        elif days:
            named = days[0] if len(days) == 1 else ", ".join(days[:-1]) + " und " + days[-1]
            groups.append(f"{named} {word}")
    if grid & HOLIDAYS:
        groups.append("in den Ferien")
    if grid & PUBLIC_HOLIDAYS:
        groups.append("an Feiertagen")
    return ", ".join(groups)


def parse(words: str) -> int | None:
    """Read `Mo vormittags, Di und Do nachmittags` or `Mo–Fr abends`; None if not understood.

    Days collect until their dayparts are named; a day without a daypart means all three, a
    daypart without a day Monday to Friday.
    """
    grid = 0
    days: set[int] = set()
    wanted: set[int] = set()
    for token in fold(_RANGE.sub(_spell_out, words)).split():
        if token in _DAY_WORDS:
            if wanted:
                grid |= _cross(days, wanted)
                days, wanted = set(), set()
            days.update(_DAY_WORDS[token])
        elif token in _PART_WORDS:
            wanted.add(_PART_WORDS[token])
        elif token in _FLAG_WORDS:
            grid |= _FLAG_WORDS[token]
        elif token not in _FILLERS:
            return None
    return grid | _cross(days, wanted) if days or wanted else grid


def _cross(days: set[int], wanted: set[int]) -> int:
    return from_parts((day, part) for day in days or range(5) for part in wanted or range(3))


def _spell_out(match: re.Match[str]) -> str:
    """`Mo–Mi` becomes `Mo Di Mi`; anything else stays as it is."""
    first, last = (_DAY_WORDS.get(fold(word)) for word in match.groups())
    if not first or not last:
        return match[0]
    return " ".join(DAYS[day] for day in range(first[0], last[-1] + 1))
