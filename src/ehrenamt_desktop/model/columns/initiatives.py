"""The columns of the list of initiatives."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.enums import InitiativeStatus
from ehrenamt_desktop.model.rows import InitiativeRow
from ehrenamt_desktop.model.text import day

_TONES = {
    InitiativeStatus.FOUNDING: Tone.UNDER_WAY,
    InitiativeStatus.ACTIVE: Tone.GOOD,
    InitiativeStatus.DORMANT: Tone.SOFT,
    InitiativeStatus.ENDED: Tone.SOFT,
}

INITIATIVE_COLUMNS: tuple[Column[InitiativeRow], ...] = (
    Column("name", "Name", lambda row: row.name, width=34),
    Column("place", "Ortsteil", lambda row: row.place, width=22),
    Column("status", "Status", lambda row: row.status.label, width=12,
           tone=lambda row: _TONES[row.status]),
    Column("open_offers", "Angebote", lambda row: str(row.open_offers),
           value=lambda row: row.open_offers, align="right", width=10),
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=18,
           shown=False),
    Column("type", "Art", lambda row: row.type.label if row.type else "", width=26, shown=False),
    Column("contact", "Ansprechperson", lambda row: row.contact, width=24,
           shown=False),
    Column("phone", "Telefon", lambda row: row.phone, width=18, shown=False),
    Column("email", "E-Mail", lambda row: row.email, width=28, shown=False),
    Column("running", "Laufende Vermittlungen", lambda row: str(row.running),
           value=lambda row: row.running, align="right", width=14, shown=False),
    Column("last_contact", "Letzter Kontakt", lambda row: day(row.last_contact_on),
           value=lambda row: row.last_contact_on, width=15, shown=False),
    Column("number", "Nr.", lambda row: str(row.id), value=lambda row: row.id, align="right",
           width=7, shown=False),
)  # fmt: skip
