"""The columns of the page Verteilung; counts come protected."""

from __future__ import annotations

from collections.abc import Callable

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.fairness import FairRow
from ehrenamt_desktop.model.rules import small_counts
from ehrenamt_desktop.model.text import number

_HIDDEN = -1
"""Hidden counts stand together at one end of an order, whatever they are."""


def _count(key: str, title: str, read: Callable[[FairRow], int | None]) -> Column[FairRow]:
    def value(row: FairRow) -> int:
        found = read(row)
        return _HIDDEN if found is None else found

    return Column(
        key, title, lambda row: small_counts.text(read(row)), value=value, align="right",
        width=16, tone=lambda row: Tone.SOFT if read(row) is None else Tone.PLAIN,
    )  # fmt: skip


FAIR_COLUMNS: tuple[Column[FairRow], ...] = (
    Column("group", "Gruppe", lambda row: row.group, value=lambda row: row.id, width=32),
    _count("talks", "Im Gespräch", lambda row: row.talks),
    _count("proposals", "Mit Vorschlag", lambda row: row.proposals),
    _count("placements", "Vermittelt", lambda row: row.placements),
    Column("rate", "Je 10", lambda row: number(row.rate),
           value=lambda row: _HIDDEN if row.rate is None else row.rate, align="right", width=10),
)  # fmt: skip
