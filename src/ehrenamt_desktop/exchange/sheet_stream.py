"""One sheet of an Open XML workbook, read as a stream: only cells that hold something count.

The size that a sheet claims is not believed, and empty cells cost no memory: a million formatted
empty rows or one cell in the last corner are as cheap as a short list.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from ehrenamt_desktop.exchange import number_format
from ehrenamt_desktop.exchange.package import (
    MAX_TEXT,
    Attributes,
    OverlongText,
    Package,
    SheetPart,
    is_true,
    local,
    parser,
    unescape,
)
from ehrenamt_desktop.exchange.table import Cell, Fault

MAX_SHEET = 1024 * 1024 * 1024
"""Bytes of one unpacked sheet; a million formatted rows of twenty cells take half of that."""

_EMPTY = re.compile(
    rb'<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,6}")?(?:/>|></c>)|<row r="\d{1,7}"[^<>]{0,300}/>'
)
_MARKUP = b"<!"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MAX_ROW = 1_048_576
_MAX_COLUMN = 16_384
_MAX_MERGED = 2_000
_TEXT_PARTS = frozenset({"v", "t", "f"})

Row = tuple[int, tuple[Cell, ...]]


class BrokenSheet(Exception):
    """The sheet says what no sheet can say."""


class _Unnumbered(Exception):
    """Cells without an address follow left-out empty ones: nothing may be left out."""


class SheetStream:
    """Reads the rows of one sheet and notes what else the list should be told.

    Attributes:
        hidden_rows: numbers of hidden rows that hold something.
        hidden_columns: first and last number of hidden columns, from 0.
        merged: first row, first column, last row, last column of joined cells; all from 0.
    """

    def __init__(self, package: Package, part: SheetPart) -> None:
        self._package = package
        self._part = part
        self._prune = True
        self._forget()

    def _forget(self) -> None:
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self._rows: deque[Row] = deque()
        self._pruned = False
        self._inside = False
        self._row = 0
        self._row_hidden = False
        self._cells: dict[int, Cell] = {}
        self._column = -1
        self._attributes: Attributes = {}
        self._pieces: list[str] = []
        self._held: dict[str, str] = {}
        self._phonetic = 0
        self._formula = False

    def rows(self) -> Iterator[Row]:
        """The rows that hold something, in the order of the file.

        Raises:
            BrokenSheet, OverlongText, UnsafePart, expat.ExpatError: the sheet cannot be read.
        """
        sent = 0
        try:
            for row in self._stream():
                sent += 1
                yield row
        except _Unnumbered:
            self._forget()
            self._prune = False
            for place, row in enumerate(self._stream()):
                if place >= sent:
                    yield row

    def _stream(self) -> Iterator[Row]:
        reading = parser()
        reading.StartElementHandler = self._start
        reading.EndElementHandler = self._end
        reading.CharacterDataHandler = self._text
        size = 0
        tail = b""
        for block in self._package.blocks(self._part.part):
            size += len(block)
            if size > MAX_SHEET:
                raise OverlongText
            whole = tail + block
            cut = whole.rfind(b">") + 1
            piece, tail = whole[:cut], whole[cut:]
            if len(tail) > MAX_TEXT * 4:
                raise OverlongText
            reading.Parse(self._pruned_piece(piece))
            while self._rows:
                yield self._rows.popleft()
        reading.Parse(tail, True)  # noqa: FBT003 - expat knows no names
        while self._rows:
            yield self._rows.popleft()

    def _pruned_piece(self, piece: bytes) -> bytes:
        """Without empty cells and rows; a comment or quoted text ends the leaving out."""
        if self._prune and _MARKUP in piece:
            self._prune = False
        if not self._prune:
            return piece
        short, times = _EMPTY.subn(b"", piece)
        self._pruned = self._pruned or times > 0
        return short

    def _start(self, name: str, attributes: Attributes) -> None:
        name = local(name)
        if name == "c" and self._inside:
            self._start_cell(attributes)
        elif name in _TEXT_PARTS:
            self._pieces = []
            self._formula = self._formula or name == "f"
        elif name == "row" and self._inside:
            self._start_row(attributes)
        elif name == "rPh":
            self._phonetic += 1
        elif name == "sheetData":
            self._inside = True
        elif name == "col" and is_true(attributes.get("hidden")):
            self.hidden_columns.append((int(attributes["min"]) - 1, int(attributes["max"]) - 1))
        elif name == "mergeCell" and len(self.merged) < _MAX_MERGED:
            first, _, last = attributes.get("ref", "").partition(":")
            if last:
                self.merged.append((*_place(first), *_place(last)))

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        if number is None and self._pruned:
            raise _Unnumbered
        self._row = int(number) if number else self._row + 1
        if not 1 <= self._row <= _MAX_ROW:
            raise BrokenSheet
        self._row_hidden = is_true(attributes.get("hidden"))
        self._column = -1

    def _start_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        if address is None:
            if self._pruned:
                raise _Unnumbered
            self._column += 1
        else:
            row, self._column = _place(address)
            self._row = row + 1
        self._attributes = attributes
        self._held = {}
        self._formula = False

    def _text(self, piece: str) -> None:
        self._pieces.append(piece)

    def _end(self, name: str) -> None:
        name = local(name)
        if name in _TEXT_PARTS:
            if not self._phonetic:
                text = "".join(self._pieces)
                if len(text) > MAX_TEXT:
                    raise OverlongText
                self._held[name] = self._held.get(name, "") + text if name == "t" else text
        elif name == "c" and self._inside:
            if self._held or self._formula:
                cell = self._cell()
                if cell is not None and cell != "":
                    self._cells[self._column] = cell
        elif name == "row" and self._inside:
            self._end_row()
        elif name == "rPh":
            self._phonetic -= 1
        elif name == "sheetData":
            self._inside = False

    def _end_row(self) -> None:
        filled, self._cells = self._cells, {}
        if all(isinstance(cell, str) and not cell.strip() for cell in filled.values()):
            return
        cells: list[Any] = [None] * (max(filled) + 1)
        for column, cell in filled.items():
            cells[column] = cell
        if self._row_hidden:
            self.hidden_rows.append(self._row)
        self._rows.append((self._row, tuple(cells)))

    def _cell(self) -> Cell:
        kind = self._attributes.get("t", "n")
        raw = self._held.get("v", "")
        if kind == "s":
            return self._shared(raw)
        if kind == "inlineStr":
            return unescape(self._held.get("t", ""))
        if kind == "str":
            return unescape(raw) if "v" in self._held else self._lost()
        if not raw.strip():
            return self._lost()
        if kind == "b":
            return is_true(raw.strip())
        if kind == "e":
            return Fault(raw.strip())
        if kind == "d":
            return _iso(raw.strip())
        return self._number(raw.strip())

    def _shared(self, raw: str) -> Cell:
        if not raw.strip().isdecimal() or int(raw) >= len(self._package.strings):
            raise BrokenSheet
        return self._package.strings[int(raw)]

    def _lost(self) -> Cell:
        """A formula whose result was never stored; without a formula the cell is empty."""
        return Fault(f"={self._held.get('f', '')}") if self._formula else None

    def _number(self, raw: str) -> Cell:
        try:
            number = float(raw)
        except ValueError:
            return raw
        style, formats = self._attributes.get("s", ""), self._package.formats
        code = formats[int(style)] if style.isdecimal() and int(style) < len(formats) else ""
        if code:
            return number_format.value(number, code, mac=self._package.mac)
        if "." not in raw and "E" not in raw and "e" not in raw and len(raw) > 15:
            return raw  # more digits than a float keeps
        return number_format.plain(number)


def _place(address: str) -> tuple[int, int]:
    """Row and column of `B7`, from 0."""
    match = _ADDRESS.fullmatch(address.replace("$", "").upper())
    if match is None:
        raise BrokenSheet
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    if not 1 <= row <= _MAX_ROW or column > _MAX_COLUMN:
        raise BrokenSheet
    return row - 1, column - 1


def _iso(text: str) -> Cell:
    """A date in the words of a strict book; other text stays text."""
    try:
        moment = dt.datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return text
    return moment.date() if moment.time() == dt.time() else moment
