"""Initiatives and the people who speak for them: entered, changed, archived."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import (
    ConsentForm,
    ConsentScope,
    InitiativeStatus,
    Kind,
    OfferStatus,
)
from ehrenamt_desktop.model.records.initiative import (
    ContactDraft,
    ContactPerson,
    Initiative,
    InitiativeDraft,
)
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Consent
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.calls import hand_over
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import apply, expect, find, moved
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit

CONSENT = ("publish_consent_on", "publish_consent_form")
"""Fields of a contact's form that are kept as a consent."""


class Initiatives:
    """Use cases on initiatives."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def save(
        self,
        values: Mapping[str, object],
        initiative_id: int | None = None,
        version: int | None = None,
    ) -> int:
        """Keep a new initiative, or change one; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
            ConflictError: the initiative was changed elsewhere in between.
        """
        action = "Initiative geändert" if initiative_id else "Initiative angelegt"
        with self._store.write(action) as unit:
            initiative = find(unit, Initiative, initiative_id) if initiative_id else None
            if initiative is not None:
                expect(initiative, version)
                values = initiative.model_dump() | dict(values)
            draft = validate(InitiativeDraft, values)
            before = initiative.status if initiative else None
            if initiative is None:
                initiative = Initiative(name=draft.name)
            apply(initiative, draft)
            initiative.sort_key = fold(draft.name)[:200]
            unit.add(initiative)
            unit.flush()
            number = int(initiative.id or 0)
            moved(unit, Kind.INITIATIVE, number, before, initiative.status, clock.today())
            hand_over(unit, values, "initiative_id", number)
        return number

    def archive(self, initiative_id: int) -> None:
        """End the work with an initiative; it leaves the lists and can be reopened.

        Its published offers are paused in the same step.
        """
        with self._store.write("Initiative archiviert") as unit:
            _set_status(unit, initiative_id, InitiativeStatus.ENDED)
            _pause_offers(unit, initiative_id)

    def reopen(self, initiative_id: int) -> None:
        """Take an initiative back from the archive."""
        with self._store.write("Initiative zurückgeholt") as unit:
            _set_status(unit, initiative_id, InitiativeStatus.ACTIVE)

    def save_contact(
        self,
        initiative_id: int,
        values: Mapping[str, object],
        contact_id: int | None = None,
        version: int | None = None,
    ) -> int:
        """Keep a new contact person, or change one; returns its number.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
            ConflictError: the contact was changed elsewhere in between.
        """
        action = "Ansprechperson geändert" if contact_id else "Ansprechperson angelegt"
        with self._store.write(action) as unit:
            contact = find(unit, ContactPerson, contact_id) if contact_id else None
            find(unit, Initiative, contact.initiative_id if contact else initiative_id)
            if contact is not None:
                expect(contact, version)
                values = contact.model_dump() | dict(values)
            draft = validate(ContactDraft, values)
            if contact is None:
                contact = ContactPerson(initiative_id=initiative_id, last_name=draft.last_name)
            apply(contact, draft, leave=CONSENT)
            unit.add(contact)
            unit.flush()
            if CONSENT[0] in values:
                _keep_consent(unit, int(contact.id or 0), draft)
            return int(contact.id or 0)

    def remove_contact(self, contact_id: int) -> None:
        """Remove a contact person.

        Raises:
            DomainError: an offer names this contact.
        """
        with self._store.write("Ansprechperson entfernt") as unit:
            contact = find(unit, ContactPerson, contact_id)
            find(unit, Initiative, contact.initiative_id)
            used = unit.exec(select(Offer).where(col(Offer.contact_id) == contact_id)).first()
            if used is not None:
                where = "" if used.trashed_at is None else " im Papierkorb"
                raise DomainError(
                    f"Das Angebot „{used.title}“{where} nennt diese Ansprechperson. Bitte wählen "
                    "Sie dort zuerst eine andere."
                )
            for consent in unit.exec(select(Consent).where(col(Consent.contact_id) == contact_id)):
                unit.delete(consent)
            unit.flush()
            unit.delete(contact)


def _keep_consent(unit: Unit, contact_id: int, draft: ContactDraft) -> None:
    """Keep, correct or withdraw a contact's consent to be named in public."""
    kept = unit.exec(
        select(Consent).where(
            col(Consent.contact_id) == contact_id,
            col(Consent.scope) == ConsentScope.PUBLISH_CONTACT,
            col(Consent.withdrawn_on).is_(None),
        )
    ).first()
    given = draft.publish_consent_on
    if given is None:
        if kept is not None:
            kept.withdrawn_on = clock.today()
        return
    form = draft.publish_consent_form or ConsentForm.WRITTEN
    if kept is None:
        scope = ConsentScope.PUBLISH_CONTACT
        unit.add(Consent(contact_id=contact_id, scope=scope, given_on=given, form=form))
    else:
        kept.given_on, kept.form = given, form


def _set_status(unit: Unit, initiative_id: int, status: InitiativeStatus) -> None:
    initiative = find(unit, Initiative, initiative_id)
    before, initiative.status = initiative.status, status
    moved(unit, Kind.INITIATIVE, initiative_id, before, status, clock.today())


def _pause_offers(unit: Unit, initiative_id: int) -> None:
    """Pause what is published, and let no pause end by itself."""
    shown = select(Offer).where(
        col(Offer.initiative_id) == initiative_id,
        col(Offer.status).in_((OfferStatus.PUBLISHED, OfferStatus.PAUSED)),
    )
    for offer in unit.exec(shown):
        offer.paused_until = None
        before, offer.status = offer.status, OfferStatus.PAUSED
        moved(unit, Kind.OFFER, int(offer.id or 0), before, offer.status, clock.today())
