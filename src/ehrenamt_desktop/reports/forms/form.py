"""A form of the office's own as PDF: headings, words, fields, boxes, tables, lines to sign on.

Lengths are points; pages are laid out in strips (`reports/round_rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.model import forms as model
from ehrenamt_desktop.model.forms import (
    COLUMNS,
    Blank,
    Blanks,
    Form,
    Heading,
    Lines,
    Signatures,
    Ticks,
    Words,
)
from ehrenamt_desktop.model.letter_text import Run
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports import paper, round_rows
from ehrenamt_desktop.reports.forms.fields import Fields
from ehrenamt_desktop.reports.paper import Text, style
from ehrenamt_desktop.reports.round_rows import LEFT, WIDTH, Strip
from ehrenamt_desktop.reports.strip_paper import About, draw_strips

TIGHT = 0.8
"""How much of the room is left where that saves a page."""
_GUTTER = 3 * mm
_FIELD = 7.2 * mm
_LINE = 5.2 * mm  # of a field with several
_LABEL = 4 * mm
_BELOW = 0.9 * mm  # the label
_ROW = 7.6 * mm  # of a table
_TABLE_HEAD = 6.5 * mm
_BOX = 4 * mm
_TICK_ROW = 6.4 * mm
_SIGNED = 19 * mm
_ITEM = 4.5 * mm
_BODY = style(10, 13.6)
_SMALL = style(8.5, 11.4, color=paper.SOFT)
_NAME = style(8.5, 10.5, color=paper.SOFT)


def draw_form(
    out: Path | BinaryIO, office: OfficeInfo, form: Form, values: Mapping[str, str]
) -> int:
    """Draw a form; returns the number of pages.

    Args:
        out: where the PDF goes.
        office: who gives it out.
        form: what stands on it.
        values: what stands for its placeholders; an unknown one leaves its field empty.
    """
    foot = f"{form.title} · Fassung {form.version}"
    about = About(form.title, office.carrier or office.name, "Formular", foot)
    return draw_strips(out, about, _Sheet(office, form, values).strips)


class _Sheet:
    """Makes the strips once there is a canvas for the fields."""

    def __init__(self, office: OfficeInfo, form: Form, values: Mapping[str, str]) -> None:
        self._office = office
        self._form = form
        self._values = values
        self._part = form.title
        self._fields: Fields | None = None
        self._room = 1.0

    def strips(self, canvas: Canvas) -> tuple[Sequence[Strip], Callable[[], None]]:
        """The strips from top to bottom, and what is to be done before the document is saved."""
        fields = self._fields = Fields(canvas)
        made = self._laid(1.0)
        if len(round_rows.pages(made)) > 1:
            tight = self._laid(TIGHT)
            if len(round_rows.pages(tight)) < len(round_rows.pages(made)):
                made = tight
        return made, fields.close

    def _laid(self, room: float) -> list[Strip]:
        """All strips; `room` scales what is left to write in and between."""
        self._room = room
        made = list(self._head())
        for block in self._form.blocks:
            made += self._block(block)
        return made

    def _head(self) -> Iterator[Strip]:
        office = self._office
        yield round_rows.words(office.carrier or office.name, 9, soft=True)
        yield round_rows.gap(1.5 * mm)
        made = Text(self._form.title, style(18, bold=True, color=paper.GREEN), WIDTH)
        yield Strip(
            made.height, lambda canvas, top: made.draw(canvas, LEFT, top), head=True,
            mark=self._form.title,
        )  # fmt: skip
        own = (office.name, office.room, office.street, f"{office.postcode} {office.city}".strip(),
               _phone(office), office.email)  # fmt: skip
        yield round_rows.words(" · ".join(tidy(one) for one in own if tidy(one)), 9, soft=True)
        yield round_rows.gap(3 * mm)

    def _block(self, block: model.Block) -> list[Strip]:
        if isinstance(block, Heading):
            self._part = block.text
            above, below = 2.5 * mm * self._room, 1.5 * mm * self._room
            return [round_rows.gap(above), _heading(block.text), round_rows.gap(below)]
        if isinstance(block, Words):
            return self._words(block)
        if isinstance(block, Blanks):
            return [self._blanks(block.fields)]
        if isinstance(block, Ticks):
            return self._ticks(block)
        if isinstance(block, Lines):
            return self._table(block)
        return [self._signatures(block)]

    def _words(self, block: Words) -> list[Strip]:
        if not block.stand(self._values):
            return []
        indent = _ITEM if block.item else 0.0
        look = _SMALL if block.small else _BODY
        made = Text(_runs(model.filled(block.text, self._values)), look, WIDTH - indent)

        def draw(canvas: Canvas, top: float) -> None:
            if block.item:
                paper.draw_line(canvas, LEFT + 1 * mm, top - 10, "•", 10)
            made.draw(canvas, LEFT + indent, top)

        return [Strip(made.height + (1.2 if block.item else 2.2) * mm * self._room, draw)]

    def _blanks(self, fields: Sequence[Blank]) -> Strip:
        """Fields side by side, the label above each."""
        boxes = _placed(fields)
        labels = [
            Text(one.label, _NAME, width) for one, (_, width) in zip(fields, boxes, strict=True)
        ]
        above = max([_LABEL, *(one.height for one in labels)]) + _BELOW
        tall = self._room * max(
            _FIELD if one.lines == 1 else one.lines * _LINE + 2 * mm for one in fields
        )
        part = self._part

        def draw(canvas: Canvas, top: float) -> None:
            low = top - above - tall
            for one, label, (left, width) in zip(fields, labels, boxes, strict=True):
                label.draw(canvas, left, top - above + _BELOW + label.height)
                _frame(canvas, left, low, width, tall)
                self._text(f"{part}: {one.label}", (left, low, width, tall), one)

        return Strip(above + tall + 2 * mm * self._room, draw)

    def _text(self, about: str, box: tuple[float, float, float, float], one: Blank) -> None:
        if self._fields is not None:
            value = self._values.get(one.value, "") if one.value else ""
            self._fields.text(about, box, value, lines=one.lines > 1)

    def _ticks(self, block: Ticks) -> list[Strip]:
        """The label with its boxes beside it, or above as many rows as they need."""
        chosen = {one.strip() for one in self._values.get(block.value, "").split(",")} - {""}
        beside = _beside(block)
        rows = [_row(block.options, beside)] if beside else _tick_rows(block.options)
        label = Text(block.label, _BODY if beside else _NAME, WIDTH)
        above = 0.0 if beside or not block.label else label.height + 0.6 * mm
        part, step = self._part, _TICK_ROW * (1 + self._room) / 2

        def draw(canvas: Canvas, top: float) -> None:
            if block.label:
                label.draw(canvas, LEFT, top - (step - label.height) / 2 if beside else top)
            for place, row in enumerate(rows):
                low = top - above - (place + 1) * step + (step - _BOX) / 2
                for left, option in row:
                    canvas.setStrokeColor(paper.SOFT)
                    canvas.setLineWidth(0.7)
                    canvas.rect(left, low, _BOX, _BOX, stroke=1, fill=0)
                    paper.draw_line(canvas, left + _BOX + 1.6 * mm, low + 1, option, 10)
                    about = ": ".join(one for one in (part, block.label, option) if one)
                    if self._fields is not None:
                        box = (left, low, _BOX, _BOX)
                        self._fields.tick(about, box, on=option in chosen)

        return [Strip(above + len(rows) * step + (0.4 if beside else 1.4) * mm, draw)]

    def _table(self, block: Lines) -> list[Strip]:
        boxes = _placed(block.columns, gutter=0.0)
        heads = [Text(one.label, style(8.5, 10.5, bold=True), width - 3 * mm)
                 for one, (_, width) in zip(block.columns, boxes, strict=True)]  # fmt: skip
        high = max([_TABLE_HEAD, *(one.height + 2 * mm for one in heads)])

        def head(canvas: Canvas, top: float) -> None:
            canvas.setFillColor(paper.GREEN_GROUND)
            canvas.rect(LEFT, top - high, WIDTH, high, stroke=0, fill=1)
            for one, (left, _) in zip(heads, boxes, strict=True):
                one.draw(canvas, left + 1.5 * mm, top - 1 * mm)

        above = Strip(high, head, head=True)
        rows = [self._table_row(block, boxes, number) for number in range(1, block.rows + 1)]
        return [above, *rows, round_rows.gap(2 * mm)]

    def _table_row(self, block: Lines, boxes: Sequence[tuple[float, float]], number: int) -> Strip:
        part = self._part

        def draw(canvas: Canvas, top: float) -> None:
            low = top - _ROW
            for one, (left, width) in zip(block.columns, boxes, strict=True):
                canvas.setStrokeColor(paper.LINE)
                canvas.setLineWidth(0.5)
                canvas.rect(left, low, width, _ROW, stroke=1, fill=0)
                value = one if number == 1 else replace(one, value="")
                self._text(f"{part}, Zeile {number}: {one.label}", (left, low, width, _ROW), value)

        return Strip(_ROW, draw)

    def _signatures(self, block: Signatures) -> Strip:
        width = (WIDTH - (len(block.labels) - 1) * 8 * mm) / len(block.labels)
        labels = [Text(one, _NAME, width) for one in block.labels]
        below, signed = max(one.height for one in labels), _SIGNED * self._room

        def draw(canvas: Canvas, top: float) -> None:
            low = top - signed
            canvas.setStrokeColor(paper.INK)
            canvas.setLineWidth(0.6)
            for place, one in enumerate(labels):
                left = LEFT + place * (width + 8 * mm)
                canvas.line(left, low, left + width, low)
                one.draw(canvas, left, low - 1 * mm)

        return Strip(signed + 3 * mm + below, draw)


def _heading(text: str) -> Strip:
    made = Text(text, style(12, bold=True), WIDTH)

    def draw(canvas: Canvas, top: float) -> None:
        low = made.draw(canvas, LEFT, top) - 1 * mm
        canvas.setStrokeColor(paper.GREEN)
        canvas.setLineWidth(0.8)
        canvas.line(LEFT, low, LEFT + WIDTH, low)

    return Strip(made.height + 1.4 * mm, draw, head=True, mark=text)


def _frame(canvas: Canvas, left: float, low: float, width: float, tall: float) -> None:
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.6)
    canvas.roundRect(left, low, width, tall, 1.2 * mm, stroke=1, fill=0)


def _placed(fields: Sequence[Blank], gutter: float = _GUTTER) -> list[tuple[float, float]]:
    """Left edge and width of each, by their twelfths."""
    column = (WIDTH + gutter) / COLUMNS
    found, left = [], LEFT
    for one in fields:
        found.append((left, one.width * column - gutter))
        left += one.width * column
    return found


def _beside(block: Ticks) -> float:
    """Where boxes begin that fit beside their label, at the right; 0 if they do not."""
    wide, named = _row_width(block.options), paper.line_width(block.label, 10) + 5 * mm
    return LEFT + WIDTH - wide if block.label and named + wide <= WIDTH else 0.0


def _row(options: Sequence[str], left: float) -> list[tuple[float, str]]:
    """Left edge of each option, each as wide as it needs."""
    found = []
    for one in options:
        found.append((left, one))
        left += _row_width([one])
    return found


def _row_width(options: Sequence[str]) -> float:
    return sum(paper.line_width(one, 10) + _BOX + 6 * mm for one in options)


def _tick_rows(options: Sequence[str]) -> list[list[tuple[float, str]]]:
    """The options row by row; columns stand under one another."""
    if _row_width(options) <= WIDTH:
        return [_row(options, LEFT)]
    widest = max(paper.line_width(one, 10) for one in options) + _BOX + 5 * mm
    columns = max(1, int(WIDTH // widest))
    step = WIDTH / columns
    return [
        [(LEFT + place * step, one) for place, one in enumerate(options[start : start + columns])]
        for start in range(0, len(options), columns)
    ]


def _phone(office: OfficeInfo) -> str:
    found = tidy(office.phone)
    return f"Telefon {found}".replace(" ", "\N{NO-BREAK SPACE}") if found else ""


def _runs(text: str) -> list[Run]:
    pieces = text.split("**")
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]
