"""The fixed parts of a letter page: head, address field, information block, marks, foot.

Positions in mm from the upper left corner (DIN 5008 form B, domain brief 5.1), sizes in points.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.paper_rows import LetterAddress, OfficeInfo
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.letter_flow import LEFT, WIDTH, from_top
from ehrenamt_desktop.reports.paper import Text, style

FOLDS = (105.0, 210.0)
PUNCH = 148.5
ADDRESS_TOP = 62.7
ADDRESS_HEIGHT = 27.3
ADDRESS_WIDTH = 80.0  # the field's 85 less the 5 before the text
RETURN_BASELINE = 60.8
INFO_LEFT, INFO_TOP = 125.0, 50.0
_INFO_LABEL, _INFO_VALUE = 23.0, 42.0
_FOOT_LINES = (279.0, 283.5)
_ADDRESS_SIZES = ((11.0, 12.9), (10.0, 12.4), (9.0, 11.1), (8.0, 9.6))  # size, leading


def draw_head(canvas: Canvas, office: OfficeInfo) -> None:
    """Bar and name of the office within the upper 45 mm."""
    canvas.setFillColor(paper.GREEN)
    canvas.rect(LEFT * mm, from_top(14.0), WIDTH * mm, 1.4 * mm, stroke=0, fill=1)
    name = tidy(office.name)
    width = WIDTH * mm
    sizes = (16.0, 14.0, 12.0, 11.0)
    fits = (size for size in sizes if paper.line_width(name, size, bold=True) <= width)
    size = next(fits, sizes[-1])
    line = paper.fitting(name, size, width, bold=True)
    paper.draw_line(canvas, LEFT * mm, from_top(22.5), line, size, bold=True, color=paper.GREEN)
    carrier = paper.fitting(tidy(office.carrier), 10, width)
    paper.draw_line(canvas, LEFT * mm, from_top(28.0), carrier, 10, color=paper.SOFT)


def check_address(address: LetterAddress, number: int) -> None:
    """Refuse an address that the window cannot show.

    Raises:
        DomainError: no lines, or too many and too long ones.
    """
    if not any(tidy(line) for line in address.lines):
        raise DomainError(
            f"In Brief {number} fehlt die Anschrift. Bitte tragen Sie sie bei der Person ein."
        )
    _address_texts(address.lines, number)


def _address_texts(lines: Sequence[str], number: int = 0) -> list[Text]:
    """The lines in the largest size that fits the zone, without blank lines."""
    filled = [tidy(line) for line in lines if tidy(line)]
    for size, leading in _ADDRESS_SIZES:
        texts = [Text(line, style(size, leading), ADDRESS_WIDTH * mm) for line in filled]
        if sum(text.height for text in texts) <= ADDRESS_HEIGHT * mm + 0.1:
            return texts
    raise DomainError(
        f"In Brief {number} ist die Anschrift zu lang für das Fenster des Umschlags. Bitte kürzen "
        "Sie sie auf sechs Zeilen."
    )


def draw_address(canvas: Canvas, office: OfficeInfo, address: LetterAddress) -> None:
    """Return line above, recipient below, both inside the window."""
    line, size = _return_line(office)
    baseline = from_top(RETURN_BASELINE)
    paper.draw_line(canvas, LEFT * mm, baseline, line, size, color=paper.SOFT)
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT * mm, baseline - 2.4, (LEFT + ADDRESS_WIDTH) * mm, baseline - 2.4)
    y = from_top(ADDRESS_TOP)
    for text in _address_texts(address.lines):
        y = text.draw(canvas, LEFT * mm, y)


def _return_line(office: OfficeInfo) -> tuple[str, float]:
    """The sender in one line of 8 to 7 points; a long name loses its parts from the end."""
    place = f"{tidy(office.postcode)} {tidy(office.city)}".strip()
    parts = tidy(office.name).split(" · ")
    names = [" · ".join(parts[:length]) for length in range(len(parts), 0, -1)]
    for name in names:
        line = " · ".join(part for part in (name, tidy(office.street), place) if part)
        for size in (8.0, 7.5, 7.0):
            if paper.line_width(line, size) <= ADDRESS_WIDTH * mm:
                return line, size
    return paper.fitting(line, 7.0, ADDRESS_WIDTH * mm), 7.0


def draw_information(canvas: Canvas, office: OfficeInfo, our_sign: str, date: dt.date) -> None:
    """The information block on the right: reference, name, phone, e-mail, date."""
    rows = (
        ("Unser Zeichen", tidy(our_sign)),
        ("Name", tidy(office.coordinator)),
        ("Telefon", tidy(office.phone)),
        ("E-Mail", tidy(office.email)),
        ("Datum", day(date)),
    )
    y = from_top(INFO_TOP)
    width = _INFO_VALUE * mm
    for label, value in rows:
        if not value:
            continue
        size = next((s for s in (10.0, 9.0, 8.0) if paper.line_width(value, s) <= width), 8.0)
        text = Text(value, style(size, 14.5), width)
        baseline = y - paper.BASELINE * size
        paper.draw_line(canvas, INFO_LEFT * mm, baseline, label, 8.5, color=paper.SOFT)
        y = text.draw(canvas, (INFO_LEFT + _INFO_LABEL) * mm, y)


def draw_marks(canvas: Canvas) -> None:
    """Fold marks and the longer punch mark at the left edge."""
    canvas.setStrokeColor(paper.INK)
    canvas.setLineWidth(0.25)
    for y in FOLDS:
        canvas.line(5 * mm, from_top(y), 8 * mm, from_top(y))
    canvas.line(5 * mm, from_top(PUNCH), 9.5 * mm, from_top(PUNCH))


def draw_foot(canvas: Canvas, office: OfficeInfo, page: int, pages: int) -> None:
    """Address and hours; the page number only on letters of several pages."""
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT * mm, from_top(274.5), (LEFT + WIDTH) * mm, from_top(274.5))
    place = f"{tidy(office.postcode)} {tidy(office.city)}".strip()
    reach = f"Telefon {tidy(office.phone)}" if tidy(office.phone) else ""
    where = (tidy(office.room), tidy(office.street), place, reach)
    opening = f"Sprechzeiten: {tidy(office.hours)}" if tidy(office.hours) else ""
    lines = (" · ".join(part for part in where if part), opening)
    for y, line in zip(_FOOT_LINES, lines, strict=True):
        fitted = paper.fitting(line, 9, (WIDTH - 25) * mm)
        paper.draw_line(canvas, LEFT * mm, from_top(y), fitted, 9, color=paper.SOFT)
    if pages > 1:
        number = f"Seite {page} von {pages}"
        right, baseline = (LEFT + WIDTH) * mm, from_top(_FOOT_LINES[0])
        paper.draw_line(canvas, right, baseline, number, 9, color=paper.SOFT, right=True)
