"""The notice-board list: offers of an Ortsteil or of all on A4, to be read from two metres.

Entries are never split. Few entries are printed larger, many are spread evenly over the pages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A3
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.paper_rows import BoardOffer, OfficeInfo
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.sheets import SheetSize
from ehrenamt_desktop.model.text import cut, tidy
from ehrenamt_desktop.reports import board_blocks as blocks
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.board_words import USUAL, Look
from ehrenamt_desktop.reports.output import replacing

MEMBERS = "Sontra, Herleshausen und Nentershausen"
Group = tuple[str, Sequence[BoardOffer]]

_SCALES = (1.8, 1.7, 1.6, 1.5, 1.4, 1.3, 1.22, 1.15, 1.1, 1.05)
_SCALED_UP_TO = 24  # entries; a longer list keeps the base size
_BALANCED_UP_TO = 8  # pages
_WIDEST_GAP = 28.0  # points added between two entries of a page that is not full
_AROUND_ONE = 90.0  # points around the only entry of a page


@dataclass(frozen=True, slots=True)
class _Unit:
    """An entry with the heading that stands above it, if any."""

    heading: blocks.Heading | None
    again: blocks.Heading | None  # the heading when the entry opens a page inside its group
    entry: blocks.Entry

    def height(self, *, opens_page: bool) -> float:
        heading = self.heading or (self.again if opens_page else None)
        return self.entry.height + (heading.height if heading else 0.0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Mastheads, closing and the room they leave on the first and on further pages (points)."""

    first: blocks.Masthead
    further: blocks.Masthead
    closing: blocks.Closing
    look: Look

    def room(self, page: int) -> float:
        masthead = self.first if page == 0 else self.further
        return blocks.TOP - masthead.height - blocks.FOOT


def offer_list(
    path: Path,
    office: OfficeInfo,
    place: PlaceRow | None,
    groups: Sequence[Group],
    as_of: dt.date,
    valid_until: dt.date,
    progress: Progress = QUIET,
    *,
    neighbours: Sequence[str] = (),
    title: str = "",
    size: SheetSize = SheetSize.A4,
    look: Look = USUAL,
) -> int:
    """Write the notice-board list; returns the number of pages.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who publishes; name and phone are needed.
        place: the Ortsteil in the title, or None for the whole area.
        groups: (heading, offers) in the order of printing; a single group has no heading.
        as_of: the day of "Stand".
        valid_until: the last day the sheet may hang.
        progress: told after each page.
        neighbours: further places named under the title.
        title: instead of one with the name of the Ortsteil or of the whole area.
        size: the paper; A3 is the same sheet, 1.41 times as large.
        look: words and least sizes.

    Raises:
        DomainError: nothing to print, or the office has no phone number.
        Cancelled: the user stopped. StoreUnavailable: the file cannot be written.
    """
    filled = [group for group in groups if group[1]]
    _check(office, filled, as_of, valid_until)
    title = title or look.title.format(cut(tidy(place.name), 60) if place else MEMBERS)
    frame = _frame(office, title, neighbours, look)
    pages = _laid_out(filled, frame)
    total = len(pages)
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, title, office.carrier or office.name, "Aushang")
        for index, page in enumerate(pages):
            progress.step(index, total, f"Seite {index + 1} von {total}")
            begin_page(canvas, size)
            _draw_page(canvas, frame, page, index, total)
            blocks.draw_footer(canvas, office, as_of, valid_until, index + 1, total, look)
            canvas.showPage()
        canvas.save()
        progress.step(total, total)
    return total


def _frame(office: OfficeInfo, title: str, neighbours: Sequence[str], look: Look) -> _Frame:
    subtitle = f"und in {', '.join(tidy(name) for name in neighbours)}" if neighbours else ""
    return _Frame(
        blocks.Masthead(office, title, subtitle, first=True, look=look),
        blocks.Masthead(office, title, "", first=False, look=look),
        blocks.Closing(office, look),
        look,
    )


def begin_page(canvas: Canvas, size: SheetSize) -> None:
    """Give the page its size; what is drawn on A4 fills A3."""
    if size is SheetSize.A3:
        canvas.setPageSize(A3)
        factor = min(A3[0] / paper.PAGE_WIDTH, A3[1] / paper.PAGE_HEIGHT)
        canvas.scale(factor, factor)


def _name_page(canvas: Canvas, page: Sequence[_Unit], index: int, pages: int) -> None:
    """A bookmark for each heading of a list of several pages."""
    if pages > 1:
        for unit in page:
            if unit.heading:
                paper.bookmark(canvas, unit.heading.words)
        if index == 0 and not any(unit.heading for unit in page):
            paper.bookmark(canvas, "Seite 1")


def check_office(office: OfficeInfo) -> None:
    """Make sure that there is a number to call.

    Raises:
        DomainError: the office has no phone number.
    """
    if not any(sign.isdigit() for sign in office.phone):
        raise DomainError(
            "Auf dem Aushang muss die Telefonnummer der Agentur stehen. Bitte tragen Sie sie "
            "zuerst bei den Angaben zum Büro ein."
        )


def _check(
    office: OfficeInfo, filled: Sequence[Group], as_of: dt.date, valid_until: dt.date
) -> None:
    if not filled:
        raise DomainError(
            "Für diesen Aushang gibt es kein offenes Angebot. Bitte wählen Sie einen anderen Ort "
            "oder veröffentlichen Sie zuerst ein Angebot."
        )
    check_office(office)
    if valid_until < as_of:
        raise DomainError(
            "Das Datum „gültig bis“ liegt vor dem Stand des Aushangs. Bitte wählen Sie ein "
            "späteres Datum."
        )


def _laid_out(groups: Sequence[Group], frame: _Frame) -> list[list[_Unit]]:
    """The entries by page, as large as the number of pages at base size allows."""
    count = sum(len(offers) for _, offers in groups)
    least = frame.look.scale
    pages = _paginate(_units(groups, frame, least), frame)
    if count > _SCALED_UP_TO:
        return pages
    for scale in (one for one in _SCALES if one > least):
        larger = _paginate(_units(groups, frame, scale), frame)
        if len(larger) <= len(pages) and _fits(larger, frame):
            return larger
    return pages


def _fits(pages: Sequence[Sequence[_Unit]], frame: _Frame) -> bool:
    """Whether nothing is taller than its page."""
    return all(_spare(page, frame, index, len(pages)) >= 0 for index, page in enumerate(pages))


def _spare(page: Sequence[_Unit], frame: _Frame, index: int, pages: int) -> float:
    """What a page leaves free."""
    used = sum(unit.height(opens_page=position == 0) for position, unit in enumerate(page))
    closing = frame.closing.height if index == pages - 1 else 0.0
    return frame.room(index) - used - closing


def _units(groups: Sequence[Group], frame: _Frame, scale: float) -> list[_Unit]:
    grid = blocks.grid([offer for _, offers in groups for offer in offers], scale, frame.look)
    units: list[_Unit] = []
    for name, offers in groups:
        named = len(groups) > 1 and bool(tidy(name))
        heading = blocks.Heading(name, scale) if named else None
        again = blocks.Heading(f"{cut(tidy(name), 100)} (Fortsetzung)", scale) if named else None
        above = max((one.height for one in (heading, again) if one), default=0.0)
        room = frame.room(0) - frame.closing.height - above
        for index, offer in enumerate(offers):
            entry = blocks.Entry(offer, grid, room)
            units.append(_Unit(heading if index == 0 else None, again, entry))
    return units


def _paginate(units: Sequence[_Unit], frame: _Frame) -> list[list[_Unit]]:
    """As few pages as possible, then the entries spread evenly over them."""
    pages = _filled(units, frame, 0.0)
    if not 1 < len(pages) <= _BALANCED_UP_TO:
        return pages
    low, high = 0.0, frame.room(1)
    while high - low > 4.0:
        spared = (low + high) / 2
        tried = _filled(units, frame, spared)
        if len(tried) == len(pages):
            pages, low = tried, spared
        else:
            high = spared
    return pages


def _filled(units: Sequence[_Unit], frame: _Frame, spared: float) -> list[list[_Unit]]:
    """Fill page after page, leaving `spared` points free; the closing stays with the last entry."""
    pages: list[list[_Unit]] = [[]]
    room = frame.room(0) - spared
    for index, unit in enumerate(units):
        closing = frame.closing.height if index == len(units) - 1 else 0.0
        needed = unit.height(opens_page=not pages[-1]) + closing
        if pages[-1] and needed > room:
            pages.append([])
            room = frame.room(len(pages) - 1) - spared
            needed = unit.height(opens_page=True) + closing
        pages[-1].append(unit)
        room -= needed
    return pages


def _draw_page(
    canvas: Canvas, frame: _Frame, page: Sequence[_Unit], index: int, pages: int
) -> None:
    _name_page(canvas, page, index, pages)
    masthead = frame.first if index == 0 else frame.further
    y = masthead.draw(canvas, blocks.TOP)
    spare = _spare(page, frame, index, pages)
    widest = _WIDEST_GAP if len(page) > 1 else _AROUND_ONE
    gap = max(0.0, min(widest, spare / len(page)))
    for position, unit in enumerate(page):
        heading = unit.heading or (unit.again if position == 0 else None)
        if position:
            y -= gap / 2
        if heading:
            y = heading.draw(canvas, y)
        else:
            if position:
                _rule(canvas, y)
            y -= gap / 2
        y = unit.entry.draw(canvas, y)
    if index == pages - 1:
        frame.closing.draw(canvas, blocks.FOOT + frame.closing.height)


def _rule(canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.7)
    canvas.line(blocks.MARGIN, y, blocks.MARGIN + blocks.WIDTH, y)
