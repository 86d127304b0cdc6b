"""The parts of an Open XML workbook, transitional or strict: sheets, strings, formats, links."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from ehrenamt_desktop.exchange.number_format import BUILT_IN

MAX_TEXT = 1_000_000
"""Characters of one text; a sheet allows 32,767."""

_BLOCK = 1 << 20
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Attributes = dict[str, str]


class UnsafePart(Exception):
    """A part declares a document type."""


class OverlongText(Exception):
    """A cell holds more than any spreadsheet writes."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of a book: its name, its part and whether a reader of the book sees it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Package:
    """A workbook's parts; sheets are streamed from it later."""

    archive: zipfile.ZipFile
    sheets: list[SheetPart] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    mac: bool = False
    linked: bool = False

    def blocks(self, part: str) -> Iterator[bytes]:
        """A part's bytes, unpacked piece by piece."""
        with self.archive.open(part) as stream:
            while block := stream.read(_BLOCK):
                yield block


def local(name: str) -> str:
    """An element's name without its prefix; strict and transitional books differ only there."""
    return name.rpartition(":")[2]


def parser() -> expat.XMLParserType:
    """A parser that refuses document types, and with them every entity."""
    made = expat.ParserCreate()
    made.buffer_text = True

    def refuse(*_: object) -> None:
        raise UnsafePart

    made.StartDoctypeDeclHandler = refuse
    made.EntityDeclHandler = refuse
    return made


def open_package(archive: zipfile.ZipFile) -> Package:
    """The workbook in an archive.

    Raises:
        KeyError: a part is missing.
        UnsafePart: a part declares a document type.
        expat.ExpatError: a part is no XML.
    """
    names = {_plain(name): name for name in archive.namelist()}
    found = Package(archive)
    main = "xl/workbook.xml"
    for kind, _, target in _relations(found, names, ""):
        if kind == "officeDocument":
            main = target
    relations = _relations(found, names, main)
    targets = {number: (kind, target) for kind, number, target in relations}
    _read_book(found, names, main, targets)
    for kind, _, target in relations:
        if kind == "sharedStrings" and _plain(target) in names:
            found.strings = _strings(found, names[_plain(target)])
        elif kind == "styles" and _plain(target) in names:
            found.formats = _formats(found, names[_plain(target)])
    found.linked = any(
        name.startswith(("xl/externallinks/", "xl/querytables/")) or name == "xl/connections.xml"
        for name in names
    )
    return found


def unescape(text: str) -> str:
    """`_x000D_` as the sign it stands for."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def is_true(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text in ("1", "true", "on")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _walk(
    package: Package, part: str, start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None, text: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    reading = parser()
    reading.StartElementHandler = lambda name, attributes: start(local(name), attributes)
    if end is not None:
        reading.EndElementHandler = lambda name: end(local(name))
    if text is not None:
        reading.CharacterDataHandler = text
    for block in package.blocks(part):
        reading.Parse(block)
    reading.Parse(b"", True)  # noqa: FBT003 - expat knows no names


def _relations(package: Package, names: dict[str, str], part: str) -> list[tuple[str, str, str]]:
    """Kind, number and target of what a part refers to inside the archive."""
    folder, _, own = part.rpartition("/")
    rels = names.get(_plain(f"{folder}/_rels/{own}.rels"))
    found: list[tuple[str, str, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "").replace("\\", "/")
        if not target.startswith("/"):
            target = posixpath.normpath(f"{folder}/{target}")
        found.append((kind, attributes.get("Id", ""), target.lstrip("/")))

    if rels is not None:
        _walk(package, rels, start)
    return found


def _read_book(
    package: Package, names: dict[str, str], part: str, targets: dict[str, tuple[str, str]]
) -> None:
    def start(name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            package.mac = is_true(attributes.get("date1904"))
        if name != "sheet":
            return
        number = next((text for key, text in attributes.items() if local(key) == "id"), "")
        kind, target = targets.get(number, ("", ""))
        if kind == "worksheet":
            hidden = attributes.get("state", "visible") != "visible"
            title = unescape(attributes.get("name", ""))
            package.sheets.append(SheetPart(title, names[_plain(target)], hidden))

    _walk(package, names[_plain(part)], start)


def _strings(package: Package, part: str) -> list[str]:
    """The shared strings: rich text joined, phonetic readings left out."""
    reading = _Strings()
    _walk(package, part, reading.start, reading.end, reading.text)
    return reading.found


class _Strings:
    """Collects shared strings."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._reads = False
        self._phonetic = 0

    def start(self, name: str, _: Attributes) -> None:
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._phonetic += 1
        elif name == "t":
            self._reads = not self._phonetic

    def end(self, name: str) -> None:
        if name == "si":
            whole = "".join(self._pieces)
            if len(whole) > MAX_TEXT:
                raise OverlongText
            self.found.append(unescape(whole))
        elif name == "rPh":
            self._phonetic -= 1
        elif name == "t":
            self._reads = False

    def text(self, piece: str) -> None:
        if self._reads:
            self._pieces.append(piece)


def _formats(package: Package, part: str) -> list[str]:
    """The number format of each cell style."""
    codes = dict(BUILT_IN)
    found: list[str] = []
    inside = {"cells": False}

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt" and "formatCode" in attributes:
            codes[_whole(attributes.get("numFmtId"))] = attributes["formatCode"]
        elif name == "cellXfs":
            inside["cells"] = True
        elif name == "xf" and inside["cells"]:
            found.append(codes.get(_whole(attributes.get("numFmtId")), ""))

    def end(name: str) -> None:
        if name == "cellXfs":
            inside["cells"] = False

    _walk(package, part, start, end)
    return found


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1
