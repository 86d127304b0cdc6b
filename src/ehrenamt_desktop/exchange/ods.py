"""OpenDocument spreadsheets, read as a stream; repeated empty rows and cells cost nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain
from xml.parsers import expat

from ehrenamt_desktop.exchange import number_format, spots
from ehrenamt_desktop.exchange.package import MAX_TEXT, OverlongText, Package, UnsafePart
from ehrenamt_desktop.exchange.sheets import Row
from ehrenamt_desktop.exchange.table import Cell, Fault, Grid
from ehrenamt_desktop.model.imports import Sheet

PART = "content.xml"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE = f"{_URN}office:1.0 "
_TABLE = f"{_URN}table:1.0 "
_TEXT = f"{_URN}text:1.0 "
_STYLE = f"{_URN}style:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_SILENT = frozenset({f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text"})
_MAX_ROW = 1_048_576
_MAX_COLUMN = 16_384
_SPAN = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?")
_TIME = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")

Attributes = dict[str, str]


class OdsBook:
    """Streams a sheet each time it is asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        first = _Walk(-1)
        deque(first.run(package), maxlen=0)
        self._choices = [Sheet(name, style in first.hidden_styles) for name, style in first.tables]
        self._walks: dict[int, _Walk] = {}

    def choices(self) -> Sequence[Sheet]:
        """Its sheets of cells."""
        return self._choices

    def rows(self, at: int) -> Iterator[Row]:
        """The rows of a sheet that hold something."""
        walk = self._walks[at] = _Walk(at)
        return walk.run(self._package)

    def remarks(self, at: int) -> tuple[list[str], Grid]:
        """What the sheet that was read to its end should be known for."""
        walk = self._walks[at]
        said = spots.hidden_rows(walk.hidden_rows)
        return said, Grid((), tuple(walk.merged), tuple(walk.hidden_columns))


class _Walk:
    """One pass over the content; rows of the table at a place come out."""

    def __init__(self, at: int) -> None:
        self._at = at
        self.tables: list[tuple[str, str]] = []
        self.hidden_styles: set[str] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.hidden_rows: list[int] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self._style = ""
        self._depth = 0  # tables can stand in tables
        self._columns = 0
        self._row = 0
        self._row_times = 1
        self._row_hidden = False
        self._cells: dict[int, Cell] = {}
        self._column = 0
        self._cell: Attributes | None = None
        self._text: list[str] = []
        self._paragraphs = 0
        self._silent = 0
        self._ready: deque[Iterator[Row]] = deque()

    def run(self, package: Package) -> Iterator[Row]:
        """Walk through the part.

        Raises:
            UnsafePart, OverlongText, expat.ExpatError: it cannot be read.
        """
        reading = expat.ParserCreate(namespace_separator=" ")
        reading.buffer_text = True

        def refuse(*_: object) -> None:
            raise UnsafePart

        reading.StartDoctypeDeclHandler = refuse
        reading.EntityDeclHandler = refuse
        reading.StartElementHandler = self._start
        reading.EndElementHandler = self._end
        reading.CharacterDataHandler = self._data
        for block in chain(package.blocks(PART), [b""]):
            reading.Parse(block, not block)
            while self._ready:
                yield from self._ready.popleft()

    @property
    def _here(self) -> bool:
        return self._depth == 1 and len(self.tables) - 1 == self._at

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == f"{_TABLE}table":
            self._depth += 1
            if self._depth == 1:
                given = attributes.get(f"{_TABLE}name", ""), attributes.get(f"{_TABLE}style-name")
                self.tables.append((given[0], given[1] or ""))
                self._row = 0
        elif name == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif name == f"{_STYLE}table-properties":
            if attributes.get(f"{_TABLE}display") == "false":
                self.hidden_styles.add(self._style)
        elif self._here:
            self._start_inside(name, attributes)

    def _start_inside(self, name: str, attributes: Attributes) -> None:
        if name in _CELLS:
            self._cell, self._text, self._paragraphs = attributes, [], 0
        elif name in _SILENT:
            self._silent += 1
        elif name == f"{_TEXT}p":
            if self._paragraphs and not self._silent:
                self._text.append("\n")
            self._paragraphs += not self._silent
        elif name == f"{_TEXT}s":
            self._text.append(" " * min(_whole(attributes, f"{_TEXT}c"), 1000))
        elif name in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            self._text.append("\t" if name.endswith("tab") else "\n")
        elif name == f"{_TABLE}table-row":
            self._row_times = _whole(attributes, f"{_TABLE}number-rows-repeated")
            self._row_hidden = _is_hidden(attributes)
            self._column = 0
        elif name == f"{_TABLE}table-column":
            times = _whole(attributes, f"{_TABLE}number-columns-repeated")
            if _is_hidden(attributes) and self._columns < _MAX_COLUMN:
                self.hidden_columns.append((self._columns, self._columns + times - 1))
            self._columns += times

    def _data(self, piece: str) -> None:
        if self._cell is not None and self._paragraphs and not self._silent:
            self._text.append(piece)

    def _end(self, name: str) -> None:
        if name == f"{_TABLE}table":
            self._depth -= 1
        elif not self._here:
            return
        elif name in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name in _SILENT:
            self._silent -= 1
        elif name == f"{_TABLE}table-row":
            self._end_row()

    def _end_cell(self, attributes: Attributes) -> None:
        times = _whole(attributes, f"{_TABLE}number-columns-repeated")
        text = "".join(self._text)
        if len(text) > MAX_TEXT:
            raise OverlongText
        cell = _cell(attributes, text)
        if cell is not None and cell != "":
            if self._column + times > _MAX_COLUMN:
                raise OverlongText
            self._cells.update(dict.fromkeys(range(self._column, self._column + times), cell))
        down = _whole(attributes, f"{_TABLE}number-rows-spanned")
        if down > 1:
            across = _whole(attributes, f"{_TABLE}number-columns-spanned")
            self.merged.append(
                (self._row, self._column, self._row + down - 1, self._column + across - 1)
            )
        self._column += times

    def _end_row(self) -> None:
        filled, self._cells = self._cells, {}
        first = self._row + 1
        self._row += self._row_times
        if all(isinstance(cell, str) and not cell.strip() for cell in filled.values()):
            return
        if self._row > _MAX_ROW:
            raise OverlongText
        cells = tuple(filled.get(column) for column in range(max(filled) + 1))
        if self._row_hidden:
            self.hidden_rows.append(first)
        self._ready.append((number, cells) for number in range(first, self._row + 1))


def _cell(attributes: Attributes, text: str) -> Cell:
    kind = attributes.get(f"{_OFFICE}value-type", "")
    formula = attributes.get(f"{_TABLE}formula")
    if attributes.get(f"{_CALC}value-type") == "error":
        return Fault(text.strip() or "#")
    if kind in ("float", "currency"):
        return _number(attributes, text)
    if kind == "percentage":
        return number_format.value(_float(attributes), "0%")
    if kind == "boolean":
        return attributes.get(f"{_OFFICE}boolean-value") == "true"
    if kind == "date":
        return _date(attributes.get(f"{_OFFICE}date-value", ""), text)
    if kind == "time":
        return _time(attributes.get(f"{_OFFICE}time-value", ""), text)
    if kind == "string" or text:
        return text or attributes.get(f"{_OFFICE}string-value", "")
    return Fault(f"={formula}") if formula is not None else None


def _number(attributes: Attributes, text: str) -> Cell:
    """A number; where zeros stand before it on the screen, these count."""
    number = number_format.plain(_float(attributes))
    shown = text.strip()
    if isinstance(number, int) and shown.isdigit() and shown[:1] == "0" and int(shown) == number:
        return number if number == 0 and len(shown) == 1 else shown
    return number


def _float(attributes: Attributes) -> float:
    try:
        return float(attributes.get(f"{_OFFICE}value", "nan"))
    except ValueError:
        return float("nan")


def _date(stored: str, text: str) -> Cell:
    try:
        moment = dt.datetime.fromisoformat(stored[:26].removesuffix("Z"))
    except ValueError:
        return text or stored
    return moment.date() if moment.time() == dt.time() else moment


def _time(stored: str, text: str) -> Cell:
    """A time of the day or an amount of time as hours and minutes."""
    match = _SPAN.fullmatch(stored)
    if match is None:
        return text or stored
    hours = int(match[2] or 0) * 24 + int(match[3] or 0)
    minutes = int(match[4] or 0)
    as_time = _TIME.fullmatch(text.strip()) and hours < 24
    return f"{match[1]}{hours:02d}:{minutes:02d}" if as_time else f"{match[1]}{hours}:{minutes:02d}"


def _is_hidden(attributes: Attributes) -> bool:
    return attributes.get(f"{_TABLE}visibility", "visible") != "visible"


def _whole(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isdigit() or len(text) > 12:
        raise OverlongText
    return max(int(text), 1)
