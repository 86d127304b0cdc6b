"""The gap report as Excel: a sheet for each part, small counts protected, nobody named."""

from __future__ import annotations

from pathlib import Path

from ehrenamt_desktop.model.gaps import GapReport
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.reports import gap_rows
from ehrenamt_desktop.reports.sheet import Part, write_book

_SHEETS = ("Angebote ohne Personen", "Personen ohne Angebot", "Wünsche", "Nachweise")


def gap_book(path: Path, office: OfficeInfo, found: GapReport, progress: Progress = QUIET) -> int:
    """Write the workbook; returns the number of rows.

    Args:
        path: the file to make; it appears whole or not at all.
        office: who publishes.
        found: the gaps with their exact counts.
        progress: told after each sheet.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    facts = gap_rows.facts(found, office)
    parts = [
        Part(
            sheet,
            table.columns,
            table.rows,
            {"Stand": facts["Stand"], "Was zählt": gap_rows.summary(found),
             table.title: table.about if table.rows else table.empty},
        )
        for sheet, table in zip(_SHEETS, gap_rows.tables(found), strict=True)
    ]  # fmt: skip
    return write_book(path, gap_rows.TITLE, parts, facts, gap_rows.LEGEND, progress)
