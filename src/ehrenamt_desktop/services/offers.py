"""Offers: entered, published, confirmed, paused, archived."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import Kind, OfferKind, OfferStatus
from ehrenamt_desktop.model.records.initiative import ContactPerson, Initiative
from ehrenamt_desktop.model.records.offer import Offer, OfferDraft, OfferTerm
from ehrenamt_desktop.model.rules import publishing
from ehrenamt_desktop.model.rules.publishing import Finding
from ehrenamt_desktop.model.text import count, fold
from ehrenamt_desktop.services.ageing import settle_reminders
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.services.offer_copies import copy_as_template, copy_to_places
from ehrenamt_desktop.services.publishing import findings_in
from ehrenamt_desktop.services.records import apply, expect, find, in_trash, moved, replace_terms
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.journal_erasing import forget
from ehrenamt_desktop.store.reads import helped, parts
from ehrenamt_desktop.store.unit import Unit

PUBLIC_FIELDS = publishing.BOARD_FIELDS
"""Free text that can stand on a notice board."""


class Offers:
    """Use cases on offers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def save(
        self,
        values: Mapping[str, object],
        offer_id: int | None = None,
        version: int | None = None,
    ) -> int:
        """Keep a new offer, or change one; returns its number.

        The day of entry is today unless given. A published offer's public texts must not name or
        reach anybody.

        Raises:
            InvalidDraft: with a sentence for each wrong field.
            ConflictError: the offer was changed elsewhere in between.
        """
        with self._store.write("Angebot geändert" if offer_id else "Angebot angelegt") as unit:
            offer = find(unit, Offer, offer_id) if offer_id else None
            if offer is not None:
                expect(offer, version)
                values = offer.model_dump() | dict(values)
            draft = validate(OfferDraft, {"entered_on": clock.today()} | dict(values))
            _check_references(unit, draft)
            if draft.status is OfferStatus.PUBLISHED:
                _refuse_names(self._findings(draft))
            before = offer.status if offer else None
            if offer is None:
                offer = Offer(initiative_id=draft.initiative_id, title=draft.title)
            apply(offer, draft, leave=("terms",))
            if offer.status is not OfferStatus.PAUSED:
                offer.paused_until = None
            offer.sort_key = fold(draft.title)[:240]
            unit.add(offer)
            unit.flush()
            number = int(offer.id or 0)
            moved(unit, Kind.OFFER, number, before, offer.status, clock.today())
            if draft.terms is not None:
                replace_terms(unit, OfferTerm, {"offer_id": number}, draft.terms, "role")
        return number

    def check(self, offer_id: int) -> tuple[Finding, ...]:
        """What in an offer's free text should not be published, to be shown as a list.

        Raises:
            DomainError: the offer is gone.
        """
        with self._store.read() as connection:
            values = parts.record(connection, Kind.OFFER, offer_id)
            if values is None:
                raise DomainError(GONE)
            return findings_in(connection, values, clock.today())

    def publish(self, offer_id: int, *, checked: bool = False) -> None:
        """Publish an offer; from now on it is matched and printed.

        Args:
            offer_id: its number.
            checked: somebody looked at the findings that are not firm.

        Raises:
            DomainError: a public text names or reaches somebody.
        """
        with self._store.write("Angebot veröffentlicht") as unit:
            offer = find(unit, Offer, offer_id)
            found = [one for one in self._findings(offer) if one.firm or not checked]
            if found:
                raise DomainError(" ".join(dict.fromkeys(one.sentence for one in found)))
            _set_status(unit, offer, OfferStatus.PUBLISHED)

    def pause(self, offer_id: int, until: dt.date | None = None) -> None:
        """Take an offer off the boards and out of matching for a while.

        Args:
            offer_id: its number.
            until: the last day of the pause; without one it lasts until the offer is published.

        Raises:
            InvalidDraft: the day lies in the past.
        """
        if until is not None and until < clock.today():
            sentence = "Bitte wählen Sie heute oder einen späteren Tag."
            raise InvalidDraft((FieldError("paused_until", sentence),))
        with self._store.write("Angebot pausiert") as unit:
            offer = find(unit, Offer, offer_id)
            _set_status(unit, offer, OfferStatus.PAUSED)
            offer.paused_until = until

    def copy(self, offer_id: int) -> int:
        """Make a draft like this offer, as a template; returns its number."""
        with self._store.write("Angebot kopiert") as unit:
            return copy_as_template(unit, offer_id, clock.today())

    def spread(self, offer_id: int, place_ids: Sequence[int]) -> list[int]:
        """Offer the same in other villages, as one step; returns the numbers of the copies.

        Raises:
            DomainError: help for one person, no village, or one that has the offer already.
        """
        words = count(len(place_ids), "weiterem Ortsteil", "weiteren Ortsteilen")
        with self._store.write(f"Angebot in {words} angelegt") as unit:
            return copy_to_places(unit, offer_id, place_ids, clock.today())

    def archive(self, offer_id: int) -> None:
        """Put an offer into the archive; it leaves the lists and can be reopened."""
        with self._store.write("Angebot archiviert") as unit:
            _set_status(unit, find(unit, Offer, offer_id), OfferStatus.ARCHIVED)

    def forget_helped(self, offer_id: int) -> None:
        """Delete name and phone of the person who was helped, from the history as well.

        What was done before cannot be undone any more.
        """
        with self._store.write("Angaben zur Person gelöscht") as unit:
            offer = find(unit, Offer, offer_id)
            offer.helped_name, offer.helped_phone, offer.helped_consent_on = "", "", None
            forget(unit, Kind.OFFER, offer_id, helped.COLUMNS)
            settle_reminders(unit, [offer_id])

    def reopen(self, offer_id: int) -> None:
        """Take an offer back from the archive, as a draft to be looked at."""
        with self._store.write("Angebot zurückgeholt") as unit:
            _set_status(unit, find(unit, Offer, offer_id), OfferStatus.DRAFT)

    def confirm(self, offer_id: int, on: dt.date | None = None) -> None:
        """Note that the initiative confirmed the offer as current."""
        with self._store.write("Angebot bestätigt") as unit:
            find(unit, Offer, offer_id).confirmed_on = on or clock.today()

    def _findings(self, offer: OfferDraft | Offer) -> tuple[Finding, ...]:
        with self._store.read() as connection:
            return findings_in(connection, offer.model_dump(), clock.today())


def public_findings(offer: OfferDraft | Offer) -> tuple[FieldError, ...]:
    """What must not be published, field by field, as far as the form of the words tells.

    The helped person's name counts as well. Names in the store are looked up by `Offers.check`.
    """
    helped = offer.kind is OfferKind.HELP_REQUEST
    context = publishing.Context(clock.today(), helped, offer.helped_name)
    texts = {key: str(getattr(offer, key)) for key in PUBLIC_FIELDS}
    return _field_errors(publishing.check(texts, context))


def _refuse_names(found: tuple[Finding, ...]) -> None:
    """Make sure that no public text of a draft names or reaches anybody.

    Raises:
        InvalidDraft: with a sentence for each such text.
    """
    errors = _field_errors(found)
    if errors:
        raise InvalidDraft(errors)


def _field_errors(found: tuple[Finding, ...]) -> tuple[FieldError, ...]:
    """The first firm finding of each field."""
    first: dict[str, FieldError] = {}
    for one in found:
        if one.firm:
            first.setdefault(one.key, FieldError(one.key, one.sentence))
    return tuple(first.values())


def _check_references(unit: Unit, draft: OfferDraft) -> None:
    body = unit.get(Initiative, draft.initiative_id)
    if body is None or body.trashed_at is not None:
        sentence = "Bitte wählen Sie eine Initiative."
        if body is not None:
            sentence = in_trash(Kind.INITIATIVE, draft.initiative_id)
        raise InvalidDraft((FieldError("initiative_id", sentence),))
    if draft.contact_id is None:
        return
    contact = unit.get(ContactPerson, draft.contact_id)
    if contact is None or contact.initiative_id != draft.initiative_id:
        sentence = "Bitte wählen Sie eine Ansprechperson dieser Initiative."
        raise InvalidDraft((FieldError("contact_id", sentence),))


def _set_status(unit: Unit, offer: Offer, status: OfferStatus) -> None:
    before, offer.status = offer.status, status
    offer.paused_until = None
    moved(unit, Kind.OFFER, int(offer.id or 0), before, status, clock.today())
