"""Thanks worth hanging up: one A4 sheet with a twig that grows along its left side.

The twig is drawn of curves in shades of the office's colour; nothing comes within 8 mm of the
edge, where desk printers do not reach. Lengths are points.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.certificates import Activity, Certificate
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.text import long_day, tidy, tidy_block
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.paper import Text, style

PANEL_LEFT, PANEL_WIDTH = 10 * mm, 52 * mm
PANEL_LOW, PANEL_HIGH = 10 * mm, 287 * mm
LEFT = 78 * mm
WIDTH = 114 * mm
_TITLE = "Danke"
_TITLE_BASE = 214 * mm
_BODY_TOP, _BODY_LOW = 199 * mm, 66 * mm
_SIGN = 44 * mm
_SIZES = ((30.0, 14.0), (26.0, 12.5), (22.0, 11.0), (18.0, 10.0), (16.0, 9.0))
"""Of the name and of the text: the largest pair that fits is taken."""
_LEAVES = 13
_FIRST_LEAF, _REACH = 0.07, 0.86  # of the stem

Point = tuple[float, float]


def thanks(canvas: Canvas, office: OfficeInfo, said: Certificate, on: dt.date) -> None:
    """Draw the sheet as one page."""
    accent = HexColor(office.head.accent)
    _panel(canvas, accent)
    _twig(canvas, accent)
    paper.draw_line(canvas, LEFT - 1.2 * mm, _TITLE_BASE, _TITLE, 68, bold=True, color=accent)
    _words(canvas, said, accent)
    _sign(canvas, office, said, on)
    canvas.showPage()


def _words(canvas: Canvas, said: Certificate, accent: Color) -> None:
    """Whom and for what: as large as it fits, cut at the lowest line if nothing does."""
    for name_size, size in _SIZES:
        texts = list(_texts(said, name_size, size))
        if sum(text.height + gap for text, gap in texts) <= _BODY_TOP - _BODY_LOW:
            break
    y = _BODY_TOP
    for place, (text, gap) in enumerate(texts):
        if y - text.height < _BODY_LOW:
            head = text.take_head(y - _BODY_LOW)
            if head is not None:
                head.draw(canvas, LEFT, y)
            return
        y = text.draw(canvas, LEFT, y) - gap
        if place == 0:
            canvas.setFillColor(accent)
            canvas.rect(LEFT, y + gap - 4.5 * mm, 22 * mm, 1.2 * mm, stroke=0, fill=1)


def _texts(said: Certificate, name_size: float, size: float) -> Iterator[tuple[Text, float]]:
    yield Text(tidy(said.name), style(name_size, name_size * 1.25, bold=True), WIDTH), 11 * mm
    opening = Text("für Ihr ehrenamtliches Engagement", style(size, size * 1.5), WIDTH)
    yield opening, 4 * mm
    for one in said.activities:
        yield Text(tidy(one.title), style(size + 2, (size + 2) * 1.4, bold=True), WIDTH), 0.5 * mm
        yield Text(_about(one), style(size - 2, (size - 2) * 1.5, color=paper.SOFT), WIDTH), 4 * mm
    if tidy(said.words):
        yield Text(tidy_block(said.words), style(size, size * 1.6), WIDTH), 0.0


def _about(one: Activity) -> str:
    return " · ".join(tidy(part) for part in (one.body, one.period) if tidy(part))


def _sign(canvas: Canvas, office: OfficeInfo, said: Certificate, on: dt.date) -> None:
    city = tidy(office.city)
    where = f"{city}, {long_day(on)}" if city else long_day(on)
    paper.draw_line(canvas, LEFT, _SIGN + 14 * mm, paper.fitting(where, 10.5, WIDTH), 10.5)
    canvas.setStrokeColor(paper.INK)
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, _SIGN, LEFT + 70 * mm, _SIGN)
    lines: Sequence[str] = [tidy(said.signer), tidy(office.name), tidy(office.carrier)]
    for down, line in enumerate(one for one in lines if one):
        color = paper.SOFT if down else paper.INK
        fitted = paper.fitting(line, 9.5, WIDTH)
        paper.draw_line(canvas, LEFT, _SIGN - (5 + 5 * down) * mm, fitted, 9.5, color=color)


def _panel(canvas: Canvas, accent: Color) -> None:
    canvas.setFillColor(_tint(accent, 0.88))
    canvas.roundRect(
        PANEL_LEFT, PANEL_LOW, PANEL_WIDTH, PANEL_HIGH - PANEL_LOW, 5 * mm, stroke=0, fill=1
    )


def _twig(canvas: Canvas, accent: Color) -> None:
    """A stem that swings upwards with leaves on both sides, the largest in the middle."""
    stem = [_stem(step / 60) for step in range(61)]
    canvas.setStrokeColor(accent)
    canvas.setLineCap(1)
    canvas.setLineWidth(1.6)
    path = canvas.beginPath()
    path.moveTo(*stem[0])
    for point in stem[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
    for leaf in range(_LEAVES):
        at = _FIRST_LEAF + _REACH * leaf / (_LEAVES - 1)
        side = -1 if leaf % 2 else 1
        length = (15 + 8 * math.sin(math.pi * at)) * mm
        shade = _tint(accent, (0.0, 0.35, 0.6)[leaf % 3])
        _leaf(canvas, _stem(at), _heading(at) - side * math.radians(48), length, shade)
    _leaf(canvas, _stem(1.0), _heading(1.0), 17 * mm, accent)
    for leaf, side in ((3, 1), (6, -1), (9, 1)):  # where the leaf grows to the other side
        _berry(canvas, _FIRST_LEAF + _REACH * leaf / (_LEAVES - 1), side, accent)


def _stem(at: float) -> Point:
    """A point of the stem, from its foot (0) to its tip (1)."""
    middle = PANEL_LEFT + PANEL_WIDTH / 2
    height = PANEL_LOW + 14 * mm + at * (PANEL_HIGH - PANEL_LOW - 46 * mm)
    return middle + 5.5 * mm * math.sin(at * 2.1 * math.pi), height


def _heading(at: float) -> float:
    """The direction of the stem there, in radians from the right."""
    (x0, y0), (x1, y1) = _stem(at - 0.01), _stem(at + 0.01)
    return math.atan2(y1 - y0, x1 - x0)


def _leaf(canvas: Canvas, foot: Point, angle: float, length: float, shade: Color) -> None:
    """A leaf of two curves with its vein."""
    canvas.saveState()
    canvas.translate(*foot)
    canvas.rotate(math.degrees(angle))
    canvas.setFillColor(shade)
    path = canvas.beginPath()
    path.moveTo(0, 0)
    path.curveTo(length * 0.25, length * 0.36, length * 0.7, length * 0.30, length, 0)
    path.curveTo(length * 0.7, -length * 0.22, length * 0.25, -length * 0.26, 0, 0)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setStrokeColor(paper.WHITE)
    canvas.setLineWidth(0.6)
    canvas.line(length * 0.06, 0, length * 0.82, 0)
    canvas.restoreState()


def _berry(canvas: Canvas, at: float, side: int, accent: Color) -> None:
    x, y = _stem(at)
    canvas.setStrokeColor(accent)
    canvas.setLineWidth(0.8)
    end = (x + side * 10 * mm, y + 5 * mm)
    canvas.line(x, y, *end)
    canvas.setFillColor(accent)
    canvas.circle(*end, 1.5 * mm, stroke=0, fill=1)


def _tint(color: Color, white: float) -> Color:
    """The colour mixed with white: 0 as it is, 1 white."""
    red, green, blue = (part + (1 - part) * white for part in color.rgb())
    return Color(red, green, blue)
