"""The columns of the list of people."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.enums import PersonStage
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.model.rules.completeness import of_bits
from ehrenamt_desktop.model.rules.salutation import list_name
from ehrenamt_desktop.model.text import day

_TONES = {
    PersonStage.SEEKING: Tone.UNDER_WAY,
    PersonStage.PROPOSED: Tone.SOON,
    PersonStage.ACTIVE: Tone.GOOD,
    PersonStage.PAUSED: Tone.SOFT,
    PersonStage.ENDED: Tone.SOFT,
}

PERSON_COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("name", "Name", lambda row: list_name(row.first_name, row.last_name), width=24),
    Column("place", "Ortsteil", lambda row: row.place, width=22),
    Column("stage", "Status", lambda row: row.stage.label, width=14,
           tone=lambda row: _TONES[row.stage]),
    Column("last_contact", "Letzter Kontakt", lambda row: day(row.last_contact_on),
           value=lambda row: row.last_contact_on, width=15),
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=18, shown=False),
    Column("phone", "Telefon", lambda row: row.phone, width=18, shown=False),
    Column("email", "E-Mail", lambda row: row.email, width=28, shown=False),
    Column("created", "Aufgenommen am", lambda row: day(row.created_on),
           value=lambda row: row.created_on, width=15, shown=False),
    Column("missing", "Fehlt noch", lambda row: ", ".join(gap.label for gap in of_bits(row.gaps)),
           width=28, shown=False),
    Column("number", "Nr.", lambda row: str(row.id), value=lambda row: row.id, align="right",
           width=7, shown=False),
)  # fmt: skip
