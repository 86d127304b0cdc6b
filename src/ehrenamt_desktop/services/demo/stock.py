"""What demonstration data is made from: invented texts, and the places and terms of the store."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any, TypeVar

from sqlmodel import col, select

from ehrenamt_desktop.model.enums import Level, TermKind
from ehrenamt_desktop.model.records.place import Place
from ehrenamt_desktop.model.records.term import Term
from ehrenamt_desktop.model.rules.distance import kilometres
from ehrenamt_desktop.model.rules.placing import next_working_day
from ehrenamt_desktop.model.rules.time_text import grid_of
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.store.unit import Unit

Item = TypeVar("Item")

CLOSED_FROM = (12, 24)
"""Month and day from which the office is closed until the New Year."""

YEARS = 3
"""Years of history before the day the data is made for."""

SOME_PEOPLE = 150
"""Inhabitants assumed for a village whose population is not known."""

OUTSIDE_SHARE = 0.03
"""Share of people who live in a neighbouring town (the area borders on two more counties)."""


@cache
def texts(name: str) -> Mapping[str, Any]:
    """The invented texts of `resources/demo/<name>.toml`."""
    path = resources() / "demo" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def grid(times: tuple[str, ...]) -> int:
    """The time grid of texts like `Do vormittags`; 0 when there are none."""
    return grid_of(", ".join(times)) or 0


@dataclass(frozen=True, slots=True)
class Home:
    """A place as the generator needs it; `lat` and `lon` in degrees."""

    id: int
    name: str
    municipality: str
    postal_code: str
    area_code: str
    lat: float | None
    lon: float | None
    people: int
    member: bool


class Stock:
    """The places and terms of one store, and the day the data is made for."""

    def __init__(self, homes: Sequence[Home], terms: Mapping[tuple[TermKind, str], int],
                 as_of: dt.date) -> None:  # fmt: skip
        self.as_of = as_of
        self.first_day = as_of - dt.timedelta(days=365 * YEARS)
        self.members = [home for home in homes if home.member]
        self.neighbours = [home for home in homes if not home.member]
        self.by_name = {home.name: home for home in self.members}
        self._terms = terms
        self._weights = list(accumulate(home.people for home in self.members))
        self._km: dict[tuple[int, int], float | None] = {}

    @classmethod
    def of(cls, unit: Unit, as_of: dt.date) -> Stock:
        """Read the places and terms through an open step."""
        places = unit.exec(select(Place).order_by(col(Place.id))).all()
        terms = unit.exec(select(Term.kind, Term.code, Term.id)).all()
        known = {(TermKind(kind), code): int(number or 0) for kind, code, number in terms}
        return cls([_home(place) for place in places], known, as_of)

    def term(self, kind: TermKind, code: str) -> int:
        """The number of a term."""
        return self._terms[kind, code]

    def terms(self, kind: TermKind, codes: Iterable[str]) -> list[int]:
        """The numbers of several terms."""
        return [self._terms[kind, code] for code in codes]

    def language(self, text: str) -> tuple[int, Level]:
        """The term and level of `DE:good`."""
        code, _, level = text.partition(":")
        return self._terms[TermKind.LANGUAGE, code], Level(level)

    def home(self, rng: random.Random) -> Home:
        """A place to live, weighted by population; rarely a neighbouring town."""
        if self.neighbours and rng.random() < OUTSIDE_SHARE:
            return rng.choice(self.neighbours)
        return rng.choices(self.members, cum_weights=self._weights)[0]

    def km(self, one: Home, other: Home) -> float | None:
        """Kilometres between two places as the crow flies; None where one is not on the map."""
        key = (one.id, other.id)
        if key not in self._km:
            known = None not in (one.lat, one.lon, other.lat, other.lon)
            self._km[key] = (
                kilometres(one.lat, one.lon, other.lat, other.lon)  # type: ignore[arg-type]
                if known
                else None
            )
        return self._km[key]


def _home(place: Place) -> Home:
    people = place.population if place.population is not None else SOME_PEOPLE
    if place.name == place.municipality and place.population is None:
        people = 1000
    return Home(
        id=int(place.id or 0),
        name=place.name,
        municipality=place.municipality,
        postal_code=place.postal_code,
        area_code=place.area_code,
        lat=place.lat,
        lon=place.lon,
        people=people,
        member=place.member,
    )


def some(rng: random.Random, items: Sequence[Item], low: int, high: int) -> list[Item]:
    """Between `low` and `high` of the items, in their order."""
    wanted = min(len(items), rng.randint(low, high))
    return [items[at] for at in sorted(rng.sample(range(len(items)), wanted))]


def weighted(rng: random.Random, options: Sequence[tuple[Item, int]]) -> Item:
    """One of the options, by their weights."""
    return rng.choices([one for one, _ in options], [weight for _, weight in options])[0]


def weekday_on_or_after(day: dt.date) -> dt.date:
    """The day itself, or the next one on which the office is open."""
    if (day.month, day.day) >= CLOSED_FROM:
        day = dt.date(day.year + 1, 1, 2)
    elif (day.month, day.day) == (1, 1):
        day = day.replace(day=2)
    return next_working_day(day)


def weekday_before(day: dt.date) -> dt.date:
    """The day itself, or the last one before on which the office was open."""
    if (day.month, day.day) == (1, 1):
        day -= dt.timedelta(days=1)
    if (day.month, day.day) >= CLOSED_FROM:
        day = day.replace(day=CLOSED_FROM[1] - 1)
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def moment(day: dt.date, rng: random.Random) -> dt.datetime:
    """A moment of that day in office hours, in UTC."""
    minutes = 8 * 60 + rng.randrange(8 * 60)
    return dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60), dt.UTC)


def stamps(at: dt.datetime) -> dict[str, Any]:
    """The stamps of a record that was entered at a moment and not changed since."""
    return {"created_at": at, "changed_at": at}
