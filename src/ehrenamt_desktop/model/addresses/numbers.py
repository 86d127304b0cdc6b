"""Phone numbers and e-mail addresses in a line of text, also misread ones."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from ehrenamt_desktop.model.text import digits, tidy

GAP = "\x1f"
"""Stands where something was taken out of a line."""

LEAST, MOST = 6, 15
"""Digits of a phone number without a label (E.164 allows 15)."""

SHORTEST = 3
"""Digits of a labelled one: a number inside the village."""

_MAIL = re.compile(
    r"(?:mailto:)?(?P<box>[A-Za-z0-9ÄÖÜäöüß_%+'.-]{1,64}?)\s?"
    r"(?:@|\s?[(\[{]\s?(?:at|ät|@)\s?[)\]}]\s?)\s?"
    r"(?P<host>[A-Za-z0-9ÄÖÜäöüß-]+(?:\.[A-Za-z0-9ÄÖÜäöüß-]+)*)"
    r"(?P<end>\s?(?:[(\[{](?:dot|punkt)[)\]}]|\.)\s?(?:de|com|net|org|eu|info|at|ch)\b)?",
    re.IGNORECASE,
)
_MAIL_LABEL = re.compile(r"(?<!\w)(?:e\s?[-–—]?\s?)?mail(?:adresse)?\s*[:.]*\s*$", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

_PHONE_WORDS = (
    r"tele[fph]+on(?:nummer|nr\.?)?|te[l1]\.?(?:\s?-?\s?nr\.?)?|fon|phone|festnetz|ruf(?:nummer)?|"
    r"privat|dienstlich|gesch[äa]ftlich|zentrale|b[üu]ro|[TP](?=[:. ])|☎|📞|✆"
)
_MOBILE_WORDS = (
    r"mobil(?:telefon|nummer|funk)?|mobile|handy(?:nr\.?|nummer)?|mob\.?|cell|funk|[MH](?=[:. ])|📱"
)
_FAX_WORDS = r"(?:tele|pc-?)?fax(?:nummer|nr\.?)?|[F](?=[:. ])|📠"
_DIRECT = re.compile(
    r"[,(]?\s*(?:durchwahl|dw)\.?\s*[:.]?\s*[-–]?\s*(\d{1,4})\)?(?!\d)", re.IGNORECASE
)
_SEPARATORS = r" \u00a0()/.\-–—\u2010\u2011"
_LABELLED = re.compile(
    rf"(?<!\w)(?:(?P<fax>{_FAX_WORDS})|(?P<mobile>{_MOBILE_WORDS})|(?P<phone>{_PHONE_WORDS}))"
    r"\s*(?:\(?(?:privat|priv\.|dienstl(?:ich|\.)|p|d|g)\)?)?\s*[:.\-–=]*\s*"
    rf"(?P<number>(?:\+\s?)?\(?[0-9O](?:[0-9OoIl]|[{_SEPARATORS}](?=[{_SEPARATORS}0-9OoIl])){{2,40}})"
    r"(?![A-Za-zÄÖÜäöüß])",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w.,/-])(?P<number>(?:\+\s?[1-9]|\(\+?0?|0)(?:[0-9]|[{_SEPARATORS}](?=[{_SEPARATORS}0-9])){{5,40}})(?!\w)"
)
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_SECOND = re.compile(r"\s*[/|]\s*(?=\(?(?:\+\d|0[1-9]))|\s+(?=\+\d|0[1-9]\d{1,4}[ /-])")
_MISREAD = str.maketrans("OoIl", "0011")
_MOBILE_START = re.compile(r"01[5-7]")


class Line(Enum):
    """What a number is called on."""

    PHONE = auto()
    MOBILE = auto()
    FAX = auto()


class Number(NamedTuple):
    """A phone number as it was written, and the words with it."""

    line: Line
    number: str
    written: str


def take_mails(text: str) -> tuple[str, list[str]]:
    """The text without its e-mail addresses, and those."""
    found: list[str] = []

    def out(match: re.Match[str]) -> str:
        end = re.sub(r"^\s?[(\[{]?(?:dot|punkt|\.)[)\]}]?\s?", ".", match["end"] or "", flags=re.I)
        if not end and "." not in match["host"]:
            return match[0]
        found.append(f"{match['box'].strip('.')}@{match['host']}{end}")
        return GAP

    rest = _MAIL.sub(out, text)
    if not found:
        return text, []
    pieces = [_MAIL_LABEL.sub("", re.sub(r"[<(\[]\s*$", "", piece)) for piece in rest.split(GAP)]
    return GAP.join(re.sub(r"^\s*[>)\]]", "", piece) for piece in pieces), found


def take_webs(text: str) -> tuple[str, list[str]]:
    """The text without its web addresses, and those."""
    found = [match[0].rstrip(".,;)>") for match in _WEB.finditer(text)]
    return (_WEB.sub(GAP, text), found) if found else (text, [])


def take_numbers(text: str) -> tuple[str, list[Number]]:
    """The text without its phone numbers, and those in their order."""
    found: list[tuple[int, Number]] = []

    def labelled(match: re.Match[str]) -> str:
        name = next(one for one in ("fax", "mobile", "phone") if match[one])
        return keep(match, Line[name.upper()], SHORTEST)

    def bare(match: re.Match[str]) -> str:
        return match[0] if _DATE.fullmatch(match["number"].strip()) else keep(match, None, LEAST)

    def keep(match: re.Match[str], line: Line | None, least: int) -> str:
        parts = [_tidied(part) for part in _several(match["number"])]
        if not all(least <= len(digits(part)) <= MOST for part in parts):
            return match[0]
        head = match[0][: match.start("number") - match.start()]
        for part in parts:
            found.append((match.start(), Number(_line(line, part), part, tidy(head + part))))
            head = ""
        return GAP

    text = _BARE.sub(bare, _LABELLED.sub(labelled, text))
    return text, [one for _, one in sorted(found, key=lambda entry: entry[0])]


def take_direct(text: str) -> tuple[str, str]:
    """The text without a direct dial (`Durchwahl -12`), and its digits."""
    match = _DIRECT.search(text)
    if match is None:
        return text, ""
    return text[: match.start()] + GAP + text[match.end() :], match[1]


def _several(number: str) -> list[str]:
    """Numbers written one behind the other."""
    cuts = [0]
    for match in _SECOND.finditer(number):
        left, right = number[cuts[-1] : match.start()], number[match.end() :]
        if len(digits(left)) > LEAST and len(digits(right)) > LEAST:
            cuts.append(match.end())
    ends = [*cuts[1:], len(number)]
    return [number[start:end] for start, end in zip(cuts, ends, strict=True)]


def _tidied(number: str) -> str:
    """Without misread letters and loose signs."""
    plain = tidy(number.translate(_MISREAD)).strip(" /.-–—\u2010\u2011|")
    if plain.count("(") < plain.count(")"):
        plain = plain.rstrip(")")
    if plain.count("(") > plain.count(")"):
        plain = plain.rstrip("( ") if plain.endswith("(") else plain.replace("(", "", 1)
    return plain.strip()


def _line(line: Line | None, number: str) -> Line:
    if line is Line.FAX:
        return line
    if _MOBILE_START.match(digits(number)) or line is Line.MOBILE:
        return Line.MOBILE
    return Line.PHONE
