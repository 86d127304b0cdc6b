"""Everybody of a side made ready for matching once: facts, arrays, and what decides ties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ehrenamt_desktop.matching.arrays import Offers, People, TermTable
from ehrenamt_desktop.matching.ranking import Ties
from ehrenamt_desktop.model.facts import OfferFacts, PersonFacts

Facts = TypeVar("Facts", PersonFacts, OfferFacts)
Rows = TypeVar("Rows", People, Offers)


@dataclass(frozen=True, slots=True)
class Roster(Generic[Facts, Rows]):
    """The records of one side on a day; `rows` and `ties` stand in the order of `facts`."""

    facts: Sequence[Facts]
    rows: Rows
    ties: Ties
    table: TermTable


def people_roster(
    facts: Sequence[PersonFacts], table: TermTable, as_of: dt.date
) -> Roster[PersonFacts, People]:
    """These people on a day."""
    return Roster(facts, People.of(facts, table, as_of), _ties(facts), table)


def offer_roster(
    facts: Sequence[OfferFacts], table: TermTable, as_of: dt.date
) -> Roster[OfferFacts, Offers]:
    """These offers on a day."""
    return Roster(facts, Offers.of(facts, table, as_of), _ties(facts), table)


def _ties(facts: Sequence[PersonFacts] | Sequence[OfferFacts]) -> Ties:
    return Ties.of([(one.last_proposed_on, one.number) for one in facts])
