"""What calamine leaves out of an old Excel file (BIFF5 and BIFF8): errors, formats, what is hidden.

Record numbers and layouts are those of [MS-XLS] 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from ehrenamt_desktop.exchange.number_format import BUILT_IN

_BOF, _EOF, _BOUNDSHEET, _FORMAT, _XF = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_FORMULA, _BOOLERR, _NUMBER, _RK, _MULRK = 0x0006, 0x0205, 0x0203, 0x027E, 0x00BD
_FILEPASS = 0x002F
_ROW, _COLINFO, _MERGED = 0x0208, 0x007D, 0x00E5
_BIFF8 = 0x0600
_HIDDEN_ROW = 0x20
_SHEET = 0x10  # kind of a part that holds cells
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


@dataclass(slots=True)
class Marks:
    """What is special in one sheet; rows and columns count from 0.

    Attributes:
        errors: row and column → error.
        formats: row and column → number format of a number.
        hidden_rows: numbers of hidden rows, from 1.
        hidden_columns: first and last hidden columns.
        merged: first row, first column, last row, last column of joined cells.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def marks(stream: bytes) -> list[Marks]:
    """The marks of each sheet, in the order of the book.

    Raises:
        struct.error, IndexError: the stream is damaged.
    """
    starts: list[int] = []
    codes = dict(BUILT_IN)
    formats: list[str] = []
    wide = True
    for kind, body in _records(stream, 0):
        if kind == _BOF:
            wide = struct.unpack_from("<H", body)[0] >= _BIFF8
        elif kind == _BOUNDSHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _FORMAT:
            number, code = _format(body, wide=wide)
            codes[number] = code
        elif kind == _XF:
            formats.append(codes.get(struct.unpack_from("<H", body, 2)[0], ""))
    return [_sheet(stream, start, formats) for start in starts]


def is_locked(stream: bytes) -> bool:
    """Whether the book is encrypted."""
    return any(kind == _FILEPASS for kind, _ in _records(stream, 0))


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, parts inside it left out."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _BOF:
            depth += 1
        if depth <= 1:
            yield kind, stream[at + 4 : at + 4 + size]
        if kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        at += 4 + size


def _sheet(stream: bytes, start: int, formats: list[str]) -> Marks:
    found = Marks()
    for kind, body in _records(stream, start):
        if kind == _BOOLERR and body[7]:
            row, column = struct.unpack_from("<HH", body)
            found.errors[row, column] = _ERRORS.get(body[6], "#")
        elif kind == _FORMULA:
            _formula(found, body, formats)
        elif kind in (_NUMBER, _RK):
            row, column, style = struct.unpack_from("<HHH", body)
            _note(found, row, column, style, formats)
        elif kind == _MULRK:
            row, column = struct.unpack_from("<HH", body)
            for place in range((len(body) - 6) // 6):
                style = struct.unpack_from("<H", body, 4 + place * 6)[0]
                _note(found, row, column + place, style, formats)
        else:
            _note_shape(found, kind, body)
    return found


def _note_shape(found: Marks, kind: int, body: bytes) -> None:
    """Hidden rows and columns, joined cells."""
    if kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
        found.hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
    elif kind == _COLINFO and struct.unpack_from("<H", body, 8)[0] & 1:
        found.hidden_columns.append(struct.unpack_from("<HH", body))
    elif kind == _MERGED:
        for place in range(struct.unpack_from("<H", body)[0]):
            top, bottom, left, right = struct.unpack_from("<HHHH", body, 2 + place * 8)
            found.merged.append((top, left, bottom, right))


def _formula(found: Marks, body: bytes, formats: list[str]) -> None:
    """The stored result of a formula: a number, or what its first byte says."""
    row, column, style = struct.unpack_from("<HHH", body)
    if body[12:14] != b"\xff\xff":
        _note(found, row, column, style, formats)
    elif body[6] == 2:
        found.errors[row, column] = _ERRORS.get(body[8], "#")


def _note(found: Marks, row: int, column: int, style: int, formats: list[str]) -> None:
    code = formats[style] if style < len(formats) else ""
    if code:
        found.formats[row, column] = code


def _format(body: bytes, *, wide: bool) -> tuple[int, str]:
    number = struct.unpack_from("<H", body)[0]
    if not wide:
        return number, body[3 : 3 + body[2]].decode("cp1252", "replace")
    length, flags = struct.unpack_from("<HB", body, 2)
    if flags & 1:
        return number, body[5 : 5 + 2 * length].decode("utf-16-le", "replace")
    return number, body[5 : 5 + length].decode("latin-1")
