"""Where the office is reached, at the foot of sheets that people take along. Lengths are points."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import paper

LEFT = 20 * mm
RIGHT = paper.PAGE_WIDTH - 18 * mm
WIDTH = RIGHT - LEFT
HIGH = 34 * mm
"""Its upper edge, from the bottom of the page."""
SIZE = 10


def draw(canvas: Canvas, office: OfficeInfo) -> None:
    """Draw it at the foot of the page."""
    high, low = HIGH, 10 * mm
    canvas.setFillColor(paper.GREEN_GROUND)
    canvas.roundRect(LEFT, low, WIDTH, high - low, 2 * mm, stroke=0, fill=1)
    x, room = LEFT + 5 * mm, WIDTH - 10 * mm
    phone = f"Telefon {tidy(office.phone)}" if tidy(office.phone) else ""
    taken = paper.line_width(phone, 15, bold=True) + 6 * mm if phone else 0
    title = paper.fitting("Fragen? Rufen Sie uns an.", 12, room - taken, bold=True)
    paper.draw_line(canvas, x, high - 8 * mm, title, 12, bold=True)
    if phone:
        edge = RIGHT - 5 * mm
        shown = paper.fitting(phone, 15, room, bold=True)
        paper.draw_line(canvas, edge, high - 8.4 * mm, shown, 15, bold=True, right=True)
    street = ", ".join(tidy(one) for one in (office.room, office.street, office.city) if tidy(one))
    for line, parts in enumerate(((office.coordinator, street), (office.hours, office.email))):
        words = " · ".join(tidy(part) for part in parts if tidy(part))
        below = paper.fitting(words, SIZE, room)
        paper.draw_line(canvas, x, high - (14.5 + 5.2 * line) * mm, below, SIZE)
