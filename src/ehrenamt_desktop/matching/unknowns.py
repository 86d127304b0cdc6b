"""What could be asked about a person or an offer, and what each answer would save and change."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import Level, Rhythm, TermKind, TermRelation, TermRole
from ehrenamt_desktop.model.facts import (
    OfferFacts,
    OfferTermFact,
    PersonFacts,
    PersonTermFact,
    ProofFact,
)
from ehrenamt_desktop.model.rules import time_grid

Facts = TypeVar("Facts", PersonFacts, OfferFacts)

MOST_OPTIONS = 4
_TIMES = (
    ("vormittags", time_grid.from_parts((day, 0) for day in range(5))),
    ("nachmittags", time_grid.from_parts((day, 1) for day in range(5))),
    ("abends", time_grid.from_parts((day, 2) for day in range(5))),
    ("am Wochenende", time_grid.from_parts((day, part) for day in (5, 6) for part in range(3))),
)
_RHYTHMS = (
    ("jede Woche", Rhythm.WEEKLY),
    ("einmal im Monat", Rhythm.MONTHLY),
    ("ab und zu", Rhythm.OCCASIONAL),
)
_WISHES = (
    (TermKind.AREA, "Welcher Bereich liegt Ihnen am Herzen?"),
    (TermKind.ACTIVITY, "Was möchten Sie gern tun?"),
    (TermKind.TARGET_GROUP, "Für wen möchten Sie gern da sein?"),
    (TermKind.MOTIVE, "Was ist Ihnen am Ehrenamt wichtig?"),
)
_PROBED_AGES = (16, 40, 70)


@dataclass(frozen=True, slots=True)
class Reply(Generic[Facts]):
    """One possible answer: its button (empty: typed in), the values to save, the facts after it."""

    label: str
    values: Mapping[str, object]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Unknown(Generic[Facts]):
    """Something not known of one record."""

    key: str
    field: str
    sentence: str
    replies: tuple[Reply[Facts], ...]


def of_person(
    person: PersonFacts, offers: Sequence[OfferFacts], words: Vocabulary, as_of: dt.date
) -> Iterator[Unknown[PersonFacts]]:
    """What is not known of a person and matters to some of these offers."""
    if not person.time_grid & time_grid.WEEK:
        yield _choice(person, "time_grid", "Wann haben Sie Zeit?", _TIMES)
    if person.rhythm is None:
        yield _choice(person, "rhythm", "Wie oft möchten Sie helfen?", _RHYTHMS)
    if person.max_km is None and person.place is not None:
        limits = tuple((f"bis {km} km", float(km)) for km in (5, 10, 20))
        yield _choice(person, "max_km", "Wie weit darf der Weg sein?", limits)
    if person.available_from is None:
        starts = (
            ("ab sofort", as_of),
            ("in einem Monat", as_of + dt.timedelta(days=30)),
            ("in drei Monaten", as_of + dt.timedelta(days=91)),
        )
        yield _choice(person, "available_from", "Ab wann können Sie anfangen?", starts)
    yield from _typed(person, offers, as_of)
    yield from _wishes(person, offers, words)
    yield from _abilities(person, offers, words)
    yield from _proofs(person, offers, words)


def of_offer(
    offer: OfferFacts, people: Sequence[PersonFacts], words: Vocabulary
) -> Iterator[Unknown[OfferFacts]]:
    """What is not known of an offer and matters to some of these people."""
    if not offer.time_grid & time_grid.WEEK:
        if not offer.time_is_free:
            yield _choice(offer, "time_grid", "Wann wird Hilfe gebraucht?", _TIMES)
    elif offer.hours_per_week is None:
        hours = tuple((f"{one} Stunden", float(one)) for one in (2, 4, 8))
        sentence = "Wie viele Stunden pro Woche werden gebraucht?"
        yield _choice(offer, "hours_per_week", sentence, hours)
    if offer.rhythm is None:
        yield _choice(offer, "rhythm", "Wie oft wird Hilfe gebraucht?", _RHYTHMS)
    if offer.place is None and not offer.remote:
        places = {one.place.id: one.place for one in people if one.place is not None}
        probes = [replace(offer, place=place) for place in list(places.values())[:MOST_OPTIONS]]
        replies = tuple(Reply("", {}, one) for one in probes)
        yield Unknown("place_id", "place_id", "In welchem Ort wird geholfen?", replies)
    if not words.of_kind(offer.ids(TermRole.ABOUT), TermKind.AREA):
        wishes = (words.of_kind(one.ids(TermRelation.WISH), TermKind.AREA) for one in people)
        chosen = [_about(offer, one, words) for one in _frequent(wishes)]
        sentence = "Zu welchem Bereich gehört die Aufgabe?"
        yield Unknown("terms:area", "terms", sentence, tuple(chosen))


def _choice(
    facts: Facts, field: str, sentence: str, options: Iterable[tuple[str, object]]
) -> Unknown[Facts]:
    replies = tuple(
        Reply(label, {field: value}, replace(facts, **{field: value}))  # type: ignore[arg-type]
        for label, value in options
    )
    return Unknown(field, field, sentence, replies)


def _typed(
    person: PersonFacts, offers: Sequence[OfferFacts], as_of: dt.date
) -> Iterator[Unknown[PersonFacts]]:
    """Answers too many for buttons: they are weighed with a few probes and typed in."""
    if person.place is None:
        places = {one.place.id: one.place for one in offers if one.place is not None}
        homes = [replace(person, place=place) for place in list(places.values())[:MOST_OPTIONS]]
        replies = tuple(Reply("", {}, one) for one in homes)
        yield Unknown("place_id", "place_id", "In welchem Ort wohnen Sie?", replies)
    if not person.age(as_of).known:
        ages = [replace(person, birth_year=as_of.year - years) for years in _PROBED_AGES]
        replies = tuple(Reply("", {}, one) for one in ages)
        yield Unknown("birth_year", "birth_year", "In welchem Jahr sind Sie geboren?", replies)


def _wishes(
    person: PersonFacts, offers: Sequence[OfferFacts], words: Vocabulary
) -> Iterator[Unknown[PersonFacts]]:
    known = person.ids(TermRelation.WISH, TermRelation.HAS)
    for kind, sentence in _WISHES:
        if words.of_kind(known, kind):
            continue
        offered = (words.of_kind(one.ids(TermRole.ABOUT), kind) for one in offers)
        replies = tuple(
            _add(person, PersonTermFact(one, TermRelation.WISH), words.label(one))
            for one in _frequent(offered)
        )
        yield Unknown(f"terms:{kind}", "terms", sentence, replies)


def _abilities(
    person: PersonFacts, offers: Sequence[OfferFacts], words: Vocabulary
) -> Iterator[Unknown[PersonFacts]]:
    """The skill, means of travel and language asked for most, if nothing of that kind is known."""
    known = person.ids(TermRelation.HAS, TermRelation.NO)
    for kind in (TermKind.SKILL, TermKind.MOBILITY, TermKind.LANGUAGE):
        asked = (words.of_kind(one.ids(TermRole.REQUIRED, TermRole.WISHED), kind) for one in offers)
        first = _frequent(asked)[:1]
        if words.of_kind(known, kind) or not first:
            continue
        term, label = first[0], words.label(first[0])
        if kind is TermKind.LANGUAGE:
            levels = tuple(
                _add(person, PersonTermFact(term, TermRelation.HAS, level), level.label)
                for level in Level
            )
            yield Unknown(f"terms:{term}", "terms", f"Wie gut sprechen Sie {label}?", levels)
            continue
        replies = (
            _add(person, PersonTermFact(term, TermRelation.HAS), "ja"),
            _add(person, PersonTermFact(term, TermRelation.NO), "nein"),
        )
        yield Unknown(f"terms:{term}", "terms", _ability(kind, label), replies)


def _ability(kind: TermKind, label: str) -> str:
    if kind is TermKind.SKILL:
        return f"Bringen Sie das mit: {label}?"
    if label in ("Auto", "Pkw", "PKW"):
        return "Haben Sie ein Auto?"
    return f"Sind Sie so unterwegs: {label}?"


def _proofs(
    person: PersonFacts, offers: Sequence[OfferFacts], words: Vocabulary
) -> Iterator[Unknown[PersonFacts]]:
    entered = {one.term_id for one in person.proofs} | set(person.ids(TermRelation.HAS))
    needed = (words.of_kind(one.ids(TermRole.REQUIRED), TermKind.PROOF) for one in offers)
    for term in _frequent(needed):
        if term in entered:
            continue
        label = words.label(term)
        replies = tuple(
            Reply(
                word,
                {"term_id": term, "held": held},
                replace(person, proofs=(*person.proofs, ProofFact(term, held=held))),
            )
            for word, held in (("ja", True), ("nein", False))
        )
        licence = label.startswith("Führerschein")
        sentence = f"Haben Sie einen {label}?" if licence else f"Haben Sie den Nachweis „{label}“?"
        yield Unknown(f"credential:{term}", "credential", sentence, replies)


def _add(person: PersonFacts, term: PersonTermFact, label: str) -> Reply[PersonFacts]:
    """An answer that adds a term; the values name all terms, for saving replaces them."""
    terms = tuple({(one.term_id, one.relation): one for one in (*person.terms, term)}.values())
    return Reply(label, {"terms": [one._asdict() for one in terms]}, replace(person, terms=terms))


def _about(offer: OfferFacts, term_id: int, words: Vocabulary) -> Reply[OfferFacts]:
    added = OfferTermFact(term_id, TermRole.ABOUT)
    terms = tuple({(one.term_id, one.role): one for one in (*offer.terms, added)}.values())
    values = {"terms": [one._asdict() for one in terms]}
    return Reply(words.label(term_id), values, replace(offer, terms=terms))


def _frequent(rows: Iterable[Sequence[int]]) -> list[int]:
    """The terms named most often, at most as many as fit on buttons; ties by number."""
    counts = Counter(one for row in rows for one in dict.fromkeys(row))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [one for one, _ in ranked[:MOST_OPTIONS]]
