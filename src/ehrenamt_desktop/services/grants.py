"""Grant programmes kept current, who may apply, and the applications the office accompanies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import FollowUpKind, GrantState, Mark
from ehrenamt_desktop.model.grants import ApplicationRow, Candidate, ProgrammeRow
from ehrenamt_desktop.model.money import parse_cents
from ehrenamt_desktop.model.records.grant import (
    GrantApplication,
    GrantApplicationDraft,
    GrantProgramme,
    GrantProgrammeDraft,
)
from ehrenamt_desktop.model.records.placement import FollowUp
from ehrenamt_desktop.model.rules.grants import evidence_reminder, reminder
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.services.records import apply, expect, find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import grants
from ehrenamt_desktop.store.unit import Unit

NO_EURO = "Bitte geben Sie einen Betrag in Euro ein, zum Beispiel 5.000."
IN_USE = "Zu diesem Programm gibt es Anträge, die noch laufen. Bitte schließen Sie diese erst ab."
PROGRAMME_SUMS = {"least": "least_cents", "most": "most_cents"}
APPLICATION_SUMS = {"applied": "applied_cents", "granted": "granted_cents"}
"""Sums as they are typed, and where they are kept."""

TEXTS = ("funder", "purpose", "limits", "portal", "evidence", "note")
"""Fields that may be empty, but are never unknown."""


class Grants:
    """Use cases on grant programmes and applications."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def programmes(self, as_of: dt.date | None = None) -> tuple[ProgrammeRow, ...]:
        """The programmes in use; those whose time ends soon first."""
        with self._store.read() as connection:
            return grants.programmes(connection, as_of or clock.today())

    def programme(self, number: int) -> dict[str, Any]:
        """All values of a programme.

        Raises:
            DomainError: it is gone.
        """
        with self._store.read() as connection:
            found = grants.programme(connection, number)
        if found is None:
            raise DomainError(GONE)
        return found

    def candidates(self, number: int) -> tuple[Candidate, ...]:
        """The initiatives that may apply, that have to be asked, and that may not, with why.

        Raises:
            DomainError: the programme is gone.
        """
        values = self.programme(number)
        with self._store.read() as connection:
            return grants.candidates(connection, values)

    def applications(
        self, *, programme: int | None = None, initiative: int | None = None
    ) -> tuple[ApplicationRow, ...]:
        """The applications of a programme, of an initiative, or all."""
        with self._store.read() as connection:
            return grants.applications(connection, programme=programme, initiative=initiative)

    def save(
        self, values: Mapping[str, object], number: int | None = None, version: int | None = None
    ) -> int:
        """Enter a programme or change it, and date its reminder; returns its number.

        Args:
            values: as `GrantProgrammeDraft`, sums as typed under `least` and `most`.
            number: of the programme that is changed.
            version: what the form was filled from.

        Raises:
            InvalidDraft: a field is wrong.
            ConflictError: it was changed elsewhere in between.
            DomainError: it is gone.
        """
        draft = validate(GrantProgrammeDraft, _with_sums(values, PROGRAMME_SUMS))
        title = "Förderprogramm eingetragen" if number is None else "Förderprogramm geändert"
        with self._store.write(title) as unit:
            if number is None:
                programme = GrantProgramme(**draft.model_dump())
                unit.add(programme)
            else:
                programme = find(unit, GrantProgramme, number)
                expect(programme, version)
                apply(programme, draft)
            unit.flush()
            _remind_of_end(unit, programme)
            return int(programme.id or 0)

    def checked(self, number: int) -> None:
        """Note that what is known of a programme was looked up today and holds.

        Raises:
            DomainError: it is gone.
        """
        with self._store.write("Förderprogramm geprüft") as unit:
            programme = find(unit, GrantProgramme, number)
            programme.checked_on, programme.mark = clock.today(), Mark.VERIFIED

    def remove(self, number: int) -> None:
        """Take a programme out of use; its finished applications stay.

        Raises:
            DomainError: it is gone, or applications still run.
        """
        with self._store.write("Förderprogramm entfernt") as unit:
            programme = find(unit, GrantProgramme, number)
            running = select(GrantApplication.id).where(
                col(GrantApplication.programme_id) == number,
                col(GrantApplication.state).in_(grants.UNDER_WAY),
            )
            if unit.exec(running).first() is not None:
                raise DomainError(IN_USE)
            programme.active = False
            _close(unit, programme_id=number)

    def save_application(
        self, values: Mapping[str, object], number: int | None = None, version: int | None = None
    ) -> int:
        """Enter an application or change it, and date its reminder; returns its number.

        Args:
            values: as `GrantApplicationDraft`, sums as typed under `applied` and `granted`.
            number: of the application that is changed.
            version: what the form was filled from.

        Raises:
            InvalidDraft: a field is wrong.
            ConflictError: it was changed elsewhere in between.
            DomainError: it is gone.
        """
        draft = validate(GrantApplicationDraft, _with_sums(values, APPLICATION_SUMS))
        title = "Förderantrag eingetragen" if number is None else "Förderantrag geändert"
        with self._store.write(title) as unit:
            if number is None:
                application = GrantApplication(**draft.model_dump())
                unit.add(application)
            else:
                application = find(unit, GrantApplication, number)
                expect(application, version)
                apply(application, draft)
            unit.flush()
            _remind_of_evidence(unit, application)
            return int(application.id or 0)

    def remove_application(self, number: int) -> None:
        """Delete an application that was entered by mistake.

        Raises:
            DomainError: it is gone.
        """
        with self._store.write("Förderantrag gelöscht") as unit:
            application = find(unit, GrantApplication, number)
            for follow_up in unit.exec(
                select(FollowUp).where(col(FollowUp.application_id) == number)
            ):
                unit.delete(follow_up)
            unit.flush()
            unit.delete(application)


def _with_sums(values: Mapping[str, object], sums: Mapping[str, str]) -> dict[str, object]:
    """The values with sums in cents, where they were typed, and empty texts as such."""
    found = dict(values) | {key: values[key] or "" for key in TEXTS if key in values}
    wrong = []
    for typed, kept in sums.items():
        if typed not in values:
            continue
        text = str(values[typed] or "").strip()
        cents = parse_cents(text) if text else None
        if text and (cents is None or cents < 0):
            wrong.append(FieldError(typed, NO_EURO))
        found[kept] = cents
    if wrong:
        raise InvalidDraft(tuple(wrong))
    return found


def _remind_of_end(unit: Unit, programme: GrantProgramme) -> None:
    """One open reminder of the deadline, dated backwards from it."""
    facts = grants.deciding(programme.model_dump())
    due_on = reminder(facts, clock.today()) if programme.active else None
    _date(
        unit, due_on,
        FollowUp(kind=FollowUpKind.GRANT_DEADLINE, due_on=dt.date.max, programme_id=programme.id,
                 title=f"Förderfrist: {programme.name}"),
    )  # fmt: skip


def _remind_of_evidence(unit: Unit, application: GrantApplication) -> None:
    """One open reminder of the proof of use, while money is granted and none was handed in."""
    due = application.evidence_due
    waits = application.state is GrantState.GRANTED and application.evidence_on is None
    due_on = evidence_reminder(due, clock.today()) if due is not None and waits else None
    _date(
        unit, due_on,
        FollowUp(kind=FollowUpKind.GRANT_EVIDENCE, due_on=dt.date.max,
                 application_id=application.id, initiative_id=application.initiative_id,
                 title=f"Verwendungsnachweis: {application.title}"),
    )  # fmt: skip


def _date(unit: Unit, due_on: dt.date | None, wanted: FollowUp) -> None:
    """Make the open reminder what it is to be: moved, made, or closed without a day."""
    kept = unit.exec(
        select(FollowUp).where(
            col(FollowUp.kind) == wanted.kind,
            col(FollowUp.programme_id).is_not_distinct_from(wanted.programme_id),
            col(FollowUp.application_id).is_not_distinct_from(wanted.application_id),
            col(FollowUp.done_on).is_(None),
        )
    ).first()
    if due_on is None:
        if kept is not None:
            kept.done_on = clock.today()
    elif kept is None:
        wanted.due_on = due_on
        unit.add(wanted)
    elif (kept.due_on, kept.title) != (due_on, wanted.title):
        kept.due_on, kept.title = due_on, wanted.title


def _close(unit: Unit, *, programme_id: int) -> None:
    open_ones = select(FollowUp).where(
        col(FollowUp.programme_id) == programme_id, col(FollowUp.done_on).is_(None)
    )
    for follow_up in unit.exec(open_ones):
        follow_up.done_on = clock.today()
