"""Names of fields as the history of a record shows them, where no form of its own has them."""

from __future__ import annotations

from collections.abc import Mapping

from ehrenamt_desktop.model.enums import Kind

HIDDEN = frozenset({
    "id", "version", "created_at", "changed_at", "source", "source_key", "sort_key", "person_id",
})  # fmt: skip
"""Columns that follow from others or never change."""

_PROOF = {
    "term_id": "Nachweis", "held": "liegt vor", "issued_on": "ausgestellt am",
    "valid_until": "gültig bis", "verified_on": "gesehen am", "verified_by": "gesehen von",
}  # fmt: skip
_CONSENT = {
    "scope": "wofür", "given_on": "gegeben am", "form": "Form", "text_version": "Fassung",
    "recipient": "nur für", "by_guardian": "durch Sorgeberechtigte",
    "guardian_name": "sorgeberechtigte Person", "withdrawn_on": "widerrufen am",
    "contact_id": "Ansprechperson",
}  # fmt: skip
_CONTACT = {
    "salutation": "Anrede", "title": "Titel", "first_name": "Vorname", "last_name": "Nachname",
    "function": "Funktion", "phone": "Telefon", "email": "E-Mail", "deputy": "nur in Vertretung",
    "notice_on": "Datenschutzhinweis erhalten am", "notice_version": "Fassung des Hinweises",
}  # fmt: skip
_PERSON = {
    "trashed_at": "Im Papierkorb seit", "restricted_on": "Eingeschränkt seit",
    "restriction": "Warum eingeschränkt", "notice_on": "Datenschutzhinweis erhalten am",
    "notice_version": "Fassung des Hinweises",
}  # fmt: skip
_PLACEMENT = {
    "offer_id": "Angebot", "state": "Status", "proposed_on": "Vorgeschlagen am",
    "passed_on_on": "Kontakt weitergegeben am", "recipient": "Weitergegeben an",
    "started_on": "Läuft seit", "ended_on": "Beendet am", "end_reason": "Grund",
    "hours_per_week": "Stunden pro Woche", "override_reason": "Trotzdem vorgeschlagen, weil",
    "note": "Notiz",
}  # fmt: skip
_STEP = {"title": "Schritt", "done_on": "erledigt am", "note": "Notiz"}
_INTEREST = {"on": "am", "note": "Notiz"}
_TRASH = {"trashed_at": "Im Papierkorb seit"}

LABELS: Mapping[Kind, Mapping[str, str]] = {
    Kind.PERSON: _PERSON,
    Kind.INITIATIVE: _TRASH,
    Kind.OFFER: _TRASH,
    Kind.PLACEMENT: _PLACEMENT,
    Kind.CREDENTIAL: _PROOF,
    Kind.CONSENT: _CONSENT,
    Kind.CONTACT: _CONTACT,
    Kind.FOUNDING_STEP: _STEP,
    Kind.INTEREST: _INTEREST,
}
"""Per kind of record the names of its fields; forms name the others."""

OTHER = "Weitere Angabe"
"""A field that nothing names; a test keeps it from being seen."""
