"""Columns of lists about papers that are handed out."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.enums import Kind, RecallWeight
from ehrenamt_desktop.model.hand_out import HolderRow, RuleRow
from ehrenamt_desktop.model.text import day

_TONES = {RecallWeight.MUST: Tone.LATE, RecallWeight.SHOULD: Tone.UNDER_WAY}


def _whom(row: HolderRow) -> str:
    return row.name if row.whom.kind is Kind.PERSON else f"{row.name} (Initiative)"


HOLDER_COLUMNS: tuple[Column[HolderRow], ...] = (
    Column("title", "Unterlage", lambda row: row.title, width=26),
    Column("weight", "Wie wichtig", lambda row: row.weight.label, width=24,
           tone=lambda row: _TONES.get(row.weight, Tone.SOFT)),
    Column("name", "Wer sie hat", _whom, width=22),
    Column("edition", "Alt", lambda row: row.edition, width=14),
    Column("on", "Seit", lambda row: day(row.on), value=lambda row: row.on, width=13),
    Column("newer", "Neu", lambda row: row.newer, width=14),
)  # fmt: skip

RULE_COLUMNS: tuple[Column[RuleRow], ...] = (
    Column("condition", "Wann", lambda row: row.condition, width=34),
    Column("title", "Unterlage", lambda row: row.title, width=30),
    Column("reason", "Weil", lambda row: row.reason, width=44),
    Column("active", "Gilt", lambda row: "ja" if row.active else "aus", width=7,
           tone=lambda row: Tone.PLAIN if row.active else Tone.SOFT),
)  # fmt: skip
