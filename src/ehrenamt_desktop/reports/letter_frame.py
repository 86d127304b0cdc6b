"""The fixed parts of a letter page: address field, information block, marks, page number.

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
from ehrenamt_desktop.reports import letterhead, paper
from ehrenamt_desktop.reports.letter_flow import LEFT, WIDTH, from_top
from ehrenamt_desktop.reports.paper import Text, style

FOLDS = (105.0, 210.0)
PUNCH = 148.5
ADDRESS_TOP = 62.7
ADDRESS_HEIGHT = 27.3
ADDRESS_WIDTH = 80.0  # the field's 85 less the 5 before the text
RETURN_BASELINE = 60.8
INFO_LEFT, INFO_TOP = 125.0, 50.0
INFO_LINES = 2  # of one entry: three entries may take them before the block reaches the text
_INFO_LABEL, _INFO_VALUE = 23.0, 42.0
_ADDRESS_SIZES = ((11.0, 12.9), (10.0, 12.4), (9.0, 11.1), (8.0, 9.6), (8.0, 8.55))  # size, leading


def draw_head(canvas: Canvas, office: OfficeInfo) -> None:
    """Letterhead within the upper 45 mm, and the return line in the window."""
    letterhead.draw(canvas, office)
    paper.once(canvas, "returnline", lambda: _draw_return_line(canvas, office))


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
        look, width = style(size, leading), ADDRESS_WIDTH * mm
        texts = [Text(line, look, width, short=True) for line in filled]
        if sum(text.height for text in texts) <= ADDRESS_HEIGHT * mm + 0.1:
            return texts
    raise DomainError(
        f"In Brief {number} ist die Anschrift zu lang für das Fenster des Umschlags. Bitte kürzen "
        "Sie sie auf sechs Zeilen."
    )


def _draw_return_line(canvas: Canvas, office: OfficeInfo) -> None:
    line, size = return_line(office)
    baseline = from_top(RETURN_BASELINE)
    paper.draw_line(canvas, LEFT * mm, baseline, line, size, color=paper.SOFT)
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT * mm, baseline - 2.4, (LEFT + ADDRESS_WIDTH) * mm, baseline - 2.4)


def draw_address(canvas: Canvas, address: LetterAddress) -> None:
    """The recipient inside the window; a bookmark leads to the letter."""
    paper.bookmark(canvas, " ".join(address.lines[:2]))
    y = from_top(ADDRESS_TOP)
    for text in _address_texts(address.lines):
        y = text.draw(canvas, LEFT * mm, y)


def return_line(office: OfficeInfo) -> tuple[str, float]:
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
    y = _information(canvas, [("Unser Zeichen", tidy(our_sign))], from_top(INFO_TOP))
    rows = [
        ("Name", tidy(office.coordinator)),
        ("Telefon", tidy(office.phone)),
        ("E-Mail", tidy(office.email)),
        ("Datum", day(date)),
    ]
    paper.once(canvas, f"information-{y:.0f}-{date}", lambda: _information(canvas, rows, y))


def _information(canvas: Canvas, rows: Sequence[tuple[str, str]], y: float) -> float:
    """Labels and values below `y`; returns the lower edge."""
    width = _INFO_VALUE * mm
    for label, value in rows:
        if not value:
            continue
        size = next((s for s in (10.0, 9.0, 8.0) if paper.line_width(value, s) <= width), 8.0)
        text = paper.clipped(value, style(size, 14.5), INFO_LINES, width)
        baseline = y - paper.BASELINE * size
        paper.draw_line(canvas, INFO_LEFT * mm, baseline, label, 8.5, color=paper.SOFT)
        y = text.draw(canvas, (INFO_LEFT + _INFO_LABEL) * mm, y)
    return y


def draw_marks(canvas: Canvas) -> None:
    """Fold marks and the longer punch mark at the left edge."""
    paper.once(canvas, "marks", lambda: _draw_marks(canvas))


def _draw_marks(canvas: Canvas) -> None:
    canvas.setStrokeColor(paper.INK)
    canvas.setLineWidth(0.25)
    for y in FOLDS:
        canvas.line(5 * mm, from_top(y), 8 * mm, from_top(y))
    canvas.line(5 * mm, from_top(PUNCH), 9.5 * mm, from_top(PUNCH))


def draw_foot(canvas: Canvas, office: OfficeInfo, page: int, pages: int) -> None:
    """The office's foot; the page number only on letters of several pages."""
    letterhead.draw_foot(canvas, office)
    if pages > 1:
        number = f"Seite {page} von {pages}"
        right, baseline = (LEFT + WIDTH) * mm, from_top(letterhead.foot_baseline(office))
        paper.draw_line(canvas, right, baseline, number, 9, color=paper.SOFT, right=True)
