"""The history of a record from the journal, and one field put back as a step of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ehrenamt_desktop.errors import ConflictError, DomainError
from ehrenamt_desktop.model.columns.edits import HIDDEN
from ehrenamt_desktop.model.edits import Edit
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.records.initiative import InitiativeDraft
from ehrenamt_desktop.model.records.offer import OfferDraft
from ehrenamt_desktop.model.records.person import PersonDraft
from ehrenamt_desktop.model.records.placement import PlacementDatesDraft
from ehrenamt_desktop.services.edit_words import NOTHING, EditWords, term_field
from ehrenamt_desktop.services.initiatives import Initiatives
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.services.offers import Offers
from ehrenamt_desktop.services.people import People
from ehrenamt_desktop.services.placements import Placements
from ehrenamt_desktop.store import journal
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import parts
from ehrenamt_desktop.store.reads.edits import Entry, entries, entry

MOST = 2_000
"""Entries read at once."""

_RELATIONS = {Kind.PERSON_TERM: "relation", Kind.OFFER_TERM: "role"}
_OWNERS = {Kind.PERSON_TERM: Kind.PERSON, Kind.OFFER_TERM: Kind.OFFER}
_DRAFTS = {
    Kind.PERSON: PersonDraft,
    Kind.INITIATIVE: InitiativeDraft,
    Kind.OFFER: OfferDraft,
    Kind.PLACEMENT: PlacementDatesDraft,
}
_MOVED_ON = (
    "Diese Angabe wurde danach noch einmal geändert. Bitte setzen Sie zuerst die neuere Änderung "
    "zurück, oder ändern Sie die Angabe von Hand."
)
_WHOLE = (
    "Zurücksetzen lässt sich nur eine einzelne Angabe. Bitte entfernen Sie den Eintrag, oder "
    "tragen Sie ihn neu ein."
)
_BY_STEPS = (
    "Diese Angabe entsteht durch einen Schritt und lässt sich nicht einzeln zurücksetzen. Bitte "
    "gehen Sie den Schritt, der dazu gehört."
)


class Edits:
    """What was changed on a record, and the way back for one field."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, kind: Kind, number: int) -> tuple[Edit, ...]:
        """The changes of a person, an initiative, an offer or a placement, the latest first."""
        with self._store.read() as connection:
            words = EditWords(connection)
            return tuple(
                edit
                for one in entries(connection, kind, number, MOST)
                for edit in _edits(one, kind, words)
            )

    def revert(self, entry_id: int, field: str) -> None:
        """Put a field back to what it was before an entry; rules of saving hold as in the form.

        Raises:
            DomainError: the field cannot be put back by itself.
            ConflictError: it was changed again since.
            InvalidDraft: a rule forbids the former value.
        """
        with self._store.read() as connection:
            found = entry(connection, entry_id)
            if found is None:
                raise DomainError(GONE)
            if found.kind in _RELATIONS:
                kind, number, values, version = _term_back(connection, found)
            else:
                kind, number, values, version = _field_back(connection, found, field)
        self._save(kind, number, values, version)

    def _save(self, kind: Kind, number: int, values: Mapping[str, Any], version: int) -> None:
        if kind is Kind.PERSON:
            People(self._store).save(values, number, version)
        elif kind is Kind.INITIATIVE:
            Initiatives(self._store).save(values, number, version)
        elif kind is Kind.OFFER:
            Offers(self._store).save(values, number, version)
        else:
            Placements(self._store).set_dates(number, values)


def _term_back(connection: Any, found: Entry) -> tuple[Kind, int, Mapping[str, Any], int]:
    """The owner's terms without the one that came, with the one that went, or its former level."""
    kind, relation = _OWNERS[found.kind], _RELATIONS[found.kind]
    row = parts.record(connection, found.kind, found.record_id)
    term = row if row is not None else found.before
    if term is None or "term_id" not in term:
        raise ConflictError(_MOVED_ON)
    number = int(term[f"{kind.value}_id"])
    owner = parts.record(connection, kind, number)
    if owner is None:
        raise DomainError(GONE)
    now: dict[tuple[int, str], Any] = {
        (one.term_id, one.relation): one.level for one in parts.terms_of(connection, kind, number)
    }
    name = (term["term_id"], term[relation])
    expected = {} if found.after is None else {name: found.after.get("level")}
    if {key: level for key, level in now.items() if key == name} != expected:
        raise ConflictError(_MOVED_ON)
    now.pop(name, None)
    if found.before is not None:
        now[name] = found.before.get("level")
    terms = [{"term_id": one, relation: how, "level": level} for (one, how), level in now.items()]
    return kind, number, {"terms": terms}, owner["version"]


def _field_back(
    connection: Any, found: Entry, field: str
) -> tuple[Kind, int, Mapping[str, Any], int]:
    """The former value of a field of the record itself."""
    draft = _DRAFTS.get(found.kind)
    if draft is None or found.before is None or found.after is None:
        raise DomainError(_WHOLE)
    if field not in draft.model_fields or field not in found.after:
        raise DomainError(_BY_STEPS)
    row = parts.record(connection, found.kind, found.record_id)
    if row is None:
        raise DomainError(GONE)
    if not journal.same({field: found.after[field]}, {field: _as_stored(row[field])}):
        raise ConflictError(_MOVED_ON)
    return found.kind, found.record_id, {field: found.before[field]}, row["version"]


def _as_stored(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _edits(one: Entry, kind: Kind, words: EditWords) -> Iterator[Edit]:
    if one.kind in _RELATIONS:
        yield from _term_edits(one, words)
        return
    own = one.kind is kind
    prefix = "" if own else f"{one.kind.label}: "
    if one.before is None or one.after is None:
        there = "angelegt" if own else words.whole(one.kind, one.after or one.before or {})
        before, after = (NOTHING, there) if one.before is None else (there, NOTHING)
        yield Edit(one.id, "", one.at, one.action, one.kind.label, before, after)
        return
    for key, value in one.after.items():
        if key not in HIDDEN and key != journal.OWNERS.get(one.kind):
            yield Edit(
                one.id,
                key if own else f"{one.kind.value}.{key}",
                one.at,
                one.action,
                f"{prefix}{words.label(one.kind, key)}",
                words.value(one.kind, key, one.before.get(key)),
                words.value(one.kind, key, value),
            )


def _term_edits(one: Entry, words: EditWords) -> Iterator[Edit]:
    """A term that came, went or got another level; a mere level names no relation."""
    values = one.after if one.before is None else one.before
    if values is None or "term_id" not in values:
        before, after = one.before or {}, one.after or {}
        if "level" in after:
            yield Edit(
                one.id, "level", one.at, one.action, "Kenntnisse: Stufe",
                words.value(one.kind, "level", before.get("level")),
                words.value(one.kind, "level", after["level"]),
            )  # fmt: skip
        return
    term_kind, label = words.term(values["term_id"])
    level = words.value(one.kind, "level", values.get("level"))
    there = label if level == NOTHING else f"{label} ({level})"
    field = term_field(one.kind, values[_RELATIONS[one.kind]], term_kind)
    before_words, after_words = (NOTHING, there) if one.before is None else (there, NOTHING)
    yield Edit(one.id, field, one.at, one.action, "", before_words, after_words)
