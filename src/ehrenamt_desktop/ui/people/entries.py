"""The small dialogs of a person: consent, proof, talk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import ConsentForm, TermKind
from ehrenamt_desktop.model.rows import CredentialRow, PersonDetail, TermRow
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.pick_field import find_labels
from ehrenamt_desktop.ui.people.person_specs import CONSENT, PROOF
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog
from ehrenamt_desktop.ui.record.talk_dialog import new_talk

Values = Mapping[str, Any]


class ProofLookup:
    """The proofs of the catalogue, found by label."""

    def __init__(self, terms: tuple[TermRow, ...]) -> None:
        self._labels = {one.id: one.label for one in terms if one.kind is TermKind.PROOF}

    def search(self, text: str) -> list[tuple[int, str]]:
        """See `Lookup.search`."""
        return find_labels(self._labels, text)

    def label(self, number: int) -> str:
        """See `Lookup.label`."""
        return self._labels.get(number, "")


def consent_dialog(desk: Desk, person: PersonDetail, parent: QWidget) -> EntryDialog:
    """Asks what a person agreed to."""
    known: Values = person.values
    minor = age(known["birth_date"], known["birth_year"], clock.today()).may_be_minor
    values = {
        "given_on": clock.today(), "form": ConsentForm.WRITTEN, "by_guardian": minor,
        "guardian_name": known["guardian_name"] if minor else "",
    }  # fmt: skip
    return EntryDialog(
        "Einwilligung eintragen", "consent", CONSENT, Vocabulary(), values, desk,
        lambda given: desk.office.people.add_consent(person.id, given), parent,
        name="consent", said="Die Einwilligung ist eingetragen.",
    )  # fmt: skip


def proof_dialog(
    desk: Desk,
    person_id: int,
    proof: CredentialRow | None,
    terms: tuple[TermRow, ...],
    parent: QWidget,
) -> EntryDialog:
    """Asks for a new proof, or shows one to be changed."""
    values: Values = {"held": True, "verified_on": clock.today()}
    if proof is not None:
        values = {
            "term_id": proof.term_id, "held": proof.held, "issued_on": proof.issued_on,
            "valid_until": proof.valid_until, "verified_on": proof.verified_on,
            "verified_by": proof.verified_by,
        }  # fmt: skip
    number = proof.id if proof is not None else None
    return EntryDialog(
        "Nachweis ändern" if proof else "Nachweis eintragen", "credential", PROOF,
        Vocabulary(records={"proofs": ProofLookup(terms)}), values, desk,
        lambda given: desk.office.people.save_credential(person_id, given, number), parent,
        name="proof", said="Der Nachweis ist eingetragen.",
    )  # fmt: skip


def talk_dialog(desk: Desk, person_id: int, parent: QWidget) -> EntryDialog:
    """Asks for a talk or an appointment."""
    return new_talk(desk, {"person_id": person_id}, parent)
