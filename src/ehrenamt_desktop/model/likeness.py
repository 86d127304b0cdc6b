"""Names as they are misheard, mistyped and shortened; the keys under which doubles meet.

Two records can only be doubles if they share one of their keys: a number, an address, a day of
birth, or a name by its sound together with the year. Keys are derived (`store/traces.py`), so a
question about one person among 100,000 looks at a handful.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from ehrenamt_desktop import paths
from ehrenamt_desktop.model.text import digits, fold

PARTICLES = frozenset(
    {"von", "van", "vom", "zu", "zum", "zur", "de", "del", "della", "der", "den", "di", "da", "la",
     "le", "el", "al", "ibn", "und"}
)  # fmt: skip
"""Words before a surname that are left out as often as they are written."""

TITLES = frozenset(
    {"dr", "prof", "med", "phil", "dipl", "ing", "herr", "frau", "fam", "familie", "freifrau",
     "freiherr"}
)  # fmt: skip

MARKS = {"sen": 1, "senior": 1, "sr": 1, "jun": 2, "junior": 2, "jr": 2}
"""Words that tell the older from the younger of one name."""

MIN_PHONE, MIN_MAIL = 6, 6
"""Digits and signs from which a number or an address says something."""

_SCANNED = str.maketrans({"|": "l", "!": "l", "1": "l", "0": "o", "5": "s", "8": "b", "€": "e"})
_SHARP = re.compile(r"(?<=[a-zäöü])B(?=[a-zäöü]|\b)")
_STROKE = re.compile(r"(?<=[a-zäöüß])I|(?<=\b[A-ZÄÖÜ])I(?=[a-zäöüß])")
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("tzsch|tsch|sch", "S"), ("ph", "f"), ("th", "t"), ("dt$", "t"), ("tz", "z"), ("ck", "k"),
        ("chr", "kr"), ("c(?=[aoulrk])", "k"), ("qu", "kv"), ("x", "ks"), ("v|w", "f"),
        ("^y(?=[aeou])", "j"), ("ai|ay|ey|ei", "E"), ("eu|aeu", "O"), ("ie", "i"), ("y", "i"),
        ("(?<=[aeiou])h(?![aeiou])", ""), ("ts", "z"), ("d$", "t"), ("b$", "p"), ("g$", "k"),
    )
)  # fmt: skip
_STREET = re.compile(r"str(?:as*e?)?$")
_GLUED = re.compile(r"(?<=[a-z])(?=\d)")
_HOUSE = re.compile(r"^(\d{1,4})([a-z]?)$")


def read(text: str) -> str:
    """A name as typed or scanned, folded; digits and strokes inside words become letters."""
    text = _STROKE.sub("l", _SHARP.sub("ß", text))
    if any(sign in "|!10583€" for sign in text):
        text = text.translate(_SCANNED)
    return fold(text)


@lru_cache(maxsize=100_000)
def bare(word: str) -> str:
    """A folded word without spelled-out umlauts: `mueller` and `muller` are one."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """How a folded German word sounds: `meyer` is `maier`, `schmidt` is `schmitt`."""
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=100_000)
def scanned(word: str) -> str:
    """A folded word as a scanner confuses it: `rn` is `m`, `l` is `i`, `cl` is `d`."""
    word = bare(word)
    for old, new in (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("lj", "u"), ("j", "i")):
        word = word.replace(old, new)
    return word.replace("l", "i").replace("t", "i").replace("f", "i")


def last_words(text: str) -> tuple[tuple[str, ...], int]:
    """The words of a surname without particles and titles, and its mark (see `MARKS`)."""
    words = read(text).split()
    mark = next((MARKS[one] for one in words if one in MARKS), 0)
    plain = [one for one in words if one not in TITLES and one not in MARKS]
    kept = [one for one in plain if one not in PARTICLES]
    return tuple(kept or plain), mark


def first_words(text: str) -> tuple[tuple[str, ...], int]:
    """The words of a first name without titles, and its mark."""
    words = read(text).split()
    mark = next((MARKS[one] for one in words if one in MARKS), 0)
    return tuple(one for one in words if one not in TITLES and one not in MARKS), mark


@cache
def _names() -> tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[int]], frozenset[str]]:
    content = tomllib.loads((paths.resources() / "first_names.toml").read_text(encoding="utf-8"))
    groups: dict[str, set[int]] = {}
    heads: dict[str, set[int]] = {}
    known: set[str] = set()
    for place, line in enumerate(content["same"]):
        names = _folded(line)
        heads.setdefault(bare(names[0]), set()).add(place)
        for word in names:
            groups.setdefault(bare(word), set()).add(place)
        known.update(names)
    known.update(_folded(content["known"]))
    known.update([bare(word) for word in known])
    return _frozen(groups), _frozen(heads), frozenset(known)


def _folded(line: str) -> list[str]:
    return [fold(name).replace(" ", "") for name in line.split()]


def _frozen(groups: Mapping[str, set[int]]) -> Mapping[str, frozenset[int]]:
    return {word: frozenset(places) for word, places in groups.items()}


def is_first_name(word: str) -> bool:
    """Whether a folded word is a first name that people bear, not a slip."""
    return word in _names()[2]


def stands_for(one: str, other: str) -> bool:
    """Whether one of two folded first names is short for the other, or another form of it."""
    groups, heads, _ = _names()
    none: frozenset[int] = frozenset()
    a, b = bare(one), bare(other)
    return bool(
        heads.get(a, none) & groups.get(b, none) or heads.get(b, none) & groups.get(a, none)
    )


def phones(*texts: str) -> tuple[str, ...]:
    """The numbers in phone fields as digits without the leading zeros of area and country."""
    found = []
    for text in texts:
        for part in re.split(r"[;,]|\bo(?:der|d\.)|\bu(?:nd|\.)", text):
            run = digits(part).lstrip("0")
            if len(run) > 11 and run.startswith("49"):
                run = run[2:].lstrip("0")
            if len(run) >= 4:
                found.append(run)
    return tuple(dict.fromkeys(found))


def is_mobile(run: str) -> bool:
    """Whether digits of `phones` are a German mobile number."""
    return run[:2] in {"15", "16", "17"} and len(run) >= 9


def mail(text: str) -> str:
    """An e-mail address as it is compared."""
    return text.strip().casefold() if "@" in text else ""


def street(text: str) -> tuple[str, str]:
    """Street and house number, folded: `Hauptstr. 12 a` gives `hauptstr` and `12a`."""
    words = _GLUED.sub(" ", fold(text)).split()
    number = ""
    for place, word in enumerate(words):
        found = _HOUSE.match(word)
        if place and found:
            letter = found[2]
            if not letter and place + 1 < len(words) and len(words[place + 1]) == 1:
                letter = words[place + 1]
            number = found[1] + letter
            words = words[:place]
            break
    return bare(_STREET.sub("str", "".join(words))), number


def keys(values: Mapping[str, Any]) -> set[str]:
    """The keys of a person; doubles share at least one.

    Args:
        values: the columns of a person; a date of birth as `YYYY-MM-DD` or a date.
    """
    found = {f"p{run[-7:]}" for run in phones(values["phone"] or "", values["mobile"] or "")
             if len(run) >= MIN_PHONE}  # fmt: skip
    address = mail(values["email"] or "")
    if len(address) >= MIN_MAIL:
        found.add(f"e{fold(address)}")
    way, house = street(values["street"] or "")
    if house and way:
        found.add(f"a{way} {house}")
    born = str(values["birth_date"] or "")
    if born:
        found.add(f"d{born}")
    year = born[:4] or str(values["birth_year"] or "")
    lasts = [sound(bare(one)) for one in last_words(values["last_name"] or "")[0]]
    firsts = [sound(bare(one)) for one in first_words(values["first_name"] or "")[0]]
    found |= {f"n{min(last, one)} {max(last, one)}" for last in lasts for one in firsts}
    if year:
        found |= {f"y{year} {one}" for one in (*lasts, *firsts)}
    return found
