"""The attendance sheet: rows to sign, empty or with names, for a meeting or a training."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.desk_sheets import Meeting
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import day, tidy
from ehrenamt_desktop.reports import office_card, paper, round_rows
from ehrenamt_desktop.reports.office_card import LEFT as EDGE
from ehrenamt_desktop.reports.office_card import RIGHT
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import Strip

TITLE = "Teilnahmeliste"
WIDTH = RIGHT - EDGE
_NUMBER, _NAME = 11 * mm, 72 * mm
_ROW = 10.5 * mm
_HEADING = 7 * mm
_TOP = paper.PAGE_HEIGHT - 18 * mm
_BOTTOM = office_card.HIGH + 14 * mm
PRIVACY = "Ihre Unterschrift belegt die Teilnahme. Die Liste bleibt im Büro."


def attendance(
    path: Path,
    office: OfficeInfo,
    meeting: Meeting,
    names: Sequence[str],
    empty: int,
    progress: Progress = QUIET,
) -> int:
    """Write the sheet as PDF; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: whose sheet it is.
        meeting: what it is for.
        names: who is expected, in their order.
        empty: rows without a name after them.
        progress: told after each page.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    head = _head(meeting)
    rows = [_row(place + 1, name) for place, name in enumerate([*names, *[""] * empty])]
    pages = _paged(head, rows)
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, TITLE, office.carrier or office.name, "Teilnahme")
        for index, page in enumerate(pages):
            progress.step(index, len(pages), f"Seite {index + 1} von {len(pages)}")
            if len(pages) > 3:
                paper.bookmark(canvas, f"{TITLE}, Seite {index + 1}")
            y = _TOP
            for strip in [*head, _heading(), *page]:
                strip.draw(canvas, y)
                y -= strip.height
            _foot(canvas, office, index + 1, len(pages))
        canvas.save()
        progress.step(len(pages), len(pages))
    return len(pages)


def rows_of_a_page(meeting: Meeting) -> int:
    """How many rows fill the first page."""
    room = _TOP - _BOTTOM - sum(one.height for one in _head(meeting)) - _HEADING
    return max(1, int(room / _ROW))


def _paged(head: Sequence[Strip], rows: Sequence[Strip]) -> list[list[Strip]]:
    room = _TOP - _BOTTOM - sum(one.height for one in head) - _HEADING
    pages: list[list[Strip]] = [[]]
    left = room
    for row in rows:
        if row.height > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= row.height
    return pages


def _head(meeting: Meeting) -> list[Strip]:
    """The title of sheet and meeting, when and where; lines to write on for what is not known."""
    title = paper.clipped(tidy(meeting.title), style(20, 26, bold=True), 2, WIDTH)
    on = day(meeting.on) if meeting.on else "____________________"
    parts = [f"Tag: {on}", f"Uhrzeit: {tidy(meeting.time) or '____________'}"]
    place = f"Ort: {tidy(meeting.place) or '______________________________'}"
    when = Text(" · ".join(parts), style(11, 17), WIDTH)
    where = paper.clipped(place, style(11, 17), 2, WIDTH)
    return [
        Strip(7 * mm, _draw_title),
        *(Strip(one.height, partial(_draw_text, one)) for one in (title, when, where)),
        round_rows.gap(4 * mm),
    ]


def _draw_text(text: Text, canvas: Canvas, top: float) -> None:
    text.draw(canvas, EDGE, top)


def _draw_title(canvas: Canvas, top: float) -> None:
    paper.draw_line(canvas, EDGE, top - 11, TITLE, 11, bold=True, color=paper.GREEN)


def _heading() -> Strip:
    def draw(canvas: Canvas, top: float) -> None:
        low = top - _HEADING
        canvas.setFillColor(paper.GREEN_GROUND)
        canvas.rect(EDGE, low, WIDTH, _HEADING, stroke=0, fill=1)
        base = low + 2.2 * mm
        for shift, words in ((2, "Nr."), (_NUMBER, "Name"), (_NUMBER + _NAME, "Unterschrift")):
            paper.draw_line(canvas, EDGE + shift, base, words, 9.5, bold=True)

    return Strip(_HEADING, draw)


def _row(number: int, name: str) -> Strip:
    fitted = paper.fitting(tidy(name), 11, _NAME - 4 * mm)

    def draw(canvas: Canvas, top: float) -> None:
        low = top - _ROW
        base = low + 3.4 * mm
        paper.draw_line(canvas, EDGE + 2, base, str(number), 10, color=paper.SOFT)
        paper.draw_line(canvas, EDGE + _NUMBER, base, fitted, 11)
        canvas.setStrokeColor(paper.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(EDGE, low, RIGHT, low)
        canvas.line(EDGE + _NUMBER + _NAME - 2 * mm, low, EDGE + _NUMBER + _NAME - 2 * mm, top)

    return Strip(_ROW, draw)


def _foot(canvas: Canvas, office: OfficeInfo, page: int, pages: int) -> None:
    base = office_card.HIGH + 5 * mm
    paper.draw_line(canvas, EDGE, base, PRIVACY, 9, color=paper.SOFT)
    if pages > 1:
        number = f"Seite {page} von {pages}"
        paper.draw_line(canvas, RIGHT, base, number, 9, color=paper.SOFT, right=True)
    office_card.draw(canvas, office)
    canvas.showPage()
