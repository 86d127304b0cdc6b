"""Workbooks: checked before they are unpacked, then read sheet by sheet."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import old_book
from ehrenamt_desktop.exchange.package import OverlongText, Package, UnsafePart, open_package
from ehrenamt_desktop.exchange.sheet_stream import MAX_SHEET, BrokenSheet
from ehrenamt_desktop.exchange.sheets import Book, Found, read_book
from ehrenamt_desktop.exchange.table import NO_WORDS

MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200
HARMLESS = 20 * 1024 * 1024
"""Bytes that may unpack from however few."""

MAX_ENTRIES = 2_000
_SHEETS = "xl/worksheets/"
"""Sheets are streamed: their size costs no memory, and the stream looks for declarations itself."""

_BLOCK = 1 << 20
_FORBIDDEN = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_DAMAGED = (
    "„{name}“ ist beschädigt oder unvollständig und kann nicht gelesen werden. Bitte öffnen Sie "
    "sie in Excel, speichern Sie sie neu und lesen Sie sie noch einmal ein."
)
_TOO_BIG = (
    "„{name}“ ist ausgepackt ungewöhnlich groß und wird deshalb nicht gelesen. Bitte kopieren Sie "
    "die Zeilen, die Sie brauchen, in eine neue Tabelle."
)
_NO_LIST = "„{name}“ ist {what}. Bitte wählen Sie eine Liste im Format Excel, ODS oder CSV."
_BINARY = (
    "„{name}“ ist eine binäre Excel-Tabelle (.xlsb). Bitte speichern Sie sie in Excel als "
    "„Excel-Arbeitsmappe (.xlsx)“ und lesen Sie sie noch einmal ein."
)
_UNSAFE = (
    "„{name}“ enthält Anweisungen, die in einer Tabelle nichts zu suchen haben, und wird deshalb "
    "nicht gelesen. Bitte speichern Sie die Tabelle in Excel neu."
)
_LOCKED = (
    "„{name}“ ist mit einem Kennwort geschützt. Bitte speichern Sie die Tabelle ohne Kennwort und "
    "lesen Sie sie noch einmal ein."
)


_DAMAGE = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, BrokenSheet, LookupError, ValueError,
    EOFError, OSError, NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip


def check_archive(data: bytes, name: str) -> None:
    """Refuse an archive that is no workbook, locked, a bomb or carries document types.

    Raises:
        BadFile: with the German reason.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_lock(archive, parts, name)
            _check_sizes(parts, name)
            _check_kind(archive, name)
            for part in parts:
                _check_part(archive, part, name)
    except _DAMAGE:
        raise BadFile(_DAMAGED.format(name=name)) from None


def _check_lock(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> None:
    """A locked archive says so itself, in its manifest or by a package inside the package."""
    names = {part.filename for part in parts}
    manifest = "META-INF/manifest.xml"
    if (
        any(part.flag_bits & 1 for part in parts)
        or "encrypted-package" in names
        or (manifest in names and b"encryption-data" in archive.open(manifest).read(_BLOCK))
    ):
        raise BadFile(_LOCKED.format(name=name))


def _check_sizes(parts: list[zipfile.ZipInfo], name: str) -> None:
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise BadFile(_DAMAGED.format(name=name))  # two parts of one name: which one counts?
    if len(parts) > MAX_ENTRIES:
        raise BadFile(_TOO_BIG.format(name=name))
    streamed = sum(part.file_size for part in parts if _is_sheet(part))
    parts = [part for part in parts if not _is_sheet(part)]
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if (
        streamed > MAX_SHEET
        or unpacked > MAX_UNPACKED
        or unpacked > max(MAX_RATIO * packed, HARMLESS)
    ):
        raise BadFile(_TOO_BIG.format(name=name))


def _check_kind(archive: zipfile.ZipFile, name: str) -> None:
    names = {part.lower() for part in archive.namelist()}
    what = ""
    if "word/document.xml" in names:
        what = "ein Word-Dokument und keine Liste"
    elif "ppt/presentation.xml" in names:
        what = "eine Präsentation und keine Liste"
    elif "content.xml" in names:
        kind = archive.read("mimetype")[:100] if "mimetype" in names else b"spreadsheet"
        what = "" if b"spreadsheet" in kind else "ein Textdokument und keine Liste"
    elif "index/document.iwa" in names:
        what = "eine Tabelle von Apple Numbers"
    elif not {"xl/workbook.xml", "xl/workbook.bin"} & names:
        what = "keine Tabelle"
    if what:
        raise BadFile(_NO_LIST.format(name=name, what=what))


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().startswith(_SHEETS)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Look for declarations all through a part: a comment can push them far down."""
    if not part.filename.lower().endswith((".xml", ".rels")) or "META-INF/" in part.filename:
        return
    if _is_sheet(part):
        return
    longest = max(map(len, _FORBIDDEN))
    tail = b""
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            window = tail + block
            if any(word in window for word in _FORBIDDEN):
                raise BadFile(_UNSAFE.format(name=name))
            tail = window[-longest:]


def read(data: bytes, name: str, sheet: str = "", wanted: Mapping[str, int] = NO_WORDS) -> Found:
    """A sheet of a workbook.

    Args:
        data: the file.
        name: its name, for messages.
        sheet: name of the sheet; "" for the one that looks most like the list.
        wanted: squeezed headings of the list with weights.

    Raises:
        BadFile: the file is damaged, locked or holds nothing, or has no such sheet.
    """
    try:
        if data[:2] == b"PK":
            check_archive(data, name)
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return read_book(_zipped(archive, name), name, sheet, wanted)
        return read_book(old_book.open_book(data), name, sheet, wanted)
    except old_book.Locked:
        raise BadFile(_LOCKED.format(name=name)) from None
    except old_book.NoBook as error:
        raise BadFile(_NO_LIST.format(name=name, what=error)) from None
    except UnsafePart:
        raise BadFile(_UNSAFE.format(name=name)) from None
    except OverlongText:
        raise BadFile(_TOO_BIG.format(name=name)) from None
    except _DAMAGE:
        raise BadFile(_DAMAGED.format(name=name)) from None


def _zipped(archive: zipfile.ZipFile, name: str) -> Book:
    names = set(archive.namelist())
    if "content.xml" in names:
        from ehrenamt_desktop.exchange.ods import OdsBook

        return OdsBook(Package(archive))
    if any(part.lower() == "xl/workbook.bin" for part in names):
        raise BadFile(_BINARY.format(name=name))
    from ehrenamt_desktop.exchange.xlsx import XlsxBook

    return XlsxBook(open_package(archive))
