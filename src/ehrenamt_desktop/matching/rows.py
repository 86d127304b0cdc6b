"""The rows of a list in words: a match with all its numbers, a near miss, a blocked pair."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ehrenamt_desktop.matching import (
    criterion_sentences,
    gate_sentences,
    gates,
    range_sentences,
    reasons,
)
from ehrenamt_desktop.matching.arrays import Floats
from ehrenamt_desktop.matching.criteria import ORDER
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.matching.ranking import Policy, harmonic, word
from ehrenamt_desktop.model.later import Later
from ehrenamt_desktop.model.matches import (
    Answer,
    Blocked,
    CriterionValue,
    Gate,
    GateAnswer,
    Match,
    NearMiss,
    ReasonKind,
    ReasonPart,
    Side,
    SideValues,
)
from ehrenamt_desktop.model.text import count

_GATES = tuple(Gate)


@dataclass(frozen=True, slots=True)
class Row:
    """One pair of the list with the numbers of its gates and criteria; `score` is what ranks it."""

    number: int
    title: str
    where: str
    pair: Pair
    answers: tuple[int, ...]
    values: tuple[float | None, ...]
    score: float
    balance: float


def plain(codes: gates.Answers, values: Floats) -> tuple[tuple[int, ...], tuple[float | None, ...]]:
    """Codes and values of one pair as plain numbers; what is unknown as None."""
    return (
        tuple(codes.tolist()),
        tuple(None if math.isnan(value) else value for value in values.tolist()),
    )


def match_of(row: Row, policy: Policy) -> Match:
    """A row with its sentences; the sums here are the sums of the detail."""
    criteria = _numbers(row, policy)
    sums = {side: _Sums.of([one for one in criteria if one.side is side]) for side in Side}
    mine, theirs = sums[Side.PERSON], sums[Side.OFFER]
    coverage = min(mine.coverage, theirs.coverage)
    values = dict(zip(ORDER, row.values, strict=True))
    low, high = (harmonic(*ends) - row.balance for ends in zip(mine.ends, theirs.ends, strict=True))
    low, high = min(low, row.score), max(high, row.score)
    return Match(
        number=row.number,
        title=row.title,
        subtitle=reasons.subtitle(row.where, row.pair),
        word=word(row.score, coverage),
        score=row.score,
        low=low,
        high=high,
        coverage=coverage,
        range_sentence=range_sentences.range_of(low, high),
        coverage_sentence=range_sentences.coverage_of(criteria),
        reason=reasons.line(row.pair, row.answers, values),
        sides=SideValues(mine.value, theirs.value),
        balance=row.balance,
        balance_sentence=_balance(row),
        gates=Later(lambda: _answers(row)),
        criteria=Later(lambda: _worded(criteria, row.pair)),
    )


@dataclass(frozen=True, slots=True)
class _Sums:
    """A side's value, its range and the share of its weight that is known."""

    value: float
    low: float
    high: float
    coverage: float

    @property
    def ends(self) -> tuple[float, float]:
        """Both ends of the range."""
        return self.low, self.high

    @classmethod
    def of(cls, criteria: Sequence[CriterionValue]) -> _Sums:
        """From the criteria of one side."""
        known = [one for one in criteria if one.value is not None]
        low = sum(one.contribution for one in known)
        missing = sum(one.weight for one in criteria if one.value is None)
        value = sum(one.contribution for one in criteria)
        coverage = sum(one.weight for one in known)
        return cls(value, low, low + missing, coverage)


def _numbers(row: Row, policy: Policy) -> tuple[CriterionValue, ...]:
    """The criteria of both sides, still without their sentences."""
    return tuple(
        CriterionValue(
            name=criterion,
            side=side,
            value=value,
            weight=weight,
            contribution=weight * (0.5 if value is None else value),
            sentence="",
        )
        for (side, criterion), value, weight in zip(ORDER, row.values, policy.weights, strict=True)
    )


def _worded(criteria: Sequence[CriterionValue], pair: Pair) -> tuple[CriterionValue, ...]:
    return tuple(
        one._replace(sentence=criterion_sentences.sentence(one.name, one.value, pair))
        for one in criteria
    )


def _answers(row: Row) -> tuple[GateAnswer, ...]:
    return tuple(
        GateAnswer(gate, answer, gate_sentences.sentence(gate, answer, row.pair))
        for gate, answer in zip(_GATES, (gates.ANSWERS[code] for code in row.answers), strict=True)
    )


def _balance(row: Row) -> str:
    if row.balance <= 0.0:
        return ""
    offer = row.pair.offer
    waiting = count(offer.open_proposals, "offener Vorschlag", "offene Vorschläge")
    if offer.places_total is None:
        return f"Schon {waiting} für dieses Angebot; andere Angebote rücken etwas vor."
    places = count(offer.places_total, "Platz", "Plätze")
    return f"Schon {waiting} für {places}; andere Angebote rücken etwas vor."


def opening_of(row: Row) -> tuple[Gate, str]:
    """The one gate in the way, and what would open it."""
    gate = _GATES[row.answers.index(gates.BLOCK)]
    return gate, gate_sentences.opening(gate, row.pair)


def near_of(row: Row, policy: Policy) -> NearMiss:
    """A row that one gate blocks, with what would open it."""
    gate, opening = opening_of(row)
    fits = reasons.fitting(row.pair, dict(zip(ORDER, row.values, strict=True)))
    parts = (ReasonPart(ReasonKind.OPENS, opening), *fits[:2])
    where = reasons.subtitle(row.where, row.pair)
    return NearMiss(
        row.number, row.title, where, gate, opening, parts,
        gates=Later(lambda: _answers(row)),
        criteria=Later(lambda: _worded(_numbers(row, policy), row.pair)),
    )  # fmt: skip


def blocked_of(row: Row) -> Blocked:
    """A row that several gates block, with what they say."""
    shut = tuple(
        GateAnswer(gate, Answer.BLOCK, gate_sentences.sentence(gate, Answer.BLOCK, row.pair))
        for gate, code in zip(_GATES, row.answers, strict=True)
        if code == gates.BLOCK
    )
    return Blocked(row.number, row.title, reasons.subtitle(row.where, row.pair), shut)
