"""The columns of grant programmes, of who may apply, and of applications."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.enums import GrantFit, GrantState, GrantWindow
from ehrenamt_desktop.model.grants import ApplicationRow, Candidate, ProgrammeRow, euro
from ehrenamt_desktop.model.text import day

WINDOW_TONES = {
    GrantWindow.ENDING: Tone.SOON,
    GrantWindow.OPEN: Tone.GOOD,
    GrantWindow.UPCOMING: Tone.UNDER_WAY,
    GrantWindow.UNKNOWN: Tone.SOFT,
    GrantWindow.CLOSED: Tone.SOFT,
}
FIT_TONES = {GrantFit.FITS: Tone.GOOD, GrantFit.ASK: Tone.SOON, GrantFit.NOT: Tone.SOFT}
STATE_TONES = {
    GrantState.PLANNED: Tone.PLAIN,
    GrantState.APPLIED: Tone.UNDER_WAY,
    GrantState.GRANTED: Tone.GOOD,
    GrantState.SETTLED: Tone.SOFT,
    GrantState.REFUSED: Tone.SOFT,
    GrantState.WITHDRAWN: Tone.SOFT,
}

PROGRAMME_COLUMNS: tuple[Column[ProgrammeRow], ...] = (
    Column("name", "Programm", lambda row: row.name, width=32),
    Column("window", "Antrag", lambda row: row.window.label, width=18,
           value=lambda row: list(GrantWindow).index(row.window),
           tone=lambda row: WINDOW_TONES[row.window]),
    Column("closes_on", "Frist", lambda row: day(row.closes_on),
           value=lambda row: row.closes_on or "", width=12),
    Column("sums", "Betrag", lambda row: row.sums, width=34, shown=False),
    Column("funder", "Förderer", lambda row: row.funder, width=28, shown=False),
    Column("doubt", "Zu prüfen", lambda row: row.doubt, width=30,
           tone=lambda row: Tone.SOON if row.doubt else Tone.PLAIN),
    Column("applications", "Anträge", lambda row: str(row.applications or ""), align="right",
           value=lambda row: row.applications, width=9, shown=False),
)  # fmt: skip

CANDIDATE_COLUMNS: tuple[Column[Candidate], ...] = (
    Column("name", "Initiative", lambda row: row.name, width=32),
    Column("fit", "Antrag", lambda row: row.fit.label, width=12,
           value=lambda row: list(GrantFit).index(row.fit), tone=lambda row: FIT_TONES[row.fit]),
    Column("reason", "Warum", lambda row: row.reason, width=46),
    Column("place", "Ortsteil", lambda row: row.place, width=18, shown=False),
)  # fmt: skip

APPLICATION_COLUMNS: tuple[Column[ApplicationRow], ...] = (
    Column("who", "Wer", lambda row: row.who, width=26),
    Column("title", "Wofür", lambda row: row.title, width=26),
    Column("state", "Stand", lambda row: row.state.label, width=13,
           tone=lambda row: STATE_TONES[row.state]),
    Column("applied", "Beantragt", lambda row: euro(row.applied_cents), align="right",
           value=lambda row: row.applied_cents or 0, width=13),
    Column("granted", "Bewilligt", lambda row: euro(row.granted_cents), align="right",
           value=lambda row: row.granted_cents or 0, width=13),
    Column("evidence_due", "Nachweis", lambda row: day(row.evidence_due),
           value=lambda row: row.evidence_due or "", width=13),
)  # fmt: skip
