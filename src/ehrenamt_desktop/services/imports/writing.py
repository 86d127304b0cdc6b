"""A plan carried out: one step with its journal, thousands of records through the mass writer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from ehrenamt_desktop.model.columns.fields import by_key
from ehrenamt_desktop.model.enums import Kind, Labelled
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.model.records.initiative import ContactPerson, Initiative
from ehrenamt_desktop.model.records.offer import Offer, OfferTerm
from ehrenamt_desktop.model.records.person import Consent, Credential, Person, PersonTerm
from ehrenamt_desktop.model.records.placement import StatusEvent
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.services.imports.changes import Change
from ehrenamt_desktop.services.imports.kept import Kept
from ehrenamt_desktop.store import bulk
from ehrenamt_desktop.store.unit import Unit

_RECORDS: dict[str, tuple[type[Record], Kind]] = {
    "people": (Person, Kind.PERSON),
    "initiatives": (Initiative, Kind.INITIATIVE),
    "offers": (Offer, Kind.OFFER),
}
_SORT_KEYS: dict[str, tuple[frozenset[str], Callable[[dict[str, Any]], str]]] = {
    "people": (
        frozenset({"last_name", "first_name"}),
        lambda values: fold(f"{values['last_name']} {values['first_name']}")[:200],
    ),
    "initiatives": (frozenset({"name"}), lambda values: fold(values["name"])[:200]),
    "offers": (frozenset({"title"}), lambda values: fold(values["title"])[:240]),
}
_TERMS: dict[str, tuple[type[PersonTerm] | type[OfferTerm], str, str]] = {
    "people": (PersonTerm, "person_id", "relation"),
    "offers": (OfferTerm, "offer_id", "role"),
}


def write(
    unit: Unit,
    noun: str,
    changes: Sequence[Change],
    new_initiatives: Sequence[Kept],
    today: dt.date,
    progress: Progress,
) -> None:
    """Write all changes into an open step.

    Args:
        unit: the open step.
        noun: `people`, `initiatives` or `offers`.
        changes: new and changed records.
        new_initiatives: initiatives that offers need; they are made first.
        today: the day of the changes of state.
        progress: told between the parts; a stop leaves nothing behind.
    """
    total = len(changes)
    progress.step(0, total, "Wird übernommen")
    _insert(unit, "initiatives", [Change(one, dict(one.values)) for one in new_initiatives], today)
    for change in changes:
        if change.initiative is not None:
            change.columns["initiative_id"] = change.initiative.id
    fresh = [change for change in changes if change.kept.id is None]
    known = [change for change in changes if change.kept.id is not None]
    _insert(unit, noun, fresh, today)
    progress.step(total // 3, total, "Wird übernommen")
    _update(unit, noun, known, today)
    _write_terms(unit, noun, changes)
    progress.step(2 * total // 3, total, "Wird übernommen")
    _write_parts(unit, changes)
    progress.step(total, total, "Wird übernommen")


def _insert(unit: Unit, noun: str, changes: Sequence[Change], today: dt.date) -> None:
    record, kind = _RECORDS[noun]
    _, sort_key = _SORT_KEYS[noun]
    rows = (
        change.columns
        | {
            "sort_key": sort_key(change.columns),
            "source": change.kept.source,
            "source_key": change.kept.source_key,
        }
        for change in changes
    )
    for change, number in zip(changes, bulk.insert_rows(unit, record, rows), strict=True):
        change.kept.id = number
    events = [
        _event(kind, change.kept.id, None, change.columns["status"], today) for change in changes
    ]
    bulk.insert_rows(unit, StatusEvent, events)


def _update(unit: Unit, noun: str, changes: Sequence[Change], today: dt.date) -> None:
    record, kind = _RECORDS[noun]
    named, sort_key = _SORT_KEYS[noun]
    rows = []
    events = []
    for change in changes:
        if not change.columns:
            continue
        row = change.columns | {"id": change.kept.id}
        if named & set(change.columns):
            row["sort_key"] = sort_key(change.kept.values)
        rows.append(row)
        if "status" in change.columns:
            after = change.columns["status"]
            events.append(_event(kind, change.kept.id, change.before, after, today))
    bulk.update_rows(unit, record, rows)
    bulk.insert_rows(unit, StatusEvent, events)


def _event(
    kind: Kind, number: int | None, before: Labelled | None, after: Labelled, on: dt.date
) -> dict[str, Any]:
    return {
        "kind": kind,
        "record_id": number,
        "from_state": before.value if before else None,
        "to_state": after.value,
        "on": on,
    }


def _write_terms(unit: Unit, noun: str, changes: Sequence[Change]) -> None:
    """Terms of a field become the given ones; those that stay keep their number."""
    record, owner, relation = _TERMS.get(noun, (None, "", ""))
    if record is None:
        return
    fields = by_key(noun)
    added: list[dict[str, Any]] = []
    levels: list[dict[str, Any]] = []
    for change in changes:
        for key, wanted in change.terms.items():
            chosen = change.kept.terms.get(key, {})
            for one in wanted:
                kept = chosen.get(one.term_id)
                if kept is None:
                    added.append(
                        {
                            owner: change.kept.id,
                            "term_id": one.term_id,
                            relation: fields[key].relation,
                            "level": one.level,
                        }
                    )
                elif kept.level != one.level:
                    levels.append({"id": kept.row_id, "level": one.level})
            gone = set(chosen) - {one.term_id for one in wanted} if chosen else ()
            for number in gone:
                unit.delete(unit.get_one(record, chosen[number].row_id))
    unit.flush()
    bulk.update_rows(unit, record, levels)
    bulk.insert_rows(unit, record, added)


def _write_parts(unit: Unit, changes: Sequence[Change]) -> None:
    """Proofs, consents and contact persons."""
    proofs = [
        {"person_id": change.kept.id, "term_id": number}
        for change in changes
        for number in dict.fromkeys(change.proofs)
    ]
    consents = [
        {
            "person_id": change.kept.id,
            "scope": scope,
            "given_on": on,
            "by_guardian": guardian,
            "guardian_name": change.kept.values.get("guardian_name", "") if guardian else "",
        }
        for change in changes
        for scope, on, guardian in change.consents
    ]
    contacts = [
        change.contact | {"initiative_id": change.kept.id}
        for change in changes
        if change.contact is not None
    ]
    bulk.insert_rows(unit, Credential, proofs)
    bulk.insert_rows(unit, Consent, consents)
    bulk.insert_rows(unit, ContactPerson, contacts)
