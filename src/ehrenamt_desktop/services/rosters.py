"""People and offers made ready for matching, kept in memory until the store changes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop.matching.arrays import Offers, People, TermTable
from ehrenamt_desktop.matching.rosters import Roster, offer_roster, people_roster
from ehrenamt_desktop.matching.vocabulary import Vocabulary
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, facts

KEPT_ROWS = 20_000
"""Longer rosters are made anew each time: a hundred thousand people take a quarter of a GB."""


class Rosters:
    """What the latest lists were made from.

    A write of whatever program or another day makes it old. All methods are called within an open
    read.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: tuple[object, dict[str, Any]] = (None, {})

    def words(self, connection: Any) -> Vocabulary:
        """The words of the catalogue."""
        return self._table(connection, self._current()).words

    def offers(self, connection: Any, as_of: dt.date) -> Roster[OfferFacts, Offers]:
        """Every offer outside archive and trash."""
        kept = self._current()
        found: Roster[OfferFacts, Offers] | None = kept.get(f"offers {as_of}")
        if found is None:
            table = self._table(connection, kept)
            found = offer_roster(facts.offers(connection), table, as_of)
            _keep(kept, f"offers {as_of}", found)
        return found

    def people(self, connection: Any, as_of: dt.date) -> Roster[PersonFacts, People]:
        """Everybody neither ended nor in the trash."""
        kept = self._current()
        found: Roster[PersonFacts, People] | None = kept.get(f"people {as_of}")
        if found is None:
            table = self._table(connection, kept)
            found = people_roster(facts.people(connection), table, as_of)
            _keep(kept, f"people {as_of}", found)
        return found

    def _current(self) -> dict[str, Any]:
        """What was made from the present state of the store."""
        state = self._store.state()
        if self._kept[0] != state:
            self._kept = (state, {})
        return self._kept[1]

    def _table(self, connection: Any, kept: dict[str, Any]) -> TermTable:
        table: TermTable | None = kept.get("table")
        if table is None:
            table = kept["table"] = TermTable(Vocabulary(catalogue.terms(connection, None)))
        return table


def _keep(kept: dict[str, Any], name: str, roster: Roster[Any, Any]) -> None:
    """Keep a roster instead of the one of another day."""
    for old in [one for one in kept if one.split()[0] == name.split()[0]]:
        del kept[old]
    if len(roster.facts) <= KEPT_ROWS:
        kept[name] = roster
