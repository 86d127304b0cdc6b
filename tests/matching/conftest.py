"""A small vocabulary, a few real places and a slow, plain matching to compare with."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import pytest
from hypothesis import strategies as st

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
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.distance import kilometres

AS_OF = dt.date(2026, 11, 22)

_TERMS = (
    (1, TermKind.AREA, "Sozialer Bereich", None),
    (2, TermKind.AREA, "Nachbarschaftshilfe", 1),
    (3, TermKind.AREA, "Bürgerbus", 1),
    (4, TermKind.AREA, "Kultur und Musik", None),
    (10, TermKind.ACTIVITY, "Handwerk", None),
    (11, TermKind.ACTIVITY, "Fahrräder reparieren", 10),
    (12, TermKind.ACTIVITY, "Vorlesen", None),
    (20, TermKind.TARGET_GROUP, "Kinder und Jugendliche", None),
    (21, TermKind.TARGET_GROUP, "ältere Menschen", None),
    (22, TermKind.TARGET_GROUP, "Alle im Ort", None),
    (30, TermKind.SKILL, "Handwerkliches", None),
    (31, TermKind.SKILL, "Holzarbeiten", 30),
    (32, TermKind.SKILL, "Büroarbeit", None),
    (40, TermKind.LANGUAGE, "Deutsch", None),
    (41, TermKind.LANGUAGE, "Arabisch", None),
    (50, TermKind.MOTIVE, "Wissen weitergeben", None),
    (51, TermKind.MOTIVE, "Gemeinschaft", None),
    (60, TermKind.MOBILITY, "Auto", None),
    (70, TermKind.PROOF, "Erste Hilfe", None),
    (71, TermKind.PROOF, "Führerschein B", None),
)
_PLACES = (
    (1, "Sontra", "Sontra", 51.06839, 9.934477),
    (2, "Wichmannshausen", "Sontra", 51.108114, 9.970634),
    (3, "Ulfen", "Sontra", 51.043655, 10.016028),
    (4, "Herleshausen", "Herleshausen", 51.00629, 10.16731),
)

# What is invented for properties: `st.from_type(PersonFacts)`, `st.from_type(OfferFacts)`.
PLACES = [
    PlaceRow(key, name, town, "", "", "", lat, lon, member=True)
    for key, name, town, lat, lon in _PLACES
]
maybe = st.none
term_id = st.sampled_from([key for key, *_ in _TERMS])
day = st.dates(AS_OF - dt.timedelta(400), AS_OF + dt.timedelta(400))
grid = st.one_of(st.just(0), st.integers(0, time_grid.FULL))
km = st.one_of(maybe(), st.sampled_from([1.0, 4.0, 5.0, 12.0, 20.0, 40.0]))
hours = st.one_of(maybe(), st.sampled_from([0.0, 1.0, 2.0, 6.0, 16.0, 45.0]))
place = st.one_of(maybe(), st.sampled_from(PLACES))
level = st.one_of(maybe(), st.sampled_from(Level))
rhythm = st.one_of(maybe(), st.sampled_from(Rhythm))
proof = st.builds(
    ProofFact,
    st.sampled_from((70, 71)),
    held=st.booleans(),
    valid_until=st.one_of(maybe(), day),
    verified_on=st.one_of(maybe(), day),
)
person_terms = st.lists(
    st.builds(PersonTermFact, term_id, st.sampled_from(TermRelation), level), max_size=8
).map(tuple)
offer_terms = st.lists(
    st.builds(OfferTermFact, term_id, st.sampled_from(TermRole), level), max_size=8
).map(tuple)
people = st.builds(
    PersonFacts,
    number=st.integers(1, 999),
    name=st.just("Marion Dietzel"),
    polite=st.just("Frau Dietzel"),
    status=st.sampled_from([PersonStatus.SEEKING] * 4 + [PersonStatus.PAUSED]),
    birth_year=st.one_of(maybe(), st.integers(1940, 2016)),
    birth_date=st.one_of(maybe(), st.dates(dt.date(2005, 1, 1), dt.date(2016, 1, 1))),
    place=place,
    max_km=km,
    time_grid=grid,
    hours_per_week=hours,
    rhythm=rhythm,
    available_from=st.one_of(maybe(), day),
    available_until=st.one_of(maybe(), maybe(), day),
    rests_until=st.one_of(maybe(), maybe(), day),
    engaged_before=st.booleans(),
    last_proposed_on=st.one_of(maybe(), day),
    terms=person_terms,
    proofs=st.lists(proof, max_size=3).map(tuple),
)
offers = st.builds(
    OfferFacts,
    number=st.integers(1, 999),
    title=st.just("Kindern vorlesen"),
    initiative=st.just("Stadtbücherei Sontra"),
    status=st.sampled_from([OfferStatus.PUBLISHED] * 4 + list(OfferStatus)),
    starts_on=st.one_of(maybe(), day),
    ends_on=st.one_of(maybe(), maybe(), day),
    valid_until=st.one_of(maybe(), maybe(), day),
    places_total=st.one_of(maybe(), st.integers(0, 4)),
    occupied=st.integers(0, 2),
    open_proposals=st.integers(0, 5),
    last_proposed_on=st.one_of(maybe(), day),
    min_age=st.one_of(maybe(), maybe(), st.sampled_from([14, 18, 21])),
    max_age=st.one_of(maybe(), maybe(), st.sampled_from([27, 60, 74])),
    max_km=km,
    remote=st.booleans(),
    fit_youth=st.booleans(),
    place=place,
    time_grid=grid,
    hours_per_week=hours,
    rhythm=rhythm,
    trial_possible=st.one_of(maybe(), st.booleans()),
    induction=st.sampled_from(["", "Zwei Nachmittage zusehen."]),
    terms=offer_terms,
)
st.register_type_strategy(PersonFacts, people)
st.register_type_strategy(OfferFacts, offers)


@pytest.fixture(scope="session")
def as_of() -> dt.date:
    return AS_OF


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    return Vocabulary(
        TermRow(key, kind, "ALLGEMEIN" if key == 22 else label, label, (), parent)
        for key, kind, label, parent in _TERMS
    )


@pytest.fixture(scope="session")
def places() -> dict[str, PlaceRow]:
    return {
        name: PlaceRow(key, name, town, "", "", "", lat, lon, member=True)
        for key, name, town, lat, lon in _PLACES
    }


@dataclass(frozen=True)
class Plain:
    """What the slow matching says of a pair."""

    gates: tuple[str, ...]
    values: tuple[float | None, ...]
    score: float


@pytest.fixture(scope="session")
def plain_pair(words: Vocabulary):
    """The rules of design 6.1 to 6.4 for one pair, written with sets and loops."""

    def pair(person: PersonFacts, offer: OfferFacts, as_of: dt.date, balance: float) -> Plain:
        gates = _gates(person, offer, as_of, words)
        values = _values(person, offer, as_of, words)
        mine = sum((0.5 if v is None else v) / 7 for v in values[:7])
        theirs = sum((0.5 if v is None else v) / 5 for v in values[7:])
        mean = 2 * mine * theirs / (mine + theirs) if mine + theirs else 0.0
        crowd = offer.open_proposals / (offer.places_total or 1)
        return Plain(gates, values, mean - balance * crowd)

    return pair


def _km(person, offer):
    if person.place is None or offer.place is None:
        return None
    a, b = person.place, offer.place
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def _pick(words, ids, *kinds):
    return {one for one in ids if words.terms[one].kind in kinds}


def _up(words, term):
    found, parent = {term}, words.terms[term].parent_id
    while parent:
        found.add(parent)
        parent = words.terms[parent].parent_id
    return found


def _gates(p, o, as_of, words):
    said = []
    ended = [d for d in (o.ends_on, o.valid_until) if d is not None and d < as_of]
    said.append("BLOCK" if o.status is not OfferStatus.PUBLISHED or ended else "OK")
    if o.places_total is None:
        said.append("UNKNOWN" if o.occupied else "OK")
    else:
        said.append("BLOCK" if o.occupied >= o.places_total else "OK")
    away = (p.rests_until and p.rests_until >= as_of) or (
        p.available_until and p.available_until < as_of
    )
    said.append("BLOCK" if away or p.status is not PersonStatus.SEEKING else "OK")
    age = p.age(as_of)
    ages = list(range(age.low, age.high + 1)) if age.known else list(range(121))
    low = 0 if o.min_age is None else o.min_age
    high = 999 if o.max_age is None else o.max_age
    fits = [low <= one <= high for one in ages]
    limited = o.min_age is not None or o.max_age is not None
    if age.known:
        said.append("OK" if all(fits) else "UNKNOWN" if any(fits) else "BLOCK")
    else:
        said.append("UNKNOWN" if limited else "OK")
    said.append(_youth(age, o))
    said.append(_proofs(p, o, as_of, words))
    mine, theirs = set(time_grid.parts(p.time_grid)), set(time_grid.parts(o.time_grid))
    if not mine or not theirs:
        said.append("UNKNOWN")
    else:
        flags = p.time_grid & o.time_grid & ~time_grid.WEEK
        said.append("OK" if mine & theirs or flags else "BLOCK")
    km, limits = _km(p, o), [one for one in (p.max_km, o.max_km) if one is not None]
    if o.remote:
        said.append("OK")
    elif km is None:
        said.append("UNKNOWN")
    else:
        said.append("BLOCK" if limits and km > min(limits) else "OK")
    refused = set(p.ids(TermRelation.NO))
    touched = set().union(*(_up(words, one) for one in o.ids(TermRole.ABOUT)), set())
    said.append("BLOCK" if refused & touched else "OK")
    return tuple(said)


def _youth(age, o):
    if not age.known or age.low >= 18:
        return "OK"
    hours = o.hours_per_week or 0
    parts = time_grid.parts(o.time_grid)
    holidays = bool(o.time_grid & time_grid.HOLIDAYS)
    light = [(d, n) for d, n in parts if n != 2 and (n != 0 or d > 4 or holidays)]
    room = 2 * len({d for d, _ in light}) if parts else 14
    too_much = hours > room or (bool(parts) and not light)
    if (age.high <= 14 and too_much) or (age.high < 18 and hours > 40):
        return "BLOCK"
    late = bool(parts) and all(n == 2 for _, n in parts)
    doubt = late or hours > 40 or (age.low <= 14 and too_much) or age.low < 13 or not o.fit_youth
    return "UNKNOWN" if doubt else "OK"


def _proofs(p, o, as_of, words):
    answers = []
    for term in _pick(words, o.ids(TermRole.REQUIRED), TermKind.PROOF):
        entries = [one for one in p.proofs if one.term_id == term]
        good = [e for e in entries if e.held and (not e.valid_until or e.valid_until >= as_of)]
        says = term in p.ids(TermRelation.HAS)
        if any(e.verified_on for e in good):
            answers.append("OK")
        else:
            answers.append("BLOCK" if entries and not good and not says else "UNKNOWN")
    for worst in ("BLOCK", "UNKNOWN"):
        if worst in answers:
            return worst
    return "OK"


def _best(words, mine, theirs):
    if not mine or not theirs:
        return None
    if mine & theirs:
        return 1.0
    if 22 in mine | theirs:
        return 0.5
    parent = {one: words.terms[one].parent_id for one in mine | theirs}
    kin = any(
        parent[a] == b or parent[b] == a or (parent[a] and parent[a] == parent[b])
        for a in mine
        for b in theirs
    )
    return 0.5 if kin else 0.0


def _values(p, o, as_of, words):
    wish, has = p.ids(TermRelation.WISH), p.ids(TermRelation.HAS)
    about = o.ids(TermRole.ABOUT)
    done = (TermKind.ACTIVITY, TermKind.SKILL)
    mine, theirs = _pick(words, wish, *done), _pick(words, about, *done)
    covered = [one for one in theirs if mine & _up(words, one)]
    activity = len(covered) / len(theirs) if mine and theirs else None
    motives, given = (_pick(words, x, TermKind.MOTIVE) for x in ([*wish, *has], about))
    time = _cover(p, o)
    kinds = TermKind.AREA, TermKind.TARGET_GROUP
    area, group = (_best(words, _pick(words, wish, k), _pick(words, about, k)) for k in kinds)
    return (
        area, activity, group, time, _way(p, o), _rhythm(p.rhythm, o.rhythm),
        len(motives & given) / len(motives) if motives and given else None,
        _skills(p, o, as_of, words), _experience(p, o, words), time,
        _language(p, o, words), _start(p, o, as_of),
    )  # fmt: skip


def _cover(p, o):
    mine, theirs = set(time_grid.parts(p.time_grid)), set(time_grid.parts(o.time_grid))
    if not mine or not theirs or o.hours_per_week is None:
        return None
    given = 4 * len(mine & theirs)
    if p.hours_per_week is not None:
        given = min(given, p.hours_per_week)
    return min(1.0, given / o.hours_per_week) if o.hours_per_week else 1.0


def _way(p, o):
    if o.remote:
        return 1.0
    km = _km(p, o)
    if km is None:
        return None
    limit = min([one for one in (p.max_km, o.max_km) if one is not None], default=20.0)
    if km > limit:
        return 0.0
    return 1.0 if km <= 3 else (limit - km) / (limit - 3)


def _rhythm(a, b):
    if a is None or b is None:
        return None
    if a is b or Rhythm.FLEXIBLE in (a, b):
        return 1.0
    steps = [Rhythm.ONCE, Rhythm.OCCASIONAL, Rhythm.MONTHLY, Rhythm.FORTNIGHTLY]
    steps += [Rhythm.WEEKLY, Rhythm.SEVERAL]
    a, b = (Rhythm.OCCASIONAL if one is Rhythm.ON_CALL else one for one in (a, b))
    return max(0.0, 1 - abs(steps.index(a) - steps.index(b)) / 2)


def _skills(p, o, as_of, words):
    kinds = (TermKind.SKILL, TermKind.MOBILITY, TermKind.PROOF)
    wanted = dict.fromkeys(_pick(words, o.ids(TermRole.WISHED), *kinds), 1)
    required = _pick(words, o.ids(TermRole.REQUIRED), *kinds)
    wanted |= dict.fromkeys(required, 2)
    for one in _pick(words, required, TermKind.PROOF):
        del wanted[one]
    if not wanted:
        return 1.0
    good = [e.term_id for e in p.proofs if e.held and (not e.valid_until or e.valid_until >= as_of)]
    has = {*p.ids(TermRelation.HAS), *good}
    told = {*has, *p.ids(TermRelation.NO), *(e.term_id for e in p.proofs)}
    for kind in kinds:
        if _pick(words, wanted, kind) and not _pick(words, told, kind):
            return None
    total = 0.0
    for one, weight in wanted.items():
        if any(one in _up(words, mine) for mine in has):
            total += weight
        elif has & _up(words, one):
            total += weight / 2
    return total / sum(wanted.values())


def _experience(p, o, words):
    mine = _pick(words, p.ids(TermRelation.HAS), TermKind.ACTIVITY)
    theirs = _pick(words, o.ids(TermRole.ABOUT), TermKind.ACTIVITY)
    if not theirs or not (mine or p.engaged_before):
        return None
    return max(len(mine & theirs) / len(theirs), 0.5 if p.engaged_before else 0.0)


def _language(p, o, words):  # noqa: C901 - as above
    ranks = [None, *Level]
    spoken, wanted = {}, {}
    for one in p.terms:
        if one.relation is TermRelation.HAS and _pick(words, [one.term_id], TermKind.LANGUAGE):
            spoken[one.term_id] = max(spoken.get(one.term_id, 0), ranks.index(one.level))
    for one in o.terms:
        if one.role is not TermRole.ABOUT and _pick(words, [one.term_id], TermKind.LANGUAGE):
            wanted[one.term_id] = max(wanted.get(one.term_id, 0), ranks.index(one.level))
    if not wanted:
        return 1.0
    if not spoken:
        return None
    total = 0.0
    for term, level in wanted.items():
        mine = spoken.get(term)
        if mine is None:
            continue
        if mine >= level:
            total += 1
        elif mine == 0 or mine == level - 1:
            total += 0.5
    return total / len(wanted)


def _start(p, o, as_of):
    if p.available_from is None:
        return None
    begin = max(o.starts_on or as_of, as_of)
    late = (p.available_from - begin).days
    return 1 - min(1, max(0, late / 90))


def close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else math.isclose(a, b, abs_tol=1e-12)


@pytest.fixture(scope="session")
def same():
    """Whether two values are equal up to rounding, or both unknown."""
    return close
