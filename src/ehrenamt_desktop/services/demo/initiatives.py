"""Invented initiatives with the people who speak for them."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ehrenamt_desktop.model.enums import InitiativeStatus, InitiativeType, Salutation
from ehrenamt_desktop.model.text import cut, fold
from ehrenamt_desktop.services.demo import names
from ehrenamt_desktop.services.demo.stock import Home, Stock, moment, stamps, texts, weighted

STATUSES = (
    (InitiativeStatus.ACTIVE, 84),
    (InitiativeStatus.DORMANT, 7),
    (InitiativeStatus.FOUNDING, 5),
    (InitiativeStatus.ENDED, 4),
)
INSURERS = {
    InitiativeType.CHURCH: "Verwaltungs-Berufsgenossenschaft",
    InitiativeType.MUNICIPALITY: "Unfallkasse Hessen",
    InitiativeType.UNION: "Unfallkasse Hessen",
    InitiativeType.SCHOOL: "Unfallkasse Hessen",
    InitiativeType.RESCUE: "Unfallkasse Hessen",
    InitiativeType.WELFARE: "BG für Gesundheitsdienst und Wohlfahrtspflege",
    InitiativeType.CARE: "BG für Gesundheitsdienst und Wohlfahrtspflege",
    InitiativeType.ASSOCIATION: "Rahmenvertrag des Landes Hessen",
    InitiativeType.GROUP: "Rahmenvertrag des Landes Hessen",
    InitiativeType.LOOSE_ASSOCIATION: "Rahmenvertrag des Landes Hessen",
}
"""Who usually covers accidents of volunteers of such a body (domain brief 3.7, unverified)."""

OFFICIAL = frozenset({
    InitiativeType.SCHOOL, InitiativeType.CARE, InitiativeType.WELFARE, InitiativeType.COUNTY,
    InitiativeType.MUNICIPALITY, InitiativeType.UNION, InitiativeType.JOB_CENTRE,
})  # fmt: skip
FEMALE_ENDINGS = ("Vorsitzende", "Sprecherin", "sprecherin", "vorsteherin")
MALE_ENDINGS = ("Vorsitzender", "Sprecher", "vorsteher", "wart", "Wegewart")


MORTAL = frozenset({
    InitiativeType.ASSOCIATION, InitiativeType.LOOSE_ASSOCIATION, InitiativeType.GROUP,
    InitiativeType.COOPERATIVE,
})  # fmt: skip
"""Bodies that are founded, rest and end within three years; a fire brigade or school does not."""

WOMEN = frozenset({"landfrauen", "frauen"})
"""Bodies that women speak for."""


@dataclass(slots=True)
class InitiativePlan:
    """One initiative to be kept: its row, its contacts' rows, and what its offers need of it."""

    key: str
    home: Home
    values: dict[str, Any]
    contacts: list[dict[str, Any]]
    since: dt.date
    id: int = 0
    contact_ids: tuple[int, ...] = ()

    @property
    def recipient(self) -> str:
        """Who gets a person's contact: the first contact and the body."""
        first = self.contacts[0]
        who = " ".join(part for part in (first["first_name"], first["last_name"]) if part)
        return f"{who}, {self.values['name']}"[:200]


def plans(rng: random.Random, stock: Stock, wanted: int) -> list[InitiativePlan]:
    """So many initiatives, spread over kinds and villages."""
    return [
        _plan(rng, stock, pattern, stock.by_name[place], edition)
        for pattern, place, edition in _spread(rng, stock, wanted)
    ]


def _spread(rng: random.Random, stock: Stock, wanted: int) -> list[tuple[dict[str, Any], str, int]]:
    """Patterns with places: first each kind once, then the villages not yet served."""
    patterns: Sequence[dict[str, Any]] = texts("initiatives")["initiative"]
    pairs = [(one, place) for one in patterns for place in one["places"]]
    rng.shuffle(pairs)
    kinds: Counter[str] = Counter()
    served: Counter[str] = Counter()
    chosen: list[tuple[dict[str, Any], str, int]] = []
    while pairs and len(chosen) < wanted:
        least = min(
            range(len(pairs)),
            key=lambda at: (
                2 * kinds[pairs[at][0]["key"]]
                + 3 * served[pairs[at][1]] / (1 + stock.by_name[pairs[at][1]].people / 400)
            ),
        )
        pattern, place = pairs.pop(least)
        kinds[pattern["key"]] += 1
        served[place] += 1
        chosen.append((pattern, place, 1))
    return chosen + _more(rng, stock, wanted - len(chosen), {(p["key"], q) for p, q, _ in chosen})


def _more(
    rng: random.Random, stock: Stock, wanted: int, taken: set[tuple[str, str]]
) -> list[tuple[dict[str, Any], str, int]]:
    """Large stores need more bodies than there are patterns: other villages, then second groups."""
    movable = [one for one in texts("initiatives")["initiative"] if "{place}" in one["name"]]
    found: list[tuple[dict[str, Any], str, int]] = []
    edition = 1
    while len(found) < wanted:
        fresh = [
            (one, home.name, edition)
            for one in movable
            for home in stock.members
            if edition > 1 or (one["key"], home.name) not in taken
        ]
        rng.shuffle(fresh)
        found.extend(fresh)
        edition += 1
    return found[: max(0, wanted)]


def _plan(
    rng: random.Random, stock: Stock, pattern: dict[str, Any], home: Home, edition: int
) -> InitiativePlan:
    kind = InitiativeType.parse(pattern["type"]) or InitiativeType.OTHER
    name = pattern["name"].format(place=home.name)
    name = name if edition == 1 else f"{name} (Gruppe {edition})"
    days = (stock.as_of - stock.first_day).days
    since = stock.first_day + dt.timedelta(days=int(days * 0.8 * rng.random() ** 2))
    at = moment(since, rng)
    values: dict[str, Any] = {
        "name": name,
        "sort_key": fold(name)[:200],
        "type": kind,
        "nonprofit": pattern["nonprofit"],
        "street": names.street(rng) if rng.random() < 0.8 else "",
        "postcode": home.postal_code,
        "city": home.municipality,
        "place_id": home.id,
        "phone": names.phone(rng, home) if kind in OFFICIAL or rng.random() < 0.3 else "",
        "email": _email(pattern["key"], home) if rng.random() < 0.7 else "",
        "website": _website(pattern["key"], home) if rng.random() < 0.45 else "",
        "purpose": pattern["purpose"],
        "volunteers": rng.choice((5, 8, 12, 14, 18, 25, 30, 40, 60))
        if rng.random() < 0.7
        else None,
        "accident_insurer": INSURERS.get(kind, "") if rng.random() < 0.75 else "",
        "liability_cover": "Vereinshaftpflicht vorhanden" if rng.random() < 0.5 else "",
        "status": weighted(rng, STATUSES) if kind in MORTAL else InitiativeStatus.ACTIVE,
        **stamps(at),
    }
    _agreements(rng, stock, kind, since, values)
    contacts = [
        _contact(rng, pattern["key"], function, deputy, home, at)
        for deputy, function in enumerate(pattern["functions"][: rng.choice((1, 2, 2, 3))])
    ]
    return InitiativePlan(pattern["key"], home, values, contacts, since)


def _agreements(
    rng: random.Random, stock: Stock, kind: InitiativeType, since: dt.date, values: dict[str, Any]
) -> None:
    later = min(stock.as_of, since + dt.timedelta(days=rng.randrange(20, 200)))
    if rng.random() < 0.6:
        values["cooperation_since"] = later
    if values["nonprofit"] and kind is InitiativeType.ASSOCIATION and rng.random() < 0.7:
        values["exemption_until"] = stock.as_of + dt.timedelta(days=rng.randrange(-60, 1400))
    if kind in (InitiativeType.SCHOOL, InitiativeType.ASSOCIATION) and rng.random() < 0.4:
        values["protection_agreed_on"] = later


def _contact(
    rng: random.Random, pattern_key: str, function: str, deputy: int, home: Home, at: dt.datetime
) -> dict[str, Any]:
    one = names.name(rng, rng.randint(1955, 1995))
    wanted = Salutation.MS if pattern_key in WOMEN else _salutation(function)
    while wanted is not None and one.salutation is not wanted:
        one = names.name(rng, rng.randint(1955, 1995))
    return {
        "salutation": one.salutation,
        "title": one.title,
        "first_name": one.first,
        "last_name": one.last,
        "function": cut(function, 80),
        "phone": names.phone(rng, home),
        "email": names.email(rng, one) if rng.random() < 0.75 else "",
        "deputy": deputy > 0,
        **stamps(at),
    }


def _salutation(function: str) -> Salutation | None:
    if function.endswith(FEMALE_ENDINGS):
        return Salutation.MS
    return Salutation.MR if function.endswith(MALE_ENDINGS) else None


def _email(key: str, home: Home) -> str:
    return f"{key.replace('_', '-')}.{fold(home.name).replace(' ', '-')}@example.org"


def _website(key: str, home: Home) -> str:
    return f"www.example.org/{key.replace('_', '-')}-{fold(home.name).replace(' ', '-')}"
