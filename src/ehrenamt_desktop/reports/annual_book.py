"""The annual workbook: a sheet for each block of figures, definitions and a legend at the end."""

from __future__ import annotations

from pathlib import Path

from ehrenamt_desktop.model.figure_rows import Block, FigureReport
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.reports import figure_book
from ehrenamt_desktop.reports.council_page import telling
from ehrenamt_desktop.reports.sheet import write_book


def annual_book(
    path: Path, office: OfficeInfo, report: FigureReport, progress: Progress = QUIET
) -> int:
    """Write the workbook; returns the number of rows.

    Args:
        path: the file to make; it appears whole or not at all.
        office: who publishes.
        report: the figures, protected.
        progress: told after each sheet.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    parts = [
        figure_book.lines_part(report, "Überblick", telling(report)),
        *(figure_book.block_part(report, block) for block in Block),
        figure_book.areas_part(report),
        figure_book.grid_part(report),
    ]
    if report.spending:
        parts.append(figure_book.spending_part(report))
    if report.series:
        parts.append(figure_book.years_part(report))
    parts.append(figure_book.definitions_part(report))
    facts = figure_book.facts(office, report)
    return write_book(path, report.title, parts, facts, figure_book.LEGEND, progress)
