"""Invented people and offers as matching sees them; the same for the same seed.

All criteria are at work: wishes of every kind, skills, languages, proofs, ages with youth among
them, places by population, times as people name them. About a fifth of each fact is not known,
some people rest, some offers are full or over.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import tomllib
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import (
    Level,
    OfferStatus,
    PersonStatus,
    Rhythm,
    TermKind,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.facts import (
    OfferFacts,
    OfferTermFact,
    PersonFacts,
    PersonTermFact,
    ProofFact,
)
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.model.rules.time_grid import from_parts

AS_OF = dt.date(2026, 11, 23)
RESOURCES = Path(__file__).resolve().parents[1] / "resources"
UNKNOWN = 0.2
"""The share of facts nobody asked for."""

GRIDS = (
    from_parts((day, 0) for day in range(5)),
    from_parts((day, 1) for day in range(5)),
    from_parts((day, 2) for day in range(5)),
    from_parts((day, part) for day in (5, 6) for part in range(3)),
)
"""Mornings, afternoons, evenings, weekends; what is named is some of one or two of these."""


def words() -> Vocabulary:
    """The words a new office starts with."""
    with (RESOURCES / "catalogue.toml").open("rb") as file:
        terms = tomllib.load(file)["term"]
    number = {(one["kind"], one["code"]): at for at, one in enumerate(terms, start=1)}
    return Vocabulary(
        TermRow(
            number[one["kind"], one["code"]],
            TermKind(one["kind"]),
            one["code"],
            one["label"],
            tuple(one.get("synonyms", ())),
            number.get((one["kind"], one.get("parent", ""))),
        )
        for one in terms
    )


def places() -> tuple[list[PlaceRow], list[int]]:
    """The Ortsteile, and the people living there up to each."""
    with (RESOURCES / "places.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    made = [
        PlaceRow(
            at, row["place"], row["municipality"], "", row["postal_code"], row["area_code"],
            float(row["lat"]), float(row["lon"]), member=True,
        )
        for at, row in enumerate(rows, start=1)
    ]  # fmt: skip
    return made, list(accumulate(int(row["population"] or 100) for row in rows))


class MatchingCrowd:
    """Makes facts of people and offers."""

    def __init__(self, vocabulary: Vocabulary, seed: int = 5) -> None:
        self._rng = random.Random(seed)  # noqa: S311 - invented data
        self._places, self._weights = places()
        self._kinds = {
            kind: [key for key, term in vocabulary.terms.items() if term.kind is kind]
            for kind in TermKind
        }

    def people(self, amount: int) -> list[PersonFacts]:
        """That many people, numbered from 1."""
        return [self._person(number) for number in range(1, amount + 1)]

    def offers(self, amount: int) -> list[OfferFacts]:
        """That many offers, numbered from 1."""
        return [self._offer(number) for number in range(1, amount + 1)]

    def _known(self) -> bool:
        return self._rng.random() >= UNKNOWN

    def _some(self, kind: TermKind, most: int) -> Sequence[int]:
        return self._rng.sample(self._kinds[kind], self._rng.randint(0, most))

    def _grid(self, least: float) -> int:
        rng = self._rng
        if not self._known():
            return 0
        usual = rng.choice(GRIDS) | (rng.choice(GRIDS) if rng.random() < 0.4 else 0)
        parts = [(at // 3, at % 3) for at in range(21) if usual >> at & 1]
        return from_parts(one for one in parts if rng.random() < least) or from_parts(parts[:1])

    def _day(self, spread: int) -> dt.date:
        return AS_OF + dt.timedelta(days=self._rng.randint(-spread, spread))

    def _person(self, number: int) -> PersonFacts:
        rng, known = self._rng, self._known
        wishes = [
            *self._some(TermKind.AREA, 3), *self._some(TermKind.ACTIVITY, 3),
            *self._some(TermKind.TARGET_GROUP, 2), *self._some(TermKind.MOTIVE, 3),
        ]  # fmt: skip
        has = [
            *self._some(TermKind.SKILL, 4), *self._some(TermKind.ACTIVITY, 2),
            *self._some(TermKind.MOBILITY, 2),
        ]  # fmt: skip
        no = self._some(TermKind.TARGET_GROUP, 1) if rng.random() < 0.15 else ()
        spoken = self._rng.sample(self._kinds[TermKind.LANGUAGE], rng.choice((0, 1, 1, 2)))
        terms = [
            *(PersonTermFact(one, TermRelation.WISH) for one in wishes),
            *(PersonTermFact(one, TermRelation.HAS) for one in has),
            *(PersonTermFact(one, TermRelation.NO) for one in no),
            *(PersonTermFact(one, TermRelation.HAS, rng.choice(list(Level))) for one in spoken),
        ]
        proofs = [
            ProofFact(one, rng.random() < 0.9, None, self._day(900) if known() else None)
            for one in self._some(TermKind.PROOF, 2)
        ]
        return PersonFacts(
            number, f"Person {number}", f"Person {number}",
            status=PersonStatus.SEEKING if rng.random() < 0.9 else PersonStatus.PAUSED,
            birth_year=rng.randint(1940, 2013) if known() else None,
            place=rng.choices(self._places, cum_weights=self._weights)[0] if known() else None,
            max_km=float(rng.choice((5, 8, 10, 15, 20, 30))) if known() else None,
            time_grid=self._grid(0.6),
            hours_per_week=float(rng.randint(1, 8)) if known() else None,
            rhythm=rng.choice(list(Rhythm)) if known() else None,
            available_from=self._day(120) if known() else None,
            rests_until=self._day(30) if rng.random() < 0.05 else None,
            engaged_before=rng.random() < 0.4,
            last_proposed_on=self._day(200) if rng.random() < 0.3 else None,
            terms=tuple(terms),
            proofs=tuple(proofs),
        )  # fmt: skip

    def _offer(self, number: int) -> OfferFacts:
        rng, known = self._rng, self._known
        about = [
            *self._rng.sample(self._kinds[TermKind.AREA], 1 + (rng.random() < 0.3)),
            *self._some(TermKind.ACTIVITY, 3), *self._some(TermKind.SKILL, 1),
            *self._some(TermKind.TARGET_GROUP, 2), *self._some(TermKind.MOTIVE, 3),
        ]  # fmt: skip
        required = [*self._some(TermKind.SKILL, 2), *self._some(TermKind.MOBILITY, 1)]
        required += self._some(TermKind.PROOF, 1) if rng.random() < 0.3 else ()
        wished = [*self._some(TermKind.SKILL, 2), *self._some(TermKind.PROOF, 1)]
        spoken = self._some(TermKind.LANGUAGE, 1)
        terms = [
            *(OfferTermFact(one, TermRole.ABOUT) for one in about),
            *(OfferTermFact(one, TermRole.REQUIRED) for one in required),
            *(OfferTermFact(one, TermRole.WISHED) for one in wished),
            *(OfferTermFact(one, TermRole.WISHED, rng.choice(list(Level))) for one in spoken),
        ]
        return OfferFacts(
            number, f"Angebot {number}", f"Verein {number % 300}",
            status=OfferStatus.PUBLISHED if rng.random() < 0.95 else OfferStatus.PAUSED,
            starts_on=self._day(60) if rng.random() < 0.3 else None,
            valid_until=self._day(400) if rng.random() < 0.2 else None,
            places_total=rng.randint(1, 6) if known() else None,
            occupied=rng.choice((0, 0, 1, 2)),
            open_proposals=rng.choice((0, 0, 0, 1, 2)),
            last_proposed_on=self._day(200) if rng.random() < 0.5 else None,
            min_age=rng.choice((14, 16, 18, 18)) if rng.random() < 0.3 else None,
            max_age=rng.choice((27, 70)) if rng.random() < 0.1 else None,
            max_km=float(rng.choice((5, 10, 20))) if rng.random() < 0.2 else None,
            remote=rng.random() < 0.1,
            fit_youth=rng.random() < 0.4,
            place=rng.choices(self._places, cum_weights=self._weights)[0] if known() else None,
            time_grid=self._grid(0.5),
            hours_per_week=float(rng.choice((1, 2, 2, 3, 4, 8))) if known() else None,
            rhythm=rng.choice(list(Rhythm)) if known() else None,
            terms=tuple(terms),
        )  # fmt: skip
