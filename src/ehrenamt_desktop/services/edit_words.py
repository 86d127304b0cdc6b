"""Stored values of the journal in German words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Time

from ehrenamt_desktop import clock
from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.columns.edits import LABELS, OTHER
from ehrenamt_desktop.model.enums import Kind, Labelled, TermRelation, TermRole
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store import journal
from ehrenamt_desktop.store.reads import catalogue, edits

NOTHING = "–"
LONGEST = 400
"""Signs of a value that are shown."""


class EditWords:
    """Names of fields, values and records, read as they are needed."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._names: dict[tuple[str, int], str] = {}
        self._places: Mapping[int, str] | None = None
        self._terms: dict[int, tuple[str, str]] = {}

    def label(self, kind: Kind, key: str) -> str:
        """The name of a field; where a form has it, the window takes the form's."""
        return LABELS.get(kind, {}).get(key, OTHER)

    def value(self, kind: Kind, key: str, stored: Any, longest: int = LONGEST) -> str:
        """A stored value in words, of at most so many signs."""
        if stored is None or stored == "":
            return NOTHING
        named = self._named(key, stored)
        return text.cut(named if named is not None else _plain(kind, key, stored), longest)

    def term(self, number: int) -> tuple[str, str]:
        """Kind and label of a term."""
        if number not in self._terms:
            self._terms[number] = edits.term(self._connection, number) or ("", NOTHING)
        return self._terms[number]

    def whole(self, kind: Kind, values: Mapping[str, Any]) -> str:
        """A part that came or went, in one line."""
        if kind is Kind.CONTACT:
            names = (values["title"], values["first_name"], values["last_name"])
            parts = [full_name(*names), values["function"]]
        elif kind is Kind.FOUNDING_STEP:
            parts = [values["title"]]
        elif kind is Kind.INTEREST:
            parts = [self.value(kind, "person_id", values["person_id"]), values["note"]]
        elif kind is Kind.CREDENTIAL:
            parts = [self.term(values["term_id"])[1], *self._dated(kind, values, "valid_until")]
        else:
            scope = self.value(kind, "scope", values["scope"])
            parts = [scope, *self._dated(kind, values, "given_on")]
        return ", ".join(part for part in parts if part) or NOTHING

    def _dated(self, kind: Kind, values: Mapping[str, Any], key: str) -> list[str]:
        day = values.get(key)
        return [f"{self.label(kind, key)} {self.value(kind, key, day)}"] if day else []

    def _named(self, key: str, stored: Any) -> str | None:
        """What a number stands for."""
        if key == "time_grid":
            return time_grid.text(stored) if stored else NOTHING
        if key == "place_id":
            if self._places is None:
                self._places = {one.id: one.label for one in catalogue.places(self._connection)}
            return self._places.get(stored, NOTHING)
        if key == "term_id":
            return self.term(stored)[1]
        if key not in edits.NAMED:
            return None
        if (key, stored) not in self._names:
            self._names[key, stored] = edits.name(self._connection, key, stored) or NOTHING
        return self._names[key, stored]


def term_field(kind: Kind, relation: str, term_kind: str) -> str:
    """The key of a chosen term: `terms.wish.activity`."""
    members: type[Labelled] = TermRelation if kind is Kind.PERSON_TERM else TermRole
    return f"terms.{members(relation).value}.{term_kind}"


def _plain(kind: Kind, key: str, stored: Any) -> str:
    column = journal.table_of(kind).c.get(key)
    if column is None:
        return str(stored)
    members: type[Labelled] | None = getattr(column.type, "vocabulary", None)
    if members is not None:
        known = {str(one.value): one.label for one in members}
        return known.get(stored, str(stored))  # an older version may have known more members
    for declared, word in _WORDS.items():
        if isinstance(column.type, declared):
            return word(stored)
    return text.number(stored, 2) if isinstance(stored, float) else str(stored)


def _moment(stored: str) -> str:
    moment = dt.datetime.fromisoformat(stored)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return f"{clock.local(moment):%d.%m.%Y, %H:%M} Uhr"


_WORDS: Mapping[type, Callable[[Any], str]] = {
    DateTime: _moment,
    Date: lambda stored: text.day(dt.date.fromisoformat(stored)),
    Time: lambda stored: f"{stored[:5]} Uhr",
    Boolean: lambda stored: "ja" if stored else "nein",
}
