"""Restriction of processing (Art. 18 GDPR): data that is kept and not used."""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import RestrictionGround
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.store.engine import Store

LONGEST_NOTE = 200
TOO_LONG = f"Bitte kürzen Sie die Notiz auf höchstens {LONGEST_NOTE} Zeichen."
NOT_TOLD = (
    "Vor dem Aufheben muss die Person unterrichtet werden (Art. 18 Abs. 3 DSGVO). Bitte tragen Sie "
    "ein, wann das war."
)
LATER = "Dieser Tag liegt in der Zukunft."


class Restrictions:
    """Use cases on restricted people."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def restrict(self, person_id: int, ground: RestrictionGround, note: str = "") -> None:
        """Let a person's data be kept only, from today; a new ground replaces the old one.

        Placements, consents and everything else stay as they are.

        Args:
            person_id: the person.
            ground: what Art. 18(1) GDPR names.
            note: what it is about, in the office's words.

        Raises:
            DomainError: the person is gone or lies in the trash.
            InvalidDraft: the note is too long.
        """
        told = tidy(note)
        if len(told) > LONGEST_NOTE:
            raise InvalidDraft((FieldError("note", TOO_LONG),))
        with self._store.write("Verarbeitung eingeschränkt") as unit:
            person = find(unit, Person, person_id)
            person.restricted_on = person.restricted_on or clock.today()
            person.restriction = f"{ground.label}: {told}" if told else ground.label

    def lift(self, person_id: int, told_on: dt.date | None) -> None:
        """Let the data be used again.

        Args:
            person_id: the person.
            told_on: when the person was told that the restriction ends (Art. 18(3) GDPR).

        Raises:
            DomainError: the person is gone, lies in the trash or is not restricted.
            InvalidDraft: the day is missing or lies ahead.
        """
        if told_on is None or told_on > clock.today():
            sentence = NOT_TOLD if told_on is None else LATER
            raise InvalidDraft((FieldError("told_on", sentence),))
        with self._store.write("Einschränkung der Verarbeitung aufgehoben") as unit:
            person = find(unit, Person, person_id)
            if person.restricted_on is None:
                raise DomainError("Die Verarbeitung ist nicht eingeschränkt.")
            person.restricted_on, person.restriction = None, ""
