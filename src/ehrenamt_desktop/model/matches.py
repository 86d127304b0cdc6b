"""What matching hands out: ranked rows with their reasons, near misses and questions.

Numbers are not rounded for the eye, so that sums hold: the contributions of a side sum to its
value, `score` is the harmonic mean of the two sides less `balance`, to the 12 decimals that decide
the order. Words are for the screen, numbers for the detail behind "Erweitert".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Labelled


class Side(Labelled):
    """Whose view a criterion speaks for."""

    PERSON = "person", "Was der Person wichtig ist"
    OFFER = "offer", "Was der Initiative wichtig ist"

    @property
    def short(self) -> str:
        """Whose view it is, in one word."""
        return {Side.PERSON: "Person", Side.OFFER: "Initiative"}[self]


class Answer(Labelled):
    """What a gate says; UNKNOWN never blocks, it becomes a question."""

    OK = "OK", "erfüllt"
    UNKNOWN = "UNKNOWN", "noch nachfragen"
    BLOCK = "BLOCK", "passt nicht"


class Gate(Labelled):
    """The rules that decide whether a pair is possible at all (design 6.1), in order of display."""

    OPEN = "open", "Angebot"
    FREE_PLACE = "free_place", "Freie Plätze"
    PERSON = "person", "Verfügbarkeit"
    AGE = "age", "Alter"
    YOUTH = "youth", "Jugendschutz"
    PROOF = "proof", "Nachweise"
    TIME = "time", "Zeit"
    DISTANCE = "distance", "Entfernung"
    UNWANTED = "unwanted", "Möchte nicht"


class Criterion(Labelled):
    """What is weighed once a pair is possible (design 6.2), in order of display."""

    FIELD = "field", "Bereich"
    ACTIVITY = "activity", "Tätigkeit"
    TARGET_GROUP = "target_group", "Zielgruppe"
    TIME = "time", "Zeit"
    DISTANCE = "distance", "Entfernung"
    RHYTHM = "rhythm", "Wie oft"
    MOTIVE = "motive", "Motivation"
    SKILLS = "skills", "Voraussetzungen"
    EXPERIENCE = "experience", "Erfahrung"
    LANGUAGE = "language", "Sprache"
    START = "start", "Beginn"


class FitWord(Labelled):
    """How well a pair fits, in the word shown instead of a number."""

    VERY_GOOD = "very_good", "passt sehr gut"
    GOOD = "good", "passt gut"
    PARTLY = "partly", "passt teilweise"
    TOO_LITTLE = "too_little", "zu wenig Angaben"


class ReasonKind(Labelled):
    """What a fragment of the reason line means; the window draws the sign."""

    OPENS = "opens", "würde passen"
    FITS = "fits", "passt"
    ASK = "ask", "noch nachfragen"
    HINDERS = "hinders", "spricht dagegen"
    NOTE = "note", "Hinweis"


HINDERS_UP_TO = 0.25
"""Up to this value a known criterion is said to speak against a pair."""


class GateAnswer(NamedTuple):
    """The answer of one gate with its sentence."""

    name: Gate
    answer: Answer
    sentence: str


class CriterionValue(NamedTuple):
    """One criterion of one side.

    Attributes:
        value: 0 (worst) to 1 (best), None when unknown.
        weight: share of the side, the weights of a side sum to 1.
        contribution: weight · value, or half the weight when unknown.
    """

    name: Criterion
    side: Side
    value: float | None
    weight: float
    contribution: float
    sentence: str


class ReasonPart(NamedTuple):
    """A fragment of the reason line."""

    kind: ReasonKind
    text: str


@dataclass(frozen=True, slots=True)
class SideValues:
    """The values of the two sides, 0 to 1."""

    person: float
    offer: float


@dataclass(frozen=True, slots=True)
class Match:
    """A possible pair, seen from the subject of the list: `number` is the other record.

    Attributes:
        subtitle: initiative or place, then the distance.
        score: harmonic mean of the sides less `balance`.
        low, high: the score if all unknowns were at their worst, at their best.
        coverage: share of known weight (0 to 1), of the side that knows less.
        range_sentence, coverage_sentence: the same in words.
        balance: deduction for open proposals of the offer.
        balance_sentence: why it is deducted; empty without a deduction.
        stable: whether the place in the order holds under other weights; None when not examined.
        stable_sentence: the same in words, with what moves it farthest.
        gates, criteria: what only the detail of a row tells; their sentences are made then.
    """

    number: int
    title: str
    subtitle: str
    word: FitWord
    score: float
    low: float
    high: float
    coverage: float
    reason: tuple[ReasonPart, ...]
    sides: SideValues
    balance: float
    balance_sentence: str
    gates: Sequence[GateAnswer]
    criteria: Sequence[CriterionValue]
    range_sentence: str = ""
    coverage_sentence: str = ""
    stable: bool | None = None
    stable_sentence: str = ""

    @property
    def reason_text(self) -> str:
        """The reason line as one text."""
        return " · ".join(part.text for part in self.reason)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A pair that exactly one gate blocks; `sentence` says what would open it.

    Attributes:
        subtitle, gates, criteria: as of a match.
        reason: what would open it, then what fits.
    """

    number: int
    title: str
    subtitle: str
    gate: Gate
    sentence: str
    reason: tuple[ReasonPart, ...]
    gates: Sequence[GateAnswer]
    criteria: Sequence[CriterionValue]


@dataclass(frozen=True, slots=True)
class Blocked:
    """A pair that more than one gate blocks, with the answers of those gates."""

    number: int
    title: str
    subtitle: str
    gates: tuple[GateAnswer, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown worth asking.

    `field` names where the answer belongs: `credential` is saved as a proof of the person, anything
    else is a field of the draft. Each option carries the values to save. Without options the
    answer is typed into the record.
    """

    key: str
    subject: Side
    record_id: int
    field: str
    sentence: str
    options: tuple[tuple[str, Mapping[str, object]], ...]


@dataclass(frozen=True, slots=True)
class MatchList:
    """The ranked list for a person or an offer on a day.

    Attributes:
        total: possible pairs, of which `matches` shows the best.
        near: best of the pairs one gate blocks; near_total counts all of them.
        openings: what would open the best of them, each with its amount, the most frequent first.
        searched: the words that narrow what is shown; near misses, blocked ones and all totals are
            of what answers them.
        whole: how many pairs there are, whatever is searched.
        away: why nothing is to be proposed to the person whose list it is; empty if she is ready.
        blocked: how many pairs more than one gate blocks; blocked_rows are those that miss least.
    """

    subject: Side
    number: int
    name: str
    matches: tuple[Match, ...]
    total: int
    near: tuple[NearMiss, ...]
    near_total: int
    openings: tuple[tuple[str, int], ...]
    blocked: int
    blocked_rows: tuple[Blocked, ...]
    questions: tuple[Question, ...]
    as_of: dt.date
    searched: str = ""
    whole: int = 0
    away: str = ""


def as_json(found: MatchList) -> dict[str, object]:
    """The list as the command line prints it (design 10)."""
    others = "offers" if found.subject is Side.PERSON else "people"
    return {
        str(found.subject): {"number": found.number, "name": found.name},
        others: [_match(one) for one in found.matches],
        "near": [
            {
                "number": one.number,
                "title": one.title,
                "gate": str(one.gate),
                "sentence": one.sentence,
                **_looked_into(one),
            }
            for one in found.near
        ],
        "questions": [
            {
                "key": one.key,
                "subject": str(one.subject),
                "number": one.record_id,
                "field": one.field,
                "sentence": one.sentence,
                "options": [label for label, _ in one.options],
            }
            for one in found.questions
        ],
        "blocked": [
            {
                "number": one.number,
                "title": one.title,
                "gates": [_gate(gate) for gate in one.gates],
            }
            for one in found.blocked_rows
        ],
    }


def _match(one: Match) -> dict[str, object]:
    return {
        "number": one.number,
        "title": one.title,
        "word": one.word.label,
        "score": one.score,
        "low": one.low,
        "high": one.high,
        "coverage": one.coverage,
        "stable": one.stable,
        "reason": one.reason_text,
        "sides": {"person": one.sides.person, "offer": one.sides.offer},
        "balance": one.balance,
        **_looked_into(one),
    }


def _looked_into(one: Match | NearMiss) -> dict[str, object]:
    """Gates and criteria of a pair."""
    return {
        "gates": [_gate(gate) for gate in one.gates],
        "criteria": [
            {
                "name": str(value.name),
                "side": str(value.side),
                "value": value.value,
                "weight": value.weight,
                "contribution": value.contribution,
                "sentence": value.sentence,
            }
            for value in one.criteria
        ],
    }


def _gate(gate: GateAnswer) -> dict[str, str]:
    return {"name": str(gate.name), "answer": str(gate.answer), "sentence": gate.sentence}
