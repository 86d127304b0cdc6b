"""Charts for reports on paper: every bar says its own figure, no legend, no need of colour.

Dark, white with a black edge and grey stay apart on any printer. What is not to be shown has no
bar, only its word. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.figure_rows import AreaLine, Part, Series, Shown
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.figure_tables import bare
from ehrenamt_desktop.reports.round_rows import LEFT, WIDTH, Strip

STATE_DEFAULTS["fontName"] = paper.FONT  # what a drawing begins with gets into the file

SIZE = 9.0
_GAP = 4.0
_GREY = HexColor("#9fb0a9")
_LABELS = 58 * mm  # room for the words at the left
_VALUES = 34 * mm  # room for the figure behind the longest bar


class Tint(NamedTuple):
    """How bars of one kind look: they stay apart without colour."""

    fill: Color
    edge: Color


DARK = Tint(paper.GREEN, paper.GREEN)
OPEN = Tint(paper.WHITE, paper.INK)
GREY = Tint(_GREY, _GREY)


def bars(parts: Sequence[Part], width: float = WIDTH) -> Strip:
    """One bar for each part, its label before it and its figure behind it."""
    step = SIZE + 7
    drawing = Drawing(width, step * len(parts) + 2)
    most = _most(one.shown for one in parts)
    for place, part in enumerate(parts):
        low = drawing.height - (place + 1) * step + 2
        _say(drawing, _LABELS - _GAP, low + 3, part.label, _LABELS - _GAP, end=True)
        _bar(drawing, low, step - 5, part.shown, most, DARK, part.shown.text)
    return strip(drawing)


def columns(series: Series, width: float = WIDTH, height: float = 29 * mm) -> Drawing:
    """A figure over the years: a column each, its figure above, the year below; the last dark."""
    drawing = Drawing(width, height)
    name = paper.fitting(series.name, SIZE + 0.5, width, bold=True)
    _say(drawing, 0, height - SIZE - 1, name, width, bold=True)
    floor, room = SIZE + 6, height - 3 * SIZE - 18
    step = width / max(1, len(series.points))
    thick = min(step * 0.62, 16 * mm)
    most = _most(one.shown for one in series.points)
    for place, point in enumerate(series.points):
        middle = (place + 0.5) * step
        tall = room * (point.shown.amount or 0) / most
        tint = DARK if place == len(series.points) - 1 else GREY
        if tall:
            drawing.add(_rect(middle - thick / 2, floor, thick, tall, tint))
        _say(drawing, middle, floor + tall + 3, bare(point.shown), step, middle=True)
        _say(drawing, middle, 2, point.label, step, middle=True, soft=True)
    drawing.add(Line(0, floor, width, floor, strokeColor=paper.INK, strokeWidth=0.6))
    return drawing


def areas(lines: Sequence[AreaLine], width: float = WIDTH) -> list[Strip]:
    """For each field three bars: what is offered, who seeks, what came about."""
    most = _most(one for line in lines for one in (line.offers, line.seekers, line.placements))
    made = []
    for line in lines:
        step = SIZE + 4
        drawing = Drawing(width, 3 * step + 6)
        said = (
            (line.offers, DARK, "Angebote", "Angebot"),
            (line.seekers, OPEN, "Suchende", "Suchende"),
            (line.placements, GREY, "Vermittlungen", "Vermittlung"),
        )
        for place, text in enumerate(_broken(line.area)):
            low = drawing.height - (place + 1) * step
            _say(drawing, _LABELS - _GAP, low + 3, text, _LABELS - _GAP, end=True)
        for place, (shown, tint, many, one) in enumerate(said):
            low = drawing.height - (place + 1) * step
            words = f"{shown.text} {one if shown.amount == 1 else many}"
            _bar(drawing, low, step - 3, shown, most, tint, words)
        made.append(strip(drawing))
    return made


def strip(drawing: Drawing) -> Strip:
    """A drawing as something that stands on a page."""
    height = float(drawing.height)

    def draw(canvas: Canvas, top: float) -> None:
        renderPDF.draw(drawing, canvas, LEFT, top - height)

    return Strip(height, draw)


def beside(drawings: Sequence[Drawing], gap: float = 8 * mm) -> Strip:
    """Drawings side by side."""
    height = max(float(one.height) for one in drawings)

    def draw(canvas: Canvas, top: float) -> None:
        x = float(LEFT)
        for one in drawings:
            renderPDF.draw(one, canvas, x, top - height)
            x += float(one.width) + gap

    return Strip(height + 3 * mm, draw)


def _most(figures: Iterable[Shown]) -> float:
    amounts = [one.amount or 0 for one in figures]
    return max([0.0, *amounts]) or 1.0


def _bar(
    drawing: Drawing, low: float, thick: float, shown: Shown, most: float, tint: Tint, words: str
) -> None:
    room = float(drawing.width) - _LABELS - _VALUES
    length = room * (shown.amount or 0) / most
    if length:
        drawing.add(_rect(_LABELS, low, length, thick, tint))
    else:
        drawing.add(Line(_LABELS, low, _LABELS, low + thick, strokeColor=paper.INK))
    _say(drawing, _LABELS + length + _GAP, low + 1.5, words, room - length + _VALUES - _GAP)


def _rect(x: float, y: float, width: float, height: float, tint: Tint) -> Rect:
    made: Any = Rect(x, y, width, height)
    made.fillColor, made.strokeColor, made.strokeWidth = tint.fill, tint.edge, 0.8
    return made  # type: ignore[no-any-return]


def _say(
    drawing: Drawing,
    x: float,
    y: float,
    text: str,
    width: float,
    *,
    bold: bool = False,
    soft: bool = False,
    end: bool = False,
    middle: bool = False,
) -> None:
    """One line of text, cleaned and cut to its width."""
    drawing.add(
        String(
            x, y, paper.fitting(text, SIZE, width, bold=bold),
            fontName=paper.FONT_BOLD if bold else paper.FONT, fontSize=SIZE,
            fillColor=paper.SOFT if soft else paper.INK,
            textAnchor="end" if end else "middle" if middle else "start",
        )
    )  # fmt: skip


def _broken(text: str) -> list[str]:
    """At most three lines beside the three bars of a field."""
    room = _LABELS - _GAP
    lines: list[str] = []
    for word in text.split():
        if lines and paper.line_width(f"{lines[-1]} {word}", SIZE) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return [*lines[:2], " ".join(lines[2:])] if len(lines) > 2 else lines
