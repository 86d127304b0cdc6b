"""Invented names, addresses and numbers; no real person has them but by chance."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import cache
from typing import Any

from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.demo.stock import Home, texts

FOREIGN = {"tr": "TR", "pl": "PL", "uk": "UK", "ar": "AR", "ru": "RU"}
"""Language of a name's origin."""

DOUBLE_SHARE = 0.04
TITLE_SHARE = 0.02
NEUTRAL_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Name:
    """A made-up name; `language` is the code of a first language other than German, or empty."""

    salutation: Salutation | None
    title: str
    first: str
    last: str
    language: str = ""


@cache
def _pools() -> tuple[dict[tuple[Salutation, int], list[str]], dict[str, dict[str, list[str]]]]:
    """First names of German speakers by salutation and decade, and the origins of the others."""
    data = texts("names")
    origins: dict[str, dict[str, list[str]]] = {
        key: {"first": list(value["first"]), "last": list(value["last"])}
        for key, value in data["origin"].items()
    }
    foreign = {first for value in origins.values() for first in value["first"]}
    pools: dict[tuple[Salutation, int], list[str]] = {}
    for salutation, group in (
        (Salutation.MS, "first_female"),
        (Salutation.MR, "first_male"),
        (Salutation.NEUTRAL, "first_neutral"),
    ):
        for decade, names in data[group].items():
            pools[salutation, int(decade)] = [one for one in names if one not in foreign]
    return pools, origins


@cache
def _gender(first: str) -> Salutation | None:
    data = texts("names")
    for salutation, group in ((Salutation.MS, "first_female"), (Salutation.MR, "first_male")):
        if any(first in names for names in data[group].values()):
            return salutation
    return None


@cache
def _foreign(decade: int) -> list[tuple[str, str]]:
    """Origins and first names that fit a decade of birth; all of them where none does."""
    data = texts("names")
    _, origins = _pools()
    usual = {
        one
        for group in ("first_female", "first_male")
        for near in (decade - 10, decade, decade + 10)
        for one in data[group].get(str(near), ())
    }
    found = [
        (key, first) for key, value in origins.items() for first in value["first"] if first in usual
    ]
    return found or [(key, first) for key, value in origins.items() for first in value["first"]]


def name(rng: random.Random, birth_year: int, *, foreign: bool = False) -> Name:
    """A name usual for the year of birth."""
    decade = min(2010, max(1940, birth_year // 10 * 10))
    if foreign:
        key, first = rng.choice(_foreign(decade))
        _, origins = _pools()
        return Name(_gender(first), "", first, rng.choice(origins[key]["last"]), FOREIGN[key])
    pools, _ = _pools()
    salutation = Salutation.MS if rng.random() < 0.56 else Salutation.MR
    if rng.random() < NEUTRAL_SHARE and (Salutation.NEUTRAL, decade) in pools:
        salutation = Salutation.NEUTRAL
    title = "Dr." if decade < 1990 and rng.random() < TITLE_SHARE else ""
    return Name(salutation, title, rng.choice(pools[salutation, decade]), last_name(rng))


def last_name(rng: random.Random) -> str:
    """A surname of the region."""
    data = texts("names")["last"]
    return str(rng.choice(data["double" if rng.random() < DOUBLE_SHARE else "regional"]))


def street(rng: random.Random) -> str:
    """A street and a house number."""
    number = f"{rng.randint(1, 48)}{rng.choice('abc') if rng.random() < 0.12 else ''}"
    return f"{rng.choice(texts('names')['address']['streets'])} {number}"


def phone(rng: random.Random, home: Home) -> str:
    """A landline number of the place that is not given out: it starts with 00 or 99."""
    data: dict[str, Any] = texts("names")["phone"]
    tail = "".join(rng.choice("0123456789") for _ in range(rng.choice(data["digits"]) - 2))
    return f"{home.area_code} {rng.choice(data['starts'])}{tail}"


def mobile(rng: random.Random) -> str:
    """A mobile number from the ranges kept for made-up numbers."""
    data: dict[str, Any] = texts("names")["phone"]
    tail = "".join(rng.choice("0123456789") for _ in range(data["mobile_digits"]))
    return f"{rng.choice(data['mobile_prefixes'])}{tail}"


def email(rng: random.Random, one: Name) -> str:
    """An address at a domain that is kept for examples."""
    first, last = (fold(part).replace(" ", "-") for part in (one.first, one.last))
    local = rng.choice((f"{first}.{last}", f"{first[:1]}.{last}", f"{last}{rng.randint(2, 89)}"))
    return f"{local}@{rng.choice(texts('names')['email']['domains'])}"


def birth_date(rng: random.Random, age: int, as_of: dt.date) -> dt.date:
    """A date of birth of somebody who is `age` years old on a day."""
    turned = dt.date(as_of.year - age, as_of.month, min(as_of.day, 28))
    return turned - dt.timedelta(days=rng.randrange(1, 364))
