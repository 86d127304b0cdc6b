"""The columns of the library: papers, their editions, files that were looked at."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.documents import DocumentRow, EditionRow
from ehrenamt_desktop.model.enums import DocumentState
from ehrenamt_desktop.model.text import day

STATE_TONES = {
    DocumentState.CURRENT: Tone.GOOD,
    DocumentState.REVIEW: Tone.SOON,
    DocumentState.EXPIRED: Tone.LATE,
    DocumentState.UPCOMING: Tone.UNDER_WAY,
    DocumentState.MISSING: Tone.SOFT,
    DocumentState.OWN: Tone.GOOD,
    DocumentState.ARCHIVED: Tone.SOFT,
}


def state_words(row: DocumentRow) -> str:
    """How current a paper is, and whether its file is gone."""
    return row.state.label if row.there else "Datei fehlt"


def span(row: EditionRow) -> str:
    """From when until when an edition holds."""
    parts = (
        f"ab {day(row.valid_from)}" if row.valid_from else "",
        f"bis {day(row.valid_until)}" if row.valid_until else "",
        f"ersetzt am {day(row.replaced_on)}" if row.replaced_on else "",
    )
    return ", ".join(part for part in parts if part)


DOCUMENT_COLUMNS: tuple[Column[DocumentRow], ...] = (
    Column("title", "Unterlage", lambda row: row.title, width=36),
    Column("state", "Stand", state_words, width=20,
           value=lambda row: list(DocumentState).index(row.state),
           tone=lambda row: Tone.LATE if not row.there else STATE_TONES[row.state]),
    Column("kind", "Art", lambda row: row.kind.label, width=16),
    Column("audience", "Für", lambda row: row.audience.label, width=14, shown=False),
    Column("edition", "Ausgabe", lambda row: row.edition, width=18, shown=False),
    Column("valid_until", "Gültig bis", lambda row: day(row.valid_until),
           value=lambda row: row.valid_until or "", width=12, shown=False),
    Column("review_on", "Prüfen am", lambda row: day(row.review_on),
           value=lambda row: row.review_on or "", width=12, shown=False),
    Column("checked_on", "Geprüft am", lambda row: day(row.checked_on),
           value=lambda row: row.checked_on or "", width=12, shown=False),
    Column("county", "Landkreis", lambda row: row.county, width=20, shown=False),
    Column("issuer", "Herausgeber", lambda row: row.issuer, width=26, shown=False),
)  # fmt: skip

EDITION_COLUMNS: tuple[Column[EditionRow], ...] = (
    Column("label", "Ausgabe", lambda row: row.label or row.file_name, width=24),
    Column("current", "Wird ausgegeben", lambda row: "ja" if row.current else "", width=16,
           tone=lambda _: Tone.GOOD),
    Column("valid", "Gilt", span, width=24,
           value=lambda row: row.valid_from or row.added_on),
    Column("review_on", "Prüfen am", lambda row: day(row.review_on), width=12,
           value=lambda row: row.review_on or ""),
    Column("added_on", "Da seit", lambda row: day(row.added_on), width=13,
           value=lambda row: row.added_on),
    Column("file", "Datei", lambda row: row.file_name if row.there else "Datei fehlt", width=28,
           tone=lambda row: Tone.PLAIN if row.there else Tone.LATE),
)  # fmt: skip
