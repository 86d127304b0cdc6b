"""The report to a funder as PDF: what was reached, what was spent, a line to sign.

Built as a proof of use of funds is: a report in words, figures against targets, costs by kind and
municipality. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.figure_rows import FigureLine, FigureReport
from ehrenamt_desktop.model.money import CostRow
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.reports import paper, round_rows, tables
from ehrenamt_desktop.reports.annual_paper import (
    continued,
    definitions,
    euro,
    heading,
    said,
    spending,
    title,
    together,
    write_pages,
)
from ehrenamt_desktop.reports.council_page import telling
from ehrenamt_desktop.reports.figure_tables import bare, figure_table, named, without_unit
from ehrenamt_desktop.reports.round_rows import LEFT, WIDTH, Strip
from ehrenamt_desktop.reports.tables import Grid

GOALS = "Ziele und was erreicht wurde"
COSTS = "Zahlenmäßiger Nachweis"
RECEIPTS = "Belegliste"
SIGNED = "Wir bestätigen, dass die Angaben mit unseren Unterlagen übereinstimmen."


def funding_paper(
    path: Path,
    office: OfficeInfo,
    report: FigureReport,
    words: ReportWords,
    receipts: Sequence[CostRow] = (),
    progress: Progress = QUIET,
) -> int:
    """Write the report as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who got the money.
        report: the figures, protected.
        words: what the coordinator says, checked.
        receipts: each amount that was spent, the earliest first.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    grids: dict[str, Sequence[Strip]] = {}
    strips = title(office, report)
    if words.sentences:
        strips += [heading("Sachbericht"), *said(words)]
    strips += _goals(report, grids)
    strips += _figures(report, grids)
    strips += spending(report, grids, COSTS) if report.spending else _no_costs()
    strips += _receipts(receipts, grids)
    strips += _signature(office)
    strips += [heading("Definitionen"), *definitions(report)]
    return write_pages(path, office, report, strips, grids, progress)


def targeted(report: FigureReport) -> list[FigureLine]:
    """Figures that have a target."""
    return [one for one in report.lines if one.target is not None]


def reached(line: FigureLine) -> str:
    """How far a target was reached, in words: `erreicht`, `85 % des Ziels`."""
    if line.now.amount is None or line.target is None:
        return line.now.why or "–"
    if line.now.amount >= line.target:
        return "erreicht"
    return f"{line.now.amount / line.target * 100:.0f} % des Ziels"


def _goals(report: FigureReport, grids: dict[str, Sequence[Strip]]) -> list[Strip]:
    lines = targeted(report)
    if not lines:
        return [
            heading(GOALS),
            tables.block("Für dieses Jahr sind keine Ziele eingetragen.", soft=True),
        ]
    grid = Grid((70, 28, 28, 42), (False, True, True, True), GOALS)
    head = grid.head(["Kennzahl", "Ziel", "Erreicht", "Ergebnis"])
    grids[GOALS] = continued(GOALS, head)
    rows = [
        grid.row([
            named(line), without_unit(line.target_text, line.unit), bare(line.now), reached(line),
        ])
        for line in lines
    ]  # fmt: skip
    return [heading(GOALS), head, *together(rows)]


def _figures(report: FigureReport, grids: dict[str, Sequence[Strip]]) -> list[Strip]:
    name = "Die wichtigsten Zahlen"
    head, rows = figure_table(report, telling(report), name)
    grids[name] = continued(name, head)
    return [heading(name), head, *together(rows)]


def _no_costs() -> list[Strip]:
    told = "Für diesen Zeitraum sind keine Ausgaben eingetragen."
    return [heading(COSTS), tables.block(told, soft=True)]


def _receipts(receipts: Sequence[CostRow], grids: dict[str, Sequence[Strip]]) -> list[Strip]:
    if not receipts:
        return []
    shares = (10, 22, 40, 56, 30, 24)
    grid = Grid(shares, (True, False, False, False, False, True), RECEIPTS, size=9)
    head = grid.head(["Nr.", "Datum", "Art", "Wofür", "Gemeinde", "Euro"])
    grids[RECEIPTS] = continued(RECEIPTS, head)
    rows = [
        grid.row([
            str(number), day(one.on), one.kind.label, one.note, one.whose, euro(one.cents / 100),
        ])
        for number, one in enumerate(receipts, 1)
    ]  # fmt: skip
    total = euro(sum(one.cents for one in receipts) / 100)
    last = grid.row(["", "", "Summe", "", "", total], bold=True)
    return [heading(RECEIPTS), head, *together([*rows, last])]


def _signature(office: OfficeInfo) -> list[Strip]:
    """A sentence and a line for place, day and name."""
    line = 26 * mm

    def draw(canvas: Canvas, top: float) -> None:
        low = top - line + 6 * mm
        canvas.setStrokeColor(paper.INK)
        canvas.setLineWidth(0.6)
        half = WIDTH / 2
        for x, text in ((LEFT, "Ort und Datum"), (LEFT + half + 4 * mm, "Unterschrift")):
            canvas.line(x, low, x + half - 4 * mm, low)
            paper.draw_line(canvas, x, low - 11, text, 9, color=paper.SOFT)

    told = f"{SIGNED} {office.carrier or office.name}."
    return [round_rows.gap(6 * mm), round_rows.words(told, 10), Strip(line, draw)]
