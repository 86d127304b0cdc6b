"""What all PDF papers share: fonts, print colours, the only maker of paragraphs, the document.

User text reaches reportlab only through `paragraphs` and `draw_line`: reportlab's markup can embed
files of the disk and hangs on very long paragraphs, so text is cleaned, escaped and cut in pieces.
Lengths are points (1/72 inch) unless a name says mm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from ehrenamt_desktop.paths import resources

FONT = "NotoSans"
FONT_BOLD = "NotoSans-Bold"
BASELINE = 1.0  # of the size: where reportlab sets the first line below the upper edge
PAGE_WIDTH, PAGE_HEIGHT = A4

INK = HexColor("#1d2a26")
SOFT = HexColor("#4f5c57")  # a little darker than on the screen: it must survive a toner printer
LINE = HexColor("#aebab4")
GREEN = HexColor("#1f6f5c")
GREEN_GROUND = HexColor("#e3f0ec")
WHITE = HexColor("#ffffff")

LONGEST_PARAGRAPH = 5000  # characters; one of 1 MB took reportlab 251 s
REPLACEMENT = "\ufffd"
_STAND_INS = str.maketrans({
    "→": "->", "←": "<-", "⇒": "=>", "●": "•", "○": "•", "■": "•", "□": "•", "▪": "•", "★": "*",
    "☎": "Tel.", "✓": "•", "✔": "•", "☑": "•", "\t": " ", "\u2028": "\n", "\u2029": "\n",
})  # fmt: skip

Run = tuple[str, bool]


@cache
def register_fonts() -> frozenset[int]:
    """Register the embedded fonts by their own path; hands out the code points both can draw."""
    folder = resources() / "fonts"
    regular = TTFont(FONT, str(folder / "NotoSans-Regular.ttf"))
    bold = TTFont(FONT_BOLD, str(folder / "NotoSans-Bold.ttf"))
    registerFont(regular)
    registerFont(bold)
    registerFontFamily(FONT, normal=FONT, bold=FONT_BOLD, italic=FONT, boldItalic=FONT_BOLD)
    return frozenset(regular.face.charToGlyph) & frozenset(bold.face.charToGlyph)


_HELD_TOGETHER = re.compile(r"\b(?:e\. V\.|i\. G\.|z\. B\.|d\. h\.|u\. a\.|Nr\. \d)")
"""Abbreviations that no line end may part."""


def clean(text: str) -> str:
    """Text that the fonts can draw: line feeds stay, control signs go.

    A sign without a glyph shows as the replacement sign instead of vanishing.
    """
    known = register_fonts()
    unified = text.replace("\r\n", "\n").replace("\r", "\n").translate(_STAND_INS)
    signs: list[str] = []
    for sign in unicodedata.normalize("NFC", unified):
        if sign == "\n" or 32 <= ord(sign) < 127:
            signs.append(sign)
            continue
        category = unicodedata.category(sign)
        if category == "Zs":
            signs.append(" ")
        elif category in ("Cc", "Cf") or 0xFE00 <= ord(sign) <= 0xFE0F:
            continue
        else:
            signs.append(sign if ord(sign) in known else REPLACEMENT)
    return _HELD_TOGETHER.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"),
                              "".join(signs))  # fmt: skip


@cache
def style(
    size: float,
    leading: float = 0.0,
    *,
    bold: bool = False,
    color: Color = INK,
    right: bool = False,
    indent: float = 0.0,
) -> ParagraphStyle:
    """A paragraph style; `leading` defaults to 1.36 × size, the line height of the fonts."""
    register_fonts()
    return ParagraphStyle(
        name="",
        fontName=FONT_BOLD if bold else FONT,
        fontSize=size,
        leading=leading or size * 1.36,
        textColor=color,
        alignment=TA_RIGHT if right else TA_LEFT,
        leftIndent=indent,
        splitLongWords=True,
        allowWidows=0,
        allowOrphans=0,
    )


def paragraphs(text: str | Sequence[Run], look: ParagraphStyle) -> list[Paragraph]:
    """The only way user text becomes paragraphs; long text becomes several.

    Args:
        text: plain text, or runs of (text, bold).
        look: a style made by `style`.
    """
    runs = [(text, False)] if isinstance(text, str) else list(text)
    return [Paragraph(markup, look) for markup in _pieces(runs)]


def _pieces(runs: Sequence[Run]) -> list[str]:
    """Escaped markup in pieces of at most LONGEST_PARAGRAPH characters of text."""
    pieces: list[str] = []
    current: list[str] = []
    room = LONGEST_PARAGRAPH
    for text, bold in runs:
        rest = clean(text)
        while rest:
            head = _head(rest, room)
            rest = rest[len(head) :]
            marked = escape(head).replace("\n", "<br/>")
            current.append(f"<b>{marked}</b>" if bold else marked)
            room -= len(head)
            if rest:
                pieces.append("".join(current))
                current, room = [], LONGEST_PARAGRAPH
    if current or not pieces:
        pieces.append("".join(current))
    return pieces


def _head(text: str, room: int) -> str:
    """The first `room` characters at most, cut at a blank if one is near."""
    if len(text) <= room:
        return text
    blank = text.rfind(" ", max(0, room - 200), room)
    return text[: blank + 1] if blank >= 0 else text[: max(1, room)]


def line_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text in points."""
    return float(stringWidth(clean(text), FONT_BOLD if bold else FONT, size))


def fitting(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """One line that is at most `width` wide: cut with an ellipsis if need be."""
    line = " ".join(clean(text).split())
    if line_width(line, size, bold=bold) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if line_width(line[:middle].rstrip() + "…", size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip() + "…"


def draw_line(
    canvas: Canvas,
    x: float,
    baseline: float,
    text: str,
    size: float,
    *,
    bold: bool = False,
    color: Color = INK,
    right: bool = False,
) -> None:
    """Draw one line; `baseline` counts from the bottom of the page."""
    canvas.setFont(FONT_BOLD if bold else FONT, size)
    canvas.setFillColor(color)
    if right:
        canvas.drawRightString(x, baseline, clean(text))
    else:
        canvas.drawString(x, baseline, clean(text))


class Text:
    """A wrapped text of a known height that draws itself from its upper left corner."""

    def __init__(self, text: str | Sequence[Run], look: ParagraphStyle, width: float) -> None:
        self.look = look
        self._width = width
        self._parts: list[tuple[Flowable, float]] = []
        self.height = 0.0
        self._take(paragraphs(text, look))

    def _take(self, parts: Sequence[Flowable]) -> None:
        self._parts = [(part, float(part.wrap(self._width, PAGE_HEIGHT)[1])) for part in parts]
        self.height = sum(height for _, height in self._parts)

    @property
    def lines(self) -> int:
        """Number of lines."""
        return round(self.height / float(self.look.leading))

    def draw(self, canvas: Canvas, x: float, top: float) -> float:
        """Draw below `top` (points from the bottom of the page); returns the lower edge."""
        for part, height in self._parts:
            part.drawOn(canvas, x, top - height)
            top -= height
        return top

    def take_head(self, height: float) -> Text | None:
        """Cut off the lines that fit into `height`; None if no line or all would fit."""
        fit: list[Flowable] = []
        rest: list[Flowable] = []
        for part, needed in self._parts:
            if rest:
                rest.append(part)
            elif needed <= height:
                fit.append(part)
            else:
                halves = part.split(self._width, height)
                fit += halves[:-1]
                rest.append(halves[-1] if halves else part)
            height -= needed
        if not fit or not rest:
            self._take([part for part, _ in self._parts])  # a refused split forgets its lines
            return None
        head = Text("", self.look, self._width)
        head._take(fit)
        self._take(rest)
        return head


def new_canvas(file: Path, title: str, author: str, subject: str) -> Canvas:
    """An empty A4 document with its properties, in German, with embedded fonts only.

    Bytes are the same for the same input while `reportlab.rl_config.invariant` is set.
    """
    register_fonts()
    canvas = Canvas(str(file), pagesize=A4, pageCompression=1, lang="de", initialFontName=FONT)  # type: ignore[arg-type]  # the stubs call it a float
    canvas.setTitle(clean(title))
    canvas.setAuthor(clean(author))
    canvas.setSubject(clean(subject))
    canvas.setCreator("Ehrenamt Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas
