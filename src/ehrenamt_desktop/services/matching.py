"""Ranked offers for a person and ranked people for an offer, from what the store knows now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.matching.lists import (
    TOP,
    Pairs,
    Setting,
    Standing,
    standings,
)
from ehrenamt_desktop.matching.ranking import Policy
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import MatchList, Side
from ehrenamt_desktop.model.rules.restriction import RESTRICTED
from ehrenamt_desktop.model.weighing import Weighing
from ehrenamt_desktop.services.records import in_trash
from ehrenamt_desktop.services.rosters import Rosters
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import facts, trash, weights
from ehrenamt_desktop.store.reads.restrictions import restricted


class Matching:
    """Matching on the open store; reads only, so it works beside a writer."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rosters = Rosters(store)
        self._kept: dict[Side, Pairs] = {}

    def offers_for(
        self,
        person_id: int,
        as_of: dt.date | None = None,
        top: int | None = None,
        search: str = "",
        *,
        examined: bool = False,
        rested: bool = True,
    ) -> MatchList:
        """The best offers for a person, with near misses and questions.

        Args:
            person_id: number of the person.
            as_of: the day that counts, default today.
            top: rows to show, default `TOP`.
            search: words that narrow what is shown, as the catalogue understands them.
            examined: whether each shown row says if its place is firm; the values are kept then,
                for `weighed`.
            rested: False leaves out the pause that unanswered proposals bring, for papers on them.

        Raises:
            DomainError: there is no such person, or it lies in the trash.
        """
        return self._listed(
            self._of_person(person_id, as_of, rested=rested), top, search, examined=examined
        )

    def standings(
        self, person_id: int, offer_ids: Sequence[int], as_of: dt.date
    ) -> dict[int, Standing]:
        """Where offers stand in a person's list; those in archive or trash are left out."""
        with self._store.read() as connection:
            people = facts.people(connection, person_id)
            setting = self._setting(connection, Kind.PERSON, person_id, as_of)
            offers = self._rosters.offers(connection, as_of)
        return standings(people[0], offers, setting, offer_ids)

    def people_for(
        self,
        offer_id: int,
        as_of: dt.date | None = None,
        top: int | None = None,
        search: str = "",
        *,
        examined: bool = False,
    ) -> MatchList:
        """The best people for an offer, with near misses and questions.

        Args:
            offer_id: number of the offer.
            as_of: the day that counts, default today.
            top: rows to show, default `TOP`.
            search: words that narrow what is shown, as the catalogue understands them.
            examined: whether each shown row says if its place is firm; the values are kept then,
                for `weighed`.

        Raises:
            DomainError: there is no such offer, or it lies in the trash.
        """
        return self._listed(self._of_offer(offer_id, as_of), top, search, examined=examined)

    def weighed(
        self,
        side: Side,
        number: int,
        weighing: Weighing | None = None,
        top: int | None = None,
        search: str = "",
    ) -> MatchList:
        """The list shown last, ordered by other weights: facts are not read anew.

        The caller asks for the list itself again when facts change.

        Args:
            side: whether `number` is a person or an offer.
            number: whose list it is.
            weighing: what is tried out, default what counts now.
            top: rows to show, default `TOP`.
            search: words that narrow what is shown.

        Raises:
            DomainError: there is no such person or offer, or it lies in the trash.
        """
        pairs = self._kept.get(side)
        if pairs is None or pairs.key != (side, number, clock.today()):
            read = self._of_person if side is Side.PERSON else self._of_offer
            pairs = self._kept[side] = read(number, None)
        if weighing is None:
            with self._store.read() as connection:
                weighing = weights.weighing(connection)
        shown = TOP if top is None else top
        return pairs.listed(Policy.of(weighing), shown, search, examined=True)

    def _of_person(self, person_id: int, as_of: dt.date | None, *, rested: bool = True) -> Pairs:
        with self._store.read() as connection:
            found = facts.people(connection, person_id)
            if not found:
                raise DomainError("Diese Person gibt es nicht. Bitte prüfen Sie die Nummer.")
            _expect_live(connection, Kind.PERSON, person_id)
            setting = self._setting(connection, Kind.PERSON, person_id, as_of)
            offers = self._rosters.offers(connection, setting.as_of)
        person = found[0] if rested else replace(found[0], waiting=())
        return Pairs.of_person(person, offers, setting)

    def _of_offer(self, offer_id: int, as_of: dt.date | None) -> Pairs:
        with self._store.read() as connection:
            found = facts.offers(connection, offer_id)
            if not found:
                raise DomainError("Dieses Angebot gibt es nicht. Bitte prüfen Sie die Nummer.")
            _expect_live(connection, Kind.OFFER, offer_id)
            setting = self._setting(connection, Kind.OFFER, offer_id, as_of)
            people = self._rosters.people(connection, setting.as_of)
        return Pairs.of_offer(found[0], people, setting)

    def _listed(self, pairs: Pairs, top: int | None, search: str, *, examined: bool) -> MatchList:
        """The list; values are kept only while somebody looks behind it."""
        side = pairs.key[0]
        self._kept.pop(side, None)
        if examined:
            self._kept[side] = pairs
        shown = TOP if top is None else top
        return pairs.listed(pairs.setting.policy, shown, search, examined=examined)

    def _setting(self, connection: Any, kind: Kind, number: int, as_of: dt.date | None) -> Setting:
        return Setting(
            words=self._rosters.words(connection),
            as_of=as_of or clock.today(),
            policy=Policy.of(weights.weighing(connection)),
            before=facts.pairs(connection, kind, number),
        )


def _expect_live(connection: Any, kind: Kind, number: int) -> None:
    if trash.trashed(connection, kind, number):
        raise DomainError(in_trash(kind, number))
    if kind is Kind.PERSON and restricted(connection, number):
        raise DomainError(RESTRICTED)
