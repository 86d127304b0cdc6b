"""Frozen rows of a round in which bodies are asked whether their offers still hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import Freshness, OfferAnswer
from ehrenamt_desktop.model.paper_rows import LetterAddress


@dataclass(frozen=True, slots=True)
class Question:
    """One offer of a round.

    Attributes:
        confirmed_on: when it was last confirmed, or entered.
        asked_on: the day of the last paper; None before the first one.
        answer: what the body said; None as long as it is open.
        settled_on: the day of the answer, or of a confirmation, archiving or trashing elsewhere.
        settled: how it was settled, in words; empty as long as it is open.
        waits: days since the last paper; None before the first one and once it is settled.
    """

    id: int
    offer_id: int
    code: str
    title: str
    place: str
    freshness: Freshness
    confirmed_on: dt.date | None
    asked_on: dt.date | None
    answer: OfferAnswer | None
    settled_on: dt.date | None
    settled: str
    note: str
    waits: int | None = None

    @property
    def open(self) -> bool:
        """Whether the body still has to say something."""
        return not self.settled


@dataclass(frozen=True, slots=True)
class AskedBody:
    """A body with its offers in a round; `missing` says why no letter can go there."""

    id: int
    name: str
    contact: str
    function: str
    phone: str
    email: str
    address: LetterAddress
    missing: str
    questions: tuple[Question, ...]

    @property
    def open(self) -> tuple[Question, ...]:
        """What it still has to answer."""
        return tuple(one for one in self.questions if one.open)


@dataclass(frozen=True, slots=True)
class Round:
    """The open round with its bodies by name."""

    id: int
    started_on: dt.date
    bodies: tuple[AskedBody, ...]

    @property
    def total(self) -> int:
        """How many offers are asked about."""
        return sum(len(body.questions) for body in self.bodies)

    @property
    def open(self) -> int:
        """How many answers are still missing."""
        return sum(len(body.open) for body in self.bodies)


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A line of the list of a round."""

    body: AskedBody
    question: Question

    @property
    def id(self) -> int:
        """The number of the question."""
        return self.question.id


@dataclass(frozen=True, slots=True)
class DueBody:
    """A body somebody talked to `on` a day, with offers nobody confirmed for a while."""

    on: dt.date
    initiative_id: int
    name: str
    offers: tuple[int, ...]
