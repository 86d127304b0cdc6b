"""The columns of the papers this program made."""

from __future__ import annotations

from pathlib import PurePath

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.rows import PostingRow
from ehrenamt_desktop.model.text import day

POSTING_COLUMNS: tuple[Column[PostingRow], ...] = (
    Column("printed", "Erstellt am", lambda row: day(row.printed_on),
           value=lambda row: row.printed_on, width=12),
    Column("kind", "Art", lambda row: row.kind.label, width=16),
    Column("title", "Titel", lambda row: row.title, width=40),
    Column("place", "Ortsteil", lambda row: row.place, width=22),
    Column("rows", "Einträge", lambda row: str(row.rows), value=lambda row: row.rows,
           align="right", width=10),
    Column("take_down", "Abnehmen am", lambda row: day(row.take_down_on),
           value=lambda row: row.take_down_on, width=14),
    Column("taken_down", "Abgenommen am", lambda row: day(row.taken_down_on),
           value=lambda row: row.taken_down_on, width=14),
    Column("file", "Datei", lambda row: PurePath(row.path).name, width=30),
)  # fmt: skip
