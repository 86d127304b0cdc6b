"""The text of Word, Excel and OpenDocument files, streamed part by part; nothing is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from xml.parsers import expat

from ehrenamt_desktop.exchange.document_kinds import parts_of
from ehrenamt_desktop.exchange.package import local, parser, unescape

MAX_UNPACKED = 300 << 20
"""Bytes that all parts together may unpack to; what lies behind is not read."""

_BLOCK = 1 << 18
_WORD = (
    "wordprocessingml.document.main+xml", "wordprocessingml.header+xml",
    "wordprocessingml.footer+xml", "wordprocessingml.footnotes+xml",
    "wordprocessingml.endnotes+xml",
)  # fmt: skip
_BOOK = ("spreadsheetml.sharedStrings+xml", "spreadsheetml.worksheet+xml")
_BREAKS = {
    **dict.fromkeys(("p", "h", "br", "cr", "line-break", "table-row", "si", "c"), "\n"),
    **dict.fromkeys(("tab", "tc", "table-cell"), "\t"),
    "s": " ",
}
_SILENT = frozenset({"Fallback", "rPh", "tracked-changes", "annotation"})
"""Text that stands there twice, as pronunciation, as deleted or as a remark."""

_SPOKEN = {"docx": frozenset({"t"}), "xlsx": frozenset({"t"})}


def pieces(data: bytes, kind: str) -> Iterator[str]:
    """The text of a file of kind docx, xlsx, odt or ods.

    Raises:
        zipfile.BadZipFile, expat.ExpatError, UnsafePart, KeyError, …: it is damaged or protected.
    """
    left = [MAX_UNPACKED]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if kind in ("odt", "ods"):
            yield from _part(archive, "content.xml", left, None)
            return
        for part in parts_of(archive, *(_WORD if kind == "docx" else _BOOK)):
            for piece in _part(archive, part, left, _SPOKEN[kind]):
                yield unescape(piece)


def _part(
    archive: zipfile.ZipFile, part: str, left: list[int], spoken: frozenset[str] | None
) -> Iterator[str]:
    """The text of one part; `spoken` names the elements with text, None takes all."""
    found: list[str] = []
    reading = _walker(found, spoken)
    with archive.open(part) as stream:
        while left[0] > 0 and (block := stream.read(_BLOCK)):
            left[0] -= len(block)
            reading.Parse(block)
            yield "".join(found)
            found.clear()
    if left[0] > 0:
        reading.Parse(b"", True)  # noqa: FBT003 - expat knows no names
        yield "".join(found)


def _walker(found: list[str], spoken: frozenset[str] | None) -> expat.XMLParserType:
    silent = [0]
    inside = [0]
    listens: Callable[[str], bool] = (
        (lambda name: name in spoken) if spoken is not None else (lambda name: name in ("p", "h"))
    )

    def start(element: str, _: dict[str, str]) -> None:
        name = local(element)
        silent[0] += name in _SILENT
        inside[0] += listens(name)

    def end(element: str) -> None:
        name = local(element)
        silent[0] -= name in _SILENT
        inside[0] -= listens(name)
        if name in _BREAKS and not silent[0]:
            found.append(_BREAKS[name])

    def take(text: str) -> None:
        if inside[0] and not silent[0]:
            found.append(text)

    reading = parser()
    reading.StartElementHandler = start
    reading.EndElementHandler = end
    reading.CharacterDataHandler = take
    return reading
