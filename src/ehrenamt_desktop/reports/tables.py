"""Tables on A4: rows of wrapped cells as strips, the heading on a green ground. In points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import LEFT, WIDTH, Strip


class Grid(NamedTuple):
    """How a table looks.

    Attributes:
        shares: how the width is shared by the columns; any unit.
        right: which columns stand at the right.
        name: what its rows belong to where a page begins (`Strip.lead`).
        size: of its text.
        pad: above and below a row.
    """

    shares: Sequence[float]
    right: Sequence[bool]
    name: str = ""
    size: float = 9.5
    pad: float = 1.6 * mm

    def head(self, cells: Sequence[str]) -> Strip:
        """The heading; it keeps with what follows."""
        return self._strip(cells, heading=True)

    def row(self, cells: Sequence[str], *, bold: bool = False) -> Strip:
        """One row."""
        return self._strip(cells, bold=bold)

    def _strip(self, cells: Sequence[str], *, heading: bool = False, bold: bool = False) -> Strip:
        side = 1.2 * mm
        leading = round(self.size * 1.326, 1)
        widths = [WIDTH * share / sum(self.shares) for share in self.shares]
        texts = [
            Text(
                tidy(cell),
                style(self.size, leading, bold=heading or bold, right=right),
                width - 2 * side,
            )
            for cell, right, width in zip(cells, self.right, widths, strict=True)
        ]
        height = max([one.height for one in texts] + [leading]) + 2 * self.pad

        def draw(canvas: Canvas, top: float) -> None:
            low = top - height
            if heading:
                canvas.setFillColor(paper.GREEN_GROUND)
                canvas.rect(LEFT, low, WIDTH, height, stroke=0, fill=1)
            x = float(LEFT)
            for text, width in zip(texts, widths, strict=True):
                text.draw(canvas, x + side, top - self.pad)
                x += width
            canvas.setStrokeColor(paper.GREEN if heading else paper.LINE)
            canvas.setLineWidth(0.5)
            canvas.line(LEFT, low, LEFT + WIDTH, low)

        return Strip(height, draw, head=heading, lead="" if heading else self.name)


def block(text: str, size: float = 10, *, soft: bool = False, below: float = 0.0) -> Strip:
    """A paragraph over the whole width that need not stay with what follows."""
    color = paper.SOFT if soft else paper.INK
    return framed(Text(tidy(text), style(size, color=color), WIDTH), below)


def framed(made: Text, below: float = 0.0) -> Strip:
    """A text that is made already, with room below."""
    return Strip(made.height + below, lambda canvas, top: made.draw(canvas, LEFT, top))
