"""Dates of foreign lists: German and ISO spellings, named formats, English and German months.

Month names do not depend on the language of the computer.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from ehrenamt_desktop import clock
from ehrenamt_desktop.exchange.table import Cell
from ehrenamt_desktop.model.text import fold, month, parse_day

_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_PARTS = {
    "d": r"(?P<d>\d{1,2})", "m": r"(?P<m>\d{1,2})", "Y": r"(?P<Y>\d{4})", "y": r"(?P<y>\d{2})",
    "B": r"(?P<B>[^\W\d]+)", "b": r"(?P<B>[^\W\d]+)\.?", "H": r"(?P<H>\d{1,2})",
    "M": r"(?P<M>\d{1,2})", "S": r"(?P<S>\d{1,2})", "%": "%",
}  # fmt: skip
_SHORTEST = 3  # letters of an abbreviated month
_TIME_TAIL = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$")
_WORDED = re.compile(r"(\d{1,2})(?:\.\s*|\s+)([^\W\d]+)\.?,?\s+(\d{4})")
_BEFORE = re.compile(
    r"(?:(?:mo|di|mi|do|fr|sa|so)(?:ntag|enstag|ttwoch|nnerstag|eitag|mstag|nntag|nnabend)?\.?,?\s+"
    r"|(?:geb(?:oren)?\.?|am|den|d\.|\*)\s*(?=[\sa\d]))+",
    re.I,
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_UNIX = "unix"


def is_format(pattern: str) -> bool:
    """Whether `pattern` can be used: `unix`, or day, month and year in any order."""
    return pattern == _UNIX or _expression(pattern) is not None


def read(cell: Cell, pattern: str = "") -> dt.date | None:
    """The date in a cell; None if it is none.

    Args:
        cell: a date cell, or text such as `1.2.1990`, `1990-02-01`, `1. Februar 1990`.
        pattern: the format of the list, which then is the only one accepted for text.
    """
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, bool) or cell is None:
        return None
    text = str(cell).strip()
    if pattern == _UNIX:
        return _from_stamp(text)
    if pattern:
        return _by_format(text, pattern)
    bare = _TIME_TAIL.sub("", _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text)
    bare = bare.rstrip(" .")
    return parse_day(bare) or _worded(bare) or _year_first(bare)


def _from_stamp(text: str) -> dt.date | None:
    """Seconds since 1970 as the day in Berlin."""
    if not re.fullmatch(r"\d{1,11}", text):
        return None
    return dt.datetime.fromtimestamp(int(text), clock.berlin()).date()


def _by_format(text: str, pattern: str) -> dt.date | None:
    expression = _expression(pattern)
    match = expression.fullmatch(text) if expression else None
    if match is None:
        return None
    parts = match.groupdict()
    year = int(parts["Y"]) if parts.get("Y") else _full_year(int(parts["y"]))
    number = month_number(parts["B"]) if parts.get("B") else int(parts["m"])
    return _date(year, number, int(parts["d"]))


def _worded(text: str) -> dt.date | None:
    match = _WORDED.fullmatch(text)
    if match is None:
        return None
    return _date(int(match[3]), month_number(match[2]), int(match[1]))


def _year_first(text: str) -> dt.date | None:
    match = _YEAR_FIRST.fullmatch(text)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def month_number(word: str) -> int:
    """1–12 for an English or German month or its abbreviation; 0 for none."""
    wanted = fold(word)
    if len(wanted) < _SHORTEST:
        return 0
    for number in range(1, 13):
        names = (_ENGLISH[number - 1], fold(month(number)))
        if any(name.startswith(wanted) for name in names):
            return number
    return {"mrz": 3, "sept": 9}.get(wanted, 0)


def _full_year(short: int) -> int:
    return short + (2000 if short < 70 else 1900)


def _date(year: int, number: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, number, day)
    except ValueError:
        return None


@cache
def _expression(pattern: str) -> re.Pattern[str] | None:
    pieces = re.split(r"%(.)", pattern)
    letters = pieces[1::2]
    built = ""
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            built += r"\s+".join(re.escape(word) for word in re.split(r"\s+", piece))
        elif piece in _PARTS:
            built += _PARTS[piece]
        else:
            return None
    whole = {"d"} <= set(letters) and set("Yy") & set(letters) and set("mBb") & set(letters)
    if not whole or len(letters) != len(set(letters)) or {"B", "b"} <= set(letters):
        return None
    return re.compile(built)
