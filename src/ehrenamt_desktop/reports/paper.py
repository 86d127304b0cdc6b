"""What all PDF papers share: fonts, print colours, the only maker of paragraphs, the document.

User text reaches reportlab only through `paragraphs` and `draw_line`: reportlab's markup can embed
files of the disk and hangs on very long paragraphs, so text is cleaned, escaped and cut in pieces.
Lengths are points (1/72 inch) unless a name says mm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from ehrenamt_desktop.model.letter_text import Run
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

_LONGEST_LINE = 200  # characters that are tried on one line
LONGEST_PARAGRAPH = 5000  # characters; one of 1 MB took reportlab 251 s
REPLACEMENT = "\ufffd"
_STAND_INS = str.maketrans({
    "→": "->", "←": "<-", "⇒": "=>", "●": "•", "○": "•", "■": "•", "□": "•", "▪": "•", "★": "*",
    "☎": "Tel.", "✓": "•", "✔": "•", "☑": "•", "\t": " ", "\u2028": "\n", "\u2029": "\n",
})  # fmt: skip


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
            signs.append(sign if sign == "\N{NO-BREAK SPACE}" else " ")
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

    def __init__(
        self,
        text: str | Sequence[Run],
        look: ParagraphStyle,
        width: float,
        *,
        short: bool = False,
        form: str = "",
    ) -> None:
        """Lay the text out.

        Args:
            text: plain text, or runs of (text, bold).
            look: a style made by `style`.
            width: of its lines.
            short: most likely one line, which is drawn without a paragraph ten times as fast.
            form: the name under which a document keeps it once for all its pages.
        """
        self.look = look
        self._source = text
        self._form = form
        self._width = width
        self._parts: list[tuple[Flowable, float]] = []
        self._line = _one_line(text, look, width) if short else None
        self.height = float(look.leading)
        if self._line is None:
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
        if not self._form:
            return self._draw(canvas, x, top)
        if not canvas.hasForm(self._form):
            size = self.look.leading
            canvas.beginForm(self._form, -size, -self.height - size, self._width + size, size)  # type: ignore[arg-type]  # the stubs ask for int
            self._draw(canvas, 0.0, 0.0)
            canvas.endForm()
        canvas.saveState()
        canvas.translate(x, top)
        canvas.doForm(self._form)
        canvas.restoreState()
        return top - self.height

    def _draw(self, canvas: Canvas, x: float, top: float) -> float:
        if self._line is not None:
            words, font = self._line
            canvas.setFont(font, self.look.fontSize)
            canvas.setFillColor(self.look.textColor)
            canvas.drawString(x, top - BASELINE * self.look.fontSize, words)
            return top - self.height
        for part, height in self._parts:
            part.drawOn(canvas, x, top - height)
            top -= height
        return top

    def alone(self) -> Text:
        """The same text, kept by nobody else: one that is shared must not be split."""
        return Text(self._source, self.look, self._width) if self._form else self

    def take_head(self, height: float) -> Text | None:
        """Cut off the lines that fit into `height`; None if no line or all would fit."""
        if self._line is not None:
            return None
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


def clipped(text: str, look: ParagraphStyle, lines: int, width: float) -> Text:
    """The first lines of a text; what is cut ends with an ellipsis."""
    made = Text(text, look, width)
    while made.lines > lines:
        kept = min(len(text) - 2, len(text) * lines // made.lines + 8)
        text = text[:kept].rstrip("… ") + "…"
        made = Text(text, look, width)
    return made


def _one_line(
    text: str | Sequence[Run], look: ParagraphStyle, width: float
) -> tuple[str, str] | None:
    """Words and font of a text that needs one line and one font; None for all others."""
    runs = ((text, False),) if isinstance(text, str) else text
    if len(runs) != 1 or len(runs[0][0]) > _LONGEST_LINE or look.alignment or look.leftIndent:
        return None
    words, bold = " ".join(part for part in clean(runs[0][0]).split(" ") if part), runs[0][1]
    font = FONT_BOLD if bold else look.fontName
    fits = words and "\n" not in words and stringWidth(words, font, look.fontSize) <= width
    return (words, font) if fits else None


@lru_cache(maxsize=256)
def shared(runs: tuple[Run, ...], look: ParagraphStyle, width: float) -> Text:
    """A text that stands alike in many letters: laid out once, and once in each document."""
    return Text(runs, look, width, form=f"text{next(_forms)}")


_forms = count()


def new_canvas(file: Path | BinaryIO, title: str, author: str, subject: str) -> Canvas:
    """An empty A4 document with its properties, in German, with embedded fonts only.

    Bytes are the same for the same input while `reportlab.rl_config.invariant` is set.
    """
    register_fonts()
    target = str(file) if isinstance(file, Path) else file
    canvas = Canvas(target, pagesize=A4, pageCompression=1, lang="de", initialFontName=FONT)  # type: ignore[arg-type]  # the stubs call it a float
    canvas.setTitle(clean(title))
    canvas.setAuthor(clean(author))
    canvas.setSubject(clean(subject))
    canvas.setCreator("Ehrenamt Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


def once(canvas: Canvas, name: str, draw: Callable[[], object]) -> None:
    """Draw what stands alike on many pages: kept in the document once, under its name."""
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
        draw()
        canvas.endForm()
    canvas.doForm(name)


def bookmark(canvas: Canvas, title: str, level: int = 0) -> None:
    """Name the present page in the list of contents that PDF readers show.

    Args:
        canvas: the document, before the page is ended.
        title: what begins here: a recipient, a village, a chapter.
        level: 0 for the outermost; a deeper one may follow its own kind or the one above.
    """
    key = f"page-{canvas.getPageNumber()}-{level}-{len(title)}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(" ".join(clean(title).split()) or REPLACEMENT, key, level)
