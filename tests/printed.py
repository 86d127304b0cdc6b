"""A reader of finished PDFs: words and marks with positions in mm from the upper left corner."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """A word on a page (from 0); its ink in mm from the upper left corner, its size in points."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float

    def overlaps(self, other: Word) -> bool:
        """Whether the inks share more than a hair (0.15 mm)."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.15 and down > 0.15


@dataclass(frozen=True)
class Paper:
    """A finished PDF as a reader sees it."""

    pages: tuple[str, ...]
    words: tuple[Word, ...]
    marks: tuple[tuple[int, float, float, float, float], ...]
    properties: dict[str, str]
    size: tuple[float, float]
    sizes: tuple[tuple[float, float], ...]

    def squeezed(self, page: int) -> str:
        """The text of a page without white space."""
        return "".join(self.pages[page].split())

    def lines(self) -> list[str]:
        """Page, baseline and left edge in mm, size in points and text of every line."""
        rows: list[tuple[Word, list[str]]] = []
        last = None
        for word in self.words:
            same = last and (word.page, word.baseline) == (last.page, last.baseline)
            if last and same and 0 <= word.left - last.right < 4 and word.size == last.size:
                rows[-1][1].append(word.text)
            else:
                rows.append((word, [word.text]))
            last = word
        return [
            f"{word.page + 1} {word.baseline:6.1f} {word.left:6.1f} {word.size:5.1f}  {text}"
            for word, text in ((word, " ".join(texts)) for word, texts in rows)
        ]

    def find(self, text: str, page: int = 0) -> Word:
        """The first word of a page that equals `text`."""
        return next(word for word in self.words if word.page == page and word.text == text)


def read(path: Path) -> Paper:
    document = pypdfium2.PdfDocument(path)
    pages: list[str] = []
    words: list[Word] = []
    marks: list[tuple[int, float, float, float, float]] = []
    sizes: list[tuple[float, float]] = []
    first = document[0].get_size()
    for index in range(len(document)):
        page = document[index]
        width, height = page.get_size()
        sizes.append((width / MM, height / MM))
        text, found = _words(page.get_textpage(), index, height)
        pages.append(text)
        words += found
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = thing.get_bounds()
            marks.append(
                (index, left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
            )
    properties = document.get_metadata_dict()
    document.close()
    size = (first[0] / MM, first[1] / MM)
    return Paper(tuple(pages), tuple(words), tuple(marks), properties, size, tuple(sizes))


def _words(textpage: pypdfium2.PdfTextPage, page: int, height: float) -> tuple[str, list[Word]]:
    signs: list[str] = []
    words: list[Word] = []
    boxes: list[tuple[float, float, float, float]] = []
    word, size, baseline = "", 0.0, 0.0
    across, down = ctypes.c_double(), ctypes.c_double()

    def finish() -> None:
        nonlocal word
        if word:
            left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
            right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
            words.append(
                Word(page, word, left / MM, (height - top) / MM, right / MM,
                     (height - bottom) / MM, (height - baseline) / MM, size)
            )  # fmt: skip
        word = ""
        boxes.clear()

    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        sign = "-" if code in (2, 0xFFFE) else chr(code)  # pdfium marks a hyphen at a line's end
        signs.append(sign)
        if sign.isspace():
            finish()
            continue
        box = textpage.get_charbox(index)
        raw.FPDFText_GetCharOrigin(textpage, index, across, down)
        if boxes and abs(down.value - baseline) > 2:
            finish()  # a word broken over two lines
        baseline = down.value
        boxes.append(box)
        word += sign
        size = raw.FPDFText_GetFontSize(textpage, index)
    finish()
    return "".join(signs), words
