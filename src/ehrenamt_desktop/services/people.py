"""People: entered, changed, archived, with their proofs and consents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import (
    ConsentForm,
    ConsentScope,
    Kind,
    LegalBasis,
    PersonStatus,
)
from ehrenamt_desktop.model.records.person import (
    Consent,
    ConsentDraft,
    Credential,
    CredentialDraft,
    Person,
    PersonDraft,
    PersonTerm,
)
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.handover import keeping_refusal
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import apply, expect, find, moved, replace_terms
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

APART = (
    "terms", "guardian_consent_on", "guardian_consent_form", "consent_on", "consent_form",
    "consent_handover",
)  # fmt: skip
"""Fields of the draft that are kept in tables of their own."""


class People:
    """Use cases on people."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def save(
        self,
        values: Mapping[str, object],
        person_id: int | None = None,
        version: int | None = None,
    ) -> int:
        """Keep a new person, or change one; returns its number.

        Args:
            values: fields of `PersonDraft`; for a change, fields left out stay as they are.
            person_id: the person to change.
            version: the version the form was filled from.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
            ConflictError: the person was changed elsewhere in between.
        """
        with self._store.write("Person geändert" if person_id else "Person angelegt") as unit:
            person = find(unit, Person, person_id) if person_id else None
            if person is not None:
                expect(person, version)
                values = person.model_dump() | dict(values)
            draft = validate(PersonDraft, values)
            refuse_minor(draft, person is not None and _guardian_agreed(unit, person.id))
            before = person.status if person else None
            if person is None:
                person = Person(last_name=draft.last_name)
            apply(person, draft, leave=APART)
            person.sort_key = sort_key(draft)
            unit.add(person)
            unit.flush()
            number = int(person.id or 0)
            moved(unit, Kind.PERSON, number, before, person.status, clock.today())
            if draft.terms is not None:
                replace_terms(unit, PersonTerm, {"person_id": number}, draft.terms, "relation")
            if draft.guardian_consent_on is not None:
                _record_guardian(unit, person, draft, draft.guardian_consent_on)
            if draft.consent_on is not None:
                _record_own(unit, person, draft, draft.consent_on)
        return number

    def archive(self, person_id: int) -> None:
        """End the work with a person; the record leaves the lists and can be reopened."""
        self._set_status(person_id, PersonStatus.ENDED, "Person archiviert")

    def reopen(self, person_id: int) -> None:
        """Take a person back from the archive."""
        self._set_status(person_id, PersonStatus.SEEKING, "Person zurückgeholt")

    def _set_status(self, person_id: int, status: PersonStatus, action: str) -> None:
        with self._store.write(action) as unit:
            person = find(unit, Person, person_id)
            before, person.status = person.status, status
            moved(unit, Kind.PERSON, person_id, before, status, clock.today())

    def add_consent(self, person_id: int, values: Mapping[str, object]) -> int:
        """Keep a consent; one to storage settles an open legal basis. Returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
        """
        draft = validate(ConsentDraft, values)
        with self._store.write("Einwilligung eingetragen") as unit:
            person = find(unit, Person, person_id)
            consent = Consent(person_id=person_id, **draft.model_dump())
            unit.add(consent)
            if draft.scope is ConsentScope.STORAGE and person.legal_basis is LegalBasis.OPEN:
                person.legal_basis = LegalBasis.CONSENT
            unit.flush()
            return int(consent.id or 0)

    def withdraw_consent(self, consent_id: int, on: dt.date | None = None) -> None:
        """Note that a consent was withdrawn; it stays in the course."""
        with self._store.write("Einwilligung widerrufen") as unit:
            find(unit, Consent, consent_id).withdrawn_on = on or clock.today()

    def save_credential(
        self, person_id: int, values: Mapping[str, object], credential_id: int | None = None
    ) -> int:
        """Keep or change a proof; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
        """
        draft = validate(CredentialDraft, values)
        with self._store.write("Nachweis eingetragen") as unit:
            if credential_id is None:
                credential = Credential(person_id=person_id, term_id=draft.term_id)
            else:
                credential = find(unit, Credential, credential_id)
            apply(credential, draft)
            unit.add(credential)
            unit.flush()
            return int(credential.id or 0)

    def remove_credential(self, credential_id: int) -> None:
        """Remove a proof."""
        with self._store.write("Nachweis entfernt") as unit:
            unit.delete(find(unit, Credential, credential_id))


def sort_key(draft: PersonDraft) -> str:
    """The folded "surname first name"."""
    return fold(f"{draft.last_name} {draft.first_name}")[:200]


def refuse_minor(draft: PersonDraft, guardian_agreed: bool) -> None:
    """Make sure nothing beyond a call-back number of a minor is kept without consent.

    Raises:
        InvalidDraft: the guardian's consent is missing.
    """
    agreed = guardian_agreed or draft.guardian_consent_on is not None
    filled = {
        key for key, value in draft.model_dump().items() if value not in (None, "", 0, False, [])
    }
    possible = age(draft.birth_date, draft.birth_year, clock.today())
    sentence = keeping_refusal(possible, filled, agreed)
    if sentence is not None:
        raise InvalidDraft((FieldError("guardian_consent_on", sentence),))


def _guardian_agreed(unit: Unit, person_id: int | None) -> bool:
    given = unit.exec(
        select(Consent).where(
            col(Consent.person_id) == person_id,
            col(Consent.scope) == ConsentScope.STORAGE,
            col(Consent.by_guardian).is_(True),
            col(Consent.withdrawn_on).is_(None),
        )
    ).first()
    return given is not None


def _record_guardian(unit: Unit, person: Person, draft: PersonDraft, on: dt.date) -> None:
    """Keep the guardian's consent to storage that came with the form."""
    if _guardian_agreed(unit, person.id):
        return
    unit.add(
        Consent(
            person_id=person.id,
            scope=ConsentScope.STORAGE,
            given_on=on,
            form=draft.guardian_consent_form or ConsentForm.WRITTEN,
            by_guardian=True,
            guardian_name=draft.guardian_name,
        )
    )
    if person.legal_basis is LegalBasis.OPEN:
        person.legal_basis = LegalBasis.CONSENT


def _record_own(unit: Unit, person: Person, draft: PersonDraft, on: dt.date) -> None:
    """Keep the person's own consent that came with the sheet."""
    scopes = [ConsentScope.STORAGE]
    if draft.consent_handover:
        scopes.append(ConsentScope.HANDOVER)
    for scope in scopes:
        form = draft.consent_form or ConsentForm.WRITTEN
        unit.add(Consent(person_id=person.id, scope=scope, given_on=on, form=form))
    if person.legal_basis is LegalBasis.OPEN:
        person.legal_basis = LegalBasis.CONSENT
