"""Workbooks (xlsx, xls, ods): checked before they are unpacked, then read by calamine."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from typing import Any

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    is_empty,
    too_many_columns,
    too_many_rows,
)
from ehrenamt_desktop.model.text import count

MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_ENTRIES = 2_000
MAX_CELLS = 20_000_000
"""Cells of the smallest block that holds all data; a stray cell far below makes it huge."""

OWN_LEGEND = "Legende"
"""The sheet that this program adds to its own workbooks; nobody misses it."""

_BLOCK = 1 << 20
_FORBIDDEN = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGED = (
    "„{name}“ ist beschädigt oder unvollständig und kann nicht gelesen werden. Bitte öffnen Sie "
    "sie in Excel, speichern Sie sie neu und lesen Sie sie noch einmal ein."
)
_TOO_BIG = (
    "„{name}“ ist ausgepackt ungewöhnlich groß und wird deshalb nicht gelesen. Bitte kopieren Sie "
    "die Zeilen, die Sie brauchen, in eine neue Tabelle."
)
_NO_TABLE = "„{name}“ ist keine Tabelle. Bitte wählen Sie eine Liste im Format Excel, ODS oder CSV."
_UNSAFE = (
    "„{name}“ enthält Anweisungen, die in einer Tabelle nichts zu suchen haben, und wird deshalb "
    "nicht gelesen. Bitte speichern Sie die Tabelle in Excel neu."
)
_LOCKED = (
    "„{name}“ ist mit einem Kennwort geschützt. Bitte speichern Sie die Tabelle ohne Kennwort und "
    "lesen Sie sie noch einmal ein."
)


def check_archive(data: bytes, name: str) -> None:
    """Refuse an archive that is no workbook, a bomb or carries document type declarations.

    Raises:
        BadFile: with the German reason.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_sizes(parts, name)
            _check_kind({part.filename for part in parts}, name)
            for part in parts:
                _check_part(archive, part, name)
    except (
        zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError,
        NotImplementedError, RuntimeError,
    ):  # fmt: skip
        raise BadFile(_DAMAGED.format(name=name)) from None


def _check_sizes(parts: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1):
        raise BadFile(_TOO_BIG.format(name=name))


def _check_kind(names: set[str], name: str) -> None:
    known = {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}
    if not known & names:
        raise BadFile(_NO_TABLE.format(name=name))


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Look for declarations all through a part: a comment can push them far down."""
    if not part.filename.lower().endswith((".xml", ".rels")) or "META-INF/" in part.filename:
        return
    longest = max(map(len, _FORBIDDEN))
    tail = b""
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            window = tail + block
            if any(word in window for word in _FORBIDDEN):
                raise BadFile(_UNSAFE.format(name=name))
            tail = window[-longest:]


def read(data: bytes, name: str) -> tuple[str, list[tuple[int, tuple[Cell, ...]]], list[str]]:
    """The first visible sheet with data: its name, its numbered rows, German warnings.

    Raises:
        BadFile: the file is damaged, locked or holds nothing.
    """
    import python_calamine as calamine

    if data[:2] == b"PK":
        check_archive(data, name)
    elif _ENCRYPTED in data:
        raise BadFile(_LOCKED.format(name=name))
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        return _first_sheet(book, name)
    except BadFile:
        raise
    except calamine.PasswordError:
        raise BadFile(_LOCKED.format(name=name)) from None
    except Exception:  # noqa: BLE001 - calamine raises many kinds for broken files
        raise BadFile(_DAMAGED.format(name=name)) from None


def _first_sheet(book: Any, name: str) -> tuple[str, list[tuple[int, tuple[Cell, ...]]], list[str]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    taken: tuple[str, list[tuple[int, tuple[Cell, ...]]]] | None = None
    others: list[str] = []
    for entry in book.sheets_metadata:
        hidden = entry.visible is not SheetVisibleEnum.Visible
        if hidden or entry.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(entry.name)
        if not sheet.height:
            continue
        if taken is not None:
            if entry.name != OWN_LEGEND:
                others.append(entry.name)
            continue
        rows = _rows(sheet, name)
        if rows:
            taken = entry.name, rows
    if taken is None:
        raise BadFile(f"In „{name}“ stehen keine Daten. Bitte wählen Sie eine andere Datei.")
    warnings = []
    if others:
        left = ", ".join(f"„{one}“" for one in others)
        sheets = count(len(others), "weiteres Blatt", "weitere Blätter")
        warnings.append(f"Gelesen wurde das Blatt „{taken[0]}“; {sheets} nicht: {left}.")
    return taken[0], taken[1], warnings


def _rows(sheet: Any, name: str) -> list[tuple[int, tuple[Cell, ...]]]:
    if sheet.width > MAX_COLUMNS:
        raise BadFile(too_many_columns(name))
    if sheet.height * sheet.width > MAX_CELLS:
        raise BadFile(_TOO_BIG.format(name=name))
    first = (sheet.start[0] if sheet.start else 0) + 1
    found: list[tuple[int, tuple[Cell, ...]]] = []
    for number, raw in enumerate(sheet.to_python(skip_empty_area=True), start=first):
        cells = tuple(_cell(value) for value in raw)
        if is_empty(cells):
            continue
        found.append((number, cells))
        if len(found) > MAX_ROWS + 100:
            raise BadFile(too_many_rows(name))
    return found


def _cell(value: Any) -> Cell:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < 1e15
        return int(value) if whole else value
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value
    if isinstance(value, dt.date | int):
        return value
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return None if value is None else str(value)
