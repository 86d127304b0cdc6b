"""The columns of people on their way out."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.erasures import ErasureRow
from ehrenamt_desktop.model.text import day


def _archive(row: ErasureRow) -> str:
    if row.answer is not None:
        return ", ".join(one for one in (row.answer.label, row.file_number) if one)
    return f"seit {day(row.offered_on)}" if row.offered_on else ""


def _why(row: ErasureRow) -> str:
    return f"Verlangt, Antwort bis {day(row.reply_by)}" if row.reply_by else row.why


ERASURE_COLUMNS: tuple[Column[ErasureRow], ...] = (
    Column("name", "Person", lambda row: row.name, width=24),
    Column("stage", "Stand", lambda row: row.stage.label, width=15),
    Column("why", "Anlass", _why, width=36),
    Column("since", "Fällig seit", lambda row: day(row.since), value=lambda row: row.since,
           width=13),
    Column("archive", "Archiv", _archive, width=22),
    Column("id", "Nr.", lambda row: str(row.id), align="right", value=lambda row: row.id, width=7),
)  # fmt: skip
