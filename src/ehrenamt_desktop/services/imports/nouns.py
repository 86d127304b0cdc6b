"""What is special about the rows of people, of initiatives and of offers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlmodel import SQLModel

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.exchange.headers import Layout
from ehrenamt_desktop.exchange.rows import ParsedRow, split_name
from ehrenamt_desktop.model.enums import ConsentScope, LegalBasis, OfferStatus
from ehrenamt_desktop.model.records.initiative import ContactDraft, InitiativeDraft
from ehrenamt_desktop.model.records.offer import OfferDraft
from ehrenamt_desktop.model.records.person import PersonDraft
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.handover import keeping_refusal
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.imports.changes import Change, new_consents
from ehrenamt_desktop.services.imports.finder import Wanted
from ehrenamt_desktop.services.imports.judge import Judge, Refused, in_trash
from ehrenamt_desktop.services.imports.kept import Kept, contact_key
from ehrenamt_desktop.services.offers import PUBLIC_FIELDS, public_findings
from ehrenamt_desktop.services.people import APART

_CONTACT = {
    "contact_function": "function",
    "contact_phone": "phone",
    "contact_email": "email",
}


class PeopleJudge(Judge):
    """People: minors are protected, consents settle an open legal basis."""

    noun = "people"
    draft = PersonDraft
    names = frozenset({"last_name", "first_name"})
    apart = frozenset(APART)

    def _touched(self, wanted: Wanted) -> set[str]:
        names = set(wanted.values)
        return names | {"birth_year"} if "birth_date" in names else names

    def _settle(self, row: ParsedRow, draft: SQLModel, kept: Kept) -> None:
        """Nothing beyond a call-back number of a minor is kept without the guardian's consent."""
        if not isinstance(draft, PersonDraft):
            return
        possible = age(draft.birth_date, draft.birth_year, clock.today())
        if not possible.may_be_minor:
            return
        agreed = kept.guardian_agreed() or "guardian_consent_on" in row.values
        filled = {name for name, value in draft.model_dump().items() if value not in (None, "", 0)}
        parts = {key for key, value in row.values.items() if isinstance(value, tuple)}
        sentence = keeping_refusal(possible, filled | parts, agreed)
        if sentence is not None:
            raise Refused(sentence)

    def _add_parts(self, row: ParsedRow, change: Change) -> None:
        change.consents = new_consents(change.kept, row.values)
        basis = change.columns.get("legal_basis", change.kept.values.get("legal_basis"))
        agreed = any(scope is ConsentScope.STORAGE for scope, _, _ in change.consents)
        if agreed and basis == LegalBasis.OPEN:
            change.columns["legal_basis"] = LegalBasis.CONSENT


class InitiativesJudge(Judge):
    """Initiatives: a contact person can come with the row."""

    noun = "initiatives"
    draft = InitiativeDraft
    names = frozenset({"name"})

    def _add_parts(self, row: ParsedRow, change: Change) -> None:
        name = row.values.get("contact_name")
        details = {_CONTACT[key]: row.values[key] for key in _CONTACT if key in row.values}
        if not isinstance(name, str):
            if details:
                row.notes.append("Angaben zur Ansprechperson ohne Namen wurden nicht übernommen.")
            return
        if fold(name) in change.kept.contacts:
            return
        try:
            contact = validate(ContactDraft, split_name(name) | details)
        except InvalidDraft as error:
            raise Refused(f"Ansprechperson: {error.sentence}") from None
        key = contact_key(contact.first_name, contact.last_name)
        if key not in change.kept.contacts:
            change.contact = contact.model_dump()
            change.kept.contacts[key] = 0


class OffersJudge(Judge):
    """Offers: their initiative is found or made, and no public text names or reaches anybody."""

    noun = "offers"
    draft = OfferDraft
    names = frozenset({"title"})

    def __init__(
        self,
        layout: Layout,
        records: list[Kept],
        initiatives: list[Kept],
        as_of: dt.date,
    ) -> None:
        super().__init__(layout, records)
        self.new_initiatives: list[Kept] = []
        self._as_of = as_of
        self._initiatives: dict[str, Kept] = {}
        for one in initiatives:
            self._initiatives.setdefault(fold(str(one.values["name"])), one)

    def _wanted(self, row: ParsedRow) -> Wanted:
        wanted = super()._wanted(row)
        name = row.values.get("initiative")
        if not name:
            return wanted
        values = {**wanted.values, "initiative_name": name}
        return Wanted(wanted.number, wanted.source, wanted.source_key, values)

    def _defaults(self, _kept: Kept) -> dict[str, Any]:
        """The real initiative is settled when the row is sure to be taken."""
        return {"initiative_id": 0} | ({} if _kept.values else {"entered_on": self._as_of})

    def _touched(self, wanted: Wanted) -> set[str]:
        names = set(wanted.values)
        return names | {"description", "status"} if names & {*PUBLIC_FIELDS, "status"} else names

    def _settle(self, row: ParsedRow, draft: SQLModel, kept: Kept) -> None:
        name = str(row.values.get("initiative") or "")
        if not name and not kept.values:
            raise Refused("Initiative: Bitte füllen Sie dieses Feld aus.")
        body = self._initiatives.get(fold(name))
        if body is not None and body.trashed:
            raise Refused(f"Initiative: {in_trash(body)}")
        if name and body is None:
            try:
                validate(InitiativeDraft, {"name": name})
            except InvalidDraft as error:
                raise Refused(f"Initiative: {error.sentence}") from None
        if isinstance(draft, OfferDraft):
            _keep_private(row, draft, kept)

    def _add_parts(self, row: ParsedRow, change: Change) -> None:
        kept = change.kept
        change.columns.pop("initiative_id", None)
        name = str(row.values.get("initiative") or "")
        if not name or fold(name) == fold(str(kept.values.get("initiative_name") or "")):
            return
        found = self._initiatives.get(fold(name))
        if found is None:
            values = validate(InitiativeDraft, {"name": name}).model_dump()
            found = Kept(None, values, self._source, None, row.number)
            self._initiatives[fold(name)] = found
            self.new_initiatives.append(found)
        change.initiative = found
        if kept.values.get("contact_id") is not None:
            change.columns["contact_id"] = None


def _keep_private(row: ParsedRow, draft: OfferDraft, kept: Kept) -> None:
    """What must not be published does not get on a notice board through an import."""
    if draft.status is not OfferStatus.PUBLISHED:
        return
    changed = any(
        getattr(draft, name) != kept.values.get(name) for name in (*PUBLIC_FIELDS, "status")
    )
    found = public_findings(draft) if changed else ()
    if not found:
        return
    keys = {one.key for one in found}
    if "teaser" in keys:
        draft.description = draft.description or draft.teaser
        draft.teaser = ""
        row.notes.append(
            "Der Kurztext bleibt leer und steht nur in der Beschreibung: " + found[0].sentence
        )
    if keys - {"teaser"}:
        draft.status = OfferStatus.DRAFT
        sentence = next(one.sentence for one in found if one.key != "teaser")
        row.notes.append(f"Das Angebot bleibt ein Entwurf: {sentence}")
