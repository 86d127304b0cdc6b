"""Who could get which offer when the whole office is looked at at once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.matching import events, plans
from ehrenamt_desktop.matching.arrays import is_ready
from ehrenamt_desktop.matching.assignment import assign, greedy
from ehrenamt_desktop.matching.events import MOST_PEOPLE
from ehrenamt_desktop.matching.lists import Setting, Standing
from ehrenamt_desktop.matching.office_lists import OfficeLists, make_lists
from ehrenamt_desktop.matching.pairwise import worths
from ehrenamt_desktop.matching.ranking import Policy
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.assignment import (
    Choice,
    Decisions,
    EventDay,
    OfficePlan,
    PairRefusal,
    PairRow,
    RefusedPairs,
)
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.services.placements import propose_one
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, facts, placed, weights

Basis = OfficeLists
"""What an assignment is made from; the window keeps it and gives it back."""


class Assignments:
    """Assignments of many people at once; nothing is kept of them but what is proposed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def office_lists(self, progress: Progress = QUIET, as_of: dt.date | None = None) -> OfficeLists:
        """Everybody who looks for something, with the open offers that fit them.

        People who rest, who wait for an answer or whose placement runs are left out, and so are
        offers that were proposed to the person before.

        Raises:
            Cancelled: the user stopped.
        """
        with self._store.read() as connection:
            setting = _setting(connection, as_of)
            known = placed.placed(connection)
            busy = {who for who, _, state in known if state is not PlacementState.ENDED}
            seekers = [
                one
                for one in facts.people(connection)
                if one.number not in busy and is_ready(one, setting.as_of)
            ]
            offers = facts.offers(connection)
            agreed = placed.guarded(connection)
        tried = {(who, what) for who, what, _ in known}
        return make_lists(seekers, offers, tried, agreed, setting, progress)

    def plan(
        self,
        lists: OfficeLists,
        decisions: Decisions | None = None,
        progress: Progress = QUIET,
    ) -> OfficePlan:
        """The best assignment that keeps to what she decided; what no longer fits is let go.

        Raises:
            DomainError: more people hold on to an offer than it has places.
            Cancelled: the user stopped.
        """
        made = _still(lists, decisions or Decisions())
        edges = lists.edges.without(made.refused)
        unproposed = [one.number for one in lists.people.values() if one.last_proposed_on is None]
        found = assign(edges, lists.places, unproposed, made.fixed)
        plain = greedy(edges, lists.places, made.fixed)
        return plans.make_plan(lists, found, plain, made, progress)

    def event_days(self, as_of: dt.date | None = None) -> tuple[EventDay, ...]:
        """The days on which offers of a few days take place, the next first; at last all offers."""
        today = as_of or clock.today()
        with self._store.read() as connection:
            return events.event_days(facts.offers(connection), today)

    def group_lists(
        self,
        people: Sequence[int],
        offers: Sequence[int],
        progress: Progress = QUIET,
        as_of: dt.date | None = None,
    ) -> OfficeLists:
        """These people with these offers; pairs whose placement is under way are left out.

        Raises:
            DomainError: there are more people than a group may have.
            Cancelled: the user stopped.
        """
        if len(people) > MOST_PEOPLE:
            raise DomainError(
                f"Eine Gruppe hat höchstens {MOST_PEOPLE} Personen. Bitte filtern oder markieren "
                "Sie, wer dabei ist."
            )
        with self._store.read() as connection:
            setting = _setting(connection, as_of)
            known = placed.placed(connection)
            some = [one for one in facts.people(connection) if one.number in set(people)]
            wanted = [one for one in facts.offers(connection) if one.number in set(offers)]
            agreed = placed.guarded(connection)
        tried = {(who, what) for who, what, state in known if state is not PlacementState.ENDED}
        return make_lists(some, wanted, tried, agreed, setting, progress)

    def group_plan(
        self, lists: OfficeLists, apart: Sequence[tuple[int, int]], progress: Progress = QUIET
    ) -> OfficePlan:
        """The best assignment of a group; pairs of people in `apart` never share an offer.

        Nothing is kept of `apart`.

        Raises:
            Cancelled: the user stopped.
        """
        from ehrenamt_desktop.matching.groups import assign_group, greedy_group

        found = assign_group(lists.edges, lists.places, apart, progress=progress)
        plain = greedy_group(lists.edges, lists.places, apart)
        return plans.make_plan(
            lists, found.assigned, plain, Decisions(), progress, exact=found.exact
        )

    def choices(self, lists: OfficeLists, plan: OfficePlan, person_id: int) -> tuple[Choice, ...]:
        """The offers that fit a person, the best first."""
        return plans.choices(lists, plan, person_id)

    def propose(self, rows: Sequence[PairRow], progress: Progress = QUIET) -> list[int]:
        """Propose all these pairs as one step; returns the placements' numbers.

        Raises:
            RefusedPairs: a rule forbids some of them; nothing was proposed then.
            Cancelled: the user stopped; nothing was proposed.
        """
        day = clock.today()
        refused: list[PairRefusal] = []
        made: list[int] = []
        standings = self._standings(rows, day)
        with self._store.write(f"{count(len(rows), 'Vorschlag', 'Vorschläge')} gemacht") as unit:
            for done, row in enumerate(rows):
                progress.step(done, len(rows), "Vorschläge werden gespeichert")
                try:
                    person, offer = find(unit, Person, row.id), find(unit, Offer, row.offer_id)
                    standing = standings.get((row.id, row.offer_id))
                    made.append(propose_one(unit, person, offer, day, standing))
                except DomainError as error:
                    refused.append(
                        PairRefusal(row.id, row.offer_id, row.person, row.offer, error.sentence)
                    )
            if refused:
                raise RefusedPairs(tuple(refused))
        return made

    def _standings(
        self, rows: Sequence[PairRow], as_of: dt.date
    ) -> dict[tuple[int, int], Standing]:
        """What the rules and weights of now say of each pair."""
        with self._store.read() as connection:
            setting = _setting(connection, as_of)
            people = {one.number: one for one in facts.people(connection)}
            offers = {one.number: one for one in facts.offers(connection)}
        known = [row for row in rows if row.id in people and row.offer_id in offers]
        couples = [(people[row.id], offers[row.offer_id]) for row in known]
        return {
            (row.id, row.offer_id): Standing(worth.score, row.rank or None, worth.refusal)
            for row, worth in zip(known, worths(couples, setting), strict=True)
        }


def _setting(connection: Any, as_of: dt.date | None) -> Setting:
    return Setting(
        words=Vocabulary(catalogue.terms(connection, None)),
        as_of=as_of or clock.today(),
        policy=Policy.of(weights.weighing(connection)),
    )


def _still(lists: OfficeLists, decisions: Decisions) -> Decisions:
    """The decisions that still can be kept."""
    possible = set(zip(lists.edges.person.tolist(), lists.edges.offer.tolist(), strict=True))
    fixed = {who: what for who, what in decisions.fixed.items() if (who, what) in possible}
    for offer, wanted in Counter(fixed.values()).items():
        if wanted > lists.places[offer]:
            places = count(lists.places[offer], "freien Platz", "freie Plätze")
            raise DomainError(
                f"„{lists.offers[offer].title}“ hat nur {places}, und Sie halten dort "
                f"{count(wanted, 'Person', 'Personen')} fest. Bitte lösen Sie zuerst jemanden."
            )
    return Decisions(fixed, decisions.refused)
