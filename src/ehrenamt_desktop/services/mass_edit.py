"""Many records, one change: first what it would do, then one step that can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.mass import (
    LONGEST_LINE,
    REMOVE_WISH,
    Input,
    MassField,
    MassPlan,
    MassReport,
    MassRow,
    Value,
    field_of,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import count, day, tidy
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.mass_rules import refusal
from ehrenamt_desktop.services.mass_writing import write
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import mass

CHUNK = 500
"""Records looked at or written between two looks at "Anhalten"."""

NOUNS = {
    "people": ("Person", "Personen"),
    "initiatives": ("Initiative", "Initiativen"),
    "offers": ("Angebot", "Angebote"),
}


class MassEdit:
    """Use cases on many records of one list."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def plan(
        self,
        noun: str,
        ids: Sequence[int],
        key: str,
        value: object,
        progress: Progress = QUIET,
    ) -> MassPlan:
        """What setting a field would do to each record; nothing is changed.

        Args:
            noun: `people`, `initiatives` or `offers`.
            ids: the records, in the order in which they are shown.
            key: a field of `model.mass.FIELDS`.
            value: the new value.
            progress: told while records are looked at.

        Raises:
            InvalidDraft: the value is missing or wrong.
            Cancelled: the user stopped.
        """
        one = field_of(noun, key)
        wanted = _checked(one, value)
        words = self._words(one)
        found: dict[int, MassRow] = {}
        with self._store.read() as connection:
            for start in range(0, len(ids), CHUNK):
                progress.step(start, len(ids))
                chunk = ids[start : start + CHUNK]
                for facts in mass.facts(connection, noun, chunk, key, wanted):
                    found[facts.id] = _row(noun, one, facts, wanted, words)
        rows = tuple(found[number] for number in ids if number in found)
        progress.step(len(ids), len(ids))
        return MassPlan(noun, key, wanted, _said(one, wanted, words), rows)

    def run(self, plan: MassPlan, progress: Progress = QUIET) -> MassReport:
        """Carry a plan out as one step; records that moved on since stay as they are.

        Raises:
            DomainError: there is nothing to change.
            Cancelled: the user stopped; nothing is changed.
        """
        rows = plan.changed
        if not rows:
            raise DomainError("Hier gibt es nichts zu ändern.")
        one = field_of(plan.noun, plan.key)
        written, stale = 0, []
        with self._store.write(f"{count(len(rows), *NOUNS[plan.noun])}: {one.label}") as unit:
            raw: Any = unit.connection().connection.driver_connection
            for start in range(0, len(rows), CHUNK):
                progress.step(start, len(rows))
                chunk = {row.id: row for row in rows[start : start + CHUNK]}
                now = list(mass.facts(raw, plan.noun, list(chunk), plan.key, plan.value))
                fresh = [
                    facts for facts in now
                    if facts.version == chunk[facts.id].version
                    and not _row(plan.noun, one, facts, plan.value, {}).refusal
                ]  # fmt: skip
                stale += sorted(set(chunk) - {facts.id for facts in fresh})
                write(unit, plan.noun, plan.key, plan.value, fresh)
                written += len(fresh)
            progress.step(len(rows), len(rows))
        return MassReport(written, tuple(stale))

    def _words(self, one: MassField) -> Mapping[int, str]:
        if one.input is Input.PLACE:
            return {place.id: place.label for place in self._lists.places()}
        if one.input is Input.TERM:
            return {term.id: term.label for term in self._lists.terms()}
        return {}


def _row(
    noun: str, one: MassField, facts: mass.MassFacts, value: Value, words: Mapping[int, str]
) -> MassRow:
    current = facts.current
    if one.input is Input.TERM:
        same = (current is None) is (one.key == REMOVE_WISH)
        before = "" if current is None else "schon gewünscht"
    else:
        same = current == (value.isoformat() if isinstance(value, dt.date) else value)
        before = _said(one, _typed(one, current), words) if current not in (None, "") else "leer"
    reason = refusal(noun, one.key, facts, value)
    return MassRow(facts.id, facts.name, before, reason, same and not reason, facts.version)


def _typed(one: MassField, stored: Any) -> Any:
    if one.input is Input.DATE:
        return dt.date.fromisoformat(stored)
    if one.choices is None:
        return stored
    return next((member for member in one.choices if member == stored), stored)


def _said(one: MassField, value: Any, words: Mapping[int, str]) -> str:
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, dt.date):
        return day(value)
    if one.input in (Input.PLACE, Input.TERM):
        return words.get(value, "")
    return str(value)


def _checked(one: MassField, value: object) -> Value:
    """The value as it is stored.

    Raises:
        InvalidDraft: it is missing, too long, of another kind or a day ahead.
    """
    sentence = ""
    if one.choices is not None:
        chosen = next((member for member in one.choices if member == value), None)
        if chosen is not None:
            return chosen
    if one.input is Input.LINE and isinstance(value, str) and tidy(value):
        if len(tidy(value)) <= LONGEST_LINE:
            return tidy(value)
        sentence = f"Bitte kürzen Sie den Text auf höchstens {LONGEST_LINE} Zeichen."
    elif one.input is Input.DATE and isinstance(value, dt.date):
        if value <= clock.today():
            return value
        sentence = "Dieser Tag liegt in der Zukunft."
    elif one.input in (Input.PLACE, Input.TERM) and type(value) is int:
        return value
    raise InvalidDraft((FieldError(one.key, sentence or "Bitte geben Sie den neuen Wert an."),))
