"""The talk sheet: one page for the talk at the desk, which the person takes home.

Up to five offers with what fits, what is to be clarified and three boxes to tick, the open
questions with room for the answer, and the office's number. Lengths are points.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.paper_rows import OfficeInfo, TalkOffer, TalkSheet
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import office_card, paper
from ehrenamt_desktop.reports.office_card import LEFT, RIGHT, WIDTH
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style

TITLE = "Gesprächszettel"
MOST = 5
"""Offers on one page: three to five proposals are made in a talk (notes on matching)."""
ANSWERS = ("ja, gern", "vielleicht", "eher nicht")

TOP = paper.PAGE_HEIGHT - 17 * mm
FOOT = 42 * mm  # the office's number stands below
_COLUMN = WIDTH / 2
_INDENT = 3.4 * mm
_BOX = 4 * mm
_ANSWERS = 9.5 * mm
_QUESTION = 12 * mm
_NOTES = 17 * mm  # a heading and one line at least
_ROW = 8 * mm
_ABOVE = 1.2 * mm  # a small heading
_SIZE = 10


def talk_sheet(
    path: Path, office: OfficeInfo, sheet: TalkSheet, on: dt.date, progress: Progress = QUIET
) -> int:
    """Write the sheet as PDF; returns the number of pages, which is one.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: whose number stands below.
        sheet: the person's name, offers and questions.
        on: the day of the talk.
        progress: told once it is drawn.

    Raises:
        DomainError: no offer, or more than fit on a page.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    if not sheet.offers:
        raise DomainError("Bitte wählen Sie mindestens ein Angebot für den Gesprächszettel.")
    if len(sheet.offers) > MOST:
        raise DomainError(
            f"Auf einen Gesprächszettel passen {MOST} Angebote. Bitte wählen Sie weniger aus: "
            "Drei bis fünf Vorschläge sind für ein Gespräch genug."
        )
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, TITLE, office.carrier or office.name, "Gespräch")
        y = _head(canvas, office, sheet.name, on)
        blocks, questions = _fitted(sheet, y - FOOT - _NOTES)
        for block in blocks:
            y = block.draw(canvas, y)
        y = _questions(canvas, questions, y)
        _notes(canvas, y)
        office_card.draw(canvas, office)
        canvas.showPage()
        canvas.save()
        progress.step(1, 1)
    return 1


def _fitted(sheet: TalkSheet, room: float) -> tuple[list[_Block], Sequence[str]]:
    """The blocks and questions that fit: entries give way first, then questions."""
    for asked in range(len(sheet.questions), -1, -1):
        left = room - (asked * _QUESTION + _ROW if asked else 0)
        for entries in (*range(6, 0, -1), 0):
            blocks = [_Block(one, entries) for one in sheet.offers]
            if sum(one.height for one in blocks) <= left:
                return blocks, sheet.questions[:asked]
    return blocks, ()


def _head(canvas: Canvas, office: OfficeInfo, name: str, on: dt.date) -> float:
    """The office, the title, the person and the day; returns the lower edge."""
    y = TOP
    paper.draw_line(canvas, LEFT, y, paper.fitting(office.name, 9, WIDTH), 9, color=paper.SOFT)
    y -= 9 * mm
    paper.draw_line(canvas, LEFT, y, TITLE, 20, bold=True, color=paper.GREEN)
    paper.draw_line(canvas, RIGHT, y, day(on), 11, right=True)
    y -= 7.5 * mm
    who = paper.fitting(f"für {tidy(name)}", 13, WIDTH, bold=True)
    paper.draw_line(canvas, LEFT, y, who, 13, bold=True)
    y -= 5.5 * mm
    words = "Kreuzen Sie in Ruhe an, was Sie interessiert. Nichts davon verpflichtet Sie."
    paper.draw_line(canvas, LEFT, y, words, _SIZE, color=paper.SOFT)
    return y - 4.5 * mm


class _Block:
    """One offer; at most `entries` in each of its two columns, at 0 one of a single line."""

    def __init__(self, offer: TalkOffer, entries: int) -> None:
        lines = 2 if entries else 1
        most = max(1, entries)
        self._number = f"Nr. {offer.number}"
        self._shift = paper.line_width(self._number, 11, bold=True) + 3 * mm
        self._title = paper.fitting(offer.title, 12, WIDTH - self._shift, bold=True)
        about = (tidy(part) for part in (offer.initiative, offer.where, offer.when))
        look = style(_SIZE, 13, color=paper.SOFT)
        self._about = paper.clipped(" · ".join(part for part in about if part), look, lines, WIDTH)
        self._left = _entries("Das passt", offer.fits, most, lines)
        clarify = _entries("Das klären wir noch", offer.clarify, most, lines)
        mind = _entries("Zu bedenken", offer.mind, max(1, most - len(offer.clarify)), lines)
        self._right = [*clarify, *mind] if entries > 1 or not clarify else clarify
        columns = (sum(one.height for one in side) for side in (self._left, self._right))
        self._columns = max(columns)
        self.height = 8 * mm + self._about.height + 0.5 * mm + self._columns + _ANSWERS

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw below `top`; returns the lower edge."""
        canvas.setStrokeColor(paper.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(LEFT, top, RIGHT, top)
        base = top - 6.2 * mm
        paper.draw_line(canvas, LEFT, base, self._number, 11, bold=True, color=paper.GREEN)
        paper.draw_line(canvas, LEFT + self._shift, base, self._title, 12, bold=True)
        y = self._about.draw(canvas, LEFT, top - 8 * mm) - 0.5 * mm
        for place, side in enumerate((self._left, self._right)):
            edge = y
            for one in side:
                edge = one.draw(canvas, LEFT + place * _COLUMN, edge)
        _boxes(canvas, y - self._columns)
        return top - self.height


def _boxes(canvas: Canvas, top: float) -> None:
    """The three answers in a row."""
    low = top - 7 * mm
    canvas.setStrokeColor(paper.INK)
    canvas.setLineWidth(0.9)
    for place, words in enumerate(ANSWERS):
        x = LEFT + place * 32 * mm
        canvas.rect(x, low, _BOX, _BOX, stroke=1, fill=0)
        paper.draw_line(canvas, x + _BOX + 2 * mm, low + 1.1 * mm, words, _SIZE)


class _Entry:
    """A dash and a text of a few lines at most, or a small heading."""

    def __init__(self, text: str, lines: int, *, heading: bool = False) -> None:
        self._heading = heading
        if heading:
            self._text = Text(text, style(9, 13, bold=True, color=paper.GREEN), _COLUMN - _INDENT)
        else:
            self._text = paper.clipped(text, style(_SIZE, 13.2), lines, _COLUMN - _INDENT - 4 * mm)
        self.height = self._text.height + _ABOVE * heading

    def draw(self, canvas: Canvas, x: float, top: float) -> float:
        """Draw below `top`; returns the lower edge."""
        if self._heading:
            return self._text.draw(canvas, x, top - _ABOVE)
        paper.draw_line(canvas, x, top - _SIZE * paper.BASELINE, "–", _SIZE, color=paper.SOFT)
        return self._text.draw(canvas, x + _INDENT, top)


def _entries(title: str, entries: Sequence[str], most: int, lines: int) -> list[_Entry]:
    """A small heading and its entries; nothing without entries."""
    kept = [tidy(one) for one in entries if tidy(one)][:most]
    heading = _Entry(title, 1, heading=True)
    return [heading, *(_Entry(one, lines) for one in kept)] if kept else []


def _clipped(text: str, look: ParagraphStyle, lines: int, width: float) -> Text:
    """The first lines of a text; what is cut ends with an ellipsis."""
    made = Text(text, look, width)
    while made.lines > lines:
        kept = min(len(text) - 2, len(text) * lines // made.lines + 8)
        text = text[:kept].rstrip("… ") + "…"
        made = Text(text, look, width)
    return made


def _questions(canvas: Canvas, questions: Sequence[str], top: float) -> float:
    """What is still to be asked, each with a line for the answer; returns the lower edge."""
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, top, RIGHT, top)
    if not questions:
        return top
    y = top - 5.5 * mm
    paper.draw_line(canvas, LEFT, y, "Noch nachfragen", 11, bold=True, color=paper.GREEN)
    for one in questions:
        y -= 5.5 * mm
        paper.draw_line(canvas, LEFT, y, paper.fitting(one, _SIZE, WIDTH), _SIZE)
        y -= _QUESTION - 5.5 * mm
        canvas.line(LEFT, y, RIGHT, y)
    return y - 1.5 * mm


def _notes(canvas: Canvas, top: float) -> None:
    """Lines for what was agreed, down to the foot."""
    y = top - 5.5 * mm
    paper.draw_line(canvas, LEFT, y, "Vereinbart", 11, bold=True, color=paper.GREEN)
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.5)
    y -= _ROW
    while y > FOOT - 4 * mm:
        canvas.line(LEFT, y, RIGHT, y)
        y -= _ROW
