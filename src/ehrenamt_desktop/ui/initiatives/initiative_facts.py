"""An initiative in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.columns.initiatives import INITIATIVE_COLUMNS
from ehrenamt_desktop.model.columns.offers import OFFER_COLUMNS, clock_words, places
from ehrenamt_desktop.model.rows import ContactRow, InitiativeDetail, OfferRow, PlacementRow
from ehrenamt_desktop.model.text import count, day
from ehrenamt_desktop.ui.record.head import Mark

DOT = " · "
_STATUS = next(one for one in INITIATIVE_COLUMNS if one.key == "status")
_STAGE = next(one for one in OFFER_COLUMNS if one.key == "stage")


def joined(*parts: str) -> str:
    """The parts that say something, with dots between."""
    return DOT.join(part for part in parts if part)


def belongs(detail: InitiativeDetail) -> str:
    """`Nr. 12 · Eingetragener Verein · Ulfen (Sontra)`."""
    kind = detail.row.type.label if detail.row.type else ""
    form = str(detail.values["legal_form"])
    return joined(f"Nr. {detail.id}", kind, form, detail.row.place)


def marks(detail: InitiativeDetail) -> list[Mark]:
    """The badges of the head."""
    tone = _STATUS.tone(detail.row) if _STATUS.tone else Tone.PLAIN
    found = [Mark(detail.row.status.label, tone)]
    if detail.row.open_offers:
        words = count(detail.row.open_offers, "offenes Angebot", "offene Angebote")
        found.append(Mark(words, Tone.UNDER_WAY))
    if detail.row.running:
        words = count(detail.row.running, "laufende Vermittlung", "laufende Vermittlungen")
        found.append(Mark(words, Tone.GOOD))
    return found


def lines(detail: InitiativeDetail) -> list[tuple[str, str]]:
    """Keys and words of the overview; empty words are left out by the view."""
    values: Mapping[str, Any] = detail.values
    town = f"{values['postcode']} {values['city']}".strip()
    street = str(values["street"])
    amount = values["volunteers"]
    return [
        ("Worum es geht", str(values["purpose"])),
        ("Telefon", str(values["phone"])),
        ("E-Mail", str(values["email"])),
        ("Internet", str(values["website"])),
        ("Anschrift", ", ".join(part for part in (street, town) if part)),
        ("Träger", str(values["parent_body"])),
        ("Freiwillige", str(amount) if amount is not None else ""),
        ("Zusammenarbeit", _since("seit", values["cooperation_since"])),
        ("Gemeinnützig", _nonprofit(values)),
        ("Versicherung", _insurance(values)),
        ("Schutzvereinbarung", _since("vom", values["protection_agreed_on"])),
        ("Letzter Kontakt", day(detail.row.last_contact_on)),
        ("Notiz", str(values["note"])),
    ]


def _nonprofit(values: Mapping[str, Any]) -> str:
    """`ja, Freistellungsbescheid gültig bis 31.12.2027`."""
    until = values["exemption_until"]
    told = {True: "ja", False: "nein"}.get(values["nonprofit"], "")
    notice = f"Freistellungsbescheid gültig bis {day(until)}" if until else ""
    return ", ".join(part for part in (told, notice) if part)


def _insurance(values: Mapping[str, Any]) -> str:
    """Accident and liability, as far as they are known."""
    accident, liability = values["accident_insurer"], values["liability_cover"]
    return joined(
        f"Unfall: {accident}" if accident else "",
        f"Haftpflicht: {liability}" if liability else "",
    )


def _since(word: str, on: dt.date | None) -> str:
    return f"{word} {day(on)}" if on else ""


def contact(row: ContactRow) -> tuple[str, str]:
    """Name with function, and how to reach them."""
    deputy = "in Vertretung" if row.deputy else ""
    public = "darf öffentlich genannt werden" if row.publish_consent_on else ""
    notice_on = row.values.get("notice_on")
    told = f"Datenschutzhinweis {day(notice_on)}" if isinstance(notice_on, dt.date) else ""
    return joined(row.name, row.function), joined(row.phone, row.email, deputy, public, told)


def offer(row: OfferRow) -> tuple[str, str, Mark]:
    """Title, place and clock, stage."""
    confirmed = f"zuletzt bestätigt am {day(row.confirmed_on)}" if row.confirmed_on else ""
    free = f"freie Plätze: {places(row)}"
    tone = _STAGE.tone(row) if _STAGE.tone else Tone.PLAIN
    words = joined(row.place, free, clock_words(row.freshness), confirmed)
    return row.title, words, Mark(row.stage.label, tone)


def placement(row: PlacementRow) -> tuple[str, str]:
    """Who does what, since when."""
    due = f"nächste Nachfrage {day(row.next_due)}" if row.next_due else ""
    return row.person, joined(row.offer, f"seit {day(row.since)}", due)
