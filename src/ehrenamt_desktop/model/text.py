"""German text as data: folding for search and order, tidy input, dates and numbers on paper."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_SPECIAL = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a",
    "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
})  # fmt: skip
_PHONE_GAP = re.compile(r"[^0-9+]+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip


def fold(text: str) -> str:
    """Lower case, umlauts spelled out, accents off, other signs as single blanks.

    Idempotent: `fold(fold(x)) == fold(x)`.
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_SPECIAL)
    plain = unicodedata.normalize("NFKD", lowered)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = plain.casefold().translate(_SPECIAL)
    return _NOT_WORD.sub(" ", plain).strip()


def digits(text: str) -> str:
    """Only the digits of a phone number; +49 and 0049 become the leading 0."""
    kept = "".join(sign for sign in text if sign.isascii() and sign.isdigit())
    if text.strip().startswith("+49"):
        return "0" + kept[2:].lstrip("0")
    if kept.startswith("0049"):
        return "0" + kept[4:].lstrip("0")
    return kept


def phone_words(text: str) -> list[str]:
    """What a phone number is found by: all its digits, and those after the area code."""
    whole = digits(text)
    groups = [digits(group) for group in _PHONE_GAP.split(text.strip()) if digits(group)]
    local = "".join(groups[1:]) if len(groups) > 1 else ""
    return [run for run in dict.fromkeys((whole, local)) if run]


MAX_QUESTION = 200
"""Characters of a search question that are looked at; nobody types more into a search box."""


def search_words(text: str) -> list[str]:
    """The folded words of `text`, each also without spelled-out umlauts, in order, once.

    `Müller` gives `mueller` and `muller`, so that both ways of typing find it.
    """
    if text.isascii():
        return list(dict.fromkeys(fold(text).split()))
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    bare = fold("".join(sign for sign in plain if not unicodedata.combining(sign)))
    return list(dict.fromkeys([*fold(text).split(), *bare.split()]))


def search_question(text: str) -> str | None:
    """The FTS5 query for a typed text: every word must begin a kept word; None for no word.

    A text of digits and phone signs alone is sought as one phone number. Only folded words reach
    the query language.
    """
    short = text[:MAX_QUESTION].strip()
    run = digits(short)
    if run and not any(sign.isalpha() for sign in short):
        return f'"{run}"*'
    words = list(dict.fromkeys(fold(short).split()))
    return " AND ".join(f'"{word}"*' for word in words) or None


def tidy(text: str) -> str:
    """One line: control signs out, white space to single blanks, ends stripped."""
    return " ".join(_visible(text).split())


def tidy_block(text: str) -> str:
    """Several lines: control signs out, line ends unified, ends stripped."""
    lines = _visible(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _visible(text: str) -> str:
    """Without control signs, surrogates and direction overrides; line ends and tabs stay."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():  # no sign of category C; most text is
        return composed
    return "".join(
        sign for sign in composed if sign in "\n\r\t" or unicodedata.category(sign)[0] != "C"
    )


def day(value: dt.date | None) -> str:
    """`22.11.2026`, or nothing."""
    return f"{value.day:02d}.{value.month:02d}.{value.year:04d}" if value else ""


def long_day(value: dt.date) -> str:
    """`22. November 2026`."""
    return f"{value.day}. {_MONTHS[value.month - 1]} {value.year}"


def weekday(value: dt.date) -> str:
    """`Montag`."""
    return _WEEKDAYS[value.weekday()]


def month(number: int) -> str:
    """`November` for 11."""
    return _MONTHS[number - 1]


def number(value: float | None, places: int = 1) -> str:
    """A German decimal without needless zeros: `4,5`, `6`; nothing for None."""
    if value is None:
        return ""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def count(amount: int, one: str, many: str) -> str:
    """`1 Angebot`, `3 Angebote`."""
    return f"{amount} {one if amount == 1 else many}"


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    blank = head.rfind(" ")
    return (head[:blank] if blank > limit // 2 else head).rstrip(" ,;:") + "…"


def parse_day(text: str) -> dt.date | None:
    """A date typed the German way (`1.2.26`, `01.02.2026`, `2026-02-01`); None if it is none."""
    text = text.strip()
    match = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})", text)
    if match:
        first, second, year = (int(part) for part in match.groups())
        if len(match[3]) == 2:
            year += 2000 if year < 70 else 1900
        return _date(year, second, first)
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _date(year: int, month_number: int, day_number: int) -> dt.date | None:
    try:
        return dt.date(year, month_number, day_number)
    except ValueError:
        return None
