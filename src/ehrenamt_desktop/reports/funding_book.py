"""The report to a funder as a workbook: targets, figures, costs by kind and municipality."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.figure_rows import FigureLine, FigureReport, Unit, amount_text
from ehrenamt_desktop.model.money import CostRow
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.reports import figure_book
from ehrenamt_desktop.reports.council_page import telling
from ehrenamt_desktop.reports.funding_paper import COSTS, GOALS, RECEIPTS, reached, targeted
from ehrenamt_desktop.reports.sheet import Part, write_book
from ehrenamt_desktop.reports.sheet_cells import Euro


def funding_book(
    path: Path,
    office: OfficeInfo,
    report: FigureReport,
    words: ReportWords,
    receipts: Sequence[CostRow] = (),
    progress: Progress = QUIET,
) -> int:
    """Write the workbook; returns the number of rows.

    Args:
        path: the file to make; it appears whole or not at all.
        office: who got the money.
        report: the figures, protected.
        words: what the coordinator says, checked.
        receipts: each amount that was spent, the earliest first.
        progress: told after each sheet.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    parts = [
        _goals(report),
        figure_book.spending_part(report, COSTS),
        figure_book.lines_part(report, "Zahlen", telling(report)),
        figure_book.definitions_part(report),
    ]
    if receipts:
        parts.insert(2, _receipts(report, receipts))
    if words.sentences:
        parts.insert(0, _words(report, words))
    facts = figure_book.facts(office, report)
    return write_book(path, report.title, parts, facts, figure_book.LEGEND, progress)


def _words(report: FigureReport, words: ReportWords) -> Part:
    column = Column[str]("words", "Sachbericht", lambda text: text, width=79)
    return Part("Sachbericht", (column,), words.sentences, figure_book.above(report))


def _goals(report: FigureReport) -> Part:
    columns = (
        *(
            one
            for one in figure_book.columns(report)
            if one.key in ("name", "unit", "target", "now", "before")
        ),
        Column[figure_book.FigureRow]("result", "Ergebnis", lambda row: row.part, width=24),
    )
    rows = [_goal(one) for one in targeted(report)]
    return Part(GOALS, columns, rows, figure_book.above(report))


def _receipts(report: FigureReport, receipts: Sequence[CostRow]) -> Part:
    columns = (
        Column[tuple[int, CostRow]]("number", "Nr.", lambda row: str(row[0]), align="right",
                                    value=lambda row: row[0], width=6),
        Column[tuple[int, CostRow]]("on", "Datum", lambda row: day(row[1].on),
                                    value=lambda row: row[1].on, width=12),
        Column[tuple[int, CostRow]]("kind", "Art", lambda row: row[1].kind.label, width=26),
        Column[tuple[int, CostRow]]("note", "Wofür", lambda row: row[1].note, width=46),
        Column[tuple[int, CostRow]]("whose", "Gemeinde", lambda row: row[1].whose, width=20),
        Column[tuple[int, CostRow]]("euro", "Betrag", lambda row: row[1].euro, align="right",
                                    value=lambda row: Euro(row[1].cents / 100), width=14),
    )  # fmt: skip
    total = sum(one.cents for one in receipts)
    above = {**figure_book.above(report), "Summe": amount_text(total / 100, Unit.EURO)}
    return Part(RECEIPTS, columns, list(enumerate(receipts, 1)), above)


def _goal(line: FigureLine) -> figure_book.FigureRow:
    return figure_book.row_of(line)._replace(part=reached(line))
