"""Ranked offers for a person and ranked people for an offer, from what the store knows now."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.matching.lists import TOP, Setting, offers_for, people_for
from ehrenamt_desktop.matching.ranking import BALANCE, Policy, centroid_weights, equal_weights
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import Criterion, MatchList, Side
from ehrenamt_desktop.services.records import in_trash
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, facts, trash

ORDER_SETTING = "matching.order"
"""The office's order of the criteria, `[["person", "time"], …]`; without it all weigh the same."""
BALANCE_SETTING = "matching.balance"
"""The deduction for one open proposal per place, 0 or more."""


class Matching:
    """Matching on the open store; reads only, so it works beside a writer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def offers_for(
        self, person_id: int, as_of: dt.date | None = None, top: int | None = None
    ) -> MatchList:
        """The best offers for a person, with near misses and questions.

        Args:
            person_id: number of the person.
            as_of: the day that counts, default today.
            top: rows to show, default `TOP`.

        Raises:
            DomainError: there is no such person, or it lies in the trash.
        """
        with self._store.read() as connection:
            found = facts.people(connection, person_id)
            if not found:
                raise DomainError("Diese Person gibt es nicht. Bitte prüfen Sie die Nummer.")
            _expect_live(connection, Kind.PERSON, person_id)
            setting = _setting(connection, Kind.PERSON, person_id, as_of)
            offers = facts.offers(connection)
        return offers_for(found[0], offers, setting, TOP if top is None else top)

    def refusal(self, person_id: int, offer_id: int, as_of: dt.date) -> str | None:
        """Which rule forbids a pair, as a German sentence; None if none does."""
        with self._store.read() as connection:
            people = facts.people(connection, person_id)
            offers = facts.offers(connection, offer_id)
            setting = _setting(connection, Kind.PERSON, person_id, as_of)
        found = offers_for(people[0], offers, setting, 1)
        if found.matches:
            return None
        if found.near:
            return f"Passen würde es nur so: {found.near[0].sentence.rstrip('.')}."
        return "Mehrere Voraussetzungen sind nicht erfüllt." if found.blocked else None

    def people_for(
        self, offer_id: int, as_of: dt.date | None = None, top: int | None = None
    ) -> MatchList:
        """The best people for an offer, with near misses and questions.

        Args:
            offer_id: number of the offer.
            as_of: the day that counts, default today.
            top: rows to show, default `TOP`.

        Raises:
            DomainError: there is no such offer, or it lies in the trash.
        """
        with self._store.read() as connection:
            found = facts.offers(connection, offer_id)
            if not found:
                raise DomainError("Dieses Angebot gibt es nicht. Bitte prüfen Sie die Nummer.")
            _expect_live(connection, Kind.OFFER, offer_id)
            setting = _setting(connection, Kind.OFFER, offer_id, as_of)
            people = facts.people(connection)
        return people_for(found[0], people, setting, TOP if top is None else top)


def _expect_live(connection: Any, kind: Kind, number: int) -> None:
    if trash.trashed(connection, kind, number):
        raise DomainError(in_trash(kind, number))


def _setting(connection: Any, kind: Kind, number: int, as_of: dt.date | None) -> Setting:
    return Setting(
        words=Vocabulary(catalogue.terms(connection, None)),
        as_of=as_of or clock.today(),
        policy=_policy(connection),
        before=facts.pairs(connection, kind, number),
    )


def _policy(connection: Any) -> Policy:
    order = catalogue.setting(connection, ORDER_SETTING)
    balance = catalogue.setting(connection, BALANCE_SETTING)
    weights = (
        centroid_weights([(Side(side), Criterion(name)) for side, name in order])
        if order
        else equal_weights()
    )
    return Policy(weights, BALANCE if balance is None else max(0.0, float(balance)))
