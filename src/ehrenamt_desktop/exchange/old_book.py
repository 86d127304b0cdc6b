"""Old Excel files (.xls): calamine reads the cells, `biff` adds what it leaves out."""

from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Iterator, Sequence
from typing import Any

from ehrenamt_desktop.exchange import biff, number_format, spots
from ehrenamt_desktop.exchange.compound import Compound
from ehrenamt_desktop.exchange.sheets import Row
from ehrenamt_desktop.exchange.table import Cell, Fault, Grid, is_empty
from ehrenamt_desktop.model.imports import Sheet

_NUMBERS = (number_format.Shown.DIGITS, number_format.Shown.PERCENT)
_PACKAGE = "EncryptedPackage".encode("utf-16-le")


class Locked(Exception):
    """The file needs a password."""


class NoBook(Exception):
    """The file is another Office document; carries what it is."""


class OldBook:
    """A workbook of Excel 5 to 2003."""

    def __init__(self, book: Any, marks: Sequence[biff.Marks]) -> None:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        self._book = book
        self._sheets = [
            (Sheet(one.name, one.visible is not SheetVisibleEnum.Visible), mark)
            for one, mark in zip(book.sheets_metadata, marks, strict=True)
            if one.typ is SheetTypeEnum.WorkSheet
        ]
        self._filled_rows: dict[int, set[int]] = {}

    def choices(self) -> Sequence[Sheet]:
        """Its sheets of cells."""
        return [choice for choice, _ in self._sheets]

    def rows(self, at: int) -> Iterator[Row]:
        """The rows of a sheet that hold something."""
        choice, marks = self._sheets[at]
        sheet = self._book.get_sheet_by_name(choice.name)
        by_row: dict[int, list[int]] = {}
        for row, column in (*marks.errors, *marks.formats):
            by_row.setdefault(row, []).append(column)
        top, left = sheet.start or (0, 0)
        seen = self._filled_rows[at] = set()
        values = sheet.to_python(skip_empty_area=True) if sheet.height else []
        last = max((row for row, _ in marks.errors), default=-1)
        for row in range(min([top, *by_row]), max(top + len(values), last + 1)):
            raw = values[row - top] if top <= row < top + len(values) else []
            cells = [None] * left + [_cell(one) for one in raw]
            for column in by_row.get(row, ()):
                _mark(cells, row, column, marks)
            while cells and is_empty(cells[-1:]):
                cells.pop()
            if cells:
                seen.add(row + 1)
                yield row + 1, tuple(cells)

    def remarks(self, at: int) -> tuple[list[str], Grid]:
        """What the sheet that was read should be known for."""
        marks = self._sheets[at][1]
        filled = [row for row in marks.hidden_rows if row in self._filled_rows[at]]
        said = spots.hidden_rows(filled)
        return said, Grid((), tuple(marks.merged), tuple(marks.hidden_columns))


def open_book(data: bytes) -> OldBook:
    """The workbook in a compound file.

    Raises:
        Locked: it needs a password.
        NoBook: it is no workbook.
        ValueError: it is damaged.
    """
    import python_calamine as calamine

    try:
        case = Compound(data)
        stream = case.read(_stream(case))
        _check_lock(stream)
        return OldBook(calamine.load_workbook(io.BytesIO(data)), biff.marks(stream))
    except (struct.error, ValueError, IndexError, calamine.CalamineError, OSError) as error:
        if _PACKAGE in data:
            raise Locked from None
        raise ValueError("damaged") from error


def _check_lock(stream: bytes) -> None:
    if biff.is_locked(stream):
        raise Locked


def _stream(case: Compound) -> str:
    """The name of the stream that holds the workbook."""
    if "EncryptedPackage" in case.streams:
        raise Locked
    for name in ("Workbook", "Book"):
        if name in case.streams:
            return name
    raise NoBook("ein Word-Dokument" if "WordDocument" in case.streams else "keine Tabelle")


def _mark(cells: list[Cell], row: int, column: int, marks: biff.Marks) -> None:
    """Put an error into its cell, or show a number as its format does."""
    error = marks.errors.get((row, column))
    if error is not None:
        cells += [None] * (column + 1 - len(cells))
        cells[column] = Fault(error)
        return
    cell = cells[column] if column < len(cells) else None
    code = marks.formats[row, column]
    if isinstance(cell, int | float) and number_format.shown(code) in _NUMBERS:
        cells[column] = number_format.value(cell, code)


def _cell(value: Any) -> Cell:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return number_format.plain(value)
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value
    if isinstance(value, dt.date):
        return value
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return None if value is None else str(value)
