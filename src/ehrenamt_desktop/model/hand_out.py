"""Handing out papers: what is known of somebody, what is suggested and why, who holds what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop.model.enums import (
    DocumentState,
    HandOutWay,
    InitiativeType,
    Kind,
    Occupation,
    PlacementState,
    RecallWeight,
    RuleField,
)
from ehrenamt_desktop.model.rules.age import UNKNOWN, Age


class Whom(NamedTuple):
    """For whom papers are: a person, an initiative, an offer or a placement, by number."""

    kind: Kind
    number: int


class Task(NamedTuple):
    """What a task asks for, as far as rules look at it.

    `county` is that of the place; `state` and `placement_id` are those of the placement of the
    person, None for an offer alone. `targets` and `activities` are codes of terms.
    """

    offer_id: int
    title: str
    body: str
    county: str
    clearance: bool
    hygiene: bool
    secrecy: bool
    allowance: bool
    body_type: InitiativeType | None
    targets: frozenset[str]
    activities: frozenset[str]
    placement_id: int | None = None
    state: PlacementState | None = None


class Facts(NamedTuple):
    """What rules look at.

    Attributes:
        person_id: who receives the papers, None for an initiative.
        initiative_id: the body that receives them, None for a person.
        county: of the person's home, or of the body's place.
        card: whether the Ehrenamts-Card is possible now.
    """

    name: str
    person_id: int | None = None
    initiative_id: int | None = None
    age: Age = UNKNOWN
    county: str = ""
    occupation: Occupation | None = None
    card: bool = False
    body_type: InitiativeType | None = None
    founding: bool = False
    tasks: Sequence[Task] = ()


class Rule(NamedTuple):
    """If `field` (compared with `value`) then `document_id`, because `reason`."""

    id: int
    version: int
    document_id: int
    field: RuleField
    value: str
    reason: str
    active: bool = True


class Given(NamedTuple):
    """A paper somebody was given: the edition, or the version of the program's own form."""

    document_id: int
    edition_id: int | None
    form_version: str
    on: dt.date


class Suggestion(NamedTuple):
    """A paper somebody may be given.

    Attributes:
        reasons: why, one for each rule that says so; empty for a paper that was only chosen.
        sure: False where something that decides is not known; then it is not ticked.
        given_on: since when they have the edition that counts today; None if they do not.
        missing: why it cannot be handed out today; "" if it can.
    """

    document_id: int
    title: str
    state: DocumentState
    edition: str
    edition_id: int | None
    form: str
    format: str
    reasons: tuple[str, ...]
    sure: bool = True
    given_on: dt.date | None = None
    missing: str = ""

    @property
    def ticked(self) -> bool:
        """Whether it is chosen from the start."""
        return bool(self.reasons) and self.sure and not self.missing and self.given_on is None


class PackWish(NamedTuple):
    """Which papers, by number in their order, by which way; `replaces` are items given before."""

    whom: Whom
    documents: tuple[int, ...]
    way: HandOutWay
    replaces: tuple[int, ...] = ()


class Packed(NamedTuple):
    """What was made: the hand-out's number, the file or folder, files that lie beside it."""

    id: int
    path: Path
    papers: int
    beside: tuple[Path, ...] = ()


class HandOutRow(NamedTuple):
    """One paper that was given to somebody, as their course shows it."""

    id: int
    on: dt.date
    way: HandOutWay
    title: str
    edition: str
    outdated: bool


class HolderRow(NamedTuple):
    """Somebody who holds an edition that was replaced, and has not got the new one.

    `id` is the item's number; `whom` who was given it.
    """

    id: int
    whom: Whom
    name: str
    document_id: int
    title: str
    weight: RecallWeight
    edition: str
    on: dt.date
    newer: str
    newer_since: dt.date | None


class RuleRow(NamedTuple):
    """A rule as the list shows it."""

    id: int
    version: int
    document_id: int
    title: str
    field: RuleField
    value: str
    condition: str
    reason: str
    active: bool


class Used(NamedTuple):
    """Where a paper is used: rules by their condition, people and bodies it was given to."""

    rules: tuple[str, ...]
    hand_outs: int
    last_on: dt.date | None
    trainings: tuple[str, ...]
