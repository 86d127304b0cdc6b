"""The checklist of an initiative that is being founded."""

from __future__ import annotations

from collections.abc import Iterable

from ehrenamt_desktop.model.founding_rows import FoundingRow
from ehrenamt_desktop.model.text import fold

CHECKLIST = (
    "Ansprechperson gefunden",
    "Erstes Treffen",
    "Raum",
    "Rechtsform oder Träger geklärt",
    "Versicherung geklärt",
    "Förderung beantragt",
    "Öffentlich bekannt gemacht",
)
"""What most foundings need; an office adds points of its own to each."""


def checklist(kept: Iterable[FoundingRow]) -> tuple[FoundingRow, ...]:
    """The usual points in their order, each as it was kept, then the initiative's own."""
    rows = {fold(one.title): one for one in kept}
    usual = [rows.pop(fold(title), FoundingRow(None, title, None, "")) for title in CHECKLIST]
    return (*usual, *(one._replace(own=True) for one in rows.values()))


def progress(rows: Iterable[FoundingRow]) -> tuple[int, int]:
    """Points done, and all of them."""
    every = list(rows)
    return sum(one.done_on is not None for one in every), len(every)
