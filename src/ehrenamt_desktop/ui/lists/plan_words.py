"""A plan of an import in the words of the dialog: counts, lines of the tables, the main action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.imports import NOUNS, ImportReport, ImportRow, Verdict
from ehrenamt_desktop.model.text import count

ROW_HEADINGS = ("Zeile", "Ergebnis", "Hinweis")

_TONES = {
    Verdict.ADDED: Tone.GOOD, Verdict.UPDATED: Tone.UNDER_WAY, Verdict.SKIPPED: Tone.SOFT,
    Verdict.REFUSED: Tone.LATE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its cells and the meaning of the second one."""

    cells: tuple[str, ...]
    tone: Tone = Tone.PLAIN


def counts_words(report: ImportReport) -> str:
    """`25 gelesen: 21 neu, 2 geändert, 1 unverändert, 1 abgewiesen`; they always add up."""
    counts = report.counts
    return (
        f"{counts.read} gelesen: {counts.added} neu, {counts.updated} geändert, "
        f"{counts.skipped} unverändert, {counts.refused} abgewiesen"
    )


def also_words(report: ImportReport) -> str:
    """`Dazu 3 Initiativen und 2 Ansprechpersonen`; empty when only rows become records."""
    parts = [count(number, *NOUNS[kind]) for kind, number in report.also.items()]
    if not parts:
        return ""
    return "Dazu " + " und ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def taken(report: ImportReport) -> int:
    """How many rows are taken over."""
    return report.counts.added + report.counts.updated


def run_words(report: ImportReport | None) -> str:
    """The main action: `23 Zeilen einlesen`."""
    number = taken(report) if report is not None else 0
    unit = report.unit if report is not None else ("Zeile", "Zeilen")
    return f"{count(number, *unit)} einlesen" if number else "Einlesen"


def nothing_words(report: ImportReport) -> str:
    """Why there is nothing to take over; empty when there is."""
    counts = report.counts
    if taken(report):
        return ""
    if not counts.read:
        return "Nichts einzulesen: Die Liste hat keine Zeilen."
    if not counts.refused:
        return "Nichts einzulesen: Alles steht schon genauso im Programm."
    if not counts.skipped:
        return "Nichts einzulesen: Alle Zeilen sind abgewiesen."
    return "Nichts einzulesen: Alle Zeilen sind unverändert oder abgewiesen."


def row_lines(rows: Sequence[ImportRow]) -> list[Line]:
    """Rows of the file with verdict and reason."""
    return [Line((str(one.row), one.verdict.label, one.reason), _TONES[one.verdict])
            for one in rows]  # fmt: skip
