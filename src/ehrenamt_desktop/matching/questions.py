"""The unknowns whose answer would change the top of a list most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ehrenamt_desktop.matching.arrays import Floats, Offers, People, TermTable
from ehrenamt_desktop.matching.ranking import Policy, Ties, scores
from ehrenamt_desktop.matching.unknowns import Facts, Unknown, of_offer, of_person
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.matches import Question, Side

MOST = 3
TOP = 10
POOL = 200
"""Answers are weighed among this many best rows."""
NEIGHBOURS = 15
"""Unknowns are sought in the subject and in this many best rows."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question with its weight: how far places in the top ten shift on average."""

    weight: float
    question: Question


class Asking:
    """Weighs questions about one person and the best offers for them, or the other way round."""

    def __init__(self, table: TermTable, policy: Policy, as_of: dt.date) -> None:
        self._table = table
        self._policy = policy
        self._as_of = as_of

    def for_person(
        self, person: PersonFacts, pool: Sequence[OfferFacts], columns: Offers, score: Floats
    ) -> tuple[Question, ...]:
        """The questions for a person's list.

        Args:
            person: whose list it is.
            pool: the `POOL` best offers in order.
            columns: their arrays.
            score: their scores.
        """
        near = pool[:NEIGHBOURS]
        ties = Ties.of([(one.last_proposed_on, one.number) for one in pool])

        def of_people(people: list[PersonFacts]) -> Floats:
            return self._scored(self._people(people), columns)

        own = self._own(Side.PERSON, list(of_person(
            person, near, self._table.words, self._as_of)), person.number, of_people, ties,
        )  # fmt: skip
        theirs = self._theirs(
            Side.OFFER,
            [
                (at, f"„{one.title}“: ", list(of_offer(one, [person], self._table.words)))
                for at, one in enumerate(near)
            ],
            score,
            lambda changed: self._scored(self._people([person]), self._offers(changed))[0],
            ties,
        )
        return _chosen(own + theirs)

    def for_offer(
        self, offer: OfferFacts, pool: Sequence[PersonFacts], rows: People, score: Floats
    ) -> tuple[Question, ...]:
        """The questions for an offer's list; arguments as for a person's."""
        near = pool[:NEIGHBOURS]
        ties = Ties.of([(one.last_proposed_on, one.number) for one in pool])

        def of_offers(offers: list[OfferFacts]) -> Floats:
            return self._scored(rows, self._offers(offers)).T

        own = self._own(
            Side.OFFER,
            list(of_offer(offer, near, self._table.words)),
            offer.number,
            of_offers,
            ties,
        )
        theirs = self._theirs(
            Side.PERSON,
            [
                (at, f"{one.polite}: ", list(
                    of_person(one, [offer], self._table.words, self._as_of)))
                for at, one in enumerate(near)
            ],
            score,
            lambda changed: self._scored(self._people(changed), self._offers([offer]))[:, 0],
            ties,
        )  # fmt: skip
        return _chosen(own + theirs)

    def _people(self, people: Sequence[PersonFacts]) -> People:
        return People.of(people, self._table, self._as_of)

    def _offers(self, offers: Sequence[OfferFacts]) -> Offers:
        return Offers.of(offers, self._table, self._as_of)

    def _scored(self, people: People, offers: Offers) -> Floats:
        """Scores of a block, minus infinity where a gate blocks."""
        found = scores(people, offers, self._policy)
        return np.where(found.blocks == 0, found.score, -np.inf)

    def _own(
        self,
        side: Side,
        unknowns: list[Unknown[Facts]],
        number: int,
        scored: Callable[[list[Facts]], Floats],
        ties: Ties,
    ) -> list[_Candidate]:
        """What is not known of the subject: each answer moves the whole list."""
        variants = [reply.facts for one in unknowns for reply in one.replies]
        if not variants:
            return []
        tops = [_top(row, ties) for row in scored(variants)]
        before = list(range(min(TOP, len(ties.number))))
        found, at = [], 0
        for one in unknowns:
            shifts = [shift(before, top) for top in tops[at : at + len(one.replies)]]
            at += len(one.replies)
            found += _candidate(side, number, one, one.sentence, shifts)
        return found

    def _theirs(
        self,
        side: Side,
        rows: list[tuple[int, str, list[Unknown[Facts]]]],
        score: Floats,
        scored: Callable[[list[Facts]], Floats],
        ties: Ties,
    ) -> list[_Candidate]:
        """What is not known of the others: each answer moves one row."""
        variants = [reply.facts for _, _, many in rows for one in many for reply in one.replies]
        if not variants:
            return []
        changed = iter(scored(variants))
        before = _top(score, ties)
        found = []
        for at, prefix, unknowns in rows:
            for one in unknowns:
                shifts = []
                for _ in one.replies:
                    moved = score.copy()
                    moved[at] = next(changed)
                    shifts.append(shift(before, _top(moved, ties)))
                found += _candidate(side, int(ties.number[at]), one, prefix + one.sentence, shifts)
        return found


def shift(before: Sequence[int], after: Sequence[int]) -> int:
    """By how many places rows move between two tops; a row outside stands just below."""
    places = [{row: at for at, row in enumerate(rows)} for rows in (before, after)]
    return sum(abs(places[0].get(row, TOP) - places[1].get(row, TOP)) for row in {*before, *after})


def _top(score: Floats, ties: Ties) -> list[int]:
    return ties.order(score, np.flatnonzero(np.isfinite(score)), TOP)


def _candidate(
    side: Side, number: int, unknown: Unknown[Facts], sentence: str, shifts: list[int]
) -> list[_Candidate]:
    if not any(shifts):
        return []
    options = tuple((one.label, one.values) for one in unknown.replies if one.label)
    key = f"{side}:{number}:{unknown.key}"
    question = Question(key, side, number, unknown.field, sentence, options)
    return [_Candidate(sum(shifts) / len(shifts), question)]


def _chosen(candidates: list[_Candidate]) -> tuple[Question, ...]:
    """The weightiest; of equal ones the first, that is the subject's own before the others'."""
    ranked = sorted(candidates, key=lambda one: -one.weight)
    return tuple(one.question for one in ranked[:MOST])
