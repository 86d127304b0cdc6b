"""Times as people say them: `di + do nachmittags, nicht in den Ferien, 2 Std.`.

The reader works from left to right. Days collect until their dayparts are named; a day without a
daypart means all three, a daypart without a day Monday to Friday. After „nicht“, „außer“ or „ohne“
days and dayparts are taken away again. Times of the clock become dayparts (morning to 12,
afternoon to 18, evening to 22 o'clock); one counts if two hours of it, or half of what was said,
fall into it. What is not understood is handed back, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.time_words import (
    ALWAYS,
    COUNTS,
    DAYS,
    EACH_TIME,
    FILLERS,
    FLAGS,
    JOINS,
    MONTHLY,
    NOT,
    PART_BORDERS,
    PARTS,
    STOPS,
    WEEKLY,
    join_phrases,
    token_words,
)

ENOUGH = 2.0
"""Hours of a daypart that make it count."""
MORNING, NOON = PART_BORDERS[:2]
WEEKS_IN_MONTH = 52 / 12
MOST = 400
"""Signs that are read."""

_TOKEN = re.compile(
    r"\d{1,2}[:.]\d{2}|\d+(?:,\d+)?|[a-zß]+|[,;.\n]|-", re.IGNORECASE
)  # signs like + and / part words
_CLOCK_SIGNS = ("uhr", "h")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?$")


class Times(NamedTuple):
    """What was understood.

    Attributes:
        grid: see `rules/time_grid`; 0 if no time was named.
        hours: hours a week; None if none were named.
        unread: words that were not understood, in their order.
    """

    grid: int
    hours: float | None = None
    unread: tuple[str, ...] = ()


def read(words: str) -> Times:
    """Read a text of any kind; never fails."""
    reader = _Reader(_tokens(words[:MOST]))
    reader.run()
    return Times(reader.grid, reader.weekly_hours(), tuple(reader.unread))


def grid_of(words: str) -> int | None:
    """The grid of a text that names nothing but times; None if anything else stands in it."""
    times = read(words)
    return None if times.unread or times.hours is not None else times.grid


def said(times: Times) -> str:
    """`Di und Do nachmittags; 2 Stunden pro Woche`; empty if nothing was understood."""
    parts = [time_grid.text(times.grid)]
    if times.hours is not None:
        number = f"{times.hours:g}".replace(".", ",")
        parts.append(f"{number} {'Stunde' if times.hours == 1 else 'Stunden'} pro Woche")
    return "; ".join(part for part in parts if part)


@dataclass
class _Reader:
    tokens: list[str]
    grid: int = 0
    unread: list[str] = field(default_factory=list)
    _at: int = 0
    _days: set[int] = field(default_factory=set)
    _parts: set[int] = field(default_factory=set)
    _taken: int = 0
    _no: bool = False
    _always: bool = False
    _joined: bool = False
    _hours: float | None = None
    _each: bool = False
    _month: bool = False

    def run(self) -> None:
        while self._at < len(self.tokens):
            token = self.tokens[self._at]
            for step in (self._number, self._clock_word, self._range, self._word):
                if step(token):
                    break
            else:
                self.unread.append(token)
                self._at += 1
        self._flush()
        if self._taken:
            week = self.grid & time_grid.WEEK or time_grid.WEEK
            self.grid = (self.grid & ~time_grid.WEEK | week) & ~self._taken

    def weekly_hours(self) -> float | None:
        if self._hours is None:
            return None
        times = len({day for day, _ in time_grid.parts(self.grid)}) if self._each else 1
        hours = self._hours * max(times, 1)
        return round(hours / WEEKS_IN_MONTH * 2) / 2 or 0.5 if self._month else hours

    def _word(self, token: str) -> bool:
        if token in NOT:
            self._flush()
            self._no = True
        elif token in STOPS:
            self._stop(token)
        elif token in FLAGS:
            self._set_flag(FLAGS[token])
        elif token in ALWAYS:
            self._always = True
        elif token in MONTHLY:
            self._month = self._month or self._hours is not None
        elif token in EACH_TIME:
            self._each = True
        elif not self._day_or_part(token) and token not in FILLERS and token not in WEEKLY:
            return False
        self._at += 1
        return True

    def _day_or_part(self, token: str) -> bool:
        if token in DAYS:
            self._begin_days()
            self._days.update(DAYS[token])
        elif token in PARTS:
            self._parts.update(PARTS[token])
            self._joined = False
        elif token in JOINS:
            self._joined = True
        else:
            return False
        return True

    def _begin_days(self) -> None:
        """A day after „Mo abends“ or „abends und“ begins anew, after „abends“ it belongs there."""
        if self._parts and (self._days or self._joined):
            self._flush(keep=True)

    def _stop(self, sign: str) -> None:
        """A comma ends what is taken away; days before it wait for their dayparts."""
        ends = self._no and bool(self._days) and not self._goes_on()
        if ends or self._parts or sign == ";":
            self._flush()

    def _goes_on(self) -> bool:
        """Whether a day follows directly: „nicht Mo, Mi“ takes both away."""
        following = self.tokens[self._at + 1 : self._at + 2]
        return bool(following) and following[0] in DAYS and not self._parts

    def _range(self, token: str) -> bool:
        """`Mo - Fr`, `Mo bis Fr`."""
        following = self.tokens[self._at + 1 : self._at + 3]
        if token not in DAYS or len(following) < 2 or following[0] not in ("-", "bis"):
            return False
        if following[1] not in DAYS:
            return False
        self._begin_days()
        day, last = DAYS[token][0], DAYS[following[1]][-1]
        self._days.add(day)
        while day != last:
            day = (day + 1) % 7
            self._days.add(day)
        self._at += 3
        return True

    def _number(self, token: str) -> bool:
        """Hours, or times of the clock: `2 Std.`, `2 - 3 Stunden`, `9 - 12 Uhr`, `14:30`."""
        first = _amount(token)
        if first is None:
            return False
        rest = self.tokens[self._at + 1 : self._at + 4]
        second = _amount(rest[1]) if len(rest) > 1 and rest[0] in ("-", "bis", "und") else None
        after = rest[2:] if second is not None else rest
        wide = 3 if second is not None else 1
        clock_h = after[:1] == ["h"] and first >= (MORNING if second is not None else NOON)
        if after and after[0] in COUNTS and not clock_h:
            factor = COUNTS[after[0]]
            self._hours = (second if second is not None else first) * factor
            self._at += wide + 1
            return True
        said_clock = clock_h or after[:1] == ["uhr"]
        if second is not None or said_clock or ":" in token:
            begin, end = _clock(token), _clock(rest[1]) if second is not None else None
            if begin is None or (second is not None and end is None):
                return False
            self._at += wide + said_clock
            self._take_clock(begin, end if end is not None else begin + 1)
            return True
        return False

    def _clock_word(self, token: str) -> bool:
        """`ab 16 Uhr`, `nach 17`, `bis 12 Uhr`, `vor 10`."""
        following = self.tokens[self._at + 1 : self._at + 4]
        moment = _clock(following[0]) if following else None
        if token not in ("ab", "nach", "bis", "vor") or moment is None:
            return False
        hour = token in ("ab", "nach") and following[1:2] == ["h"]  # „ab 15h“
        if len(following) > 1 and following[1] in COUNTS and not hour:  # „bis 3 Stunden“
            self._at += 1
            return True
        begin, end, read = PART_BORDERS[0], PART_BORDERS[-1], 2
        if token in ("ab", "nach"):
            begin = moment
            rest = [
                one for one in self.tokens[self._at + 2 : self._at + 5] if one not in _CLOCK_SIGNS
            ]
            until = _clock(rest[1]) if rest[:1] == ["bis"] and len(rest) > 1 else None
            if until is not None:
                end = until
                read = 2 + self.tokens[self._at + 2 : self._at + 5].index(rest[1]) + 1
        else:
            end = moment
        self._at += read
        if self.tokens[self._at : self._at + 1] in ([one] for one in _CLOCK_SIGNS):
            self._at += 1
        self._take_clock(begin, end)
        return True

    def _take_clock(self, begin: float, end: float) -> None:
        enough = min(ENOUGH, (end - begin) / 2)
        for part in range(3):
            low, high = PART_BORDERS[part], PART_BORDERS[part + 1]
            if end > begin and min(end, high) - max(begin, low) >= enough:
                self._parts.add(part)

    def _set_flag(self, flag: int) -> None:
        if self._no:
            self._taken |= flag
            self._no = False
        else:
            self.grid |= flag

    def _flush(self, *, keep: bool = False) -> None:
        """Put what was collected into the grid; `keep`: what is taken away goes on."""
        if self._days or self._parts or self._always:
            all_days = range(7) if self._no or self._always else range(5)
            cells = time_grid.from_parts(
                (day, part) for day in self._days or all_days for part in self._parts or range(3)
            )
            if self._no:
                self._taken |= cells
            else:
                self.grid |= cells
        self._days, self._parts, self._always, self._joined = set(), set(), False, False
        self._no = self._no and keep


def _tokens(words: str) -> list[str]:
    found = join_phrases(_TOKEN.findall(_plain(words)))
    return [word for token in found for word in token_words(token)]


def _plain(words: str) -> str:
    """Small letters, umlauts spelled out, one kind of dash; abbreviations lose their point."""
    text = words.casefold()
    for sign, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("–", "-"), ("—", "-")):
        text = text.replace(sign, spelled)
    text = re.sub(r"(?<=[a-z])\.(?!\d)", " ", text)
    return re.sub(r"(?<=\d)(?=[a-z])", " ", text)


def _amount(token: str) -> float | None:
    if re.fullmatch(r"\d+(?:,\d+)?", token):
        return float(token.replace(",", "."))
    found = re.fullmatch(r"(\d+)[:.](\d{2})", token)
    return int(found[1]) + int(found[2]) / 60 if found else None


def _clock(token: str) -> float | None:
    found = _CLOCK.match(token)
    if not found or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return None
    return int(found[1]) + int(found[2] or 0) / 60
