"""The parts of a notice-board page: masthead, heading, entry, closing, footer.

Each part measures itself when it is made and draws itself below a given height. All lengths are
points. Sizes follow the domain brief: labels ≥ 11, text ≥ 14, the phone number ≥ 28.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model.paper_rows import BoardOffer, OfficeInfo
from ehrenamt_desktop.model.text import cut, day, tidy
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.board_words import USUAL, Look
from ehrenamt_desktop.reports.dial_code import dial_link, draw_code
from ehrenamt_desktop.reports.paper import Text, style

MARGIN = 15 * mm
WIDTH = paper.PAGE_WIDTH - 2 * MARGIN
TOP = paper.PAGE_HEIGHT - 11 * mm
FOOT = 22 * mm  # lowest point of the content above the page's edge
LABEL, BODY, NAME, PHONE = 11.0, 14.0, 20.0, 30.0
_GAP = 10.0
_AIR = 8.0  # above the closing
_SAMPLE = 24  # offers that decide on the grid
_LIMITS = ((300, 420, 240), (300, 240, 160), (300, 120, 100), (220, 80, 60))
_LARGER = (*_LIMITS, (110, 60, 40), (60, 30, 24))


class Masthead:
    """Bar, title and the phone number; the first page shows the title large."""

    def __init__(
        self, office: OfficeInfo, title: str, subtitle: str, *, first: bool, look: Look = USUAL
    ) -> None:
        self._eyebrow = paper.fitting(tidy(office.name) if first else title, 13, WIDTH, bold=True)
        self._title = _title(title) if first else None
        self._subtitle = Text(cut(subtitle, 150), style(BODY * look.scale, color=paper.SOFT), WIDTH)
        self._with_subtitle = first and bool(subtitle)
        self._band = _Band(office, look)
        height = 6 + 20 + 10 + self._band.height + 6
        if self._title:
            height += self._title.height + 2
        if self._with_subtitle:
            height += self._subtitle.height + 2
        self.height = height

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw below `top`; returns the lower edge."""
        canvas.setFillColor(paper.GREEN)
        canvas.rect(MARGIN, top - 6, WIDTH, 6, stroke=0, fill=1)
        y = top - 6 - 20
        paper.draw_line(canvas, MARGIN, y, self._eyebrow, 13, bold=True, color=paper.GREEN)
        if self._title:
            y = self._title.draw(canvas, MARGIN, y - 2)
        if self._with_subtitle:
            y = self._subtitle.draw(canvas, MARGIN, y - 2)
        return self._band.draw(canvas, y - 10) - 6


def _title(text: str) -> Text:
    """As large as two lines allow."""
    for size in (36.0, 33.0, 30.0):
        made = Text(text, style(size, size * 1.17, bold=True), WIDTH)
        if made.lines == 1 or (made.lines == 2 and size <= 33):
            return made
    return Text(text, style(26, 32, bold=True), WIDTH)


class _Band:
    """The tinted strip with the phone number and what to do."""

    _PAD = 12.0

    def __init__(self, office: OfficeInfo, look: Look) -> None:
        inner = WIDTH - 2 * self._PAD
        phone = tidy(office.phone)
        large = style(PHONE, PHONE * 1.25, bold=True, color=paper.GREEN)
        wanted = paper.line_width(phone, PHONE, bold=True)
        self._beside = wanted < inner * 0.55
        self._indent = wanted + 20 if self._beside else 0.0
        self._phone = Text(phone, large, inner)
        room = inner - self._indent
        size = BODY * look.scale
        self._words = [
            Text(sentence, style(size, size * 18.5 / 14, bold=True), room)
            for sentence in look.calls
        ]
        self._words_height = sum(text.height for text in self._words)
        inside = (
            max(self._phone.height, self._words_height)
            if self._beside
            else self._phone.height + self._words_height
        )
        self.height = inside + 2 * 8

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw below `top`; returns the lower edge."""
        canvas.setFillColor(paper.GREEN_GROUND)
        canvas.roundRect(MARGIN, top - self.height, WIDTH, self.height, 6, stroke=0, fill=1)
        x = MARGIN + self._PAD
        if self._beside:
            self._phone.draw(canvas, x, top - (self.height - self._phone.height) / 2)
            y = top - (self.height - self._words_height) / 2
        else:
            y = self._phone.draw(canvas, x, top - 8)
        for text in self._words:
            y = text.draw(canvas, x + self._indent, y)
        return top - self.height


class Heading:
    """The name of an Ortsteil or field above its entries."""

    def __init__(self, text: str, scale: float = 1.0) -> None:
        self.words = cut(tidy(text), 120)
        self._text = Text(self.words, style(17 * scale, bold=True, color=paper.GREEN), WIDTH)
        self.height = 10 + self._text.height + 5

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw below `top`; returns the lower edge."""
        y = self._text.draw(canvas, MARGIN, top - 10) - 3
        canvas.setStrokeColor(paper.GREEN)
        canvas.setLineWidth(1.6)
        canvas.line(MARGIN, y, MARGIN + WIDTH, y)
        return y - 2


@dataclass(frozen=True, slots=True)
class Grid:
    """What the entries of a sheet share: scale, where the text begins, shares of the columns.

    `shares` is empty where too many values are long: then the facts stand in rows.
    """

    scale: float
    indent: float
    shares: tuple[float, ...]
    look: Look = USUAL


def grid(offers: Sequence[BoardOffer], scale: float, look: Look = USUAL) -> Grid:
    """The grid in which most values of the first offers stand on one line."""
    size = NAME * scale
    widest = max(paper.line_width(str(offer.number), size, bold=True) for offer in offers)
    indent = min(widest, 95.0) + 14 * scale
    if look.rows:
        return Grid(scale, indent, (), look)
    wanted = [
        [paper.line_width(value, BODY * scale) for _, value in look.facts(offer)]
        for offer in offers[:_SAMPLE]
    ]
    room = WIDTH - indent
    _, shares = min(
        (_overflow(wanted, room, shares), shares)
        for shares in (
            (a / 100, b / 100, 1 - (a + b) / 100) for a in range(22, 41) for b in range(24, 43)
        )
    )
    too_long = sum(
        any(width > 1.8 * (room * share - _GAP) for width, share in zip(row, shares, strict=True))
        for row in wanted
    )
    as_rows = too_long > 0 if scale > 1 else too_long * 5 > len(wanted) * 2
    return Grid(scale, indent, () if as_rows else shares, look)


def _overflow(
    wanted: list[list[float]], room: float, shares: tuple[float, ...]
) -> tuple[int, float]:
    """How many values need more than one line, and how much is missing on them together."""
    missing = [
        width - (room * share - _GAP)
        for row in wanted
        for width, share in zip(row, shares, strict=True)
    ]
    over = [lack for lack in missing if lack > 0]
    return len(over), sum(over)


@dataclass(frozen=True, slots=True)
class _Fact:
    label: Text
    value: Text


class Entry:
    """One offer: number, title, teaser and three facts; it is never split."""

    def __init__(self, offer: BoardOffer, grid: Grid, tallest: float) -> None:
        self._number = str(offer.number)
        self._grid = grid
        self._indent = grid.indent
        self._scale = grid.scale
        size = NAME * grid.scale
        wanted = paper.line_width(self._number, size, bold=True)
        self._number_size = min(size, size * (grid.indent - 8) / wanted)
        for limits in _LIMITS if grid.look.scale == 1 else _LARGER:
            self._compose(offer, limits)
            if self.height <= tallest:
                break

    def _compose(self, offer: BoardOffer, limits: tuple[int, int, int]) -> None:
        width = WIDTH - self._indent
        title, teaser, fact = limits
        self._title = self._fit_title(cut(tidy(offer.title), title), width)
        body = style(BODY * self._scale)
        self._teaser = Text(cut(tidy(offer.teaser), teaser), body, width, short=True)
        self._with_teaser = bool(tidy(offer.teaser)) and not self._grid.look.rows
        pairs = tuple((label, cut(value, fact)) for label, value in self._grid.look.facts(offer))
        self._columns = self._as_columns(pairs, width) if self._grid.shares else ()
        self._rows = () if self._columns else self._as_rows(pairs, width)
        facts = (
            max(fact.label.height + fact.value.height for fact in self._columns)
            if self._columns
            else sum(fact.value.height + 1 for fact in self._rows)
        )
        teaser_height = self._teaser.height if self._with_teaser else 0.0
        self.height = self._pad * 2 + self._title.height + teaser_height + 4 * self._scale + facts

    @property
    def _pad(self) -> float:
        return 6.5 * self._scale

    def _fit_title(self, title: str, width: float) -> Text:
        for size, lines in ((NAME, 2), (18.0, 3), (16.5, 99)):
            look = style(size * self._scale, size * self._scale * 1.28, bold=True)
            made = Text(title, look, width, short=True)
            whole = made.lines == 1 or not _broken_word(title, look.fontSize, width, bold=True)
            if made.lines <= lines and whole:
                return made
        return made

    def _as_columns(self, pairs: tuple[tuple[str, str], ...], width: float) -> tuple[_Fact, ...]:
        """Three columns if each value fits two lines without breaking a word, else nothing."""
        facts: list[_Fact] = []
        size = BODY * self._scale
        for (label, value), share in zip(pairs, self._grid.shares, strict=True):
            room = width * share - _GAP
            made = Text(value, style(size, size * 1.28), room, short=True)
            if made.lines > 2 or (made.lines > 1 and _broken_word(value, size, room)):
                return ()
            facts.append(_Fact(self._label(label, room), made))
        return tuple(facts)

    def _as_rows(self, pairs: tuple[tuple[str, str], ...], width: float) -> tuple[_Fact, ...]:
        size = BODY * self._scale
        room = width - self._label_width
        spaced = style(size, size * self._grid.look.spacing)
        return tuple(
            _Fact(self._label(label, self._label_width), Text(value, spaced, room, short=True))
            for label, value in pairs
        )

    @property
    def _label_width(self) -> float:
        size = LABEL * self._scale
        return max(paper.line_width(one, size, bold=True) for one in self._grid.look.labels) + 12

    def _label(self, text: str, width: float) -> Text:
        size = LABEL * self._scale
        look = style(size, size * 1.3, bold=True, color=paper.SOFT)
        return Text(text, look, width, short=True)

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw below `top`; returns the lower edge."""
        y = top - self._pad
        baseline = y - paper.BASELINE * float(self._title.look.fontSize)
        paper.draw_line(
            canvas, MARGIN, baseline, self._number, self._number_size, bold=True,
            color=paper.GREEN,
        )  # fmt: skip
        x = MARGIN + self._indent
        y = self._title.draw(canvas, x, y)
        if self._with_teaser:
            y = self._teaser.draw(canvas, x, y)
        y -= 4 * self._scale
        if self._columns:
            for fact, share in zip(self._columns, self._grid.shares, strict=True):
                fact.value.draw(canvas, x, fact.label.draw(canvas, x, y))
                x += (WIDTH - self._indent) * share
        for fact in self._rows:
            shift = paper.BASELINE * (float(fact.value.look.fontSize) - LABEL * self._scale)
            fact.label.draw(canvas, x, y - shift)
            y = fact.value.draw(canvas, x + self._label_width, y) - 1
        return top - self.height


def _broken_word(text: str, size: float, width: float, *, bold: bool = False) -> bool:
    """Whether a word is too long for a line."""
    return any(paper.line_width(word, size, bold=bold) > width for word in text.split())


class Closing:
    """The invitation at the end, with office hours and a code that dials the number."""

    _QR = 24 * mm

    def __init__(self, office: OfficeInfo, look: Look = USUAL) -> None:
        self._caption, self._small = look.caption, min(LABEL * look.scale, 13.0)
        caption = paper.line_width(self._caption, self._small)
        room = WIDTH - max(self._QR, caption) - 12
        where = ", ".join(
            part for part in (tidy(office.room), tidy(office.street), tidy(office.city)) if part
        )
        self._texts = [
            Text(
                look.invite,
                style(15 * look.scale, 20 * look.scale, bold=True, color=paper.GREEN),
                WIDTH - self._QR - 12,
            ),
            *(
                Text(
                    cut(line, round(120 / look.scale**2)),
                    style(BODY * look.scale, 19 * look.scale),
                    room,
                )
                for line in (tidy(office.hours), where)
                if line
            ),
            Text(
                f"Telefon {tidy(office.phone)}",
                style(16 * look.scale, 22 * look.scale, bold=True),
                room,
            ),
        ]
        self._link = dial_link(office.phone)
        text_height = sum(text.height for text in self._texts)
        self.height = _AIR + 9 + max(text_height, self._QR + self._small + 2)

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw below `top`; returns the lower edge."""
        lower = top - self.height
        top -= _AIR
        canvas.setStrokeColor(paper.GREEN)
        canvas.setLineWidth(1.6)
        canvas.line(MARGIN, top, MARGIN + WIDTH, top)
        y = top - 7
        for text in self._texts:
            y = text.draw(canvas, MARGIN, y)
        bottom = top - 6 - self._QR
        draw_code(canvas, self._link, MARGIN + WIDTH - self._QR, bottom, self._QR)
        paper.draw_line(
            canvas, MARGIN + WIDTH, bottom - self._small, self._caption, self._small,
            color=paper.SOFT, right=True,
        )  # fmt: skip
        return lower


def draw_footer(
    canvas: Canvas,
    office: OfficeInfo,
    as_of: dt.date,
    valid_until: dt.date,
    page: int,
    pages: int,
    look: Look = USUAL,
) -> None:
    """Publisher, dates and page at the bottom."""
    size = min(LABEL * look.scale, 13.0)
    publisher = look.publisher.format(tidy(office.carrier) or tidy(office.name))
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, FOOT - 10, MARGIN + WIDTH, FOOT - 10)
    high, low = FOOT - 13 - size, FOOT - 17 - 2 * size
    paper.draw_line(
        canvas, MARGIN, high, paper.fitting(publisher, size, WIDTH), size, color=paper.SOFT
    )
    dates = look.dates.format(day(as_of), day(valid_until))
    paper.draw_line(canvas, MARGIN, low, dates, size, color=paper.SOFT)
    number = f"Seite {page} von {pages}"
    paper.draw_line(canvas, MARGIN + WIDTH, low, number, size, color=paper.SOFT, right=True)
