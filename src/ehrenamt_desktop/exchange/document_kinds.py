"""Which kind of paper a file is, by its content; what is none is refused with a sentence."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import card_text, compound, kinds, text_file
from ehrenamt_desktop.exchange.package import UnsafePart, local, parser

MAX_ENTRIES = 5_000
_TYPES = "[Content_Types].xml"
_MOST_TYPES = 4 << 20  # bytes of the list of parts
_MAIN = (("wordprocessingml.document.main+xml", "docx"), ("spreadsheetml.sheet.main+xml", "xlsx"))
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_PROGRAMS = (
    b"\x7fELF",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02",
)
_HEADER = re.compile(
    rb"(?:From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|"
    rb"Reply-To|Content-Type|Cc|DKIM-Signature):",
    re.I,
)
_FIELD = re.compile(rb"[\x21-\x39\x3b-\x7e]+:|[ \t]")
_NOT_KEPT = (
    "„{name}“ ist {what}. Aufgenommen werden PDF, Word (.docx), Excel (.xlsx), OpenDocument "
    "(.odt, .ods), Bilder (.jpg, .png), E-Mails (.eml) und Texte (.txt)."
)
_MACROS = (
    "„{name}“ enthält Makros und wird nicht aufgenommen. Bitte speichern Sie die Datei ohne "
    "Makros als .docx oder .xlsx."
)


def kind_of(data: bytes, name: str) -> str:
    """One of `model.documents.KINDS`.

    Args:
        data: the whole file.
        name: of the file, for the sentence only.

    Raises:
        BadFile: it is none of them; the sentence says what it is instead.
    """
    if data.startswith(_PROGRAMS) or (data.startswith(b"MZ") and b"\x00" in data[:64]):
        raise _refusal(name, "ein Programm oder eine Verknüpfung")
    if data.startswith(b"PK"):
        return _packed(data, name)
    if data.startswith(compound.MARK):
        return _compound(data, name)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if is_mail(data):
        return "eml"
    what = "eine Adresskarte" if card_text.is_cards(data) else kinds.other(data)
    if what:
        raise _refusal(name, what)
    return _text(data, name)


def is_mail(data: bytes) -> bool:
    """Whether the file begins with the header of a mail: fields only, two of them well known."""
    head = re.split(rb"\r?\n\r?\n", data[:65_536].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    lines = head.splitlines()
    whole = all(_FIELD.match(line) for line in lines[:-1] or lines)
    return whole and sum(bool(_HEADER.match(line)) for line in lines) > 1


def _text(data: bytes, name: str) -> str:
    try:
        text = text_file.decode(data, name)
    except BadFile:
        raise _refusal(name, "eine Datei unbekannter Art oder beschädigt") from None
    what = "eine Webseite" if kinds.is_page(text) else kinds.other_text(text)
    if what:
        raise _refusal(name, what)
    return "txt"


def _packed(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MAX_ENTRIES:
                raise _refusal(name, "ein gepacktes Archiv")
            names = set(archive.namelist())
            if _TYPES in names:
                return _open_xml(_types(archive), names, name)
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    said = stream.read(100).strip()
                kind = _OPEN_DOCUMENT.get(said.removesuffix(b"-template"))
                if kind:
                    return kind
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, EOFError, KeyError):
        raise _refusal(name, "ein beschädigtes Archiv") from None
    except (UnsafePart, expat.ExpatError, zlib.error):
        raise _refusal(name, "ein beschädigtes Dokument") from None
    raise _refusal(name, "ein gepacktes Archiv")


def _open_xml(types: dict[str, str], names: set[str], name: str) -> str:
    if any("macroenabled" in one.lower() for one in types.values()) or any(
        part.lower().endswith("vbaproject.bin") for part in names
    ):
        raise BadFile(_MACROS.format(name=name))
    for ending, kind in _MAIN:
        if any(one.endswith(ending) for one in types.values()):
            return kind
    raise _refusal(name, "ein gepacktes Archiv")


def _types(archive: zipfile.ZipFile) -> dict[str, str]:
    """The kind of content of each part."""
    found: dict[str, str] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if local(element) == "Override":
            part = attributes.get("PartName", "").lstrip("/")
            found[part] = attributes.get("ContentType", "")
        elif local(element) == "Default":
            found[f"*.{attributes.get('Extension', '')}"] = attributes.get("ContentType", "")

    reading = parser()
    reading.StartElementHandler = start
    with archive.open(_TYPES) as stream:
        reading.Parse(stream.read(_MOST_TYPES), True)  # noqa: FBT003 - expat knows no names
    return found


def parts_of(archive: zipfile.ZipFile, *endings: str) -> list[str]:
    """The parts of an Open XML file whose kind of content ends so, in the order of `endings`."""
    types = _types(archive)
    names = archive.namelist()
    return [
        part
        for ending in endings
        for part in names
        if types.get(part, types.get(f"*.{part.rpartition('.')[2]}", "")).endswith(ending)
    ]


def _compound(data: bytes, name: str) -> str:
    """An encrypted Open XML file lies in a compound file, as old Word and Excel files do."""
    for words, kind in (("WordDocument", ""), ("EncryptedPackage", "docx")):
        if words.encode("utf-16-le") in data:
            if kind:
                return kind
            break
    raise _refusal(name, "ein altes Office-Dokument")


def _refusal(name: str, what: str) -> BadFile:
    return BadFile(_NOT_KEPT.format(name=name, what=what))
