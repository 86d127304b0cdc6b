"""Writing one field on many records, with all that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    InitiativeStatus,
    Kind,
    OfferStatus,
    PersonStatus,
    TermRelation,
)
from ehrenamt_desktop.model.mass import ADD_WISH, REMOVE_WISH, OfferMove, Value
from ehrenamt_desktop.model.records.base import Record
from ehrenamt_desktop.model.records.initiative import Initiative
from ehrenamt_desktop.model.records.offer import Offer
from ehrenamt_desktop.model.records.person import Person, PersonTerm
from ehrenamt_desktop.model.records.placement import FollowUp, StatusEvent
from ehrenamt_desktop.store import bulk
from ehrenamt_desktop.store.reads import mass
from ehrenamt_desktop.store.reads.mass import MassFacts
from ehrenamt_desktop.store.unit import Unit

RECORDS: dict[str, tuple[Kind, type[Record]]] = {
    "people": (Kind.PERSON, Person),
    "initiatives": (Kind.INITIATIVE, Initiative),
    "offers": (Kind.OFFER, Offer),
}
OPEN_TASKS = "SELECT id FROM follow_up WHERE done_on IS NULL AND person_id IN"
SHOWN_OFFERS = "SELECT id FROM offer WHERE status IN ('published', 'paused') AND initiative_id IN"


def write(unit: Unit, noun: str, key: str, value: Value, records: Sequence[MassFacts]) -> None:
    """Set the field on all of these records, inside the open step."""
    if key == ADD_WISH:
        wish = {"term_id": value, "relation": TermRelation.WISH}
        bulk.insert_rows(unit, PersonTerm, [{"person_id": one.id, **wish} for one in records])
    elif key == REMOVE_WISH:
        for one in records:
            unit.delete(unit.get_one(PersonTerm, one.current))
        unit.flush()
    elif key == "status":
        _move(unit, noun, value, records)
    else:
        bulk.update_rows(unit, RECORDS[noun][1], [{"id": one.id, key: value} for one in records])


def _move(unit: Unit, noun: str, value: Value, records: Sequence[MassFacts]) -> None:
    """Change the status, and do what ending or pausing one record does."""
    kind, record = RECORDS[noun]
    status = OfferStatus(value) if isinstance(value, OfferMove) else value
    more: dict[str, Any] = {"paused_until": None} if noun == "offers" else {}
    bulk.update_rows(unit, record, [{"id": one.id, "status": status, **more} for one in records])
    _tell(unit, kind, str(status), [(one.id, one.status) for one in records])
    numbers = [one.id for one in records]
    raw: Any = unit.connection().connection.driver_connection
    if value is PersonStatus.ENDED:
        tasks = mass.parts(raw, OPEN_TASKS, numbers)
        bulk.update_rows(unit, FollowUp, [{"id": one, "done_on": clock.today()} for one in tasks])
    elif value is InitiativeStatus.ENDED:
        shown = mass.parts(raw, SHOWN_OFFERS, numbers)
        before = {one.id: one.status for one in mass.facts(raw, "offers", shown, "status", 0)}
        paused = {"status": OfferStatus.PAUSED, "paused_until": None}
        bulk.update_rows(unit, Offer, [{"id": one, **paused} for one in shown])
        _tell(unit, Kind.OFFER, OfferStatus.PAUSED.value, list(before.items()))


def _tell(unit: Unit, kind: Kind, to: str, before: Sequence[tuple[int, str]]) -> None:
    """Keep the changes in the course of each record."""
    event = {"kind": kind, "to_state": to, "on": clock.today()}
    bulk.insert_rows(
        unit,
        StatusEvent,
        [{"record_id": number, "from_state": old, **event} for number, old in before if old != to],
    )
