"""Lists as text: encoding and separator found, quoted line breaks kept together."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    is_empty,
    too_many_columns,
    too_many_rows,
)

SEPARATORS = (";", ",", "\t", "|")
MAX_BYTES = 100 * 1024 * 1024
MAX_CELL = 1_000_000
"""Characters of one cell; a longer one is a quotation mark that never closes."""

_SAMPLE = 200  # rows looked at to find the separator
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = ("cp1252", "latin_1", "utf_16_le", "utf_16_be")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.I)
_UNREADABLE = (
    "Die Zeichen in „{name}“ lassen sich nicht lesen: Der Zeichensatz ist unbekannt oder die "
    "Datei ist beschädigt. Bitte speichern Sie sie als „CSV UTF-8“ und lesen Sie sie noch "
    "einmal ein."
)
_NO_TEXT = (
    "„{name}“ enthält keinen Text, sondern andere Daten. Bitte wählen Sie eine Liste im Format "
    "Excel, ODS oder CSV."
)


class Unreadable(BadFile):
    """A text in no expected encoding; another one may be named."""


def decode(data: bytes, name: str, encoding: str = "") -> str:
    """The text of a file; `encoding` overrides what is found.

    Raises:
        BadFile: the bytes are no text in any expected encoding.
    """
    return detect(data, name, encoding)[0]


def detect(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """The text of a file and its encoding, as Python names it; `encoding` overrides what is found.

    Raises:
        BadFile: the bytes are no text in any expected encoding.
    """
    found = encoding or next((one for mark, one in BOMS if data.startswith(mark)), wide(data))
    if found:
        return _checked(_strictly(data, name, found), name), found
    try:
        return _checked(data.decode("utf-8"), name), "utf-8"
    except UnicodeDecodeError:
        text, found = _guessed(data, name)
        return _checked(text, name), found


def read(
    data: bytes, name: str, encoding: str = "", separator: str = ""
) -> list[tuple[int, tuple[Cell, ...]]]:
    """The numbered rows of a text list, empty ones left out.

    Raises:
        BadFile: it cannot be read, or is longer or wider than allowed.
    """
    return rows(decode(data, name, encoding), name, separator, size=len(data))


def rows(
    text: str, name: str, separator: str = "", *, size: int = 0
) -> list[tuple[int, tuple[Cell, ...]]]:
    """The numbered rows of a decoded list, empty ones left out.

    Args:
        text: the list.
        name: of the file, for messages.
        separator: overrides the detected one.
        size: bytes of the file.

    Raises:
        BadFile: it is longer or wider than allowed.
    """
    if size > MAX_BYTES:
        raise BadFile(
            f"„{name}“ ist größer als 100 MB. Bitte teilen Sie die Liste in mehrere Dateien."
        )
    match = _SEPARATOR_LINE.match(text)
    skipped = 0
    if match:
        separator, text, skipped = separator or match[1], text[match.end() :], 1
    separator = separator or find_separator(text)
    found: list[tuple[int, tuple[Cell, ...]]] = []
    for number, cells in enumerate(_rows(text, separator, name), start=1 + skipped):
        if is_empty(cells):
            continue
        if len(cells) > MAX_COLUMNS:
            raise BadFile(too_many_columns(name))
        found.append((number, tuple(_undefended(cell) for cell in cells)))
        if len(found) > MAX_ROWS + 100:
            raise BadFile(too_many_rows(name))
    return found


def separator_of(text: str) -> str:
    """The separator that the first line names (`sep=;`), else the one that is found."""
    match = _SEPARATOR_LINE.match(text)
    return match[1] if match else find_separator(text)


def find_separator(text: str) -> str:
    """The sign that parts the most rows into the same number of cells; `;` where none does."""
    best, best_score = ";", 0.0
    for sign in SEPARATORS:
        widths = Counter(_widths(text, sign))
        if not widths:
            continue
        width, times = max(widths.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]))
        score = times / widths.total() * min(width - 1, 50) ** 0.5
        if width > 1 and score > best_score + 1e-9:
            best, best_score = sign, score
    return best


def _widths(text: str, separator: str) -> Iterator[int]:
    sample = io.StringIO(text[:200_000], newline="")
    try:
        for index, cells in enumerate(csv.reader(sample, delimiter=separator)):
            if index >= _SAMPLE:
                return
            if cells:
                yield len(cells)
    except csv.Error:
        return


def _rows(text: str, separator: str, name: str) -> list[list[str]]:
    """Strict first, because only that tells an unclosed quotation mark from the end."""
    csv.field_size_limit(MAX_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        if "limit" in str(error) and '"' not in text:
            raise BadFile(
                f"In „{name}“ steht eine Zelle mit mehr als einer Million Zeichen. Bitte prüfen "
                "Sie, ob das wirklich eine Liste ist."
            ) from None
        if "unexpected end" in str(error) or "limit" in str(error):
            raise BadFile(
                f"In „{name}“ beginnt ein Anführungszeichen, das nicht endet. Bitte öffnen Sie die "
                "Datei in einer Tabellenkalkulation, prüfen Sie sie und speichern Sie sie neu."
            ) from None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise Unreadable(_UNREADABLE.format(name=name)) from None


def _undefended(cell: str) -> str:
    """Without the quotation mark that keeps a spreadsheet from taking text for a formula."""
    bare = cell.lstrip("'")
    if bare != cell and bare[:1] in DANGEROUS and bare:
        return cell[1:]
    return cell


DANGEROUS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"
"""First signs that a spreadsheet takes for the start of a formula, with full-width twins."""


def wide(data: bytes) -> str:
    """UTF-16 without its mark: nearly every second byte of a Latin text is zero, the rest none."""
    sample = data[:4000]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if zeros > 0.7 * len(sample[first::2]) and not others:
            return name
    return ""


def _strictly(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise BadFile(
            f"Den Zeichensatz „{encoding}“ gibt es nicht. Bitte prüfen Sie die Zuordnungsdatei."
        ) from None
    except UnicodeError:
        raise Unreadable(_UNREADABLE.format(name=name)) from None
    return text.removeprefix("\ufeff")


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    if _mostly_utf8(data):
        raise Unreadable(_UNREADABLE.format(name=name))
    best = from_bytes(data[:500_000], cp_isolation=list(_GUESSES)).best()
    order: Sequence[str] = _GUESSES[:2]
    if best is not None and best.encoding.startswith("utf_16"):
        order = (best.encoding,)
    for encoding in order:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Unreadable(_UNREADABLE.format(name=name))


def _mostly_utf8(data: bytes) -> bool:
    """Whether broken UTF-8 is likelier than an old encoding: more whole signs than errors."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    whole = sum(1 for sign in text if ord(sign) > 0x7F) - wrong
    return whole > wrong


def _checked(text: str, name: str) -> str:
    if "\x00" in text:
        raise BadFile(_NO_TEXT.format(name=name))
    if len(_CONTROLS.findall(text)) > max(2, len(text) // 10_000):
        raise Unreadable(_UNREADABLE.format(name=name))
    return text
