"""Rows for papers, and a reader of finished PDFs: words and marks with positions in mm."""

from __future__ import annotations

import ctypes
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.paper_rows import BoardOffer, LetterAddress, LetterOffer, OfficeInfo
from ehrenamt_desktop.model.rows import PlaceRow

MM = 72 / 25.4
TASKS = (
    ("Bürgerbus fahren", "Ältere Nachbarn zum Einkauf und zum Arzt bringen.",
     "Ulfen und Sontra", "Do 8–12 Uhr", ""),
    ("Vereinsbüro führen", "Mitgliederliste führen, Einladungen schreiben.",
     "Ulfen", "Mo vormittags, 2 Std.", "Grundkenntnisse am PC"),
    ("Kindernachmittag mitgestalten", "Basteln und spielen, immer zu zweit.",
     "Breitau", "Fr 15–17 Uhr, 14-täglich", "ab 14 Jahren"),
    ("Wanderwege im Blick behalten", "Einen Weg zweimal im Jahr abgehen, Schäden melden.",
     "rund um Ulfen", "wann Sie mögen", "nichts weiter"),
    ("Jemandem Gesellschaft leisten", "Eine Stunde plaudern oder vorlesen.",
     "Gemeinde Sontra", "", "Schnuppertermin"),
)  # fmt: skip


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


def _read(path: Path) -> Paper:
    document = pypdfium2.PdfDocument(path)
    pages: list[str] = []
    words: list[Word] = []
    marks: list[tuple[int, float, float, float, float]] = []
    width, height = document[0].get_size()
    for index in range(len(document)):
        page = document[index]
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
    size = (width / MM, height / MM)
    return Paper(tuple(pages), tuple(words), tuple(marks), properties, size)


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


def _language(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(
        document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length
    )
    document.close()
    return buffer.raw.decode("utf-16-le").rstrip("\0")


class Stopping:
    """A watcher that stops the task at its third step."""

    def __init__(self) -> None:
        self.steps = 0

    def step(self, done: int, total: int, text: str = "") -> None:
        assert 0 <= done <= total or total == 0
        self.steps += 1
        if self.steps == 3:
            raise Cancelled


class Counting:
    """A watcher that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int, str]] = []

    def step(self, done: int, total: int, text: str = "") -> None:
        self.told.append((done, total, text))


@pytest.fixture(scope="session")
def read_paper() -> Callable[[Path], Paper]:
    return _read


@pytest.fixture(scope="session")
def language_of() -> Callable[[Path], str]:
    return _language


@pytest.fixture
def stopping() -> Stopping:
    return Stopping()


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture(scope="session")
def office() -> OfficeInfo:
    return OfficeInfo(
        name="Ehrenamtsagentur Sontra · Herleshausen · Nentershausen",
        carrier="Zweckverband Sontra – Herleshausen – Nentershausen",
        street="Marktplatz 6",
        postcode="36205",
        city="Sontra",
        room="Rathaus Sontra",
        phone="05653 9777-0",
        email="ehrenamt@example.org",
        hours="Di 9–12 Uhr, Do 14–18 Uhr",
        coordinator="Annegret Wiesenfeld",
    )


@pytest.fixture(scope="session")
def ulfen() -> PlaceRow:
    return PlaceRow(
        1, "Ulfen", "Sontra", "Werra-Meißner-Kreis", "36205", "05653", 51.05, 9.99, True
    )


@pytest.fixture(scope="session")
def make_offer() -> Callable[..., BoardOffer]:
    def make(
        number: int, title: str = "", teaser: str = "", where: str = "", when: str = "",
        needs: str = "",
    ) -> BoardOffer:  # fmt: skip
        task = TASKS[number % len(TASKS)]
        if title:
            task = (title, teaser, where, when, needs)
        return BoardOffer(number, *task, "Ulfen", "Sontra", "Soziales", OfferKind.OFFER)

    return make


@pytest.fixture(scope="session")
def address() -> LetterAddress:
    return LetterAddress(
        ("Frau", "Dr. Margarete Müßig", "Hinter der Kirche 12 a", "36205 Sontra"),
        "Sehr geehrte Frau Dr. Müßig",
        "Frau Dr. Müßig",
    )


@pytest.fixture(scope="session")
def letter_offer() -> LetterOffer:
    return LetterOffer(
        number=214,
        title="Bürgerbus fahren",
        initiative="Bürgerbus Sontra e. V.",
        text="Sie fahren ältere Nachbarn zum Einkauf und zum Arzt.",
        where="Ulfen und Sontra",
        when="donnerstags 8–12 Uhr",
        reasons=("Der Donnerstagvormittag passt.", "Der Weg beträgt nur 2 km."),
        contact="",
    )


@pytest.fixture(scope="session")
def stand() -> dt.date:
    return dt.date(2026, 11, 23)


@pytest.fixture
def same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents without a clock and without a random id."""
    monkeypatch.setattr("reportlab.rl_config.invariant", 1)
