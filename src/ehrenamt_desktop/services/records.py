"""Steps that people, initiatives and offers share: find, change, move, keep their terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlmodel import SQLModel, col, select

from ehrenamt_desktop.errors import ConflictError, DomainError
from ehrenamt_desktop.model.enums import Kind, Labelled
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.model.records.initiative import Initiative
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Person
from ehrenamt_desktop.model.records.placement import StatusEvent
from ehrenamt_desktop.model.rules.restriction import RESTRICTED
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.store.unit import Unit

R = TypeVar("R", bound=Record)

OWNERS: Mapping[str, type[Person] | type[Initiative] | type[Offer]] = {
    "person_id": Person,
    "initiative_id": Initiative,
    "offer_id": Offer,
}
"""Columns that name a record which can lie in the trash."""


def find(unit: Unit, record: type[R], number: int, *, trashed: bool = False) -> R:
    """The record with this number; one in the trash only if that is asked for.

    Raises:
        DomainError: it is gone, or lies in the trash.
    """
    found = unit.get(record, number)
    if found is None:
        raise DomainError(GONE)
    if not trashed and getattr(found, "trashed_at", None) is not None:
        raise DomainError(in_trash(Kind(str(record.__tablename__)), number))
    return found


def in_trash(kind: Kind, number: int) -> str:
    """Why nothing can be done with a trashed record, and what helps."""
    return f"{kind.label} Nr. {number} liegt im Papierkorb. Bitte zuerst wiederherstellen."


def expect_live(unit: Unit, owner: SQLModel) -> None:
    """Make sure that none of the records that a talk, reminder or part names lies in the trash.

    Raises:
        DomainError: one does.
    """
    for column, kind in OWNERS.items():
        number = getattr(owner, column, None)
        if number is not None:
            find(unit, kind, number)


def find_free(unit: Unit, number: int) -> Person:
    """The person with this number, whose data may be used.

    Raises:
        DomainError: it is gone, lies in the trash or is restricted.
    """
    person = find(unit, Person, number)
    if person.restricted_on is not None:
        raise DomainError(RESTRICTED)
    return person


def expect(record: Record, version: int | None) -> None:
    """Make sure the record still is what the form was filled from.

    Raises:
        ConflictError: it was changed elsewhere in between.
    """
    if version is not None and record.version != version:
        raise ConflictError(
            "Der Datensatz wurde inzwischen an anderer Stelle geändert. Bitte öffnen Sie ihn neu "
            "und tragen Sie Ihre Änderung noch einmal ein."
        )


def apply(record: Record, draft: SQLModel, *, leave: Iterable[str] = ()) -> None:
    """Put a draft's fields on a record, those in `leave` excepted."""
    for key in type(draft).model_fields:
        if key not in leave and getattr(record, key) != getattr(draft, key):
            setattr(record, key, getattr(draft, key))


def moved(
    unit: Unit, kind: Kind, number: int, before: Labelled | None, after: Labelled,
    on: dt.date, reason: str = "",
) -> None:  # fmt: skip
    """Keep a change of state in the record's course, if it is one."""
    if before is after:
        return
    unit.add(
        StatusEvent(
            kind=kind,
            record_id=number,
            from_state=before.value if before else None,
            to_state=after.value,
            on=on,
            reason=reason,
        )
    )


def replace_terms(
    unit: Unit,
    record: type[Any],
    owner: Mapping[str, int],
    wanted: Iterable[SQLModel],
    relation: str,
) -> None:
    """Make a record's terms the wanted ones; unchanged ones keep their number.

    Args:
        unit: the open step.
        record: `PersonTerm` or `OfferTerm`.
        owner: the owning column and its number.
        wanted: the chosen terms of the draft.
        relation: the column that, with the term, tells choices apart.
    """
    ((column, number),) = owner.items()
    kept = {
        (one.term_id, getattr(one, relation)): one
        for one in unit.exec(select(record).where(col(getattr(record, column)) == number))
    }
    chosen = {(one.term_id, getattr(one, relation)): one for one in wanted}  # type: ignore[attr-defined]
    for key, one in kept.items():
        if key not in chosen:
            unit.delete(one)
    unit.flush()
    for key, choice in chosen.items():
        if key not in kept:
            unit.add(record(**owner, **choice.model_dump()))
        elif kept[key].level != choice.level:  # type: ignore[attr-defined]
            kept[key].level = choice.level  # type: ignore[attr-defined]
