"""Rows for papers, and watchers of what makes them."""

from __future__ import annotations

import ctypes
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest
from tests.printed import Paper, read

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.paper_rows import BoardOffer, LetterAddress, LetterOffer, OfficeInfo
from ehrenamt_desktop.model.rows import PlaceRow

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
    return read


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
