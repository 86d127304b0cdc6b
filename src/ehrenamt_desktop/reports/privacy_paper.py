"""A paper of data protection on A4. Lengths are points."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.privacy_paper import Part, PrivacyPaper
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import paper, round_rows, tables
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import LEFT, WIDTH, Strip
from ehrenamt_desktop.reports.strip_paper import About, write_strips
from ehrenamt_desktop.reports.tables import Grid

ANSWERS = ("ja", "nein")
_GRID = Grid((44, 124), (False, False), size=9.5, pad=1.1 * mm)
_BOX = 4 * mm
_ANSWER = 15 * mm
_LINE = 8.5 * mm  # room to write by hand
_LABEL = 58 * mm
_PAD = 1.4 * mm


def privacy_paper(
    path: Path, office: OfficeInfo, made: PrivacyPaper, on: dt.date, progress: Progress = QUIET
) -> int:
    """Write the paper as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who gives it out.
        made: what stands on it.
        on: the day it is printed.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    strips = _head(office, made)
    for part in made.parts:
        strips += _part(part)
    foot = f"{made.norm} · Fassung {made.version} · gedruckt am {day(on)}"
    about = About(made.title, office.carrier or office.name, made.norm, foot)
    return write_strips(path, about, strips, progress, lambda _lead: ())


def _head(office: OfficeInfo, made: PrivacyPaper) -> list[Strip]:
    return [
        round_rows.words(office.carrier or office.name, 9, soft=True),
        round_rows.gap(3 * mm),
        round_rows.words(made.title, 18, bold=True),
        round_rows.words(made.norm, 10.5, soft=True),
        round_rows.gap(2 * mm),
        tables.block(made.about, 10.5),
    ]


def _part(part: Part) -> list[Strip]:
    strips = [
        round_rows.gap(5 * mm),
        round_rows.words(part.title, 12.5, bold=True, marked=True),
        round_rows.gap(1.5 * mm),
    ]
    strips += [tables.block(one, below=1.5 * mm) for one in part.text]
    strips += [_GRID.row(row) for row in part.rows]
    if part.ticks:
        strips.append(_answers())
        strips += [_tick(one) for one in part.ticks]
    return [*strips, *(_blank(one) for one in part.blanks)]


def _answers() -> Strip:
    height = 5 * mm

    def draw(canvas: Canvas, top: float) -> None:
        for place, word in enumerate(ANSWERS):
            paper.draw_line(canvas, _column(place), top - height + 1.5 * mm, word, 9)

    return Strip(height, draw, head=True)


def _tick(words: str) -> Strip:
    """A question with a box for each answer."""
    made = Text(tidy(words), style(9.5, 13), WIDTH - len(ANSWERS) * _ANSWER - 3 * mm)
    height = max(made.height, _BOX) + 2 * _PAD

    def draw(canvas: Canvas, top: float) -> None:
        made.draw(canvas, LEFT, top - _PAD)
        canvas.setStrokeColor(paper.INK)
        canvas.setLineWidth(0.9)
        for place in range(len(ANSWERS)):
            canvas.rect(_column(place), top - _PAD - _BOX, _BOX, _BOX, stroke=1, fill=0)
        _rule(canvas, LEFT, top - height)

    return Strip(height, draw)


def _blank(words: str) -> Strip:
    """A line to write on behind what belongs there."""
    made = Text(tidy(words), style(9.5, 13), _LABEL - 3 * mm)
    height = max(made.height, _LINE)

    def draw(canvas: Canvas, top: float) -> None:
        made.draw(canvas, LEFT, top - height + made.height)
        _rule(canvas, LEFT + _LABEL, top - height)

    return Strip(height, draw)


def _rule(canvas: Canvas, left: float, y: float) -> None:
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(left, y, LEFT + WIDTH, y)


def _column(place: int) -> float:
    return float(LEFT + WIDTH - (len(ANSWERS) - place) * _ANSWER + 3 * mm)
