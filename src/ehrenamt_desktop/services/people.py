"""People: entered, changed, archived, with their proofs and consents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import (
    ConsentForm,
    ConsentScope,
    Kind,
    LegalBasis,
    PersonStatus,
    PlacementState,
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
from ehrenamt_desktop.model.records.placement import FollowUp, Placement
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.handover import keeping_refusal
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.calls import hand_over
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import (
    apply,
    expect,
    expect_live,
    find,
    moved,
    replace_terms,
)
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

APART = (
    "terms", "guardian_consent_on", "guardian_consent_form", "consent_on", "consent_form",
    "consent_handover",
)  # fmt: skip
"""Fields of the draft that are kept in tables of their own."""

SPECIAL_MISSING = (
    "Das sind besondere Angaben (Art. 9 DSGVO). Bitte tragen Sie zuerst die Einwilligung "
    "„Besondere Angaben“ ein, oder lassen Sie das Feld leer."
)


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
            refuse_minor(draft, person is not None and guardian_agreed(unit, person.id))
            refuse_special(draft, person is not None and _special_agreed(unit, person.id))
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
            hand_over(unit, values, "person_id", number)
        return number

    def archive(self, person_id: int) -> None:
        """End the work with a person; the record leaves the lists and can be reopened.

        What was to be done for the person is done with it.

        Raises:
            DomainError: a placement is still under way.
        """
        with self._store.write("Person archiviert") as unit:
            if _under_way(unit, person_id):
                raise DomainError(
                    "Für diese Person läuft noch eine Vermittlung oder ein Vorschlag. Bitte "
                    "beenden Sie sie zuerst."
                )
            _set_status(unit, person_id, PersonStatus.ENDED)
            _close_follow_ups(unit, person_id)

    def reopen(self, person_id: int) -> None:
        """Take a person back from the archive."""
        with self._store.write("Person zurückgeholt") as unit:
            _set_status(unit, person_id, PersonStatus.SEEKING)

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
            if draft.scope is ConsentScope.STORAGE and _counts(person, draft):
                _settle(person)
            unit.flush()
            return int(consent.id or 0)

    def withdraw_consent(self, consent_id: int, on: dt.date | None = None) -> None:
        """Note that a consent was withdrawn; it stays in the course.

        Without any valid consent to storage, the legal basis is open again; without one to
        special data what was kept of them goes.

        Raises:
            DomainError: the day lies before the consent was given.
        """
        day = on or clock.today()
        with self._store.write("Einwilligung widerrufen") as unit:
            consent = find(unit, Consent, consent_id)
            expect_live(unit, consent)
            if day < consent.given_on:
                raise DomainError("Der Widerruf liegt vor der Einwilligung. Bitte prüfen Sie ihn.")
            consent.withdrawn_on = day
            unit.flush()
            if consent.person_id is not None:
                _follow_withdrawal(unit, find(unit, Person, consent.person_id), consent.scope)

    def save_credential(
        self, person_id: int, values: Mapping[str, object], credential_id: int | None = None
    ) -> int:
        """Keep or change a proof; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
        """
        draft = validate(CredentialDraft, values)
        with self._store.write("Nachweis eingetragen") as unit:
            refuse_more(unit, find(unit, Person, person_id))
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
            credential = find(unit, Credential, credential_id)
            expect_live(unit, credential)
            unit.delete(credential)


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


def refuse_special(draft: PersonDraft, agreed: bool) -> None:
    """Make sure data of Art. 9 GDPR are kept with a consent of their own only.

    Raises:
        InvalidDraft: the consent is missing.
    """
    if draft.access_needs and not agreed:
        raise InvalidDraft((FieldError("access_needs", SPECIAL_MISSING),))


def guardian_agreed(unit: Unit, person_id: int | None) -> bool:
    """Whether a guardian's consent to keeping the data holds."""
    return any(
        one.scope is ConsentScope.STORAGE and one.by_guardian
        for one in _valid_consents(unit, person_id)
    )


def _special_agreed(unit: Unit, person_id: int | None) -> bool:
    return any(one.scope is ConsentScope.SPECIAL for one in _valid_consents(unit, person_id))


def _record_guardian(unit: Unit, person: Person, draft: PersonDraft, on: dt.date) -> None:
    """Keep the guardian's consent to storage that came with the form."""
    if guardian_agreed(unit, person.id):
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
    _settle(person)


def _record_own(unit: Unit, person: Person, draft: PersonDraft, on: dt.date) -> None:
    """Keep the person's own consent that came with the sheet."""
    scopes = [ConsentScope.STORAGE]
    if draft.consent_handover:
        scopes.append(ConsentScope.HANDOVER)
    kept = {one.scope for one in _valid_consents(unit, person.id) if not one.by_guardian}
    form = draft.consent_form or ConsentForm.WRITTEN
    for scope in scopes:
        if scope not in kept:
            unit.add(Consent(person_id=person.id, scope=scope, given_on=on, form=form))
    if _counts(person, ConsentDraft(scope=ConsentScope.STORAGE, given_on=on)):
        _settle(person)


def _counts(person: Person, consent: ConsentDraft) -> bool:
    """Whether a consent holds today: a minor's own does not, nor one of the future."""
    minor = age(person.birth_date, person.birth_year, clock.today()).may_be_minor
    return consent.given_on <= clock.today() and (consent.by_guardian or not minor)


def _settle(person: Person) -> None:
    if person.legal_basis is LegalBasis.OPEN:
        person.legal_basis = LegalBasis.CONSENT


def _follow_withdrawal(unit: Unit, person: Person, scope: ConsentScope) -> None:
    if scope is ConsentScope.STORAGE:
        _reopen_basis(unit, person)
    elif scope is ConsentScope.SPECIAL and not _special_agreed(unit, person.id):
        person.access_needs = ""


def _reopen_basis(unit: Unit, person: Person) -> None:
    left = [one for one in _valid_consents(unit, person.id) if one.scope is ConsentScope.STORAGE]
    if not left and person.legal_basis is LegalBasis.CONSENT:
        person.legal_basis = LegalBasis.OPEN


def _valid_consents(unit: Unit, person_id: int | None) -> list[Consent]:
    query = select(Consent).where(
        col(Consent.person_id) == person_id, col(Consent.withdrawn_on).is_(None)
    )
    return list(unit.exec(query))


def refuse_more(unit: Unit, person: Person) -> None:
    """Make sure nothing more is kept of a minor whose guardian did not agree.

    Raises:
        DomainError: the guardian's consent is missing.
    """
    possible = age(person.birth_date, person.birth_year, clock.today())
    sentence = keeping_refusal(possible, {"more"}, guardian_agreed(unit, person.id))
    if sentence is not None:
        raise DomainError(sentence)


def _under_way(unit: Unit, person_id: int) -> bool:
    query = select(Placement.id).where(
        col(Placement.person_id) == person_id, col(Placement.state) != PlacementState.ENDED
    )
    return unit.exec(query).first() is not None


def _set_status(unit: Unit, person_id: int, status: PersonStatus) -> None:
    person = find(unit, Person, person_id)
    before, person.status = person.status, status
    moved(unit, Kind.PERSON, person_id, before, status, clock.today())


def _close_follow_ups(unit: Unit, person_id: int) -> None:
    query = select(FollowUp).where(
        col(FollowUp.person_id) == person_id, col(FollowUp.done_on).is_(None)
    )
    for follow_up in unit.exec(query):
        follow_up.done_on = clock.today()
