"""Many single pairs at once: whether each is possible, how well it fits, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ehrenamt_desktop.matching import gate_sentences, gates, reasons
from ehrenamt_desktop.matching.arrays import Offers, People, TermTable
from ehrenamt_desktop.matching.criteria import ORDER
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.matching.ranking import Scores, ranked, scores, word
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.matches import FitWord, Gate, Side

BLOCK = 64
"""Pairs looked at together: their square still fits the cache."""

Couple = tuple[PersonFacts, OfferFacts]


@dataclass(frozen=True, slots=True)
class PairWorth:
    """How well a pair fits; `refusal` says what forbids it, None for a possible one."""

    score: float
    word: FitWord
    reason: str
    refusal: str | None


def worths(couples: Sequence[Couple], setting: Setting) -> Iterator[PairWorth]:
    """The worth of each pair, in the order given."""
    table = TermTable(setting.words)
    for start in range(0, len(couples), BLOCK):
        some = couples[start : start + BLOCK]
        found = scores(
            People.of([person for person, _ in some], table, setting.as_of),
            Offers.of([offer for _, offer in some], table, setting.as_of),
            setting.policy,
        )
        for at, (person, offer) in enumerate(some):
            pair = Pair(person, offer, setting.words, setting.as_of, float(found.km[at, at]))
            yield _worth(pair, found, at, setting)


def _worth(pair: Pair, found: Scores, at: int, setting: Setting) -> PairWorth:
    answers = tuple(int(code) for code in found.answers[:, at, at])
    values = found.values[:, at, at]
    known = dict.fromkeys(Side, 0.0)
    for (side, _), weight, value in zip(ORDER, setting.policy.weights, values, strict=True):
        known[side] += 0.0 if np.isnan(value) else weight
    score = float(ranked(found.score[at, at]))
    named = {
        key: None if np.isnan(value) else float(value)
        for key, value in zip(ORDER, values, strict=True)
    }
    line = reasons.line(pair, answers, named)
    shut = [gate for gate, code in zip(Gate, answers, strict=True) if code == gates.BLOCK]
    return PairWorth(
        score,
        word(score, min(known.values())),
        " · ".join(part.text for part in line),
        gate_sentences.refusal(shut, pair),
    )
