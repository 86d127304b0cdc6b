"""An assignment in rows: who gets what and why, and who goes without and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from ehrenamt_desktop.matching.assignment import Assigned
from ehrenamt_desktop.matching.office_lists import OfficeLists
from ehrenamt_desktop.matching.pairwise import worths
from ehrenamt_desktop.model.assignment import Choice, Decisions, LeftRow, OfficePlan, PairRow
from ehrenamt_desktop.model.progress import Progress

_NO_OFFERS = "Zurzeit gibt es kein Angebot mit freiem Platz."
_REFUSED = "Was noch passen würde, haben Sie gestrichen."
_LEAST = 1e-9
"""Sums of scores that differ by less are the same."""


def make_plan(
    lists: OfficeLists,
    found: Assigned,
    plain: Assigned,
    decisions: Decisions,
    progress: Progress,
    *,
    exact: bool = True,
) -> OfficePlan:
    """What the window shows of an assignment.

    Args:
        lists: what it was made from.
        found: the assignment.
        plain: what one after another would have reached.
        decisions: what was given.
        progress: told how far it is.
        exact: whether it is sure that none is better.

    Raises:
        Cancelled: the user stopped.
    """
    given = dict(found.pairs)
    return OfficePlan(
        rows=tuple(_rows(lists, given, decisions, progress)),
        left=tuple(_left(lists, given, decisions)),
        places=sum(lists.places.values()),
        greedy=len(plain),
        better=found.total > plain.total + _LEAST,
        as_of=lists.setting.as_of,
        decisions=decisions,
        exact=exact,
    )


def _rows(
    lists: OfficeLists, given: Mapping[int, int], decisions: Decisions, progress: Progress
) -> Iterable[PairRow]:
    edges = lists.edges
    chosen = np.array([given.get(one, 0) for one in edges.person.tolist()], dtype=np.int64)
    ranks = dict(
        zip(
            edges.person[chosen == edges.offer].tolist(),
            lists.ranks[chosen == edges.offer].tolist(),
            strict=True,
        )
    )
    couples = [(lists.people[who], lists.offers[what]) for who, what in given.items()]
    for done, ((person, offer), worth) in enumerate(
        zip(couples, worths(couples, lists.setting), strict=True)
    ):
        progress.step(done, len(couples), "Gründe werden geschrieben")
        yield PairRow(
            id=person.number,
            person=person.name,
            place=person.place.label if person.place else "",
            municipality=person.place.municipality if person.place else "",
            offer_id=offer.number,
            offer=offer.title,
            initiative=offer.initiative,
            word=worth.word,
            rank=ranks.get(person.number, 0),
            reason=worth.reason,
            fixed=decisions.fixed.get(person.number) == offer.number,
        )


def _left(lists: OfficeLists, given: Mapping[int, int], decisions: Decisions) -> Iterable[LeftRow]:
    possible = set(lists.edges.without(decisions.refused).person.tolist())
    for number, person in sorted(lists.people.items()):
        if number not in given:
            yield LeftRow(
                id=number,
                person=person.name,
                place=person.place.label if person.place else "",
                municipality=person.place.municipality if person.place else "",
                reason=_why(lists, number, possible=number in possible),
            )


def _why(lists: OfficeLists, number: int, *, possible: bool) -> str:
    if number in lists.held_back:
        return lists.held_back[number]
    fits = lists.fits.get(number, 0)
    if not fits:
        gate = lists.hindered.get(number)
        return f"Nichts passt (meist: {gate.label})." if gate else _NO_OFFERS
    if not possible:
        return _REFUSED
    if fits == 1:
        return "Ein Angebot würde passen, sein Platz geht aber an jemand anderen."
    return f"{fits} Angebote würden passen, ihre Plätze gehen aber an andere."


def choices(lists: OfficeLists, plan: OfficePlan, person_id: int) -> tuple[Choice, ...]:
    """The offers that fit a person, the best first."""
    mine = lists.edges.keep(lists.edges.person == person_id)
    order = np.lexsort((mine.offer, -mine.score))
    person = lists.people[person_id]
    offers = [lists.offers[number] for number in mine.offer[order].tolist()]
    taken = Counter(row.offer_id for row in plan.rows)
    now = next((row.offer_id for row in plan.rows if row.id == person_id), 0)
    found = worths([(person, offer) for offer in offers], lists.setting)
    return tuple(
        Choice(
            offer.number, offer.title, offer.initiative, worth.word,
            free=lists.places[offer.number] > taken[offer.number],
            now=offer.number == now,
        )
        for offer, worth in zip(offers, found, strict=True)
    )  # fmt: skip
