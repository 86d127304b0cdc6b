"""What a spreadsheet's number format makes of a number: a date, a time, digits with zeros."""

from __future__ import annotations

import datetime as dt
import math
import re
from enum import Enum
from functools import cache

from ehrenamt_desktop.exchange.table import Cell

BUILT_IN = {
    9: "0%", 10: "0.00%", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
} | dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), "d.m.yyyy")  # fmt: skip
"""Formats that a file names by number only (ECMA-376 part 1, 18.8.30)."""

_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].')
_BRACKET = re.compile(r"\[[^\]]*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]")
_LAST_DAY = 2_958_465  # 31.12.9999
_FALSE_DAY = 60  # the 29th of February 1900, which never was
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - cells know no zone
_MAC_DAYS = 1_462  # from there to the first day of the 1904 system
_DIGITS = re.compile(r"0{2,}")


class Shown(Enum):
    """How a number is shown."""

    NUMBER = 1
    DATE = 2
    TIME = 3
    SPAN = 4
    PERCENT = 5
    DIGITS = 6


@cache
def shown(code: str) -> Shown:
    """What a format code makes of a number; only its first section counts."""
    section = _LITERAL.sub("", code).split(";")[0].lower()
    if _ELAPSED.search(section):
        return Shown.SPAN
    bare = _BRACKET.sub("", section)
    if bare.strip() in ("", "general", "standard", "@"):
        return Shown.NUMBER
    if "%" in bare:
        return Shown.PERCENT
    if any(sign in bare for sign in "#0?"):
        timed = re.search(r"s\.0+$", bare.strip())
        if timed is None:
            whole = not any(sign in bare for sign in "#.,e?/") and _DIGITS.search(bare)
            return Shown.DIGITS if whole else Shown.NUMBER
    if any(sign in bare for sign in "yd") or ("m" in bare and not re.search("[hs]", bare)):
        return Shown.DATE
    return Shown.TIME if re.search("[hs]", bare) else Shown.NUMBER


def value(number: float, code: str, *, mac: bool = False) -> Cell:
    """A number as the cell shows it, where that is more than a number.

    Args:
        number: what is stored; dates are days.
        code: the format code.
        mac: the book counts days from 1904.
    """
    how = shown(code)
    if how in (Shown.DATE, Shown.TIME):
        return _moment(number, mac=mac)
    if how is Shown.SPAN and abs(number) < _LAST_DAY:
        minutes = round(abs(number) * 24 * 60)
        return f"{'-' if number < 0 else ''}{minutes // 60}:{minutes % 60:02d}"
    if how is Shown.PERCENT and math.isfinite(number):
        return f"{number * 100:.10g} %".replace(".", ",")
    if how is Shown.DIGITS and number >= 0 and number == int(number):
        return _padded(int(number), code)
    return plain(number)


def plain(number: float) -> int | float:
    """A number without needless decimals."""
    whole = math.isfinite(number) and number == int(number) and abs(number) < 1e15
    return int(number) if whole else number


def _moment(number: float, *, mac: bool) -> Cell:
    """A date, a moment, or the time of a day as text."""
    if not math.isfinite(number) or not 0 <= number <= _LAST_DAY:
        return plain(number) if math.isfinite(number) else str(number)
    if number < 1:
        seconds = round(number * 86_400)
        return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}"
    days = number + _MAC_DAYS if mac else number + (number < _FALSE_DAY)
    moment = _EPOCH + dt.timedelta(seconds=round(days * 86_400))
    return moment.date() if moment.time() == dt.time() else moment


def _padded(number: int, code: str) -> Cell:
    """Digits filled into zeros and signs: 4103 as `00000` is `04103`."""
    pattern = code.split(";")[0]
    pieces = re.findall(r'"([^"]*)"|\\(.)|\[[^\]]*\]|([^"\\\[]+)', pattern)
    shape = "".join(
        (quoted or escaped).replace("0", "\x00") if quoted or escaped else rest
        for quoted, escaped, rest in pieces
    )
    digits = str(number)
    places = shape.count("0")
    digits = digits.zfill(places)
    extra, digits = digits[: len(digits) - places], digits[len(digits) - places :]
    filled = iter(digits)
    found = [next(filled) if sign == "0" else sign for sign in shape]
    if extra:
        found.insert(shape.index("0"), extra)
    text = "".join(found).replace("\x00", "0").strip()
    return number if text == str(number) else text
