"""How the text of a letter runs over its pages; heights in points, page measures in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.paper import Text

LEFT = 25.0  # mm
WIDTH = 165.0  # mm; 20 mm stay free on the right
FIRST_TOP = 98.46  # mm, where the subject begins
NEXT_TOP = 27.0  # mm
BOTTOM = 269.0  # mm, lowest line of the text


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its distance from the left edge of the text (mm) and from the piece above.

    `mark` stands on the first line at the left edge: the number of an offer or a bullet.
    """

    text: Text
    indent: float = 0.0
    gap: float = 0.0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces that belong together; kept on one page when they fit on one."""

    pieces: Sequence[Piece]

    @property
    def height(self) -> float:
        return sum(piece.gap + piece.text.height for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with its upper edge in points from the bottom of the page."""

    piece: Piece
    top: float

    def draw(self, canvas: Canvas) -> None:
        look = self.piece.text.look
        if self.piece.mark:
            size = float(look.fontSize)
            paper.draw_line(
                canvas, LEFT * mm, self.top - paper.BASELINE * size, self.piece.mark, size,
                bold=True, color=paper.GREEN,
            )  # fmt: skip
        self.piece.text.draw(canvas, (LEFT + self.piece.indent) * mm, self.top)


Page = list[Placed]


def from_top(y: float) -> float:
    """Millimetres from the top as points from the bottom."""
    return paper.PAGE_HEIGHT - y * mm


def flow(blocks: Sequence[Block]) -> list[Page]:
    """Part the blocks into pages; a block longer than a page is split between lines."""
    pages: list[Page] = [[]]
    y = from_top(FIRST_TOP)
    bottom = from_top(BOTTOM)
    whole = from_top(NEXT_TOP) - bottom
    for block in blocks:
        if pages[-1] and y - block.height < bottom and block.height <= whole:
            pages.append([])
            y = from_top(NEXT_TOP)
        for piece in block.pieces:
            y = _place(piece, pages, y, bottom)
    return pages


def _place(piece: Piece, pages: list[Page], y: float, bottom: float) -> float:
    """Set a piece on the last page, or on as many as it needs; returns the lower edge."""
    if pages[-1]:
        y -= piece.gap
    if y - piece.text.height < bottom:
        piece = replace(piece, text=piece.text.alone())
    while y - piece.text.height < bottom:
        head = piece.text.take_head(y - bottom)
        if head is None and not pages[-1]:
            break
        if head is not None:
            pages[-1].append(Placed(Piece(head, piece.indent, 0.0, piece.mark), y))
            piece = Piece(piece.text, piece.indent)
        pages.append([])
        y = from_top(NEXT_TOP)
    pages[-1].append(Placed(piece, y))
    return y - piece.text.height
