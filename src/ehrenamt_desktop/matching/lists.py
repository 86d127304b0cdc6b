"""The ranked list for one person or one offer, with reasons, near misses and questions."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ehrenamt_desktop.matching import criterion_sentences, gate_sentences, gates, reasons
from ehrenamt_desktop.matching.arrays import Floats, Offers, People, TermTable
from ehrenamt_desktop.matching.criteria import ORDER
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.matching.questions import Asking
from ehrenamt_desktop.matching.ranking import Policy, Ties, harmonic, scores, word
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.facts import OfferFacts, PairFact, PersonFacts
from ehrenamt_desktop.model.matches import (
    CriterionValue,
    Gate,
    GateAnswer,
    Match,
    MatchList,
    NearMiss,
    Question,
    Side,
    SideValues,
)
from ehrenamt_desktop.model.text import count

TOP = 50
NEAR = 20
_WAITING = (Gate.OPEN, Gate.FREE_PLACE, Gate.PERSON)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a list is made with.

    `before` holds the latest placement of the list's subject by the number of the other record;
    pairs that already run are left out of the list.
    """

    words: Vocabulary
    as_of: dt.date
    policy: Policy = field(default_factory=Policy)
    before: Mapping[int, PairFact] = field(default_factory=dict)

    def runs(self, number: int) -> bool:
        """Whether the subject and this record already run together."""
        known = self.before.get(number)
        return known is not None and known.state is PlacementState.RUNNING


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whose list it is."""

    side: Side
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class _Row:
    """One pair of the list with the numbers of its gates and criteria."""

    number: int
    title: str
    where: str
    pair: Pair
    answers: tuple[int, ...]
    values: tuple[float | None, ...]
    balance: float


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Positions of the others: possible ones and near misses, each best first."""

    possible: list[int]
    near: list[int]

    @classmethod
    def of(cls, score: Floats, answers: gates.Answers, ties: Ties) -> _Ranking:
        """Ranks all possible pairs and those that one gate blocks.

        Near misses that somebody can open come before those that only time opens.
        """
        blocked = answers == gates.BLOCK
        blocks = blocked.sum(axis=0)
        waits = blocked[[list(Gate).index(gate) for gate in _WAITING]].any(axis=0)
        groups = (blocks == 0, (blocks == 1) & ~waits, (blocks == 1) & waits)
        among = [np.flatnonzero(group) for group in groups]
        possible, near, waiting = (ties.order(score, one, len(one)) for one in among)
        return cls(possible, [*near, *waiting])


def offers_for(
    person: PersonFacts, offers: Sequence[OfferFacts], setting: Setting, top: int = TOP
) -> MatchList:
    """The best `top` offers for a person; the order of `offers` does not matter."""
    table = TermTable(setting.words)
    offers = [one for one in offers if not setting.runs(one.number)]
    found = scores(
        People.of([person], table, setting.as_of),
        Offers.of(offers, table, setting.as_of),
        setting.policy,
    )
    ties = Ties.of([(one.last_proposed_on, one.number) for one in offers])
    ranking = _Ranking.of(found.score[0], found.answers[:, 0], ties)

    def row(at: int) -> _Row:
        offer = offers[at]
        before = setting.before.get(offer.number)
        pair = Pair(person, offer, setting.words, setting.as_of, float(found.km[0, at]), before)
        codes, values = found.answers[:, 0, at], found.values[:, 0, at]
        balance = float(found.balance[0, at])
        return _Row(
            offer.number, offer.title, offer.initiative, pair, *_plain(codes, values), balance
        )

    asking = Asking(table, setting.policy, setting.as_of)
    questions = asking.for_person(person, [offers[at] for at in ranking.possible])
    subject = _Subject(Side.PERSON, person.number, person.name)
    return _listed(subject, ranking, row, len(offers), questions, setting, top)


def people_for(
    offer: OfferFacts, people: Sequence[PersonFacts], setting: Setting, top: int = TOP
) -> MatchList:
    """The best `top` people for an offer; the order of `people` does not matter."""
    table = TermTable(setting.words)
    people = [one for one in people if not setting.runs(one.number)]
    found = scores(
        People.of(people, table, setting.as_of),
        Offers.of([offer], table, setting.as_of),
        setting.policy,
    )
    ties = Ties.of([(one.last_proposed_on, one.number) for one in people])
    ranking = _Ranking.of(found.score[:, 0], found.answers[:, :, 0], ties)

    def row(at: int) -> _Row:
        person = people[at]
        before = setting.before.get(person.number)
        pair = Pair(person, offer, setting.words, setting.as_of, float(found.km[at, 0]), before)
        codes, values = found.answers[:, at, 0], found.values[:, at, 0]
        where = person.place.label if person.place is not None else ""
        balance = float(found.balance[at, 0])
        return _Row(person.number, person.name, where, pair, *_plain(codes, values), balance)

    asking = Asking(table, setting.policy, setting.as_of)
    questions = asking.for_offer(offer, [people[at] for at in ranking.possible])
    subject = _Subject(Side.OFFER, offer.number, offer.title)
    return _listed(subject, ranking, row, len(people), questions, setting, top)


def _listed(
    subject: _Subject,
    ranking: _Ranking,
    row: Callable[[int], _Row],
    size: int,
    questions: tuple[Question, ...],
    setting: Setting,
    top: int,
) -> MatchList:
    """The list with sentences for the shown rows only; `row` makes the row at a position."""
    return MatchList(
        subject=subject.side,
        number=subject.number,
        name=subject.name,
        matches=tuple(_match(row(at), setting.policy) for at in ranking.possible[:top]),
        total=len(ranking.possible),
        near=tuple(_near(row(at)) for at in ranking.near[:NEAR]),
        near_total=len(ranking.near),
        blocked=size - len(ranking.possible) - len(ranking.near),
        questions=questions,
        as_of=setting.as_of,
    )


def _plain(
    codes: gates.Answers, values: Floats
) -> tuple[tuple[int, ...], tuple[float | None, ...]]:
    return (
        tuple(int(code) for code in codes),
        tuple(None if math.isnan(value) else float(value) for value in values),
    )


def _match(row: _Row, policy: Policy) -> Match:
    """A row with its sentences; the sums here are the sums of the detail."""
    criteria = _criteria(row, policy)
    sums = {side: _Sums.of([one for one in criteria if one.side is side]) for side in Side}
    mine, theirs = sums[Side.PERSON], sums[Side.OFFER]
    score = harmonic(mine.value, theirs.value) - row.balance
    coverage = min(mine.coverage, theirs.coverage)
    values = dict(zip(ORDER, row.values, strict=True))
    return Match(
        number=row.number,
        title=row.title,
        subtitle=reasons.subtitle(row.where, row.pair),
        word=word(score, coverage),
        score=score,
        low=harmonic(mine.low, theirs.low) - row.balance,
        high=harmonic(mine.high, theirs.high) - row.balance,
        coverage=coverage,
        reason=reasons.line(row.pair, row.answers, values),
        sides=SideValues(mine.value, theirs.value),
        balance=row.balance,
        balance_sentence=_balance(row),
        gates=tuple(
            GateAnswer(gate, gates.ANSWERS[code], gate_sentences.sentence(
                gate, gates.ANSWERS[code], row.pair))
            for gate, code in zip(Gate, row.answers, strict=True)
        ),
        criteria=criteria,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sums:
    """A side's value, its range and the share of its weight that is known."""

    value: float
    low: float
    high: float
    coverage: float

    @classmethod
    def of(cls, criteria: Sequence[CriterionValue]) -> _Sums:
        """From the criteria of one side."""
        known = [one for one in criteria if one.value is not None]
        low = sum(one.contribution for one in known)
        missing = sum(one.weight for one in criteria if one.value is None)
        value = sum(one.contribution for one in criteria)
        coverage = sum(one.weight for one in known)
        return cls(value, low, low + missing, coverage)


def _criteria(row: _Row, policy: Policy) -> tuple[CriterionValue, ...]:
    return tuple(
        CriterionValue(
            name=criterion,
            side=side,
            value=value,
            weight=weight,
            contribution=weight * (0.5 if value is None else value),
            sentence=criterion_sentences.sentence(criterion, value, row.pair),
        )
        for (side, criterion), value, weight in zip(ORDER, row.values, policy.weights, strict=True)
    )


def _balance(row: _Row) -> str:
    if row.balance <= 0.0:
        return ""
    offer = row.pair.offer
    waiting = count(offer.open_proposals, "offener Vorschlag", "offene Vorschläge")
    if offer.places_total is None:
        return f"Schon {waiting} für dieses Angebot; andere Angebote rücken etwas vor."
    places = count(offer.places_total, "Platz", "Plätze")
    return f"Schon {waiting} für {places}; andere Angebote rücken etwas vor."


def _near(row: _Row) -> NearMiss:
    gate = list(Gate)[row.answers.index(gates.BLOCK)]
    return NearMiss(row.number, row.title, gate, gate_sentences.opening(gate, row.pair))
