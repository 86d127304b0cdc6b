"""The page of statements: one line each with boxes to tick, without a name. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.enums import StatementAnswer
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.statements import MOST_DOUBLED
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import office_card, paper
from ehrenamt_desktop.reports.office_card import LEFT as EDGE
from ehrenamt_desktop.reports.office_card import RIGHT
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style

TITLE = "Was passt zu mir?"
LEAD = (
    "Lies die Sätze und kreuze an, was für dich stimmt. Es gibt kein Richtig und kein Falsch. "
    f"Was dir am wichtigsten ist, zählt doppelt: Kreuze dafür bei höchstens {MOST_DOUBLED} Sätzen "
    "auch „doppelt“ an. Was du nicht beantworten möchtest, lässt du frei."
)
PRIVACY = "Auf dieses Blatt gehört kein Name. Du nimmst es mit; das Gespräch dazu ist freiwillig."
BOXES = (
    *(one.label for one in StatementAnswer if one is not StatementAnswer.SKIPPED), "doppelt",
)  # fmt: skip
_COLUMN = 21 * mm
_BOX = 4.6 * mm
_NUMBER = 8 * mm
_WORDS = RIGHT - EDGE - _NUMBER - len(BOXES) * _COLUMN
_TOP = paper.PAGE_HEIGHT - 16 * mm
_BOTTOM = office_card.HIGH + 12 * mm
_HEADING = 7 * mm
_TALLEST = 13 * mm
_LOWEST = 7 * mm


def statements(
    path: Path, office: OfficeInfo, rows: Sequence[str], progress: Progress = QUIET
) -> None:
    """Write the page as PDF; it appears whole or not at all.

    Args:
        path: the PDF to make.
        office: who invites to the talk.
        rows: the statements, at most 20.
        progress: told at the end.

    Raises:
        ValueError: more statements than a page holds.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    lead = Text(LEAD, style(11, 15), RIGHT - EDGE)
    room = _TOP - 30 - lead.height - 5 * mm - _HEADING - _BOTTOM
    height = min(_TALLEST, room / max(1, len(rows)))
    if height < _LOWEST:
        raise ValueError("too many statements for a page")
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, TITLE, office.carrier or office.name, "Aussagen")
        paper.draw_line(canvas, EDGE, _TOP - 20, TITLE, 20, bold=True, color=paper.GREEN)
        y = lead.draw(canvas, EDGE, _TOP - 30) - 5 * mm
        _heading(canvas, y)
        y -= _HEADING
        for place, words in enumerate(rows, start=1):
            _row(canvas, y, height, place, words)
            y -= height
        paper.draw_line(canvas, EDGE, office_card.HIGH + 5 * mm, PRIVACY, 9, color=paper.SOFT)
        office_card.draw(canvas, office)
        canvas.showPage()
        canvas.save()
        progress.step(1, 1)


def _heading(canvas: Canvas, top: float) -> None:
    low = top - _HEADING
    canvas.setFillColor(paper.GREEN_GROUND)
    canvas.rect(EDGE, low, RIGHT - EDGE, _HEADING, stroke=0, fill=1)
    for place, words in enumerate(BOXES):
        shift = (_COLUMN - paper.line_width(words, 9, bold=True)) / 2
        paper.draw_line(canvas, _column(place) + shift, low + 2.2 * mm, words, 9, bold=True)


def _row(canvas: Canvas, top: float, height: float, number: int, words: str) -> None:
    text = paper.clipped(tidy(words), style(11, 13.5), 2, _WORDS - 3 * mm)
    text.draw(canvas, EDGE + _NUMBER, top - (height - text.height) / 2)
    middle = top - height / 2
    paper.draw_line(canvas, EDGE + 2, middle - 3.6, str(number), 10, color=paper.SOFT)
    canvas.setStrokeColor(paper.INK)
    canvas.setLineWidth(0.9)
    for place in range(len(BOXES)):
        x = _column(place) + (_COLUMN - _BOX) / 2
        canvas.rect(x, middle - _BOX / 2, _BOX, _BOX, stroke=1, fill=0)
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(EDGE, top - height, RIGHT, top - height)


def _column(place: int) -> float:
    return float(EDGE + _NUMBER + _WORDS + place * _COLUMN)
