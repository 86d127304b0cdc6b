"""The poster for one offer: large words above, strips to tear off at the lower edge.

Strips are as wide as the page allows (domain brief 5.3: eight of 26.25 mm, ten of 21 mm) and
62 mm high; their words keep 5 mm from the edges, which no office printer reaches. Only the
office can be called, nobody else is named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.paper_rows import BoardOffer, OfficeInfo
from ehrenamt_desktop.model.rules.board import CLEARED
from ehrenamt_desktop.model.sheets import STRIPS, SheetSize
from ehrenamt_desktop.model.text import cut, day, tidy
from ehrenamt_desktop.reports import board_blocks as blocks
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.board import begin_page, check_office
from ehrenamt_desktop.reports.board_words import USUAL, Look
from ehrenamt_desktop.reports.dial_code import dial_link, draw_code
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.paper import Text, style

STRIP = 62 * mm
_EDGE = 5 * mm
_LEFT, _WIDTH = blocks.MARGIN, blocks.WIDTH
_SIZES = (60.0, 54.0, 48.0, 42.0, 36.0, 31.0, 27.0, 24.0)
_LIMITS = ((200, 240, 160), (140, 120, 80), (80, 80, 60))
_SMALL = (22.0, 20.0, 18.0, 16.0, 14.0)
_TRIES = (
    *((size, small, _LIMITS[0]) for size in _SIZES for small in _SMALL if small >= 0.33 * size),
    *((_SIZES[-1], _SMALL[-1], limits) for limits in _LIMITS[1:]),
)
"""Sizes of title and facts and the longest title, teaser and fact, the largest first."""
_CODE = 31 * mm
_ABOVE_FOOT = STRIP + 46  # lower edge of the contact field
_LEADING = 13.0  # of the title on a strip


def poster(
    path: Path,
    office: OfficeInfo,
    offer: BoardOffer,
    as_of: dt.date,
    valid_until: dt.date,
    *,
    strips: int = STRIPS[0],
    size: SheetSize = SheetSize.A4,
    look: Look = USUAL,
) -> None:
    """Write the poster of an offer.

    Args:
        path: the PDF to make; it appears whole or not at all.
        office: who publishes; a phone number is needed.
        offer: its public side.
        as_of: the day of "Stand".
        valid_until: the last day the sheet may hang.
        strips: how many strips, 8 to 10.
        size: the paper; A3 is the same sheet, 1.41 times as large.
        look: the words.

    Raises:
        DomainError: the office has no phone number.
        StoreUnavailable: the file cannot be written.
    """
    check_office(office)
    title = f"Nr. {offer.number}: {cut(tidy(offer.title), 200)}"
    with replacing(path) as temporary:
        canvas = paper.new_canvas(temporary, title, office.carrier or office.name, "Plakat")
        begin_page(canvas, size)
        height, draw_contact = _contact(office, look)
        _offer(canvas, office, offer, look, _ABOVE_FOOT + height + 12)
        draw_contact(canvas, _ABOVE_FOOT)
        _foot(canvas, office, as_of, valid_until, look)
        _strips(canvas, office, offer, strips)
        canvas.showPage()
        canvas.save()


def _offer(
    canvas: Canvas, office: OfficeInfo, offer: BoardOffer, look: Look, lowest: float
) -> None:
    """Number, title, teaser and facts, as large as the room above `lowest` allows."""
    top = blocks.TOP
    canvas.setFillColor(paper.GREEN)
    canvas.rect(_LEFT, top - 6, _WIDTH, 6, stroke=0, fill=1)
    name = paper.fitting(tidy(office.name), 13, _WIDTH, bold=True)
    paper.draw_line(canvas, _LEFT, top - 26, name, 13, bold=True, color=paper.GREEN)
    room = top - 40 - lowest
    for size, small, limits in _TRIES:
        parts = _parts(offer, look, size, small, limits)
        spare = room - sum(text.height + gap for text, gap in parts)
        if spare >= 0 and not _breaks(offer.title, size):
            break
    y = top - 40 - min(40.0, max(0.0, spare) / 3)
    loose = min(16.0, max(0.0, spare) / (2 * len(parts)))
    for text, gap in parts:
        y = text.draw(canvas, _LEFT, y) - gap - loose


def _parts(
    offer: BoardOffer, look: Look, size: float, small: float, limits: tuple[int, int, int]
) -> list[tuple[Text, float]]:
    """The texts from top to bottom with the gap below each."""
    title, teaser, fact = limits
    parts = [
        (Text(f"Nr. {offer.number}", style(26, bold=True, color=paper.GREEN), _WIDTH), 0.0),
        (Text(cut(tidy(offer.title), title), style(size, size * 1.16, bold=True), _WIDTH), 6.0),
    ]
    if tidy(offer.teaser) and not look.rows:
        parts.append((Text(cut(tidy(offer.teaser), teaser), style(small + 3), _WIDTH), 8.0))
    for label, words in look.facts(offer):
        unknown = words in (CLEARED, look.instead.get(CLEARED))
        named = "Voraussetzungen" if unknown else label
        runs = [(f"{named}{'' if named.endswith('?') else ':'} ", True), (cut(words, fact), False)]
        parts.append((Text(runs, style(small, small * 1.4), _WIDTH), 2.0))
    return parts


def _breaks(title: str, size: float) -> bool:
    """Whether a word of the title does not fit on a line, though it would in a smaller size."""
    wide = max((paper.line_width(word, size, bold=True) for word in title.split()), default=0.0)
    return wide > _WIDTH and wide * _SIZES[-1] / size <= _WIDTH


def _contact(office: OfficeInfo, look: Look) -> tuple[float, Callable[[Canvas, float], None]]:
    """The tinted field with the phone number and the code that dials it.

    Returns:
        Its height, and what draws it above a lower edge.
    """
    pad = 12.0
    inner = _WIDTH - _CODE - 3 * pad
    caption = Text(look.caption, style(blocks.LABEL, right=True), _CODE)
    lines = [
        Text(" ".join(look.calls), style(16, 21, bold=True), inner),
        Text(tidy(office.phone), _phone_look(office.phone, inner), inner),
        *(
            Text(cut(line, 120), style(blocks.BODY, 19), inner)
            for line in (_address(office), tidy(office.email))
            if line
        ),
    ]
    height = max(sum(text.height for text in lines), _CODE + caption.height) + 2 * pad

    def draw(canvas: Canvas, bottom: float) -> None:
        top = bottom + height
        canvas.setFillColor(paper.GREEN_GROUND)
        canvas.roundRect(_LEFT, bottom, _WIDTH, height, 6, stroke=0, fill=1)
        y = top - (height - sum(text.height for text in lines)) / 2
        for text in lines:
            y = text.draw(canvas, _LEFT + pad, y)
        right = _LEFT + _WIDTH - pad
        low = bottom + (height - _CODE - caption.height) / 2 + caption.height
        canvas.setFillColor(paper.WHITE)
        canvas.rect(right - _CODE, low, _CODE, _CODE, stroke=0, fill=1)
        draw_code(canvas, dial_link(office.phone), right - _CODE, low, _CODE)
        caption.draw(canvas, right - _CODE, low)

    return height, draw


def _phone_look(phone: str, width: float) -> ParagraphStyle:
    size = next((one for one in (44.0, 38.0, 32.0)
                 if paper.line_width(phone, one, bold=True) <= width), 28.0)  # fmt: skip
    return style(size, size * 1.25, bold=True, color=paper.GREEN)


def _address(office: OfficeInfo) -> str:
    where = ", ".join(one for one in (tidy(office.room), tidy(office.street)) if one)
    hours = tidy(office.hours).replace(" Uhr", "\N{NO-BREAK SPACE}Uhr")
    return " · ".join(one for one in (where, hours) if one)


def _foot(
    canvas: Canvas, office: OfficeInfo, as_of: dt.date, valid_until: dt.date, look: Look
) -> None:
    """Publisher and dates above the strips."""
    publisher = look.publisher.format(tidy(office.carrier) or tidy(office.name))
    dates = look.dates.format(day(as_of), day(valid_until))
    y = STRIP + 24
    paper.draw_line(canvas, _LEFT, y, paper.fitting(publisher, blocks.LABEL, _WIDTH),
                    blocks.LABEL, color=paper.SOFT)  # fmt: skip
    paper.draw_line(canvas, _LEFT, y - 15, dates, blocks.LABEL, color=paper.SOFT)
    paper.draw_line(canvas, _LEFT + _WIDTH, y - 15, "Bitte einen Zettel abreißen", blocks.LABEL,
                    bold=True, right=True)  # fmt: skip


def _strips(canvas: Canvas, office: OfficeInfo, offer: BoardOffer, strips: int) -> None:
    """Draw the strips with the lines to cut along."""
    width = paper.PAGE_WIDTH / strips
    canvas.saveState()
    canvas.setStrokeColor(paper.SOFT)
    canvas.setLineWidth(0.7)
    canvas.setDash(4, 3)
    canvas.line(0, STRIP, paper.PAGE_WIDTH, STRIP)
    for index in range(1, strips):
        canvas.line(index * width, 0, index * width, STRIP)
    canvas.restoreState()
    room = width - _EDGE  # alike on all strips, so that the outer ones keep off the edge
    lines = _strip_lines(office, offer, STRIP - _EDGE - 3 * mm, room)
    for index in range(strips):
        left = index * width + (_EDGE if index == 0 else _EDGE / 2)
        if index == strips - 1:
            left = index * width
        canvas.saveState()
        canvas.translate(left, _EDGE)
        canvas.rotate(90)
        y = -(room - sum(leading for *_, leading in lines)) / 2
        for words, size, bold, leading in lines:
            paper.draw_line(canvas, 0, y - size, words, size, bold=bold)
            y -= leading
        canvas.restoreState()


def _strip_lines(
    office: OfficeInfo, offer: BoardOffer, length: float, room: float
) -> list[tuple[str, float, bool, float]]:
    """Words, size, weight and leading of the lines on a strip; two for the title if there is room.

    `length` is along the strip, `room` across it.
    """
    phone = tidy(office.phone)
    large = next((one for one in (17.0, 15.0, 13.0, 11.0)
                  if one <= room / 3 and paper.line_width(phone, one, bold=True) <= length),
                 11.0)  # fmt: skip
    reach = tidy(office.email) or tidy(office.name)
    tail = [
        (paper.fitting(phone, large, length, bold=True), large, True, large * 1.2),
        (paper.fitting(reach, 9, length), 9.0, False, 11.0),
    ]
    title = f"Nr. {offer.number} {tidy(offer.title)}"
    spare = room - sum(leading for *_, leading in tail)
    if spare < 2 * _LEADING and paper.line_width(title, 11, bold=True) > length:
        spare += tail.pop()[3]  # the title rather than the address
    head = _title_lines(title, length, max(1, int(spare / _LEADING)))
    return [*((line, 11.0, True, _LEADING) for line in head), *tail]


def _title_lines(words: str, length: float, most: int) -> list[str]:
    """The title on at most `most` lines of 11 points, cut with an ellipsis."""
    rest = words.split()
    lines: list[str] = []
    while rest and len(lines) < most - 1:
        taken = 1
        while (
            taken < len(rest)
            and paper.line_width(" ".join(rest[: taken + 1]), 11, bold=True) <= length
        ):
            taken += 1
        lines.append(paper.fitting(" ".join(rest[:taken]), 11, length, bold=True))
        rest = rest[taken:]
    return [*lines, paper.fitting(" ".join(rest), 11, length, bold=True)] if rest else lines
