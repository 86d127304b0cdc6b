"""Letters that ask for offers, each followed by its tick-off sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.paper_rows import LetterOffer, OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.rounds import AskedBody, Question
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import round_rows
from ehrenamt_desktop.reports.letter import Letter, letters

FIRST, AGAIN = "abfrage", "abfrage-erinnerung"
"""Names of the letter texts of the first and of every further letter."""

SHEET = "Rückmeldebogen"


def round_letters(
    path: Path,
    office: OfficeInfo,
    bodies: Sequence[AskedBody],
    texts: Mapping[str, LetterText],
    today: dt.date,
    until: dt.date,
    progress: Progress = QUIET,
) -> int:
    """Write one PDF with a letter and a sheet for each body; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: the sender, to whom the sheet comes back.
        bodies: who is asked, for what they have not answered.
        texts: the words of the `FIRST` and of any further letter (`AGAIN`).
        today: the day of the letters.
        until: the day by which the sheets should be back.
        progress: told after each letter.

    Raises:
        DomainError: an address does not fit the window, or a letter text has wrong placeholders.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    made = [_letter(body, texts, today, until) for body in bodies]
    about = "Abfrage der Angebote"
    return letters(path, office, made, texts[FIRST], progress=progress, about=about)


def _letter(
    body: AskedBody, texts: Mapping[str, LetterText], today: dt.date, until: dt.date
) -> Letter:
    again = any(one.asked_on is not None and one.asked_on < today for one in body.open)
    return Letter(
        body.address,
        "",
        [_offer(one) for one in body.open],
        today,
        our_sign=f"EA-I{body.id}",
        enclosures=(SHEET,),
        text=texts[AGAIN] if again else None,
        reply_until=until,
        sheet=TickSheet(body, until),
    )


def _offer(question: Question) -> LetterOffer:
    """Title and place on one line: the sheet says the rest."""
    return LetterOffer(question.offer_id, question.title, question.place, "", "", "", (), "")


@dataclass(frozen=True, slots=True)
class TickSheet:
    """The page that a body ticks and sends back."""

    body: AskedBody
    until: dt.date

    def draw(self, canvas: Canvas, office: OfficeInfo) -> int:
        """Draw the sheet on pages of its own; returns how many."""
        strips = [
            round_rows.words(f"{SHEET}: Sind Ihre Angebote noch aktuell?", 16, bold=True),
            round_rows.words(self.body.name, 12, bold=True),
            round_rows.gap(2 * mm),
            round_rows.words(way_back(office, self.until), 10.5),
            round_rows.gap(4 * mm),
            round_rows.heading(),
            *(round_rows.row(one, self.body.name) for one in self.body.open),
            round_rows.gap(14 * mm),
            round_rows.words("Datum, Name: ________________________________________", 10.5),
        ]
        made = round_rows.pages(strips)
        for index, page in enumerate(made):
            number = f"Bogen {index + 1} von {len(made)}" if len(made) > 1 else ""
            round_rows.draw_page(canvas, page, self._foot(office), number)
        return len(made)

    def _foot(self, office: OfficeInfo) -> str:
        return f"{tidy(office.name)} · {SHEET} · {tidy(self.body.name)}"


def way_back(office: OfficeInfo, until: dt.date) -> str:
    """By when a sheet should come back, and the ways it can take."""
    place = f"{tidy(office.postcode)} {tidy(office.city)}".strip()
    address = ", ".join(part for part in (tidy(office.name), tidy(office.street), place) if part)
    reach = [f"Telefon {tidy(office.phone)}" if tidy(office.phone) else "", tidy(office.email)]
    more = " oder ".join(part for part in reach if part)
    ways = f", oder: {more}" if more else ""
    return f"Bitte ankreuzen und bis {day(until)} zurück an: {address}{ways}."
