"""What an assignment chooses from: people, what fits them, places that are free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ehrenamt_desktop.matching.arrays import Codes
from ehrenamt_desktop.matching.assignment import Edges
from ehrenamt_desktop.matching.lists import Setting
from ehrenamt_desktop.matching.whole import TOP, TopLists, top_lists
from ehrenamt_desktop.model.enums import OfferStage
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.progress import Progress

NO_GUARDIAN = "Die Einwilligung der Sorgeberechtigten fehlt noch."
FEW_OFFERS = 100
"""So few offers are all looked at."""
_OPEN = (OfferStage.OPEN, OfferStage.UPCOMING)


@dataclass(frozen=True, slots=True)
class OfficeLists:
    """What an assignment is made from, as of one moment; the window keeps it and gives it back.

    Attributes:
        edges: the best offers of each person and the best people of each offer.
        ranks: the place of each edge in the person's list, from 1; 0 behind the end of it.
        places: places neither taken nor proposed to anybody, by number of the offer.
        fits: how many offers are possible for each person.
        hindered: what blocks the offers for people whom none fits most often.
        held_back: people nothing may be proposed to, and why.
    """

    people: Mapping[int, PersonFacts]
    offers: Mapping[int, OfferFacts]
    edges: Edges
    ranks: Codes
    places: Mapping[int, int]
    fits: Mapping[int, int]
    hindered: Mapping[int, Gate]
    held_back: Mapping[int, str]
    setting: Setting


def make_lists(
    people: Sequence[PersonFacts],
    offers: Sequence[OfferFacts],
    tried: Collection[tuple[int, int]],
    agreed: Collection[int],
    setting: Setting,
    progress: Progress,
) -> OfficeLists:
    """The lists of these people over what is free of these offers.

    Args:
        people: who takes part.
        offers: what they may get; only open ones with a place count.
        tried: pairs of person and offer that are out of the question.
        agreed: people whose guardian agreed to the data being kept.
        setting: words, day and weights.
        progress: told how far it is.

    Raises:
        Cancelled: the user stopped.
    """
    held_back = {
        one.number: NO_GUARDIAN
        for one in people
        if one.age(setting.as_of).may_be_minor and one.number not in agreed
    }
    places = open_places(offers, setting.as_of)
    asked = sorted((one for one in people if one.number not in held_back), key=_number)
    wanted = sorted((one for one in offers if one.number in places), key=_number)
    k = len(wanted) if len(wanted) <= FEW_OFFERS else TOP
    found = top_lists(asked, wanted, setting, k, progress, tried)
    edges, ranks = _edges(found, _numbers(asked), _numbers(wanted))
    obstacles = found.people.obstacles
    most = obstacles.blocked.argmax(axis=1)
    gates = list(Gate)
    return OfficeLists(
        people={one.number: one for one in people},
        offers={one.number: one for one in offers},
        edges=edges,
        ranks=ranks,
        places=places,
        fits={one.number: int(obstacles.possible[at]) for at, one in enumerate(asked)},
        hindered={
            one.number: gates[int(most[at])]
            for at, one in enumerate(asked)
            if obstacles.blocked[at].any()
        },
        held_back=held_back,
        setting=setting,
    )


def open_places(offers: Iterable[OfferFacts], as_of: dt.date) -> dict[int, int]:
    """Places of open offers that are neither taken nor proposed; an unknown number is one."""
    found = {
        one.number: (1 if one.free is None else one.free) - one.open_proposals
        for one in offers
        if one.stage(as_of) in _OPEN
    }
    return {number: amount for number, amount in found.items() if amount > 0}


def _number(one: PersonFacts | OfferFacts) -> int:
    return one.number


def _numbers(records: Sequence[PersonFacts | OfferFacts]) -> Codes:
    return np.array([one.number for one in records], dtype=np.int64)


def _edges(found: TopLists, people: Codes, offers: Codes) -> tuple[Edges, Codes]:
    """The pairs of both sides' lists, and their places in the lists of the people."""
    mine, theirs = found.people.others, found.offers.others
    at, rank = np.nonzero(mine >= 0)
    edges = Edges.of(people[at], offers[mine[at, rank]], found.people.scores[at, rank])
    span = int(offers.max(initial=0)) + 1
    places = dict(
        zip((people[at] * span + offers[mine[at, rank]]).tolist(), (rank + 1).tolist(), strict=True)
    )
    of, nth = np.nonzero(theirs >= 0)
    edges = Edges.of(
        np.concatenate([edges.person, people[theirs[of, nth]]]),
        np.concatenate([edges.offer, offers[of]]),
        np.concatenate([edges.score, found.offers.scores[of, nth]]),
    )
    ranks = [places.get(key, 0) for key in (edges.person * span + edges.offer).tolist()]
    return edges, np.array(ranks, dtype=np.int64)
