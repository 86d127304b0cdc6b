"""One offer on one page, to take along: what, where, when, what it needs, and whom to call."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.desk_sheets import OfferSheet
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy, tidy_block
from ehrenamt_desktop.reports import office_card, paper
from ehrenamt_desktop.reports.office_card import LEFT, RIGHT, WIDTH
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style

TOP = paper.PAGE_HEIGHT - 17 * mm
_BOTTOM = office_card.HIGH + 14 * mm
_LABEL = 42 * mm
_TITLES = (28, 24, 20, 17, 14)
_SIZES = (12.5, 11.5, 10.5, 9.5)
_GAP = 3 * mm


def offer_sheet(
    path: Path, office: OfficeInfo, sheet: OfferSheet, on: dt.date, progress: Progress = QUIET
) -> int:
    """Write the sheet as PDF; returns the number of pages, which is one.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: whose number stands below.
        sheet: the offer.
        on: the day of the sheet.
        progress: told once it is drawn.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    with replacing(path) as temporary:
        author = office.carrier or office.name
        canvas = paper.new_canvas(temporary, f"Angebot Nr. {sheet.number}", author, "Angebot")
        y = _head(canvas, office, sheet)
        _body(canvas, sheet, y)
        stand = f"Stand: {day(on)}"
        base = office_card.HIGH + 5 * mm
        paper.draw_line(canvas, LEFT, base, f"Bitte nennen Sie die Nummer {sheet.number}.", 11,
                        bold=True)  # fmt: skip
        paper.draw_line(canvas, RIGHT, base, stand, 9, color=paper.SOFT, right=True)
        office_card.draw(canvas, office)
        canvas.showPage()
        canvas.save()
        progress.step(1, 1)
    return 1


def _head(canvas: Canvas, office: OfficeInfo, sheet: OfferSheet) -> float:
    """The office, the number, the title and who offers it; returns the lower edge."""
    y = TOP
    paper.draw_line(canvas, LEFT, y, paper.fitting(office.name, 9, WIDTH), 9, color=paper.SOFT)
    y -= 11 * mm
    paper.draw_line(canvas, LEFT, y, f"Angebot Nr. {sheet.number}", 13, bold=True,
                    color=paper.GREEN)  # fmt: skip
    y -= 4 * mm
    for size in _TITLES:
        title = Text(tidy(sheet.title), style(size, size * 1.22, bold=True), WIDTH)
        if title.lines <= 2:
            break
    if title.lines > 4:
        title = paper.clipped(tidy(sheet.title), style(size, size * 1.22, bold=True), 4, WIDTH)
    y = title.draw(canvas, LEFT, y) - 1.5 * mm
    who = paper.clipped(tidy(sheet.initiative), style(13, 18, color=paper.SOFT), 2, WIDTH)
    y = who.draw(canvas, LEFT, y) - 3 * mm
    canvas.setStrokeColor(paper.GREEN)
    canvas.setLineWidth(1.4)
    canvas.line(LEFT, y, RIGHT, y)
    return y - 5 * mm


def _body(canvas: Canvas, sheet: OfferSheet, top: float) -> None:
    """The text, then the facts: as large as they fit; what does not fit ends with an ellipsis."""
    for size in _SIZES:
        rows = _facts(sheet, size)
        text = Text(tidy_block(sheet.text), style(size, size * 1.5), WIDTH)
        below = sum(value.height + _GAP for _label, value in rows)
        if text.height + 6 * mm + below <= top - _BOTTOM:
            break
    else:
        room = top - _BOTTOM - below - 6 * mm
        lines = max(1, int(room / (size * 1.5)))
        text = paper.clipped(tidy_block(sheet.text), style(size, size * 1.5), lines, WIDTH)
    y = top
    if tidy(sheet.text):
        y = text.draw(canvas, LEFT, y) - 6 * mm
    for label, value in rows:
        if y - value.height < _BOTTOM:
            return
        paper.draw_line(canvas, LEFT, y - paper.BASELINE * size, label, size, bold=True)
        y = value.draw(canvas, LEFT + _LABEL, y) - _GAP


def _facts(sheet: OfferSheet, size: float) -> list[tuple[str, Text]]:
    look = style(size, size * 1.4)
    room = WIDTH - _LABEL
    return [
        (label, paper.clipped(tidy(words), look, 3, room))
        for label, words in sheet.facts
        if tidy(words)
    ]
