"""Letters on A4 after DIN 5008 form B; measures in mm from the upper left corner.

Source of the measures: domain brief 5.1 (address field for a window envelope, information block,
text from 98.46 mm, fold and punch marks). One document holds all letters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.paper_rows import LetterAddress, LetterOffer, OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import letter_body, letter_frame, letter_values, paper
from ehrenamt_desktop.reports.letter_flow import Page, flow
from ehrenamt_desktop.reports.output import replacing


class Sheet(Protocol):
    """Pages that follow a letter and go into its envelope."""

    def draw(self, canvas: Canvas, office: OfficeInfo) -> int:
        """Draw whole pages; returns how many."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; an empty subject takes that of the text, without a text it is that of all.

    `values` are placeholders that only this letter knows.
    """

    address: LetterAddress
    subject: str
    offers: Sequence[LetterOffer]
    date: dt.date
    our_sign: str = ""
    enclosures: Sequence[str] = ()
    text: LetterText | None = None
    reply_until: dt.date | None = None
    sheet: Sheet | None = None
    values: Mapping[str, str] = field(default_factory=dict)


def letters(
    path: Path,
    office: OfficeInfo,
    letters: Sequence[Letter],
    text: LetterText,
    progress: Progress = QUIET,
    about: str = "Vorschläge",
) -> int:
    """Write one PDF with all letters in their order; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: the sender.
        letters: who gets what.
        text: the words of all letters that bring none of their own.
        progress: told after each letter.
        about: subject of the document.

    Raises:
        DomainError: nothing to print, an address that is empty or does not fit, or a placeholder
            that nothing stands for; nothing has been printed then.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    texts = [letter.text or text for letter in letters]
    _check(letters, texts, [values_of(office, letter) for letter in letters])
    with replacing(path) as temporary:
        return draw_letters(temporary, office, letters, text, progress, about)


def draw_letters(
    out: Path | BinaryIO,
    office: OfficeInfo,
    letters: Sequence[Letter],
    text: LetterText,
    progress: Progress = QUIET,
    about: str = "",
) -> int:
    """As `letters`, unchecked: what stands for nothing shows its placeholder.

    Raises:
        DomainError: an address that is empty or does not fit.
        Cancelled: the user stopped.
    """
    title = "Brief" if len(letters) == 1 else "Briefe"
    canvas = paper.new_canvas(out, title, office.carrier or office.name, about)
    pages = 0
    for index, letter in enumerate(letters):
        progress.step(index, len(letters), f"Brief {index + 1} von {len(letters)}")
        laid = _laid(office, letter, letter.text or text, many=len(letters) > 1)
        pages += _draw(canvas, office, letter, laid)
        if letter.sheet is not None:
            pages += letter.sheet.draw(canvas, office)
    canvas.save()
    progress.step(len(letters), len(letters))
    return pages


def _laid(office: OfficeInfo, letter: Letter, words: LetterText, *, many: bool) -> list[Page]:
    """The pages of a letter; what runs over by a few lines is set tighter, on one page."""
    values = values_of(office, letter)
    subject = tidy(letter.subject) or letter_text.fill(words.subject, values)
    closing = letter_text.fill(words.closing, values)

    def lay(look: letter_body.Type) -> list[Page]:
        text = letter_body.blocks(words, values, subject, letter.offers, many=many, look=look)
        listed = letter.enclosures
        return flow(letter_body.closed(text, closing, office, listed, many=many, look=look))

    pages = lay(letter_body.NORMAL)
    if len(pages) != 2:
        return pages
    tight = lay(letter_body.TIGHT)
    return tight if len(tight) == 1 else pages


def _check(
    letters: Sequence[Letter],
    texts: Sequence[LetterText],
    values: Sequence[Mapping[str, str]],
) -> None:
    if not letters:
        raise DomainError("Es ist kein Brief zu drucken. Bitte wählen Sie mindestens eine Person.")
    for index, letter in enumerate(letters):
        letter_frame.check_address(letter.address, index + 1)
        letter_text.check_values(texts[index], values[index])
        if letter_text.OFFERS in texts[index].lists and not letter.offers:
            raise DomainError(
                f"In Brief {index + 1} steht kein Angebot. Bitte wählen Sie zuerst Vorschläge aus."
            )


def values_of(office: OfficeInfo, letter: Letter) -> dict[str, str]:
    """What stands in the place of each placeholder of a letter."""
    return {
        **letter_values.office_values(office, letter.date, letter.reply_until),
        **letter_values.address_values(letter.address),
        **letter_values.offer_values(letter.offers),
        **letter.values,
    }


def _draw(canvas: Canvas, office: OfficeInfo, letter: Letter, pages: Sequence[Page]) -> int:
    for index, page in enumerate(pages):
        if index == 0:
            letter_frame.draw_head(canvas, office)
            letter_frame.draw_address(canvas, letter.address)
            letter_frame.draw_information(canvas, office, letter.our_sign, letter.date)
        letter_frame.draw_marks(canvas)
        letter_frame.draw_foot(canvas, office, index + 1, len(pages))
        for placed in page:
            placed.draw(canvas)
        canvas.showPage()
    return len(pages)
