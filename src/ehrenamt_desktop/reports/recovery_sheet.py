"""The recovery sheet: the code that opens the store when the passphrase is lost, for the safe."""

from __future__ import annotations

from typing import BinaryIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.recovery import RecoverySheet
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import office_card, paper
from ehrenamt_desktop.reports.office_card import LEFT, RIGHT
from ehrenamt_desktop.reports.paper import Text, style

TITLE = "Wiederherstellungsblatt"
WIDTH = RIGHT - LEFT
ABOUT = (
    "Mit diesem Code lässt sich der Bestand der Agentur öffnen, wenn das Kennwort vergessen ist. "
    "Wer ihn hat und die Dateien dazu, liest alles, was darin steht. Bitte schließen Sie dieses "
    "Blatt ein, zum Beispiel im Tresor des Rathauses, und ein zweites an einem anderen Ort."
)
STEPS = (
    "Das Programm starten. Wenn es nach dem Kennwort fragt: „Kennwort vergessen …“.",
    "Den Code abtippen. Striche und Leerzeichen sind gleichgültig, Groß und Klein auch.",
    "Ein neues Kennwort wählen. Der Code bleibt gültig, bis Sie im Menü „Sicherheit“ einen neuen "
    "drucken.",
)
CHECK = "Feld 9 sind Prüfzeichen: Vertippt man sich, sagt es das Programm sofort."
LOST = (
    "Sind Kennwort und Code verloren, kann niemand den Bestand öffnen. Auch nicht, wer das "
    "Programm gemacht hat."
)
KEPT = ("Dieses Blatt liegt bei:", "Das zweite Blatt liegt bei:", "Datum, Unterschrift:")
_COLUMNS = 3
_BOX = 19 * mm
_GAP = 4 * mm


def recovery_sheet(out: BinaryIO, office: OfficeInfo, sheet: RecoverySheet) -> None:
    """Write the sheet as PDF, one page.

    Args:
        out: where the bytes go; a file only where somebody chose to have one.
        office: whose store it opens.
        sheet: the code and what it opens.
    """
    canvas = paper.new_canvas(out, TITLE, office.carrier or office.name, "Kennwort vergessen")
    top = paper.PAGE_HEIGHT - 22 * mm
    top = _put(canvas, top, TITLE, style(24, 30, bold=True)) - 1 * mm
    whose = " · ".join(part for part in (tidy(office.name), f"Bestand „{sheet.store}“") if part)
    top = _draw(canvas, top, paper.clipped(whose, style(12, 17), 2, WIDTH))
    made = f"Code vom {day(sheet.on)}" + (f" · Kennung {sheet.mark}" if sheet.mark else "")
    top = _put(canvas, top, made, style(11, 16, color=paper.SOFT)) - 4 * mm
    top = _put(canvas, top, ABOUT, style(11.5, 16.5)) - 6 * mm
    top = _boxes(canvas, top, sheet.code.split("-")) - 2 * mm
    top = _put(canvas, top, CHECK, style(10.5, 15, color=paper.SOFT)) - 6 * mm
    top = _put(canvas, top, "Wenn das Kennwort vergessen ist", style(13, 19, bold=True)) - 1 * mm
    for number, step in enumerate(STEPS, start=1):
        top = _put(canvas, top, f"{number}.  {step}", style(11.5, 16.5)) - 1.5 * mm
    top = _put(canvas, top - 2 * mm, LOST, style(11.5, 16.5, bold=True)) - 8 * mm
    for words in KEPT:
        paper.draw_line(canvas, LEFT, top, words, 10.5, color=paper.SOFT)
        canvas.setStrokeColor(paper.LINE)
        canvas.line(LEFT + 52 * mm, top - 1 * mm, RIGHT, top - 1 * mm)
        top -= 11 * mm
    office_card.draw(canvas, office)
    canvas.showPage()
    canvas.save()


def _put(canvas: Canvas, top: float, words: str, look: ParagraphStyle) -> float:
    """Draw a text across the page; returns where it ends."""
    return _draw(canvas, top, Text(words, look, WIDTH))


def _draw(canvas: Canvas, top: float, text: Text) -> float:
    text.draw(canvas, LEFT, top)
    return float(top - text.height)


def _boxes(canvas: Canvas, top: float, groups: list[str]) -> float:
    """Each group in a numbered box, three in a row: lines are not lost while typing."""
    wide = (WIDTH - (_COLUMNS - 1) * _GAP) / _COLUMNS
    low = top
    for place, group in enumerate(groups):
        row, column = divmod(place, _COLUMNS)
        left, low = LEFT + column * (wide + _GAP), top - row * (_BOX + _GAP) - _BOX
        canvas.setStrokeColor(paper.INK)
        canvas.setLineWidth(0.8)
        canvas.roundRect(left, low, wide, _BOX, 2 * mm, stroke=1, fill=0)
        paper.draw_line(canvas, left + 3 * mm, low + _BOX - 5.5 * mm, str(place + 1), 10,
                        color=paper.SOFT)  # fmt: skip
        spread = "  ".join(group)
        across = paper.line_width(spread, 24, bold=True)
        paper.draw_line(canvas, left + (wide - across) / 2, low + 5.2 * mm, spread, 24, bold=True)
    return float(low)
