"""Proposal letters on A4 after DIN 5008 form B; measures in mm from the upper left corner.

Source of the measures: domain brief 5.1 (address field for a window envelope, information block,
text from 98.46 mm, fold and punch marks). One document holds all letters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.paper_rows import LetterAddress, LetterOffer, OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import letter_body, letter_frame, letter_text, paper
from ehrenamt_desktop.reports.letter_flow import Page, flow
from ehrenamt_desktop.reports.output import replacing

_COUNTS = (
    "keinen Vorschlag", "einen Vorschlag", "zwei Vorschläge", "drei Vorschläge", "vier Vorschläge",
    "fünf Vorschläge", "sechs Vorschläge", "sieben Vorschläge", "acht Vorschläge",
    "neun Vorschläge", "zehn Vorschläge", "elf Vorschläge", "zwölf Vorschläge",
)  # fmt: skip


class Sheet(Protocol):
    """Pages that follow a letter and go into its envelope."""

    def draw(self, canvas: Canvas, office: OfficeInfo) -> int:
        """Draw whole pages; returns how many."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; an empty subject takes that of the text, an empty text name that of all."""

    address: LetterAddress
    subject: str
    offers: Sequence[LetterOffer]
    date: dt.date
    our_sign: str = ""
    enclosures: Sequence[str] = ()
    text_name: str = ""
    reply_until: dt.date | None = None
    sheet: Sheet | None = None


def letters(
    path: Path,
    office: OfficeInfo,
    letters: Sequence[Letter],
    text_name: str = "vorschlag",
    folders: Sequence[Path] = (),
    progress: Progress = QUIET,
    about: str = "Vorschläge",
) -> int:
    """Write one PDF with all letters in their order; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: the sender.
        letters: who gets what.
        text_name: the letter text, a file `text_name.md`.
        folders: where the office keeps edited texts; the first that has it wins.
        progress: told after each letter.
        about: subject of the document.

    Raises:
        DomainError: nothing to print, an address that is empty or does not fit, or a letter text
            with wrong placeholders; nothing has been printed then.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    texts = _texts([letter.text_name or text_name for letter in letters], folders)
    values = [_values(office, letter) for letter in letters]
    _check(letters, texts, values)
    pages = 0
    with replacing(path) as temporary:
        title = "Brief" if len(letters) == 1 else "Briefe"
        canvas = paper.new_canvas(temporary, title, office.carrier or office.name, about)
        for index, letter in enumerate(letters):
            progress.step(index, len(letters), f"Brief {index + 1} von {len(letters)}")
            text = texts[index]
            subject = tidy(letter.subject) or letter_text.fill(text.subject, values[index])
            blocks = letter_body.closed(
                letter_body.blocks(text, values[index], subject, letter.offers),
                letter_text.fill(text.closing, values[index]),
                office,
                letter.enclosures,
            )
            pages += _draw(canvas, office, letter, flow(blocks))
            if letter.sheet is not None:
                pages += letter.sheet.draw(canvas, office)
        canvas.save()
        progress.step(len(letters), len(letters))
    return pages


def _texts(names: Sequence[str], folders: Sequence[Path]) -> list[letter_text.LetterText]:
    """The text of each letter; every file is read once."""
    known = {name: letter_text.load(name, folders) for name in dict.fromkeys(names)}
    return [known[name] for name in names]


def _check(
    letters: Sequence[Letter],
    texts: Sequence[letter_text.LetterText],
    values: Sequence[Mapping[str, str]],
) -> None:
    if not letters:
        raise DomainError("Es ist kein Brief zu drucken. Bitte wählen Sie mindestens eine Person.")
    for index, letter in enumerate(letters):
        letter_frame.check_address(letter.address, index + 1)
        letter_text.check_values(texts[index], values[index])
        if not letter.offers:
            raise DomainError(
                f"In Brief {index + 1} steht kein Angebot. Bitte wählen Sie zuerst Vorschläge aus."
            )


def _values(office: OfficeInfo, letter: Letter) -> dict[str, str]:
    number = len(letter.offers)
    counted = _COUNTS[number] if number < len(_COUNTS) else f"{number} Vorschläge"
    return {
        "greeting": tidy(letter.address.greeting),
        "polite_name": tidy(letter.address.polite_name),
        "proposals": "Unser Vorschlag" if number == 1 else "Unsere Vorschläge",
        "offer_count": counted,
        "date": day(letter.date),
        "reply_until": day(letter.reply_until),
        "office": tidy(office.name),
        "carrier": tidy(office.carrier),
        "phone": tidy(office.phone),
        "email": tidy(office.email),
        "hours": tidy(office.hours),
        "street": tidy(office.street),
        "city": tidy(office.city),
        "room": tidy(office.room),
        "coordinator": tidy(office.coordinator),
    }


def _draw(canvas: Canvas, office: OfficeInfo, letter: Letter, pages: Sequence[Page]) -> int:
    for index, page in enumerate(pages):
        if index == 0:
            letter_frame.draw_head(canvas, office)
            letter_frame.draw_address(canvas, office, letter.address)
            letter_frame.draw_information(canvas, office, letter.our_sign, letter.date)
        letter_frame.draw_marks(canvas)
        letter_frame.draw_foot(canvas, office, index + 1, len(pages))
        for placed in page:
            placed.draw(canvas)
        canvas.showPage()
    return len(pages)
