"""What a hand-over would show, and the log of those that were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.enums import ConsentScope, Kind, Salutation
from ehrenamt_desktop.model.passing import PassingPlan, Recipient
from ehrenamt_desktop.model.rows import ConsentRow, ContactRow
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.passing import parts
from ehrenamt_desktop.model.rules.salutation import full_name, greeting
from ehrenamt_desktop.store.reads import bookings, details
from ehrenamt_desktop.store.reads import parts as record_parts


def plan(connection: Any, placement_id: int, as_of: dt.date) -> PassingPlan | None:
    """The hand-over of a placement's contact; None if the placement is gone."""
    placement = record_parts.record(connection, Kind.PLACEMENT, placement_id)
    if placement is None:
        return None
    person = record_parts.record(connection, Kind.PERSON, placement["person_id"]) or {}
    offer = record_parts.record(connection, Kind.OFFER, placement["offer_id"]) or {}
    body = record_parts.record(connection, Kind.INITIATIVE, offer["initiative_id"]) or {}
    name, number = str(body["name"]), int(placement["person_id"])
    minor = age(person["birth_date"], person["birth_year"], as_of).may_be_minor
    return PassingPlan(
        placement_id=placement_id,
        offer=offer["title"],
        initiative=name,
        initiative_id=int(body["id"]),
        person_id=number,
        person=full_name(person["title"], person["first_name"], person["last_name"]),
        recipients=_recipients(connection, offer, body),
        parts=parts(person, minor=minor),
        consent=_consent(record_parts.consents_of(connection, number), as_of, name),
        refusal=details.refusal(connection, number, as_of, name),
        warnings=bookings.double_booked(connection, [number], [placement_id]).get(placement_id, ()),
    )


def proposed_of(connection: Any, person_id: int) -> list[int]:
    """Placements of a person whose contact is not passed on yet, the latest proposal first."""
    found = connection.execute(
        "SELECT id FROM placement WHERE person_id = ? AND state = 'proposed' "
        "ORDER BY proposed_on DESC, id DESC",
        (person_id,),
    )
    return [cells[0] for cells in found]


def _recipients(
    connection: Any, offer: Mapping[str, Any], body: Mapping[str, Any]
) -> tuple[Recipient, ...]:
    """The offer's own contact first, then the body's, deputies after the others, then the body."""
    contacts = record_parts.contacts_of(connection, body["id"])
    own = [one for one in contacts if one.id == offer["contact_id"]]
    rest = [one for one in contacts if one.id != offer["contact_id"]]
    people = tuple(_contact(one, body) for one in (*own, *rest))
    whole = Recipient(
        contact_id=None, name=str(body["name"]), function="", deputy=False,
        email=body["email"], phone=body["phone"], greeting=greeting(None, "", "", ""),
    )  # fmt: skip
    return (*people, whole)


def _contact(one: ContactRow, body: Mapping[str, Any]) -> Recipient:
    """A contact person; without a number or address of their own the body's is used."""
    values = one.values
    salutation = Salutation(str(values["salutation"])) if values["salutation"] else None
    words_of = (str(values[key]) for key in ("title", "first_name", "last_name"))
    return Recipient(one.id, one.name, one.function, one.deputy, one.email or body["email"],
                     one.phone or body["phone"], greeting(salutation, *words_of))  # fmt: skip


def _consent(consents: Sequence[ConsentRow], as_of: dt.date, body: str) -> ConsentRow | None:
    """The latest valid consent to the hand-over to this initiative."""
    for one in reversed(consents):
        fact = details.fact(one)
        if fact.scope is ConsentScope.HANDOVER and fact.holds(as_of) and fact.reaches(body):
            return one
    return None
