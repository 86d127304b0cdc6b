"""Which offers suit an invented person: the rules of the field, then wishes, times and way."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from ehrenamt_desktop.model.rules.time_grid import WEEK, from_parts
from ehrenamt_desktop.services.demo.offers import OfferPlan
from ehrenamt_desktop.services.demo.people import PersonPlan
from ehrenamt_desktop.services.demo.stock import Stock

EVENINGS = from_parts((day, 2) for day in range(7))
SCHOOL = from_parts((day, 0) for day in range(5))
LIGHT_AGE = 14
LIGHT_HOURS = 2.0
"""Up to 14 years: no evenings, not during school, two hours a day (domain brief 3.6)."""

SAMPLE = 8
"""Offers looked at for each wish of a person; keeps large stores quick."""


class Choice:
    """The offers of a store, found by what they are about."""

    def __init__(self, stock: Stock, offers: Sequence[OfferPlan]) -> None:
        self._stock = stock
        self._by_term: dict[int, list[OfferPlan]] = {}
        for offer in offers:
            for term in offer.field_terms:
                self._by_term.setdefault(term, []).append(offer)

    def best(
        self, rng: random.Random, person: PersonPlan, on: dt.date, wanted: int
    ) -> list[OfferPlan]:
        """Up to `wanted` offers open on a day that suit the person, the best first."""
        seen: dict[int, OfferPlan] = {}
        for term in person.wishes:
            known = self._by_term.get(term, ())
            for offer in known if len(known) <= SAMPLE else rng.sample(known, SAMPLE):
                seen[offer.id] = offer
        scored = [
            (self._score(person, offer) + rng.random(), offer.id, offer)
            for offer in seen.values()
            if self.possible(person, offer, on)
        ]
        scored.sort(key=lambda one: (-one[0], one[1]))
        chosen = [offer for _, _, offer in scored[:wanted]]
        for offer in chosen:
            offer.proposed += 1
        return chosen

    def possible(self, person: PersonPlan, offer: OfferPlan, on: dt.date) -> bool:
        """Whether no rule stands against the pair on a day; what is unknown does not."""
        if not offer.opened <= on <= offer.closed:
            return False
        if not person.proven.issuperset(offer.proofs) or person.refused.intersection(offer.about):
            return False
        mine, theirs = person.values["time_grid"], offer.values["time_grid"]
        if mine & WEEK and theirs & WEEK and not mine & theirs & WEEK:
            return False
        return self._near(person, offer) and _old_enough(person, offer, on)

    def _near(self, person: PersonPlan, offer: OfferPlan) -> bool:
        most = person.values["max_km"]
        if most is None or offer.values["remote"]:
            return True
        way = self._stock.km(person.home, offer.home)
        return way is None or way <= most

    def _score(self, person: PersonPlan, offer: OfferPlan) -> float:
        wished = set(person.wishes)
        shared = len(wished.intersection(offer.about))
        shared += len(wished.intersection(offer.field_terms))
        able = 2 * len(person.skills.intersection(offer.skills)) - len(offer.skills)
        way = self._stock.km(person.home, offer.home) or 0.0
        common: int = (person.values["time_grid"] & offer.values["time_grid"] & WEEK).bit_count()
        way = 4.0 if offer.values["remote"] else way
        return shared + able + min(common, 2) - way / 5 - 0.7 * offer.proposed


def _old_enough(person: PersonPlan, offer: OfferPlan, on: dt.date) -> bool:
    age = person.age(on)
    if age.low is None or age.high is None:
        return True
    least, most = offer.values["min_age"], offer.values["max_age"]
    if (least is not None and age.low < least) or (most is not None and age.high > most):
        return False
    if not age.may_be_minor:
        return True
    week = offer.values["time_grid"] & WEEK
    if not offer.values["fit_youth"] or (week and not week & ~EVENINGS):
        return False
    light = offer.values["hours_per_week"] <= LIGHT_HOURS and (
        not week or bool(week & ~EVENINGS & ~SCHOOL)
    )
    return light or age.low > LIGHT_AGE
