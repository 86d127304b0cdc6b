"""A year of an agency, played week by week: what the deduction for open proposals changes.

The same people come, the same offers are open, the same dice fall; only λ differs. Invented people
and offers are those of the demonstration. What is assumed, and from where (brief on matching):

- 127 talks a year (f.e.e. Buchholz 2022), each with three proposals, answered after two weeks;
- of the offers 11 % were confirmed within 90 days, 39 % within a year, 12 % within two, 38 % longer
  ago (Essen, export 2026-03); how many of each no longer hold when somebody calls is a guess;
- 40 helpers a year come by the notice board and take a place of any offer;
- somebody takes a proposal the likelier the better it fits: the chance is the score times WILLING,
  a guess that gives about the 91 placements of Buchholz;
- two thirds of those who began are still there after half a year, another guess; whoever found
  nothing comes again after four weeks, three times at most.

A share of offers, a Gini coefficient and days are facts of this game, not of any real office.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.results import Result, result, say
from ehrenamt_desktop.matching import gates
from ehrenamt_desktop.matching.arrays import Offers, People, TermTable
from ehrenamt_desktop.matching.ranking import Policy, Ties, scores
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import OfferStatus
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.weighing import BALANCE
from ehrenamt_desktop.services.demo.build import fill
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store.reads import catalogue, facts

BEGIN = dt.date(2026, 1, 5)
WEEKS = 52
YEARS = 30
"""Years that are played per λ, each with dice of its own."""
PEOPLE, BODIES, TASKS = 700, 60, 140
TALKS, WALK_INS = 127, 40
PROPOSALS = 3
ANSWER_WEEKS, AGAIN_WEEKS, TALKS_EACH = 2, 4, 3
FRESHNESS = ((0.11, 0.05), (0.39, 0.20), (0.12, 0.40), (0.38, 0.60))
"""Share of the offers by age of their confirmation, and how many of them no longer hold."""
WILLING = 0.45
LEAVING = 1 - (2 / 3) ** (1 / 26)
"""Chance to leave in a week, so that two thirds are there after 26."""
LAMBDAS = {"off": 0.0, "on": BALANCE, "strong": 4 * BALANCE}


@dataclass(frozen=True)
class World:
    """Who may come and what is open."""

    words: Vocabulary
    people: Sequence[PersonFacts]
    offers: Sequence[OfferFacts]


@dataclass
class _Waiting:
    """Somebody on the way to a placement; weeks count from the beginning."""

    person: PersonFacts
    came: int
    talks: int = 0
    proposed: tuple[tuple[int, float], ...] = ()
    refused: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Outcome:
    """What a year brought: the share of offers with a placement, Gini over offers, days, number."""

    share: float
    gini: float
    days: float
    placed: int


def world(folder: Path) -> World:
    """The invented people who look for a task, and offers that are all open."""
    path = folder / "year.ehrenamt"
    create_office(path)
    office = open_office(path)
    try:
        fill(office.store, PEOPLE, BODIES, TASKS, seed=3, as_of=BEGIN)
        with office.store.read() as connection:
            words = Vocabulary(catalogue.terms(connection, None))
            people = facts.people(connection)
            offers = facts.offers(connection)
    finally:
        office.close()
    opened = [
        replace(
            one, status=OfferStatus.PUBLISHED, paused_until=None, starts_on=None, ends_on=None,
            valid_until=None, occupied=0, open_proposals=0, last_proposed_on=None,
        )
        for one in offers
    ]  # fmt: skip
    arriving = [replace(one, rests_until=None, last_proposed_on=None) for one in people]
    return World(words, arriving, opened)


class _Year:
    """One year with one λ; `seed` names its dice."""

    def __init__(self, world: World, balance: float, seed: int) -> None:
        self._world = world
        self._policy = Policy(balance=balance)
        self._table = TermTable(world.words)
        self._offers = list(world.offers)
        dice = random.Random(seed)  # noqa: S311 - invented lives, no secrets
        self._holds = [_drawn(dice) for _ in self._offers]
        self._arrivals = _arrivals(dice, world.people)
        self._walk_ins = [dice.randrange(WEEKS) for _ in range(WALK_INS)]
        self._begun = [0] * len(self._offers)
        self._days: list[float] = []
        self._seed = seed

    def play(self) -> Outcome:
        """Week by week: answers come, people leave, walk in, and talk."""
        later: dict[int, list[Callable[[int], None]]] = {}
        for week in range(WEEKS + ANSWER_WEEKS):
            for answer in later.pop(week, []):
                answer(week)
            if week >= WEEKS:
                continue
            self._leave(week)
            for _ in range(self._walk_ins.count(week)):
                self._walk_in(week)
            for one in self._arrivals.get(week, []):
                self._talk(one, week, later)
        alive = [count for count, holds in zip(self._begun, self._holds, strict=True) if holds]
        share = sum(count > 0 for count in alive) / len(alive)
        return Outcome(share, gini(alive), statistics.mean(self._days), len(self._days))

    def _dice(self, *what: object) -> random.Random:
        """Dice that fall alike for the same event, whatever λ is."""
        return random.Random(f"{self._seed} {what}")  # noqa: S311 - as above

    def _talk(
        self, one: _Waiting, week: int, later: dict[int, list[Callable[[int], None]]]
    ) -> None:
        today = BEGIN + dt.timedelta(weeks=week)
        found = scores(
            People.of([one.person], self._table, today),
            Offers.of(self._offers, self._table, today),
            self._policy,
        )
        possible = np.flatnonzero((found.answers[:, 0] != gates.BLOCK).all(axis=0))
        fresh = np.array([at for at in possible if at not in one.refused], dtype=np.intp)
        ties = Ties.of([(offer.last_proposed_on, offer.number) for offer in self._offers])
        best = ties.order(found.score[0], fresh, PROPOSALS)
        plain = found.score[0] + found.balance[0]
        one.talks += 1
        one.proposed = tuple((at, float(plain[at])) for at in best)
        for at in best:
            offer = self._offers[at]
            self._offers[at] = replace(
                offer, open_proposals=offer.open_proposals + 1, last_proposed_on=today
            )
        later.setdefault(week + ANSWER_WEEKS, []).append(lambda now: self._answer(one, now, later))

    def _answer(
        self, one: _Waiting, week: int, later: dict[int, list[Callable[[int], None]]]
    ) -> None:
        taken = False
        for at, score in one.proposed:
            offer = self._offers[at]
            self._offers[at] = offer = replace(offer, open_proposals=offer.open_proposals - 1)
            wanted = self._dice("takes", one.person.number, offer.number).random() < WILLING * score
            if not wanted:
                one.refused.add(at)
            elif not self._holds[at]:
                one.refused.add(at)
                self._offers[at] = replace(offer, status=OfferStatus.ARCHIVED)
            elif not taken and offer.free != 0:
                taken = True
                self._begin(at)
                self._days.append(7.0 * (week - one.came))
        if not taken and one.talks < TALKS_EACH and week + AGAIN_WEEKS < WEEKS:
            later.setdefault(week + AGAIN_WEEKS, []).append(lambda now: self._talk(one, now, later))

    def _begin(self, at: int) -> None:
        self._begun[at] += 1
        self._offers[at] = replace(self._offers[at], occupied=self._offers[at].occupied + 1)

    def _walk_in(self, week: int) -> None:
        at = self._dice("walks", week).randrange(len(self._offers))
        offer = self._offers[at]
        if offer.free != 0 and offer.status is OfferStatus.PUBLISHED and self._holds[at]:
            self._offers[at] = replace(offer, occupied=offer.occupied + 1)

    def _leave(self, week: int) -> None:
        for at, offer in enumerate(self._offers):
            dice = self._dice("leaves", week, offer.number)
            gone = sum(dice.random() < LEAVING for _ in range(offer.occupied))
            if gone:
                self._offers[at] = replace(offer, occupied=offer.occupied - gone)


def _drawn(dice: random.Random) -> bool:
    """Whether an offer still holds when somebody calls."""
    (gone,) = dice.choices([gone for _, gone in FRESHNESS], [share for share, _ in FRESHNESS])
    return dice.random() >= gone


def _arrivals(dice: random.Random, people: Sequence[PersonFacts]) -> dict[int, list[_Waiting]]:
    """Who comes in which week; everybody once."""
    made: dict[int, list[_Waiting]] = {}
    for person in dice.sample(list(people), TALKS):
        week = dice.randrange(WEEKS)
        made.setdefault(week, []).append(_Waiting(person, week))
    return made


def gini(counts: Sequence[int]) -> float:
    """The Gini coefficient, 0 (all alike) to 1 (one has everything)."""
    ranked = sorted(counts)
    total = sum(ranked)
    if not total:
        return 0.0
    weighted = sum(place * count for place, count in enumerate(ranked, start=1))
    return 2 * weighted / (len(ranked) * total) - (len(ranked) + 1) / len(ranked)


def run() -> list[Result]:
    """The years of each λ; differences are those of the same year with the same dice."""
    with TemporaryDirectory() as folder:
        scene = world(Path(folder))
    played = {
        name: [_Year(scene, balance, seed).play() for seed in range(YEARS)]
        for name, balance in LAMBDAS.items()
    }
    say(f"{YEARS} years of {TALKS} talks and {len(scene.offers)} offers")
    for name, years in played.items():
        share, spread, days, placed = (
            _mean(years, key) for key in ("share", "gini", "days", "placed")
        )
        say(
            f"λ {name:<7}{LAMBDAS[name]:.2f}  offers with a placement {share:.1%}  "
            f"Gini {spread:.3f}  days {days:.1f}  placements {placed:.1f}"
        )
    return [
        _compared("offers that got a placement", played, "share", 100.0),
        _compared("Gini of placements over offers", played, "gini", 1.0),
        _compared("days from talk to placement", played, "days", 1.0),
        _compared("placements", played, "placed", 1.0),
    ]


def _mean(years: Sequence[Outcome], key: str) -> float:
    return float(statistics.mean(getattr(one, key) for one in years))


def _compared(name: str, played: dict[str, list[Outcome]], key: str, scale: float) -> Result:
    on, off = (_mean(played[which], key) * scale for which in ("on", "off"))
    gains = [
        (getattr(one, key) - getattr(other, key)) * scale
        for one, other in zip(played["on"], played["off"], strict=True)
    ]
    half = 1.96 * statistics.stdev(gains) / len(gains) ** 0.5
    against = f"λ off {off:.3g}; difference {statistics.mean(gains):+.3g} ± {half:.2g}"
    return result(f"a year with λ on: {name}", on, against, on / off)
