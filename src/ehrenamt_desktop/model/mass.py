"""Changing many records at once: which fields, and what a change would do to each record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from ehrenamt_desktop.model.enums import (
    Channel,
    InitiativeStatus,
    InitiativeType,
    Labelled,
    LegalBasis,
    PersonStatus,
)

Value = Enum | int | str | dt.date


class OfferMove(Labelled):
    """Where many offers can go at once; publishing is done one by one, the text is checked."""

    PAUSED = "paused", "pausiert"
    ARCHIVED = "archived", "Archiv"
    DRAFT = "draft", "Entwurf"


class Input(Enum):
    """How the new value is entered."""

    CHOICE = "choice"
    PLACE = "place"
    TERM = "term"
    LINE = "line"
    DATE = "date"


class MassField(NamedTuple):
    """A field that can be changed on many records; `key` is the column, or a deed on wishes."""

    key: str
    label: str
    input: Input
    choices: type[Labelled] | None = None


ADD_WISH, REMOVE_WISH = "add_wish", "remove_wish"
LONGEST_LINE = 120

FIELDS: Mapping[str, tuple[MassField, ...]] = {
    "people": (
        MassField("status", "Status", Input.CHOICE, PersonStatus),
        MassField("place_id", "Ortsteil", Input.PLACE),
        MassField(ADD_WISH, "Interesse hinzufügen", Input.TERM),
        MassField(REMOVE_WISH, "Interesse wegnehmen", Input.TERM),
        MassField("referral", "Aufmerksam geworden durch", Input.LINE),
        MassField("preferred_channel", "Am liebsten erreichbar über", Input.CHOICE, Channel),
        MassField("legal_basis", "Rechtsgrundlage", Input.CHOICE, LegalBasis),
    ),
    "initiatives": (
        MassField("status", "Status", Input.CHOICE, InitiativeStatus),
        MassField("type", "Art", Input.CHOICE, InitiativeType),
        MassField("place_id", "Ortsteil", Input.PLACE),
    ),
    "offers": (
        MassField("confirmed_on", "Zuletzt bestätigt am", Input.DATE),
        MassField("status", "Status", Input.CHOICE, OfferMove),
        MassField("place_id", "Ortsteil", Input.PLACE),
    ),
}


def field_of(noun: str, key: str) -> MassField:
    """The field of a list.

    Raises:
        StopIteration: there is none (a programming error).
    """
    return next(one for one in FIELDS[noun] if one.key == key)


class MassRow(NamedTuple):
    """What happens to one record.

    Attributes:
        id: its number.
        name: as the list names it.
        before: the value it has, in words.
        refusal: why it stays as it is; empty where it is changed.
        same: whether it has the value already.
        version: the version that was looked at.
    """

    id: int
    name: str
    before: str
    refusal: str = ""
    same: bool = False
    version: int = 0

    @property
    def changes(self) -> bool:
        """Whether it is written."""
        return not self.refusal and not self.same


class MassPlan(NamedTuple):
    """What a change of many records will do; `words` is the new value in words."""

    noun: str
    key: str
    value: Value
    words: str
    rows: tuple[MassRow, ...]

    @property
    def changed(self) -> tuple[MassRow, ...]:
        """The records that are written."""
        return tuple(row for row in self.rows if row.changes)

    @property
    def refused(self) -> tuple[MassRow, ...]:
        """The records that stay as they are, with the reason."""
        return tuple(row for row in self.rows if row.refusal)

    @property
    def same(self) -> tuple[MassRow, ...]:
        """The records that have the value already."""
        return tuple(row for row in self.rows if row.same)


class MassReport(NamedTuple):
    """What was done: how many records were changed, and which had moved on meanwhile."""

    changed: int
    stale: tuple[int, ...]
