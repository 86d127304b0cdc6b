"""Labels on A4 sheets: one address each, as large as it fits; lengths in points unless named mm."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.label_sheets import LARGEST_SHIFT, LabelSheet, LabelWish
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style

Lines = Sequence[str]

SIDE = 5.0  # mm inside a label: printers leave the outermost 5 mm of a sheet blank
EDGE = 3.0  # mm above and below the text; the outermost labels keep 5 mm from the sheet's edge
_ADDRESS_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
_SPINE_SIZES = (30.0, 26.0, 22.0, 19.0, 16.0, 13.0, 11.0, 9.0)
_TIGHT = 1.22  # of the size: the lines of an address stand closer than those of a text


def labels(
    path: Path,
    sheet: LabelSheet,
    wish: LabelWish,
    addresses: Sequence[Lines],
    author: str,
    progress: Progress = QUIET,
) -> int:
    """Write labels row by row; returns the number of sheets.

    Args:
        path: the PDF to make; it appears whole or not at all.
        sheet: the sheet in the printer.
        wish: where to begin and how far to shift.
        addresses: the lines of each label.
        author: who prints them.
        progress: told after each sheet.

    Raises:
        DomainError: nothing to print, the start is not on the sheet or the shift is too large.
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    if not addresses:
        raise DomainError("Es gibt keine Anschrift zu drucken. Bitte wählen Sie mindestens eine.")
    check(sheet, wish)
    skipped, total = wish.start - 1, len(addresses)
    sheets = -(-(skipped + total) // sheet.places)
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, "Etiketten", author, sheet.title)
        for number in range(sheets):
            progress.step(number, sheets, f"Blatt {number + 1} von {sheets}")
            paper.bookmark(canvas, f"Blatt {number + 1}")
            first = number * sheet.places - skipped
            for place in range(sheet.places):
                if 0 <= first + place < total:
                    _draw(canvas, sheet, wish, place, addresses[first + place])
            canvas.showPage()
        canvas.save()
        progress.step(sheets, sheets)
    return sheets


def trial_page(path: Path, sheet: LabelSheet, wish: LabelWish, author: str) -> None:
    """Write a page with the outline of every label, to be held against a sheet and the light.

    Raises:
        DomainError: the shift is too large.
        StoreUnavailable: the file cannot be written.
    """
    check(sheet, wish)
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, "Etiketten: Probedruck", author, sheet.title)
        canvas.setStrokeColor(paper.INK)
        canvas.setLineWidth(0.25)
        for place in range(sheet.places):
            left, top = _corner(sheet, wish, place)
            canvas.rect(left, top - sheet.height * mm, sheet.width * mm, sheet.height * mm)
            shift = (
                f"{words} {far:+.1f} mm".replace(".", ",")
                for words, far in (("nach rechts", wish.right), ("nach unten", wish.down))
            )
            about = (sheet.title, *shift) if place == 0 else ()
            _write(canvas, sheet, left, top, place, (f"{place + 1}", *about))
        canvas.showPage()
        canvas.save()


def check(sheet: LabelSheet, wish: LabelWish) -> None:
    """Make sure that the wish fits the sheet.

    Raises:
        DomainError: the start is not on the sheet or the shift is too large.
    """
    if not 1 <= wish.start <= sheet.places:
        raise DomainError(
            f"Auf diesem Blatt sind {sheet.places} Etiketten. Bitte beginnen Sie mit 1 bis "
            f"{sheet.places}."
        )
    if not (abs(wish.right) <= LARGEST_SHIFT and abs(wish.down) <= LARGEST_SHIFT):  # nan as well
        raise DomainError(
            f"Der Druck lässt sich um höchstens {LARGEST_SHIFT:g} mm verschieben. Wenn das nicht "
            "reicht, stimmt das Blatt nicht: Bitte vergleichen Sie die Nummer auf der Packung."
        )


def _corner(sheet: LabelSheet, wish: LabelWish, place: int) -> tuple[float, float]:
    """Left and upper edge of a label in points from the lower left corner of the page."""
    left, top = sheet.corner(place)
    return (left + wish.right) * mm, paper.PAGE_HEIGHT - (top + wish.down) * mm


def _draw(canvas: Canvas, sheet: LabelSheet, wish: LabelWish, place: int, lines: Lines) -> None:
    left, top = _corner(sheet, wish, place)
    _write(canvas, sheet, left, top, place, lines)


def _write(
    canvas: Canvas, sheet: LabelSheet, left: float, top: float, place: int, lines: Lines
) -> None:
    """Set the lines as large as they fit, in the middle of the height."""
    above, below = _edges(sheet, place)
    width = (sheet.width - 2 * SIDE) * mm
    room = (sheet.height - above - below) * mm
    texts = _fitted(lines, _SPINE_SIZES if sheet.spine else _ADDRESS_SIZES, width, room,
                    bold=sheet.spine)  # fmt: skip
    y = top - above * mm - (room - sum(text.height for text in texts)) / 2
    for text in texts:
        y = text.draw(canvas, left + SIDE * mm, y)


def _edges(sheet: LabelSheet, place: int) -> tuple[float, float]:
    """What stays free above and below the text of a label, in mm."""
    top = sheet.corner(place)[1]
    bottom = paper.PAGE_HEIGHT / mm - top - sheet.height
    return max(EDGE, SIDE - top), max(EDGE, SIDE - bottom)


def _fitted(
    lines: Lines, sizes: Sequence[float], width: float, room: float, *, bold: bool
) -> list[Text]:
    """The lines without blank ones; at the smallest size they are cut to one line each."""
    filled = [tidy(line) for line in lines if tidy(line)]
    for size in sizes:
        look = style(size, size * _TIGHT, bold=bold)
        texts = [Text(line, look, width, short=True) for line in filled]
        if sum(text.height for text in texts) <= room:
            return texts
    look = style(size, size * _TIGHT, bold=bold)
    most = int(room / look.leading)
    kept = filled if len(filled) <= most else [*filled[: most - 1], filled[-1]]
    return [Text(paper.fitting(line, size, width, bold=bold), look, width) for line in kept]
