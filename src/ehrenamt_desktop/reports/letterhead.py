"""Head and foot of a letter: logo, colour, lines, foot, controller after Art. 13 GDPR.

What the office left empty takes its words from its details. Positions in mm from the upper left
corner of the page, sizes in points.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import FieldError
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.letter_flow import LEFT, WIDTH, from_top
from ehrenamt_desktop.reports.paper import Text, style

BAR, BAR_HEIGHT = 14.0, 1.4
LOGO_TOP, LOGO_WIDTH, LOGO_HEIGHT = 18.0, 50.0, 23.0  # the most it takes, at the right margin
NAME_BASELINE, NARROW_NAME = 22.5, 21.5
HEAD_BOTTOM = 43.0  # the window begins at 45
NUMBER = 25.0  # room for "Seite 12 von 12"
RULE, FOOT_LINES = 274.5, (279.0, 283.5)
RULE_HIGH, FOOT_LINES_HIGH = 271.8, (276.0, 280.2)  # above a controller
CONTROLLER_LINES = (284.4, 288.0)
CONTROLLER = "Verantwortlich für Ihre Daten (Art. 13 DSGVO): "
_GAP = 6.0  # between name and logo
_NAME_SIZES = (16.0, 14.0, 12.0)
_LINE, _LINE_STEP = 10.0, 4.8
_FIRST_LINE, _NARROW_FIRST_LINE = 28.0, 32.0
_CONTROLLER_SIZE = 8.0


def draw(canvas: Canvas, office: OfficeInfo) -> None:
    """The head; it is one form of the document, drawn again on each letter."""
    paper.once(canvas, "letterhead", lambda: _draw_head(canvas, office))


def draw_foot(canvas: Canvas, office: OfficeInfo) -> None:
    """The foot of every page; also one form of the document."""
    paper.once(canvas, "letterfoot", lambda: _draw_foot(canvas, office))


def foot_baseline(office: OfficeInfo) -> float:
    """Where the page number stands."""
    return (FOOT_LINES_HIGH if tidy(office.head.controller) else FOOT_LINES)[0]


def misfits(office: OfficeInfo) -> tuple[FieldError, ...]:
    """What of the office's own head and foot has no room, as sentences under the fields."""
    head = office.head
    return (
        *_too_much("lines", _filled(head.lines), _most_lines(office), _LINE, _room(office)),
        *_too_much("foot", _filled(head.foot), len(FOOT_LINES), 9.0, WIDTH - NUMBER),
        *_too_long(head.controller),
    )


def _too_much(
    key: str, lines: Sequence[str], most: int, size: float, width: float
) -> list[FieldError]:
    if len(lines) > most:
        return [FieldError(key, f"Hier haben höchstens {most} Zeilen Platz.")]
    long = [line for line in lines if paper.line_width(line, size) > width * mm]
    return [FieldError(key, f"Die Zeile „{line}“ ist zu lang. Bitte teilen Sie sie.")
            for line in long[:1]]  # fmt: skip


def _too_long(controller: str) -> list[FieldError]:
    if _controller(controller).lines <= len(CONTROLLER_LINES):
        return []
    most = len(CONTROLLER_LINES)
    return [FieldError("controller", f"Das hat auf {most} Zeilen keinen Platz. Bitte kürzen Sie.")]


def _filled(block: str) -> list[str]:
    return [tidy(line) for line in block.split("\n") if tidy(line)]


def _controller(text: str) -> Text:
    words = CONTROLLER + tidy(text)
    return Text(words, style(_CONTROLLER_SIZE, 3.6 * mm, color=paper.SOFT), WIDTH * mm)


@lru_cache(maxsize=4)
def _picture(data: bytes) -> tuple[ImageReader, float, float]:
    """The logo with the size it is drawn in (mm)."""
    picture = ImageReader(io.BytesIO(data))
    across, down = picture.getSize()
    scale = min(LOGO_WIDTH / across, LOGO_HEIGHT / down)
    return picture, across * scale, down * scale


def _room(office: OfficeInfo) -> float:
    """Width beside the logo in mm."""
    return WIDTH - (_picture(office.head.logo)[1] + _GAP if office.head.logo else 0.0)


def _name(office: OfficeInfo) -> Text:
    """The office's name, as large as it fits on a line, else on two."""
    width = _room(office) * mm
    name = tidy(office.name)
    for size in _NAME_SIZES:
        text = Text(name, _name_style(office, size), width)
        if text.lines == 1:
            return text
    if text.lines > 2:
        return Text(paper.fitting(name, size, width, bold=True), text.look, width)
    return text


def _name_style(office: OfficeInfo, size: float) -> ParagraphStyle:
    return style(size, 1.2 * size, bold=True, color=_accent(office))


def _accent(office: OfficeInfo) -> Color:
    return HexColor(office.head.accent)


def _first_line(office: OfficeInfo) -> float:
    return _FIRST_LINE if _name(office).lines < 2 else _NARROW_FIRST_LINE


def _most_lines(office: OfficeInfo) -> int:
    return int((HEAD_BOTTOM - _first_line(office)) / _LINE_STEP) + 1


def _draw_head(canvas: Canvas, office: OfficeInfo) -> None:
    canvas.setFillColor(_accent(office))
    canvas.rect(LEFT * mm, from_top(BAR), WIDTH * mm, BAR_HEIGHT * mm, stroke=0, fill=1)
    if office.head.logo:
        picture, width, height = _picture(office.head.logo)
        canvas.drawImage(
            picture, (LEFT + WIDTH - width) * mm, from_top(LOGO_TOP + height),
            width * mm, height * mm,
        )  # fmt: skip
    name = _name(office)
    size = float(name.look.fontSize)
    baseline = NAME_BASELINE if name.lines < 2 else NARROW_NAME
    name.draw(canvas, LEFT * mm, from_top(baseline) + paper.BASELINE * size)
    room = _room(office) * mm
    lines = _filled(office.head.lines) or [tidy(office.carrier)]
    for index, line in enumerate(lines[: _most_lines(office)]):
        y = from_top(_first_line(office) + index * _LINE_STEP)
        fitted = paper.fitting(line, _LINE, room)
        paper.draw_line(canvas, LEFT * mm, y, fitted, _LINE, color=paper.SOFT)


def _draw_foot(canvas: Canvas, office: OfficeInfo) -> None:
    said = bool(tidy(office.head.controller))
    rule, baselines = (RULE_HIGH, FOOT_LINES_HIGH) if said else (RULE, FOOT_LINES)
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT * mm, from_top(rule), (LEFT + WIDTH) * mm, from_top(rule))
    lines = _filled(office.head.foot) or _foot_of(office)
    for y, line in zip(baselines, lines, strict=False):
        fitted = paper.fitting(line, 9, (WIDTH - NUMBER) * mm)
        paper.draw_line(canvas, LEFT * mm, from_top(y), fitted, 9, color=paper.SOFT)
    if said:
        top = from_top(CONTROLLER_LINES[0]) + paper.BASELINE * _CONTROLLER_SIZE
        _controller(office.head.controller).draw(canvas, LEFT * mm, top)


def _foot_of(office: OfficeInfo) -> list[str]:
    """Where and when the office is reached, from its details."""
    place = f"{tidy(office.postcode)} {tidy(office.city)}".strip()
    reach = f"Telefon {tidy(office.phone)}" if tidy(office.phone) else ""
    where = (tidy(office.room), tidy(office.street), place, reach)
    opening = f"Sprechzeiten: {tidy(office.hours)}" if tidy(office.hours) else ""
    return [" · ".join(part for part in where if part), opening]
