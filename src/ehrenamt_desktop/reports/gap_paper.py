"""The gap report on A4: four parts, small counts protected, nobody named. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm

from ehrenamt_desktop.model.gaps import GapReport
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import gap_rows, paper, round_rows, tables
from ehrenamt_desktop.reports.gap_rows import Table
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import WIDTH, Strip
from ehrenamt_desktop.reports.strip_paper import About, write_strips
from ehrenamt_desktop.reports.tables import Grid


def gap_paper(path: Path, office: OfficeInfo, found: GapReport, progress: Progress = QUIET) -> int:
    """Write the report as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who publishes.
        found: the gaps with their exact counts.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    parts = {one.title: one for one in gap_rows.tables(found)}
    strips = [
        round_rows.words(gap_rows.TITLE, 18, bold=True),
        round_rows.words(f"Stand: {day(found.as_of)}. {gap_rows.summary(found)}", 10.5),
    ]
    for table in parts.values():
        strips += _part(table)
    strips += _notes()
    foot = f"{tidy(office.name)} · {gap_rows.TITLE} · {day(found.as_of)}"
    about = About(gap_rows.TITLE, office.carrier or office.name, "Lücken", foot)
    return write_strips(path, about, strips, progress, lambda lead: _again(parts[lead]))


def _part(table: Table) -> list[Strip]:
    """A heading, a sentence and the rows."""
    strips = [round_rows.gap(7 * mm), round_rows.words(table.title, 13, bold=True, marked=True)]
    if not table.rows:
        return [*strips, tables.block(table.empty, soft=True)]
    strips += [round_rows.words(table.about, 10, soft=True), round_rows.gap(1.5 * mm)]
    grid = _grid(table)
    strips.append(grid.head([one.title for one in table.columns]))
    for row in table.rows:
        strips.append(grid.row([one.text(row) for one in table.columns]))
    return strips


def _again(table: Table) -> Sequence[Strip]:
    """What stands above a table that goes on."""
    titles = [one.title for one in table.columns]
    named = round_rows.words(f"{table.title} (Fortsetzung)", 11, bold=True)
    return named, round_rows.gap(1.5 * mm), _grid(table).head(titles)


def _grid(table: Table) -> Grid:
    return Grid(
        [one.width for one in table.columns],
        [one.align == "right" for one in table.columns],
        table.title,
    )


def _notes() -> list[Strip]:
    """What the figures mean."""
    strips = [round_rows.gap(7 * mm), round_rows.words("Was die Zahlen bedeuten", 11, bold=True)]
    for name, meaning in gap_rows.LEGEND.items():
        runs = [(f"{name}: ", True), (meaning, False)]
        made = Text(runs, style(9, 12.4, color=paper.SOFT), WIDTH)
        strips.append(tables.framed(made, 1 * mm))
    return strips
