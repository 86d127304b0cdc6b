"""What stands in the fields of a form, by placeholder: only what the form asks for is taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ehrenamt_desktop.model.enums import Channel, InitiativeType, PlacementState, Rhythm, Salutation
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.rows import InitiativeDetail, OfferDetail, PersonDetail
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.text import day, number, tidy

_NEEDS = {
    "needs_efz": "erweitertes Führungszeugnis",
    "needs_ifsg": "Belehrung Lebensmittel",
    "needs_nda": "Verschwiegenheit",
    "needs_measles": "Masernschutz",
}
"""What an offer can ask for, as the boxes of its form are called."""


def office_values(office: OfficeInfo, today: dt.date) -> dict[str, str]:
    """Who gives the form out, and the day."""
    return {
        "office": tidy(office.name),
        "office_phone": tidy(office.phone).replace(" ", "\N{NO-BREAK SPACE}"),
        "office_email": tidy(office.email),
        "today": day(today),
        "year": str(today.year),
    }


def law_values(figures: Mapping[str, str]) -> dict[str, str]:
    """Figures of law that are known for sure, with German thousands."""
    return {
        key: f"{int(value):,}".replace(",", ".") if value.isdecimal() else value
        for key, value in figures.items()
    }


def person_values(person: PersonDetail, placement: int | None = None) -> dict[str, str]:
    """What a form may say of a person, and of one placement."""
    known = person.values
    first, last, title = (str(known[key] or "") for key in ("first_name", "last_name", "title"))
    town = f"{known['postcode'] or ''} {known['city'] or ''}".strip()
    street = str(known["street"] or "")
    salutation, channel = known["salutation"], known["preferred_channel"]
    values = {
        "name": full_name(title, first, last),
        "first_name": first,
        "last_name": last,
        "salutation": Salutation(str(salutation)).label if salutation else "",
        "born": _born(known),
        "street": street,
        "city": town,
        "address": ", ".join(one for one in (street, town) if one),
        "place": person.place.label if person.place else "",
        "channel": Channel(str(channel)).label if channel else "",
        "reachable": str(known["reachable_note"] or ""),
        "prior": str(known["prior_engagement"] or ""),
        "hours": _amount(known["hours_per_week"]),
        "km": _amount(known["max_km"]),
        "guardian": str(known["guardian_name"] or ""),
        "guardian2": str(known["guardian2_name"] or ""),
        **{key: str(known[key] or "") for key in (
            "phone", "mobile", "email", "profession", "hobbies", "guardian_phone",
            "guardian2_phone",
        )},
    }  # fmt: skip
    found = next((one for one in person.placements if one.id == placement), None)
    if found is not None and found.state is PlacementState.RUNNING:
        values["started"] = day(found.since)
    return values


def task_values(offer: OfferDetail) -> dict[str, str]:
    """What a form may say of an offer; nothing of whom it helps."""
    known = offer.values
    where = [str(known["location"] or ""), offer.place.label if offer.place else ""]
    rhythm = known["rhythm"]
    return {
        "offer": str(known["title"]),
        "offer_where": ", ".join(one for one in where if one),
        "offer_when": str(known["time_text"] or ""),
        "offer_hours": _amount(known["hours_per_week"]),
        "rhythm": Rhythm(str(rhythm)).label if rhythm else "",
        "places": _amount(known["places_total"]),
        "min_age": _amount(known["min_age"]),
        "allowance": _amount(known["allowance_month"]),
        "accessible": _yes(known["accessible"]),
        "trial": _yes(known["trial_possible"]),
        "refund": _yes(known["expense_refund"]),
        "transit": str(known["transit_note"] or ""),
        "starts": _day(known["starts_on"]),
        "ends": _day(known["ends_on"]),
        "valid_until": _day(known["valid_until"]),
        "needs": ",".join(label for key, label in _NEEDS.items() if known[key]),
        **{key: str(known[key] or "") for key in (
            "teaser", "description", "requirements", "induction", "training", "teaches",
        )},
    }  # fmt: skip


def body_values(body: InitiativeDetail, *, named: bool) -> dict[str, str]:
    """What a form may say of an initiative; of its contact only where that is `named`."""
    known = body.values
    town = f"{known['postcode'] or ''} {known['city'] or ''}".strip()
    street, kind = str(known["street"] or ""), known["type"]
    values = {
        "initiative": str(known["name"]),
        "initiative_street": street,
        "initiative_city": town,
        "initiative_address": ", ".join(one for one in (street, town) if one),
        "initiative_phone": str(known["phone"] or ""),
        "initiative_email": str(known["email"] or ""),
        "website": str(known["website"] or ""),
        "legal_form": str(known["legal_form"] or ""),
        "parent": str(known["parent_body"] or ""),
        "exemption": _day(known["exemption_until"]),
        "body_type": InitiativeType(str(kind)).label if kind else "",
        "volunteers": _amount(known["volunteers"]),
        "insurer": str(known["accident_insurer"] or ""),
        "liability": str(known["liability_cover"] or ""),
        "protection": _day(known["protection_agreed_on"]),
        "cooperation": _day(known["cooperation_since"]),
    }
    contact = next((one for one in body.contacts if not one.deputy), None)
    if named and contact is not None:
        said = ", ".join(one for one in (contact.name, contact.function) if one)
        values |= {"contact": said, "contact_phone": contact.phone, "contact_email": contact.email}
    return values


def _born(known: Mapping[str, object]) -> str:
    if isinstance(known["birth_date"], dt.date):
        return day(known["birth_date"])
    return str(known["birth_year"] or "")


def _day(value: object) -> str:
    return day(value) if isinstance(value, dt.date) else ""


def _amount(value: object) -> str:
    return number(value) if isinstance(value, int | float) else ""


def _yes(value: object) -> str:
    return "" if value is None else "ja" if value else "nein"
