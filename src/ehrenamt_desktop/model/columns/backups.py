"""The columns of safety copies, and what of them is compared with today."""

from __future__ import annotations

from ehrenamt_desktop.model.backups import BackupRow
from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.enums import Kind

COMPARED = (
    (Kind.PERSON, "Personen"),
    (Kind.INITIATIVE, "Initiativen"),
    (Kind.OFFER, "Angebote"),
    (Kind.PLACEMENT, "Vermittlungen"),
    (Kind.INTERACTION, "Gespräche"),
)

BACKUP_COLUMNS: tuple[Column[BackupRow], ...] = (
    Column("made_at", "Gesichert am", lambda row: f"{row.made_at:%d.%m.%Y, %H:%M} Uhr",
           value=lambda row: row.made_at, width=24),
    Column("where", "Ort", lambda row: "zweiter Ort" if row.second else "dieser Computer",
           width=18),
    Column("people", "Personen", lambda row: str(row.amount(Kind.PERSON)), align="right",
           value=lambda row: row.amount(Kind.PERSON), width=11),
    Column("offers", "Angebote", lambda row: str(row.amount(Kind.OFFER)), align="right",
           value=lambda row: row.amount(Kind.OFFER), width=11),
    Column("placements", "Vermittlungen", lambda row: str(row.amount(Kind.PLACEMENT)),
           align="right", value=lambda row: row.amount(Kind.PLACEMENT), width=15),
)  # fmt: skip
