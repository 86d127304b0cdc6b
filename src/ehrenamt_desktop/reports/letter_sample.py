"""A letter to nobody that shows how head, window, text and foot stand on the page."""

from __future__ import annotations

import datetime as dt
from typing import BinaryIO

from reportlab.lib.units import mm

from ehrenamt_desktop.model.paper_rows import LetterAddress, OfficeInfo
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import letter_frame, paper
from ehrenamt_desktop.reports.letter_flow import WIDTH, Block, Piece, flow
from ehrenamt_desktop.reports.paper import Text, style

TITLE = "Musterbrief"
ADDRESS = LetterAddress(
    ("Frau", "Erika Muster", "Musterstraße 1", "36205 Sontra"), "Guten Tag Frau Muster", "Muster"
)
PARAGRAPHS = (
    "Guten Tag Frau Muster,",
    "so sehen alle Briefe aus, die Sie mit diesem Programm drucken: oben Ihr Briefkopf, darunter "
    "die Anschrift im Fenster des Umschlags, rechts davon Ihre Angaben, unten der Fuß.",
    "Die kurzen Striche am linken Rand zeigen, wo gefaltet wird, der längere, wo gelocht wird. "
    "Bitte drucken Sie das Blatt einmal in Originalgröße („100 %“), falten Sie es und stecken "
    "Sie es in einen Umschlag: Die Anschrift steht dann ganz im Fenster.",
    "Mit freundlichen Grüßen",
)
_SIZE, _LEADING = 10.5, 14.0


def sample_letter(out: BinaryIO, office: OfficeInfo, on: dt.date) -> None:
    """Write the sample as PDF.

    Args:
        out: where the bytes go.
        office: the sender with its letterhead.
        on: the date of the letter.
    """
    canvas = paper.new_canvas(out, TITLE, office.carrier or office.name, "Briefkopf")
    letter_frame.draw_head(canvas, office)
    letter_frame.draw_address(canvas, ADDRESS)
    letter_frame.draw_information(canvas, office, "", on)
    letter_frame.draw_marks(canvas)
    letter_frame.draw_foot(canvas, office, 1, 1)
    look = style(_SIZE, _LEADING)
    width = WIDTH * mm
    pieces = [Piece(Text([(TITLE, True)], look, width))]
    for index, words in enumerate((*PARAGRAPHS, tidy(office.coordinator))):
        gap = _LEADING * (2 if index == 0 else 3 if index == len(PARAGRAPHS) else 1)
        pieces.append(Piece(Text(words, look, width), 0.0, gap))
    for placed in flow([Block(pieces)])[0]:
        placed.draw(canvas)
    canvas.showPage()
    canvas.save()
