"""What speaks against a possible pair: criteria near 0, in a few words for the row."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ehrenamt_desktop.matching.criterion_sentences import brought
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.model.enums import TermKind, TermRole
from ehrenamt_desktop.model.matches import HINDERS_UP_TO, Criterion, ReasonKind, ReasonPart, Side
from ehrenamt_desktop.model.text import day, number

Values = Mapping[tuple[Side, Criterion], float | None]


def hindrances(pair: Pair, values: Values) -> list[ReasonPart]:
    """The criteria that hardly fit, the one that weighs most in practice first."""
    found = []
    for key, words in _WORDS.items():
        value = values[key]
        if value is not None and value <= HINDERS_UP_TO and (text := words(value, pair)):
            found.append(ReasonPart(ReasonKind.HINDERS, text))
    return found


def _time(value: float, _: Pair) -> str:
    return "keine gemeinsame Zeit" if value <= 0.0 else "wenig gemeinsame Zeit"


def _distance(_: float, pair: Pair) -> str:
    return "weiter Weg" if pair.limit is None else f"weiter Weg (Grenze {number(pair.limit)} km)"


def _rhythm(_: float, pair: Pair) -> str:
    return f"anderer Rhythmus: {pair.offer.rhythm.label}" if pair.offer.rhythm else ""


def _skills(_: float, pair: Pair) -> str:
    """Only what the offer cannot do without; a wish that is not met hinders nobody."""
    required = pair.offer.ids(TermRole.REQUIRED)
    there = brought(pair)
    missing = [one for one in pair.wanted() if one in required and one not in there]
    return f"nicht genannt: {pair.labels(missing[:1])}" if missing else ""


def _language(_: float, pair: Pair) -> str:
    demanded = [one.term_id for one in pair.offer.terms if one.role is not TermRole.ABOUT]
    languages = pair.words.of_kind(demanded, TermKind.LANGUAGE)
    return f"Sprache gewünscht: {pair.labels(languages[:1])}"


def _start(_: float, pair: Pair) -> str:
    return f"frei erst ab {day(pair.person.available_from)}"


_WORDS: Mapping[tuple[Side, Criterion], Callable[[float, Pair], str]] = {
    (Side.PERSON, Criterion.TIME): _time,
    (Side.PERSON, Criterion.DISTANCE): _distance,
    (Side.PERSON, Criterion.RHYTHM): _rhythm,
    (Side.OFFER, Criterion.SKILLS): _skills,
    (Side.OFFER, Criterion.LANGUAGE): _language,
    (Side.OFFER, Criterion.START): _start,
    (Side.PERSON, Criterion.ACTIVITY): lambda *_: "andere Tätigkeit als gewünscht",
    (Side.PERSON, Criterion.FIELD): lambda *_: "anderer Bereich als gewünscht",
    (Side.PERSON, Criterion.TARGET_GROUP): lambda *_: "andere Zielgruppe als gewünscht",
}
