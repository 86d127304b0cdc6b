"""Invented people by the hundred thousand, as rows for the tables; the same for the same seed.

Places by population, surnames by their German frequency, two to four wishes each, up to three
talks, a placement for every fourth person: what a search, an order and a page of rows meet is as
long as in an office that really has that many people.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from benchmarks.names import first_names, surnames
from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.demo.stock import Home, Stock, texts
from ehrenamt_desktop.store.engine import Store

AS_OF = dt.date(2026, 11, 23)
"""The day the history of every stock ends on."""

CHUNK = 20_000
DAYS = 5 * 365

Cells = tuple[Any, ...]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": (
        "id", "salutation", "first_name", "last_name", "birth_year", "street", "postcode", "city",
        "place_id", "phone", "mobile", "email", "occupation", "profession", "hobbies",
        "prior_engagement", "time_grid", "hours_per_week", "max_km", "adviser_note", "status",
        "legal_basis", "created_at", "changed_at", "sort_key",
    ),
    "person_term": ("person_id", "term_id", "relation", "created_at", "changed_at"),
    "credential": (
        "person_id", "term_id", "valid_until", "verified_on", "created_at", "changed_at",
    ),
    "consent": ("person_id", "scope", "given_on", "form", "created_at", "changed_at"),
    "status_event": ("kind", "record_id", "to_state", "on", "created_at", "changed_at"),
    "placement": (
        "id", "person_id", "offer_id", "state", "proposed_on", "passed_on_on", "started_on",
        "ended_on", "end_reason", "hours_per_week", "created_at", "changed_at",
    ),
    "interaction": (
        "kind", "state", "on", "minutes", "place", "subject", "note", "person_id", "created_at",
        "changed_at",
    ),
    "follow_up": (
        "kind", "due_on", "title", "person_id", "placement_id", "done_on", "result", "created_at",
        "changed_at",
    ),
}  # fmt: skip
"""The columns whose values differ from row to row, by table; all others take their defaults."""

STATES = (("proposed", 3), ("passed_on", 2), ("running", 3), ("ended", 4))
TALKS = ("first_contact", "consultation", "call", "email", "visit")
NOTE = (
    "Möchte gern mit Menschen zu tun haben und sich nicht lange binden. Am liebsten vormittags, "
    "nicht in den Ferien. Rückfrage nach dem Urlaub verabredet."
)
SUBJECT = "Wünsche, Zeiten und Wege besprochen"


@dataclass(slots=True)
class World:
    """What the store already holds when people come in."""

    homes: Sequence[Home]
    wishes: Sequence[int]
    offers: Sequence[int]
    seed: int = 1


def world(store: Store, seed: int = 1) -> World:
    """What a store holds for people to live in, wish for and be placed with."""
    with store.write("Orte gelesen") as unit:
        known = Stock.of(unit, AS_OF)
    with store.read() as connection:
        offers = [row[0] for row in connection.execute("SELECT id FROM offer ORDER BY id")]
        wishes = connection.execute(
            "SELECT id FROM term WHERE kind IN (?, ?) ORDER BY id",
            (TermKind.AREA.value, TermKind.ACTIVITY.value),
        ).fetchall()
    return World(known.members, [row[0] for row in wishes], offers, seed)


def chunks(world: World, people: int) -> Iterator[dict[str, list[Cells]]]:
    """Rows of all tables, some thousand people at a time.

    Args:
        world: places, terms and offers of the store.
        people: how many.
    """
    maker = _Maker(world)
    for start in range(1, people + 1, CHUNK):
        yield maker.chunk(start, min(CHUNK, people + 1 - start))


class _Maker:
    def __init__(self, world: World) -> None:
        self._world = world
        self._rng = random.Random(world.seed)  # noqa: S311 - invented data
        self._surnames, self._often = surnames()
        self._firsts = first_names()
        self._homes = list(accumulate(home.people for home in world.homes))
        names, people = texts("names"), texts("people")
        self._streets: list[str] = list(names["address"]["streets"])
        self._domains: list[str] = list(names["email"]["domains"])
        self._professions = [str(one.get("female", "")) for one in people["profession"]]
        self._hobbies: list[str] = list(people["text"]["hobbies"])
        self._before = [str(one["text"]) for one in people["prior_engagement"]]
        self._days = [(AS_OF - dt.timedelta(days=one)).isoformat() for one in range(DAYS)]
        self._placement = 0
        self._rows: dict[str, list[Cells]] = {}

    def chunk(self, start: int, size: int) -> dict[str, list[Cells]]:
        rng = self._rng
        self._rows = {table: [] for table in COLUMNS}
        lasts = rng.choices(self._surnames, cum_weights=self._often, k=size)
        homes = rng.choices(self._world.homes, cum_weights=self._homes, k=size)
        for place in range(size):
            age = int(rng.random() * DAYS)
            self._person(start + place, lasts[place], homes[place], age)
        return self._rows

    def _person(self, number: int, last: str, home: Home, age: int) -> None:
        rng, draw = self._rng, self._rng.random
        born = 1940 + int(draw() * 70)
        usual = self._firsts[(born - 1940) // 10]
        first, salutation = usual[int(draw() ** 1.7 * len(usual))]
        key = fold(f"{last} {first}")
        day = self._days[age]
        stamp = f"{day} {8 + int(draw() * 8):02d}:{int(draw() * 60):02d}:00.000000"
        call = draw()
        status = "ended" if age > 300 and call < 0.12 else "paused" if call > 0.95 else "seeking"
        mail = f"{'.'.join(reversed(key.split(' ', 1))).replace(' ', '-')}{int(draw() * 90)}"
        kept = draw()
        self._rows["person"].append((
            number, salutation, first, last, born,
            f"{self._streets[int(draw() * len(self._streets))]} {1 + int(draw() * 60)}",
            home.postal_code, home.municipality, home.id,
            f"{home.area_code} {'99' if draw() < 0.5 else '00'}{int(draw() * 1000):03d}"
            if kept < 0.8 else "",
            f"0171 39200{int(draw() * 100):02d}" if kept > 0.6 else "",
            f"{mail}@{self._domains[int(draw() * len(self._domains))]}" if draw() < 0.6 else "",
            "employed" if born > 1960 else "retired",
            self._professions[int(draw() * len(self._professions))] if draw() < 0.6 else "",
            ", ".join(rng.sample(self._hobbies, 2)) if draw() < 0.5 else "",
            self._before[int(draw() * len(self._before))] if draw() < 0.4 else "",
            int(draw() * (1 << 21)), 1.0 + int(draw() * 8), 5.0 + int(draw() * 20),
            NOTE if draw() < 0.3 else "", status, "consent", stamp, stamp, key[:200],
        ))  # fmt: skip
        self._profile(number, status, day, stamp)
        self._talks(number, age, stamp)
        if draw() < 0.25:
            self._place(number, age, stamp)

    def _profile(self, number: int, status: str, day: str, stamp: str) -> None:
        rows, rng = self._rows, self._rng
        for term in rng.sample(self._world.wishes, 2 + int(rng.random() * 3)):
            rows["person_term"].append((number, term, "wish", stamp, stamp))
        rows["consent"].append((number, "storage", day, "written", stamp, stamp))
        if number % 2:
            rows["consent"].append((number, "handover", day, "written", stamp, stamp))
        if number % 4 == 0:
            until = str(AS_OF + dt.timedelta(days=number % 800 - 200))
            term = self._world.wishes[number % 3]
            rows["credential"].append((number, term, until, day, stamp, stamp))
        rows["status_event"].append(("person", number, status, day, stamp, stamp))

    def _talks(self, number: int, age: int, stamp: str) -> None:
        draw = self._rng.random
        for place in range(int(draw() * 4)):
            day = self._days[int(age * draw())]
            kind = TALKS[min(place, 1) + int(draw() * 4) if place else 0]
            state = "held" if draw() < 0.95 else "missed"
            room = "Rathaus Sontra, Beratungszimmer" if place == 1 else ""
            note = NOTE if draw() < 0.5 else ""
            self._rows["interaction"].append(
                (kind, state, day, 20, room, SUBJECT, note, number, stamp, stamp)
            )

    def _place(self, number: int, age: int, stamp: str) -> None:
        rng, draw = self._rng, self._rng.random
        for offer in rng.sample(self._world.offers, 2 if draw() < 0.3 else 1):
            self._placement += 1
            back = int(age * draw())
            state = "ended" if draw() < back / DAYS * 3 else _weighted(draw())
            day = self._days[back]
            started = day if state in ("running", "ended") else None
            ended = self._days[int(back * draw())] if state == "ended" else None
            self._rows["placement"].append((
                self._placement, number, offer, state, day, None if state == "proposed" else day,
                started, ended, "no_time" if ended else None, 3.0, stamp, stamp,
            ))  # fmt: skip
            done = ended or (day if draw() < 0.7 else None)
            due = self._days[max(0, back - 14)]
            self._rows["follow_up"].append((
                "ask_person", due, "Nachfragen, ob es läuft", None, self._placement, done,
                "goes_on" if done else None, stamp, stamp,
            ))  # fmt: skip


def _weighted(drawn: float) -> str:
    whole = sum(weight for _, weight in STATES)
    for state, weight in STATES:
        drawn -= weight / whole
        if drawn < 0:
            return state
    return STATES[-1][0]
