"""Invented contacts that were passed on, and the hours of a few engagements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.model.enums import PassingWay
from ehrenamt_desktop.model.hours import months
from ehrenamt_desktop.model.records.hours import HourEntry
from ehrenamt_desktop.model.records.passed_contact import PassedContact
from ehrenamt_desktop.model.rules.passing import call_back
from ehrenamt_desktop.services.demo.people import PersonPlan
from ehrenamt_desktop.services.demo.placements import PlacementPlan
from ehrenamt_desktop.store.bulk import insert_rows
from ehrenamt_desktop.store.unit import Unit

WITH_HOURS = 40
"""Placements whose hours were entered; the others never sent a sheet."""

WEEKS = 4
"""Weeks that a month counts."""

_EMPTY = dict.fromkeys(
    ("title", "first_name", "last_name", "phone", "mobile", "email", "street", "postcode", "city"),
    "",
) | {"preferred_channel": None}


def fill(
    unit: Unit,
    placed: Sequence[tuple[PersonPlan, PlacementPlan]],
    numbers: list[int],
    as_of: dt.date,
) -> list[int]:
    """Log every contact that was passed on; returns the placements' numbers as given."""
    pairs = list(zip(placed, numbers, strict=True))
    went = [
        _passed(person, one, number)
        for (person, one), number in pairs
        if one.values["passed_on_on"] is not None
    ]
    insert_rows(unit, PassedContact, went)
    ran = [
        (one, number) for (_, one), number in pairs
        if one.values["started_on"] is not None and one.values.get("hours_per_week")
    ]  # fmt: skip
    insert_rows(
        unit, HourEntry,
        [row for one, number in ran[:WITH_HOURS] for row in _hours(one, number, as_of)],
    )  # fmt: skip
    return numbers


def _passed(person: PersonPlan, one: PlacementPlan, number: int) -> dict[str, Any]:
    body = one.offer.initiative
    first = body.contacts[0]
    email, phone = str(first.get("email") or ""), str(first.get("phone") or "")
    way = PassingWay.EMAIL if email else PassingWay.CALL if phone else PassingWay.PERSONAL
    back = call_back(_EMPTY | person.values)
    return {
        "placement_id": number,
        "person_id": person.id,
        "initiative_id": body.id,
        "contact_id": body.contact_ids[0],
        "recipient": one.values["recipient"],
        "address": email or phone,
        "way": way,
        "parts": ",".join(key for key in ("name", back) if key),
        "on": one.values["passed_on_on"],
    }


def _hours(one: PlacementPlan, number: int, as_of: dt.date) -> list[dict[str, Any]]:
    """The months that are over, more or less what was agreed."""
    values = one.values
    last = values["ended_on"] or as_of.replace(day=1) - dt.timedelta(days=1)
    agreed = WEEKS * float(values["hours_per_week"])
    return [
        {"placement_id": number, "month": month, "note": "",
         "hours": max(0.5, round(agreed * (0.8, 1.0, 1.1)[turn % 3] * 2) / 2)}
        for turn, month in enumerate(months(values["started_on"], last))
    ]  # fmt: skip
