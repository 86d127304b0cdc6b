"""What stands in the place of a letter's placeholders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ehrenamt_desktop.model.paper_rows import LetterAddress, LetterOffer, OfficeInfo
from ehrenamt_desktop.model.text import day, tidy

_COUNTS = (
    "keinen Vorschlag", "einen Vorschlag", "zwei Vorschläge", "drei Vorschläge", "vier Vorschläge",
    "fünf Vorschläge", "sechs Vorschläge", "sieben Vorschläge", "acht Vorschläge",
    "neun Vorschläge", "zehn Vorschläge", "elf Vorschläge", "zwölf Vorschläge",
)  # fmt: skip


def office_values(office: OfficeInfo, on: dt.date, reply_until: dt.date | None) -> dict[str, str]:
    """What every letter of the office can say, by placeholder."""
    return {
        "date": day(on),
        "reply_until": day(reply_until),
        "office": tidy(office.name),
        "carrier": tidy(office.carrier),
        "phone": tidy(office.phone).replace(" ", "\N{NO-BREAK SPACE}"),
        "email": tidy(office.email),
        "hours": tidy(office.hours),
        "street": tidy(office.street),
        "city": tidy(office.city),
        "room": tidy(office.room),
        "coordinator": tidy(office.coordinator),
    }


def address_values(address: LetterAddress) -> dict[str, str]:
    """How the addressee is spoken to."""
    return {
        "greeting": tidy(address.greeting),
        "polite_name": tidy(address.polite_name),
    }


def offer_values(offers: Sequence[LetterOffer]) -> dict[str, str]:
    """How the offers of a letter are spoken of."""
    number = len(offers)
    return {
        "proposals": "Unser Vorschlag" if number == 1 else "Unsere Vorschläge",
        "offer_count": _COUNTS[number] if number < len(_COUNTS) else f"{number} Vorschläge",
    }
