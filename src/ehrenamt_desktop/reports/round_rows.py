"""Rows to tick: a code, an offer, three boxes and a line for what changed. Lengths are points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.enums import OfferAnswer
from ehrenamt_desktop.model.rounds import Question
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.paper import Text, style

LEFT = 22 * mm
WIDTH = 168 * mm
TOP = 18 * mm
BOTTOM = 22 * mm
ROOM = paper.PAGE_HEIGHT - TOP - BOTTOM
_CODE = 20 * mm
_BOX = 4.6 * mm
_COLUMN = 23 * mm
_TITLE = WIDTH - _CODE - len(OfferAnswer) * _COLUMN
_PAD = 2.2 * mm
_NOTE = 8.5 * mm  # room to write a line by hand
_HEADING = 6.5 * mm


@dataclass(frozen=True, slots=True)
class Strip:
    """Something of a known height, drawn below an edge.

    `head` keeps it with the next one; `lead` names what a row belongs to where a page begins;
    `mark` is the bookmark that leads to it.
    """

    height: float
    draw: Callable[[Canvas, float], object]
    head: bool = False
    lead: str = ""
    mark: str = ""


def words(
    text: str, size: float, *, bold: bool = False, soft: bool = False, marked: bool = False
) -> Strip:
    """A line or a paragraph over the whole width; `marked` makes it a bookmark."""
    color = paper.SOFT if soft else paper.INK
    made = Text(tidy(text), style(size, bold=bold, color=color), WIDTH)
    mark = tidy(text) if marked else ""
    return Strip(
        made.height, lambda canvas, top: made.draw(canvas, LEFT, top), head=True, mark=mark
    )


def gap(height: float) -> Strip:
    """Nothing."""
    return Strip(height, lambda _canvas, _top: None, head=True)


ANSWERS = tuple(answer.label for answer in OfferAnswer)


def heading(first: str = "Code", second: str = "Angebot", boxes: Sequence[str] = ANSWERS) -> Strip:
    """What the columns and the boxes mean."""

    def draw(canvas: Canvas, top: float) -> None:
        low = top - _HEADING
        canvas.setFillColor(paper.GREEN_GROUND)
        canvas.rect(LEFT, low, WIDTH, _HEADING, stroke=0, fill=1)
        base = low + 2 * mm
        paper.draw_line(canvas, LEFT + 2, base, first, 9, bold=True)
        paper.draw_line(canvas, LEFT + _CODE, base, second, 9, bold=True)
        for place, answer in enumerate(boxes):
            shift = (_COLUMN - paper.line_width(answer, 9, bold=True)) / 2
            paper.draw_line(canvas, _column(place) + shift, base, answer, 9, bold=True)

    return Strip(_HEADING, draw, head=True)


def row(question: Question, lead: str) -> Strip:
    """One offer with its boxes; `lead` is the body it belongs to."""
    last = f"zuletzt bestätigt am {day(question.confirmed_on)}" if question.confirmed_on else ""
    more = " · ".join(part for part in (tidy(question.place), last) if part)
    return tick_row(question.code, tidy(question.title), more, "geändert:", lead)


def tick_row(code: str, title: str, about: str, note: str, lead: str, boxes: int = 3) -> Strip:
    """A code, two lines of words, boxes to tick and a line to write on after `note`."""
    head = Text(title, style(11, 14, bold=True), _TITLE - 4 * mm)
    below = Text(about, style(9, 12, color=paper.SOFT), _TITLE - 4 * mm)
    height = head.height + below.height + 2 * _PAD + _NOTE

    def draw(canvas: Canvas, top: float) -> None:
        y = top - _PAD
        paper.draw_line(canvas, LEFT + 2, y - 11, code, 11, bold=True, color=paper.GREEN)
        below.draw(canvas, LEFT + _CODE, head.draw(canvas, LEFT + _CODE, y))
        canvas.setStrokeColor(paper.INK)
        canvas.setLineWidth(0.9)
        for place in range(boxes):
            x = _column(place) + (_COLUMN - _BOX) / 2
            canvas.rect(x, y - _BOX, _BOX, _BOX, stroke=1, fill=0)
        low = top - height
        base = low + _PAD + 1
        paper.draw_line(canvas, LEFT + _CODE, base, note, 9, color=paper.SOFT)
        canvas.setStrokeColor(paper.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(LEFT + _CODE + 17 * mm, base - 1, LEFT + WIDTH, base - 1)
        canvas.line(LEFT, low, LEFT + WIDTH, low)

    return Strip(height, draw, lead=lead)


def continued(lead: str) -> Sequence[Strip]:
    """What stands above rows that go on from the page before."""
    return words(f"{lead} (Fortsetzung)", 11, bold=True), heading()


def pages(
    strips: Sequence[Strip], again: Callable[[str], Sequence[Strip]] = continued
) -> list[list[tuple[float, Strip]]]:
    """The strips with their upper edges, page by page; heads stay with what follows them.

    Args:
        strips: from top to bottom.
        again: what stands above a row with a `lead` that begins a page.
    """
    made: list[list[tuple[float, Strip]]] = [[]]
    y = paper.PAGE_HEIGHT - TOP
    for place, strip in enumerate(strips):
        needed = _together(strips[place:])
        if made[-1] and y - needed < BOTTOM:
            made.append([])
            y = paper.PAGE_HEIGHT - TOP
            if strip.lead:
                for above in again(strip.lead):
                    made[-1].append((y, above))
                    y -= above.height
        made[-1].append((y, strip))
        y -= strip.height
    return made


def _together(strips: Sequence[Strip]) -> float:
    """The height of a strip with those that must stand below it."""
    height = 0.0
    for strip in strips:
        height += strip.height
        if not strip.head:
            break
    return height if height <= ROOM else strips[0].height


def draw_page(
    canvas: Canvas, page: Sequence[tuple[float, Strip]], foot: str, number: str = ""
) -> None:
    """Draw one page with its foot and end it."""
    for top, strip in page:
        if strip.mark:
            paper.bookmark(canvas, strip.mark)
        strip.draw(canvas, top)
    base = BOTTOM - 9 * mm
    fitted = paper.fitting(foot, 9, WIDTH - 30 * mm)
    paper.draw_line(canvas, LEFT, base, fitted, 9, color=paper.SOFT)
    if number:
        paper.draw_line(canvas, LEFT + WIDTH, base, number, 9, color=paper.SOFT, right=True)
    canvas.showPage()


def _column(place: int) -> float:
    return float(LEFT + _CODE + _TITLE + place * _COLUMN)
