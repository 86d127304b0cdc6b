"""The columns of the list of a round."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.rounds import RoundRow
from ehrenamt_desktop.model.text import count, day

OPEN_ONLY = "open"
"""Filter of the list: leave out what is answered."""

LONG_DAYS = 21
"""Days without an answer from which a body is asked again: the time its letter names."""


def state(row: RoundRow) -> str:
    """What is known of an answer: `✓ unverändert, 23.11.2026` or how long it is missing."""
    one = row.question
    if not one.open:
        on = f", {day(one.settled_on)}" if one.settled_on else ""
        return f"✓ {one.settled}{on}"
    if one.waits is None:
        return "noch nicht gefragt"
    since = f"offen seit {count(one.waits, 'Tag', 'Tagen')}" if one.waits else "heute gefragt"
    return f"! {since}, noch einmal fragen" if one.waits > LONG_DAYS else since


def _tone(row: RoundRow) -> Tone:
    one = row.question
    if not one.open:
        return Tone.GOOD
    return Tone.LATE if (one.waits or 0) > LONG_DAYS else Tone.PLAIN


def _rank(row: RoundRow) -> object:
    """Open ones first, the longest waiting before the others."""
    one = row.question
    return (not one.open, -1 if one.waits is None else -one.waits - 1)


ROUND_COLUMNS: tuple[Column[RoundRow], ...] = (
    Column("code", "Code", lambda row: row.question.code, value=lambda row: row.question.offer_id,
           width=9),
    Column("title", "Angebot", lambda row: row.question.title, width=34),
    Column("initiative", "Initiative", lambda row: row.body.name, width=28),
    Column("contact", "Ansprechperson", lambda row: row.body.contact, width=20),
    Column("phone", "Telefon", lambda row: row.body.phone, width=16),
    Column("state", "Antwort", state, value=_rank, width=34, tone=_tone),
    Column("place", "Ortsteil", lambda row: row.question.place, width=22, shown=False),
    Column("confirmed", "Zuletzt bestätigt", lambda row: day(row.question.confirmed_on),
           value=lambda row: str(row.question.confirmed_on or ""), width=14, shown=False),
    Column("address", "Für Briefe", lambda row: row.body.missing, width=24, shown=False),
)  # fmt: skip
