"""A letter that asks how a placement goes, with a slip to send back. Lengths are points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.paper_rows import LetterAddress, LetterOffer, OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import paper, round_rows
from ehrenamt_desktop.reports.letter import Letter, letters
from ehrenamt_desktop.reports.round_letter import way_back
from ehrenamt_desktop.reports.round_rows import Strip

SLIP = "Rückmeldung"
RESULTS = ("läuft weiter", "es gibt Schwierigkeiten", "beendet, seit:")
SATISFACTION = ("1 gar nicht", "2", "3", "4", "5 sehr")
_BOX = 4.6 * mm
_ROW = 9 * mm
_LINE = 8.5 * mm


@dataclass(frozen=True, slots=True)
class Slip:
    """What a letter asks: to whom, about which offer, under which code.

    `who` names the person in a letter to the initiative, the initiative in one to the person.
    """

    side: Side
    address: LetterAddress
    offer: LetterOffer
    who: str
    code: str
    our_sign: str


def reply_letter(
    path: Path,
    office: OfficeInfo,
    slip: Slip,
    text: LetterText,
    today: dt.date,
    until: dt.date,
    progress: Progress = QUIET,
) -> int:
    """Write the letter and its slip as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: the sender, to whom the slip comes back.
        slip: who is asked for what.
        text: the words of the letter.
        today: the day of the letter.
        until: the day by which the slip should be back.
        progress: told once it is drawn.

    Raises:
        DomainError: the address does not fit the window, or the text has wrong placeholders.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    letter = Letter(
        slip.address,
        "",
        [slip.offer],
        today,
        our_sign=slip.our_sign,
        enclosures=("Rückmeldezettel",),
        reply_until=until,
        sheet=SlipSheet(slip, until),
    )
    return letters(path, office, [letter], text, progress=progress, about="Nachfragen")


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """The page that comes back."""

    slip: Slip
    until: dt.date

    def draw(self, canvas: Canvas, office: OfficeInfo) -> int:
        """Draw the slip on a page of its own; returns 1."""
        slip = self.slip
        about = " · ".join(part for part in (tidy(slip.offer.title), tidy(slip.who)) if part)
        strips = [
            round_rows.words(f"{SLIP} {slip.code}", 16, bold=True),
            round_rows.words(about, 12, bold=True),
            round_rows.gap(2 * mm),
            round_rows.words(way_back(office, self.until), 10.5),
            round_rows.gap(6 * mm),
            round_rows.words("Wie steht es?", 11, bold=True),
            *(_tick(words, line=words.endswith(":")) for words in RESULTS),
            round_rows.gap(5 * mm),
            round_rows.words("Wie zufrieden sind Sie?", 11, bold=True),
            _scale(SATISFACTION),
            round_rows.gap(5 * mm),
            round_rows.words("Was möchten Sie uns noch sagen?", 11, bold=True),
            *(_rule() for _ in range(4)),
            round_rows.gap(14 * mm),
            round_rows.words("Datum, Name: ________________________________________", 10.5),
        ]
        made = round_rows.pages(strips)
        for page in made:
            foot = f"{tidy(office.name)} · {SLIP} {slip.code}"
            round_rows.draw_page(canvas, page, foot, "")
        return len(made)


def _tick(words: str, *, line: bool) -> Strip:
    def draw(canvas: Canvas, top: float) -> None:
        low = top - _ROW + 1.5 * mm
        _box(canvas, round_rows.LEFT, low)
        x = round_rows.LEFT + _BOX + 3 * mm
        paper.draw_line(canvas, x, low + 1.2 * mm, words, 11)
        if line:
            start = x + paper.line_width(words, 11) + 3 * mm
            _stroke(canvas, start, start + 45 * mm, low)

    return Strip(_ROW, draw, head=True)


def _scale(words: Sequence[str]) -> Strip:
    def draw(canvas: Canvas, top: float) -> None:
        low = top - _ROW + 1.5 * mm
        for place, one in enumerate(words):
            x = round_rows.LEFT + place * 32 * mm
            _box(canvas, x, low)
            paper.draw_line(canvas, x + _BOX + 3 * mm, low + 1.2 * mm, one, 11)

    return Strip(_ROW, draw, head=True)


def _rule() -> Strip:
    def draw(canvas: Canvas, top: float) -> None:
        _stroke(canvas, round_rows.LEFT, round_rows.LEFT + round_rows.WIDTH, top - _LINE)

    return Strip(_LINE, draw, head=True)


def _box(canvas: Canvas, x: float, low: float) -> None:
    canvas.setStrokeColor(paper.INK)
    canvas.setLineWidth(0.9)
    canvas.rect(x, low, _BOX, _BOX, stroke=1, fill=0)


def _stroke(canvas: Canvas, start: float, end: float, y: float) -> None:
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(start, y, end, y)
