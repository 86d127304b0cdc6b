"""Invented people with wishes, proofs and consents; minors with their guardian's."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any

from ehrenamt_desktop.model.enums import (
    Channel,
    Commitment,
    LegalBasis,
    Level,
    Occupation,
    PersonStatus,
    Rhythm,
    TermKind,
    TermRelation,
)
from ehrenamt_desktop.model.rules.age import Age, age
from ehrenamt_desktop.model.rules.handover import ConsentFact, handover_refusal
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.demo import names, proofs
from ehrenamt_desktop.services.demo.stock import (
    Home,
    Stock,
    grid,
    moment,
    some,
    stamps,
    texts,
    weekday_before,
)

REFERRALS = (
    "Rathaus", "Aushang", "Mitteilungsblatt", "Verein", "Jobcenter", "Schule", "Internet",
    "Empfehlung", "Veranstaltung",
)  # fmt: skip
YOUNG_SHARE = 0.14
"""Share of people from 13 to 17: young people are one of the office's two aims."""

CALL_BACK_SHARE = 0.08
"""Share of minors whose guardian has not answered yet: only a call-back number is kept."""

LANGUAGE_AGE = 14
YOUNG_PROFILES = ("schuelerin_15", "schueler_17", "tierlieb", "azubi_technik", "azubi_buero")


@dataclass(slots=True)
class PersonPlan:
    """One person to be kept, and what the history of placements needs of them."""

    home: Home
    values: dict[str, Any]
    terms: list[tuple[int, TermRelation, Level | None]]
    credentials: list[dict[str, Any]]
    consents: list[dict[str, Any]]
    entered: dt.date
    call_back: bool
    id: int = 0
    refused: frozenset[int] = frozenset()
    wishes: tuple[int, ...] = ()
    proven: frozenset[int] = frozenset()
    skills: frozenset[int] = frozenset()
    facts: list[ConsentFact] = field(default_factory=list)

    def age(self, on: dt.date) -> Age:
        """The possible ages on a day."""
        return age(self.values.get("birth_date"), self.values.get("birth_year"), on)

    def may_be_passed_on(self, on: dt.date) -> bool:
        """Whether the contact may be passed on on a day, by the office's own rule."""
        basis: LegalBasis = self.values["legal_basis"]
        return handover_refusal(self.age(on), basis, self.facts, on) is None


@cache
def _profiles(young: bool) -> tuple[list[dict[str, Any]], list[float]]:
    found = [one for one in texts("people")["profile"] if not young or one["key"] in YOUNG_PROFILES]
    return found, list(accumulate(float(one["weight"]) for one in found))


@cache
def _rhythm(code: str) -> Rhythm | None:
    return Rhythm.parse(code)


@cache
def _commitment(code: str) -> Commitment | None:
    return Commitment.parse(code)


@cache
def _professions() -> dict[str, dict[str, Any]]:
    return {one["key"]: one for one in texts("people")["profession"]}


@cache
def _engagements(years: int) -> Sequence[str]:
    return [one["text"] for one in texts("people")["prior_engagement"] if one["min_age"] <= years]


def plan(rng: random.Random, stock: Stock) -> PersonPlan:
    """One person who came in on some day of the last three years."""
    young = rng.random() < YOUNG_SHARE
    profiles, weights = _profiles(young)
    profile = rng.choices(profiles, cum_weights=weights)[0]
    years = _years(rng, profile, young)
    entered = _entered(rng, stock, years)
    home = stock.home(rng)
    values = _base(rng, stock, profile, years, home, entered)
    call_back = years < 18 and rng.random() < CALL_BACK_SHARE
    one = PersonPlan(home, values, [], [], [], entered, call_back)
    if call_back:
        _only_call_back(rng, one)
        return one
    _detail(rng, stock, profile, years, values, home, entered)
    one.terms = _terms(rng, stock, profile, values.pop("_language"), years, values["profession"])
    one.credentials = proofs.credentials(rng, stock, profile, years, entered)
    one.consents = proofs.consents(rng, years, values, entered)
    _summarise(one, stock)
    return one


def _years(rng: random.Random, profile: dict[str, Any], young: bool) -> int:
    low, high = profile["age_min"], profile["age_max"]
    if young:
        return rng.choice((13, 14, 14, 15, 15, 15)) if high < 17 else rng.choice((16, 16, 17))
    return rng.randint(max(18, low), max(18, high))


def _entered(rng: random.Random, stock: Stock, years: int) -> dt.date:
    """The first contact; more came lately, and young people mostly within the last year."""
    span = (stock.as_of - stock.first_day).days
    if years < 22:
        span = min(span, max(240, (years - 18) * 365))
    return weekday_before(stock.as_of - dt.timedelta(days=1 + int(span * rng.random() ** 1.12)))


def _base(
    rng: random.Random, stock: Stock, profile: dict[str, Any], years: int, home: Home,
    entered: dt.date,
) -> dict[str, Any]:  # fmt: skip
    born = names.birth_date(rng, years, stock.as_of)
    one = names.name(rng, born.year, foreign=profile["foreign_name"])
    landline = years >= 30 and rng.random() < 0.85
    email = names.email(rng, one) if rng.random() < (0.85 if years < 65 else 0.45) else ""
    mobile = "" if landline and rng.random() < 0.85 else names.mobile(rng)
    if landline is False and email and rng.random() < 0.55:
        mobile = ""
    exact = years < 19 or rng.random() < 0.12
    known = exact or rng.random() < 0.93
    return {
        "salutation": one.salutation,
        "title": one.title if years >= 28 else "",
        "first_name": one.first,
        "last_name": one.last,
        "sort_key": fold(f"{one.last} {one.first}")[:200],
        "birth_year": born.year if known else None,
        "birth_date": born if exact else None,
        "place_id": home.id,
        "phone": names.phone(rng, home) if landline or not (mobile or email) else "",
        "mobile": mobile,
        "email": email,
        "status": _status(rng, stock, entered),
        "legal_basis": LegalBasis.CONSENT,
        "_language": one.language,
        **stamps(moment(entered, rng)),
    }


def _status(rng: random.Random, stock: Stock, entered: dt.date) -> PersonStatus:
    days = (stock.as_of - entered).days
    if days > 300 and rng.random() < 0.22:
        return PersonStatus.ENDED
    return PersonStatus.PAUSED if days > 90 and rng.random() < 0.07 else PersonStatus.SEEKING


def _only_call_back(rng: random.Random, one: PersonPlan) -> None:
    """Before the guardian agrees, a name and a number are all that is kept of a minor."""
    values = one.values
    del values["_language"]
    values.update(place_id=None, email="", status=PersonStatus.SEEKING, legal_basis=LegalBasis.OPEN)
    values["title"] = ""
    if not (values["phone"] or values["mobile"]):
        values["phone"] = names.phone(rng, one.home)
    values["guardian_name"] = _guardian(rng, values["last_name"])


def _guardian(rng: random.Random, last: str) -> str:
    one = names.name(rng, rng.randint(1972, 1988))
    return f"{one.first} {last}"


def _detail(
    rng: random.Random, stock: Stock, profile: dict[str, Any], years: int,
    values: dict[str, Any], home: Home, entered: dt.date,
) -> None:  # fmt: skip
    """What a talk brings to light; some of it stays unknown, so that questions arise."""
    lines = texts("people")["text"]
    engaged = _engagements(years) if rng.random() < 0.4 else ()
    values["street"] = names.street(rng) if rng.random() < 0.88 else ""
    values.update(postcode=home.postal_code, city=home.municipality)
    values.update(
        preferred_channel=_channel(rng, values),
        reachable_note=rng.choice(lines["reachable_notes"]) if rng.random() < 0.15 else "",
        occupation=_occupation(rng, profile, years),
        hobbies=", ".join(some(rng, lines["hobbies"], 1, 3)) if rng.random() < 0.5 else "",
        prior_engagement=rng.choice(engaged) if engaged else "",
        time_grid=0 if rng.random() < 0.1 else _time(rng, profile),
        hours_per_week=profile["hours_per_week"] if rng.random() < 0.85 else None,
        rhythm=_rhythm(profile["rhythm"]) if rng.random() < 0.9 else None,
        commitment=_commitment(profile["commitment"]) if rng.random() < 0.75 else None,
        available_from=entered if rng.random() < 0.7 else None,
        max_km=_max_km(rng, profile),
        referral=rng.choice(REFERRALS) if rng.random() < 0.8 else "",
        adviser_note=rng.choice(lines["adviser_notes"]) if rng.random() < 0.3 else "",
    )
    values["profession"] = _profession(rng, profile, values)
    if years < 18:
        values["guardian_name"] = _guardian(rng, values["last_name"])
        values["guardian_phone"] = values["phone"] or names.phone(rng, home)
    if rng.random() < 0.04:
        values["available_until"] = stock.as_of + dt.timedelta(days=rng.randrange(30, 250))


def _channel(rng: random.Random, values: dict[str, Any]) -> Channel | None:
    if rng.random() < 0.3:
        return None
    ways = [
        channel
        for channel, key in (
            (Channel.PHONE, "phone"), (Channel.MOBILE, "mobile"), (Channel.EMAIL, "email"),
        )
        if values[key]
    ]  # fmt: skip
    return rng.choice(ways) if ways else None


def _occupation(rng: random.Random, profile: dict[str, Any], years: int) -> Occupation | None:
    options = [Occupation(code) for code in profile["occupation_status"]]
    if years < 18:
        learning = {Occupation.SCHOOL, Occupation.TRAINING} & set(options)
        options = sorted(learning) if years >= 16 and learning else [Occupation.SCHOOL]
    elif years < 60 and Occupation.RETIRED in options and len(options) > 1:
        options = [one for one in options if one is not Occupation.RETIRED]
    elif years >= 67:
        options = [Occupation.RETIRED]
    elif years >= 19:
        options = [one for one in options if one is not Occupation.SCHOOL] or options
    return rng.choice(options) if rng.random() < 0.8 else None


def _profession(rng: random.Random, profile: dict[str, Any], values: dict[str, Any]) -> str:
    """The profession of the profile, in the word that suits the salutation."""
    occupation = values["occupation"]
    options = [
        key
        for key in profile["professions"]
        if occupation is None or occupation.value in _professions()[key]["occupation_status"]
    ]
    if occupation is Occupation.SCHOOL:
        options = ["schule"]
    if not options or rng.random() < 0.15:
        return ""
    word = "female" if values["salutation"] == "ms" else "male"
    return str(_professions()[rng.choice(options)][word])


def _time(rng: random.Random, profile: dict[str, Any]) -> int:
    times = profile["times"]
    return grid(tuple(some(rng, times, min(2, len(times)), len(times))))


def _max_km(rng: random.Random, profile: dict[str, Any]) -> float | None:
    if rng.random() < 0.15:
        return None
    return float(profile["max_km"] + rng.choice((0, 0, 0, -2, 2, 5)))


def _terms(
    rng: random.Random, stock: Stock, profile: dict[str, Any], language: str, years: int,
    profession: str,
) -> list[tuple[int, TermRelation, Level | None]]:  # fmt: skip
    wishes = [
        *stock.terms(TermKind.AREA, some(rng, profile["areas"], 1, 3)),
        *stock.terms(TermKind.ACTIVITY, some(rng, profile["activities"], 1, 3)),
        *stock.terms(TermKind.TARGET_GROUP, some(rng, profile["target_groups"], 1, 2)),
        *stock.terms(TermKind.MOTIVE, some(rng, profile["motives"], 1, 2)),
    ]
    skills = some(rng, [*profile["skills"], *_skills(profession)], 1, 4)
    mobility = [code for code in profile["mobility"] if years >= 18 or code not in ("CAR",)] or [
        "BIKE"
    ]
    has = [*stock.terms(TermKind.SKILL, skills), *stock.terms(TermKind.MOBILITY, mobility)]
    chosen: dict[tuple[int, TermRelation], Level | None] = {
        (term, TermRelation.WISH): None for term in wishes
    }
    for term in has:
        chosen[term, TermRelation.HAS] = None
    for term in stock.terms(TermKind.TARGET_GROUP, profile["target_groups_no"]):
        chosen[term, TermRelation.NO] = None
    for text in _languages(rng, profile, language, years):
        term, level = stock.language(text)
        chosen[term, TermRelation.HAS] = level
    return [(term, relation, level) for (term, relation), level in chosen.items()]


@cache
def _skills(profession: str) -> Sequence[str]:
    for one in _professions().values():
        if profession and profession in (one["female"], one["male"]):
            return [str(code) for code in one["skills"]]
    return ()


def _languages(rng: random.Random, profile: dict[str, Any], language: str, years: int) -> list[str]:
    spoken = list(profile["languages"])
    if language:
        spoken.append(f"{language}:native")
    if years >= LANGUAGE_AGE and rng.random() < (0.5 if years < 50 else 0.2):
        spoken.append(f"EN:{rng.choice(('basic', 'good', 'very_good'))}")
    return list(dict.fromkeys(spoken))


def _summarise(one: PersonPlan, stock: Stock) -> None:
    """Keep at hand what choosing offers asks for."""
    one.wishes = tuple(term for term, relation, _ in one.terms if relation is TermRelation.WISH)
    one.skills = frozenset(term for term, relation, _ in one.terms if relation is TermRelation.HAS)
    one.refused = frozenset(term for term, relation, _ in one.terms if relation is TermRelation.NO)
    one.proven = frozenset(
        proof["term_id"]
        for proof in one.credentials
        if proof["verified_on"] is not None
        and (proof["valid_until"] is None or proof["valid_until"] >= stock.as_of)
    )
    one.facts = [
        ConsentFact(
            consent["scope"], consent["given_on"], by_guardian=consent.get("by_guardian", False)
        )
        for consent in one.consents
    ]
