"""The code that dials the office's number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.text import digits
from ehrenamt_desktop.reports import paper


def draw_code(canvas: Canvas, content: str, x: float, y: float, side: float) -> None:
    """A QR code as bars; reportlab's own drawing would list a font that is not embedded."""
    bars = _bars(content, side)
    x += side - max(left + width for left, _, width, _ in bars)  # flush with the right margin
    canvas.setFillColor(paper.INK)
    for left, low, width, height in bars:
        canvas.rect(x + left, y + low, width, height, stroke=0, fill=1)


@lru_cache(maxsize=8)
def _bars(content: str, side: float) -> tuple[tuple[float, float, float, float], ...]:
    """Left, lower edge, width and height of the dark parts of a code."""
    widget: Any = QrCodeWidget(content, barLevel="M", barWidth=side, barHeight=side, barBorder=2)
    bars = widget.draw().contents[1:]  # the first is the white ground
    return tuple((bar.x, bar.y, bar.width, bar.height) for bar in bars)


def dial_link(phone: str) -> str:
    """`tel:+49565397770` for the first number in `05653 9777-0`."""
    found = re.search(r"[+\d][\d\s()/.\-–]*", phone)
    number = digits(found.group() if found else phone)
    return f"tel:+49{number[1:]}" if number.startswith("0") else f"tel:{number}"
