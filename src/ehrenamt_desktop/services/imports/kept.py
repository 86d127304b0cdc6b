"""The office's own records as values by field: imports compare with them, exports write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ehrenamt_desktop.exchange.words import Found
from ehrenamt_desktop.model.columns.fields import FIELDS, Field, FieldKind
from ehrenamt_desktop.model.enums import ConsentScope, Level
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.store.reads import restrictions, trash, whole

TABLES: Mapping[str, str] = {"people": "person", "initiatives": "initiative", "offers": "offer"}

_APART = frozenset({FieldKind.NUMBER, FieldKind.TERMS, FieldKind.PROOFS, FieldKind.CONSENT})
_ELSEWHERE = frozenset({"initiative", "source", "source_key", "contact_name", "contact_function",
                        "contact_phone", "contact_email"})  # fmt: skip
_EXTRA: Mapping[str, tuple[str, ...]] = {
    "people": ("legal_basis",),
    "initiatives": (),
    "offers": ("initiative_id", "contact_id", "helped_name", "helped_phone", "helped_consent_on"),
}
CONSENTS: Mapping[str, tuple[ConsentScope, bool]] = {
    "storage_consent_on": (ConsentScope.STORAGE, False),
    "handover_consent_on": (ConsentScope.HANDOVER, False),
    "guardian_consent_on": (ConsentScope.STORAGE, True),
}
"""Consent columns: what was agreed to, and whether by a guardian."""


def plain(noun: str) -> tuple[Field, ...]:
    """The fields that are one column of the noun's table."""
    return tuple(
        one
        for one in FIELDS[noun]
        if one.kind not in _APART
        and one.key not in _ELSEWHERE
        and (one.written or one.key in ("postcode", "city"))
        and not (noun == "offers" and one.key in ("postcode", "city"))
    )


def column(one: Field) -> str:
    """The table's column of a plain field."""
    return "place_id" if one.kind is FieldKind.PLACE else one.key


@dataclass(slots=True)
class Chosen:
    """One kept term of a record: the number of its row and how well it is known."""

    row_id: int
    level: Level | None


@dataclass(slots=True)
class Kept:
    """One record, kept or about to be.

    Attributes:
        id: its number; None while it is only planned.
        values: table column → value; an offer also has its `initiative_name`.
        source: where it came from.
        source_key: its key there.
        row: the row of the file that makes it; 0 for a kept one.
        terms: field key → term number → chosen term.
        outlook: field key → the terms it will have once the plan is carried out.
        proofs: numbers of the proofs the person has.
        consents: what was ever agreed to: scope, day, by guardian, still valid.
        contacts: folded names of contact persons → number, in the order of entry.
        contact: fields of the first contact person, for exports.
        trashed: whether it lies in the trash.
        restricted: whether its data may only be kept.
        former: number, source and source key of the records that went into it.
    """

    id: int | None
    values: dict[str, Any]
    source: str = ""
    source_key: str | None = None
    row: int = 0
    terms: dict[str, dict[int, Chosen]] = field(default_factory=dict)
    outlook: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    proofs: set[int] = field(default_factory=set)
    consents: list[tuple[ConsentScope, dt.date, bool, bool]] = field(default_factory=list)
    contacts: dict[str, int] = field(default_factory=dict)
    contact: dict[str, str] = field(default_factory=dict)
    trashed: bool = False
    restricted: bool = False
    former: list[tuple[int, str, str | None]] = field(default_factory=list)

    def guardian_agreed(self) -> bool:
        """Whether a guardian's consent to keeping the data holds."""
        return any(
            scope is ConsentScope.STORAGE and guardian and valid
            for scope, _, guardian, valid in self.consents
        )

    def consent(self, key: str) -> dt.date | None:
        """The day of the latest valid consent of a consent column."""
        wanted = CONSENTS[key]
        days = [on for scope, on, guardian, valid in self.consents
                if valid and (scope, guardian) == wanted]  # fmt: skip
        return max(days, default=None)

    def term_values(self, one: Field) -> tuple[Found, ...]:
        """The terms of a field as an export writes them."""
        if one.kind is FieldKind.PROOFS:
            return tuple(Found(number) for number in sorted(self.proofs))
        chosen = self.terms.get(one.key, {})
        return tuple(Found(number, kept.level) for number, kept in sorted(chosen.items()))


def load(connection: Any, noun: str) -> list[Kept]:
    """Every record of a noun, by number."""
    fields = plain(noun)
    columns = ["id", "source", "source_key", *(column(one) for one in fields), *_EXTRA[noun]]
    records = []
    away = trash.numbers(connection, TABLES[noun])
    for cells in whole.records(connection, TABLES[noun], columns):
        values = {
            column(one): _value(one, cell) for one, cell in zip(fields, cells[3:], strict=False)
        }
        values.update(zip(_EXTRA[noun], cells[3 + len(fields) :], strict=True))
        records.append(Kept(cells[0], values, cells[1], cells[2], trashed=cells[0] in away))
    by_id = {one.id: one for one in records if one.id is not None}
    if noun == "people":
        for number in restrictions.restricted_people(connection):
            by_id[number].restricted = True
    _add_terms(connection, noun, by_id)
    if noun == "people":
        _add_proofs_and_consents(connection, by_id)
        gone = ("person_id", "number", "source", "source_key")
        for owner, number, source, key in whole.records(connection, "merged_person", gone):
            by_id[owner].former.append((number, source, key))
    if noun == "initiatives":
        _add_contacts(connection, by_id)
    if noun == "offers":
        names = dict(whole.records(connection, "initiative", ("id", "name")))
        for one in records:
            one.values["initiative_name"] = names[one.values["initiative_id"]]
    return records


def _value(one: Field, cell: Any) -> Any:
    if cell is None:
        return None
    if one.kind in (FieldKind.DATE, FieldKind.CONSENT):
        return dt.date.fromisoformat(cell[:10])
    if one.kind is FieldKind.YES_NO:
        return bool(cell)
    if one.choices is not None:
        return next((member for member in one.choices if member.value == cell), None)
    return cell


def _add_terms(connection: Any, noun: str, by_id: Mapping[int, Kept]) -> None:
    if noun == "initiatives":
        return
    table, owner, relation = (
        ("person_term", "person_id", "relation")
        if noun == "people"
        else ("offer_term", "offer_id", "role")
    )
    keys = {
        (one.term_kind.value, one.relation.value): one.key
        for one in FIELDS[noun]
        if one.term_kind is not None and one.relation is not None
    }
    rows: Iterable[tuple[Any, ...]] = whole.chosen_terms(connection, table, owner, relation)
    for number, term_id, kind, how, level, row_id in rows:
        key = keys.get((kind, how))
        if key is not None:
            kept = Chosen(row_id, Level(level) if level else None)
            by_id[number].terms.setdefault(key, {})[term_id] = kept


def _add_proofs_and_consents(connection: Any, by_id: Mapping[int, Kept]) -> None:
    for number, term_id, held in whole.records(
        connection, "credential", ("person_id", "term_id", "held")
    ):
        if held:
            by_id[number].proofs.add(term_id)
    columns = ("person_id", "scope", "given_on", "by_guardian", "withdrawn_on")
    for number, scope, on, guardian, withdrawn in whole.records(connection, "consent", columns):
        if number is not None:
            given = dt.date.fromisoformat(on[:10])
            by_id[number].consents.append(
                (ConsentScope(scope), given, bool(guardian), withdrawn is None)
            )


def _add_contacts(connection: Any, by_id: Mapping[int, Kept]) -> None:
    columns = ("initiative_id", "id", "first_name", "last_name", "function", "phone", "email")
    for owner, number, first, last, function, phone, email in whole.records(
        connection, "contact_person", columns
    ):
        kept = by_id[owner]
        name = f"{last}, {first}" if first else f"{last},"
        kept.contacts.setdefault(contact_key(first, last), number)
        if not kept.contact:
            kept.contact = {
                "contact_name": name,
                "contact_function": function,
                "contact_phone": phone,
                "contact_email": email,
            }


def contact_key(first_name: object, last_name: object) -> str:
    """The folded name under which a contact person of an initiative is found again."""
    return fold(f"{last_name or ''} {first_name or ''}")
