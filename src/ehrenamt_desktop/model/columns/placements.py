"""The columns of the list of placements."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.rows import PlacementRow
from ehrenamt_desktop.model.text import day

_TONES = {
    PlacementState.PROPOSED: Tone.UNDER_WAY,
    PlacementState.PASSED_ON: Tone.SOON,
    PlacementState.RUNNING: Tone.GOOD,
    PlacementState.ENDED: Tone.SOFT,
}

PLACEMENT_COLUMNS: tuple[Column[PlacementRow], ...] = (
    Column("person", "Person", lambda row: row.person, width=24),
    Column("offer", "Angebot", lambda row: row.offer, width=32),
    Column("initiative", "Initiative", lambda row: row.initiative, width=28),
    Column("state", "Status", lambda row: row.state.label, width=20,
           tone=lambda row: _TONES[row.state]),
    Column("since", "Seit", lambda row: day(row.since), value=lambda row: row.since, width=12),
    Column("next_due", "Nächste Nachfrage", lambda row: day(row.next_due),
           value=lambda row: row.next_due, width=16),
    Column("proposed", "Vorgeschlagen am", lambda row: day(row.proposed_on),
           value=lambda row: row.proposed_on, width=16, shown=False),
    Column("end_reason", "Grund", lambda row: row.end_reason.label if row.end_reason else "",
           width=24, shown=False),
    Column("number", "Nr.", lambda row: str(row.id), value=lambda row: row.id, align="right",
           width=7, shown=False),
)  # fmt: skip
