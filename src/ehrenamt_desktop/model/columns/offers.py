"""The columns of the list of offers."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.enums import Freshness, OfferStage
from ehrenamt_desktop.model.rows import OfferRow
from ehrenamt_desktop.model.text import day

_TONES = {
    OfferStage.DRAFT: Tone.SOFT,
    OfferStage.OPEN: Tone.GOOD,
    OfferStage.UPCOMING: Tone.UNDER_WAY,
    OfferStage.FULL: Tone.UNDER_WAY,
    OfferStage.EXPIRED: Tone.LATE,
    OfferStage.PAUSED: Tone.SOFT,
    OfferStage.ARCHIVED: Tone.SOFT,
}
CLOCK_SIGNS = {Freshness.FRESH: "✓", Freshness.AGEING: "?", Freshness.STALE: "!"}
"""Beside its words, so that the clock does not rest on colour alone."""

_CLOCK_WORDS = {
    Freshness.FRESH: "aktuell",
    Freshness.AGEING: "bald fragen",
    Freshness.STALE: "fragen",
}
CLOCK_TONES = {
    Freshness.FRESH: Tone.GOOD,
    Freshness.AGEING: Tone.SOON,
    Freshness.STALE: Tone.LATE,
}


def clock_words(freshness: Freshness) -> str:
    """`✓ aktuell`, `? bald fragen` or `! fragen`."""
    return f"{CLOCK_SIGNS[freshness]} {_CLOCK_WORDS[freshness]}"


def places(row: OfferRow) -> str:
    """`2 von 3` free places; `offen` where the offer names no number."""
    return "offen" if row.total is None else f"{row.free} von {row.total}"


OFFER_COLUMNS: tuple[Column[OfferRow], ...] = (
    Column("title", "Titel", lambda row: row.title, width=31),
    Column("initiative", "Initiative", lambda row: row.initiative, width=28),
    Column("place", "Ortsteil", lambda row: row.place, width=22),
    Column("stage", "Status", lambda row: row.stage.label, width=17,
           tone=lambda row: _TONES[row.stage]),
    Column("free", "Freie Plätze", places, value=lambda row: row.free, align="right", width=12),
    Column("confirmed", "Zuletzt bestätigt", lambda row: day(row.confirmed_on),
           value=lambda row: row.confirmed_on, width=16),
    Column("freshness", "Aktualität", lambda row: clock_words(row.freshness), width=17,
           tone=lambda row: CLOCK_TONES[row.freshness]),
    Column("municipality", "Gemeinde", lambda row: row.municipality, width=18,
           shown=False),
    Column("kind", "Art", lambda row: row.kind.label, width=18, shown=False),
    Column("area", "Bereich", lambda row: row.area, width=26, shown=False),
    Column("valid_until", "Gültig bis", lambda row: day(row.valid_until),
           value=lambda row: row.valid_until, width=12, shown=False),
    Column("number", "Nr.", lambda row: str(row.id), value=lambda row: row.id, align="right",
           width=7, shown=False),
)  # fmt: skip
