"""Frozen rows that papers are made of: the office, public offers, addresses, counts."""

from __future__ import annotations

from dataclasses import dataclass

from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.letterhead import PLAIN, Letterhead


@dataclass(frozen=True, slots=True)
class OfficeInfo:
    """The office as it stands on papers."""

    name: str
    carrier: str
    street: str
    postcode: str
    city: str
    room: str
    phone: str
    email: str
    hours: str
    coordinator: str
    head: Letterhead = PLAIN


@dataclass(frozen=True, slots=True)
class BoardOffer:
    """The public side of an offer: nothing else can reach a notice board."""

    number: int
    title: str
    teaser: str
    where: str
    when: str
    needs: str
    place: str
    municipality: str
    area: str
    kind: OfferKind
    for_youth: bool = False


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """One row of the council list: a municipality and a field with its raw counts."""

    municipality: str
    area: str
    offers: int
    places: int
    seekers: int
    proposals: int
    placements: int
    talks: int


@dataclass(frozen=True, slots=True)
class LetterAddress:
    """To whom a letter goes; `lines` fill the address field from the top."""

    lines: tuple[str, ...]
    greeting: str
    polite_name: str


@dataclass(frozen=True, slots=True)
class LetterOffer:
    """An offer as a proposal letter describes it."""

    number: int
    title: str
    initiative: str
    text: str
    where: str
    when: str
    reasons: tuple[str, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class TalkOffer:
    """An offer on a talk sheet: what fits, what to clarify, what to bear in mind."""

    number: int
    title: str
    initiative: str
    where: str
    when: str
    fits: tuple[str, ...]
    clarify: tuple[str, ...]
    mind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalkSheet:
    """What a person and the office talk about; `questions` are still to be asked."""

    name: str
    offers: tuple[TalkOffer, ...]
    questions: tuple[str, ...]
