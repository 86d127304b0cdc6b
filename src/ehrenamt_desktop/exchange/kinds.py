"""What a file really is, by its first bytes: names and endings lie."""

from __future__ import annotations

import re

HEAD = 4096
"""Bytes in which a picture holds a zero and a text does not."""

_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",), ".xlsx": (b"PK\x03\x04",), ".docx": (b"PK\x03\x04",),
    ".odt": (b"PK\x03\x04",), ".ods": (b"PK\x03\x04",), ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",), ".jpeg": (b"\xff\xd8\xff",),
}  # fmt: skip
_TEXTS = frozenset({".csv", ".txt", ".eml", ".html", ".ics", ".json", ".md", ".vcf"})
_SURE = (
    (b"\x89PNG", "ein Bild"), (b"\xff\xd8\xff", "ein Bild"), (b"GIF87a", "ein Bild"),
    (b"GIF89a", "ein Bild"), (b"II*\x00", "ein Bild"), (b"MM\x00*", "ein Bild"),
    (b"{\\rtf", "ein Textdokument"), (b"BEGIN:VCALENDAR", "ein Kalender"),
    (b"\x1f\x8b", "ein gepacktes Archiv"),
    (b"7z\xbc\xaf", "ein gepacktes Archiv"), (b"Rar!", "ein gepacktes Archiv"),
    (b"SQLite format 3\x00", "eine Datenbank"), (b"MZ\x90\x00", "ein Programm"),
)  # fmt: skip
_LIKELY = ((b"BM", "ein Bild"), (b"RIFF", "ein Bild"), (b"GIF8", "ein Bild"))
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|meta|table|style|body|div)\b", re.I)
_XHTML = re.compile(r"\s*<\?xml[^>]*\?>\s*(?:<!doctype\s+html|<html)\b", re.I)
_MARKUP = re.compile(r"\s*<(?:\?xml|svg|!doctype)\b", re.I)
_FIRST = 20_000  # characters in which an XML file says what it is


def other(data: bytes) -> str:
    """What the file is instead of a list (`ein Bild`); "" if that cannot be told."""
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, what in _SURE:
        if head.startswith(mark):
            return what
    if data[4:8] == b"ftyp":
        return "ein Bild oder Film"
    if b"%PDF-" in data[:1024]:
        return "ein PDF"
    if b"\x00" in data[:HEAD]:
        return next((what for mark, what in _LIKELY if head.startswith(mark)), "")
    return ""


def fits(suffix: str, head: bytes) -> bool:
    """Whether the first bytes are those of a file with this ending; unknown endings never fit."""
    if suffix in _BEGINNINGS:
        start = head[:1024] if suffix == ".pdf" else head
        return any(
            one in start if suffix == ".pdf" else start.startswith(one)
            for one in _BEGINNINGS[suffix]
        )
    return suffix in _TEXTS and b"\x00" not in head and not head.startswith((b"MZ", b"\x7fELF"))


def is_page(text: str) -> bool:
    """Whether the text is a web page."""
    return bool(_PAGE.match(text) or _XHTML.match(text))


def other_text(text: str) -> str:
    """What a text is instead of a list; "" if that cannot be told."""
    if text[:13].upper() == "MIME-VERSION:":
        return "eine archivierte Webseite"
    if not _MARKUP.match(text):
        return ""
    first = text[:_FIRST]
    if "urn:schemas-microsoft-com:office:spreadsheet" in first:
        return "eine XML-Kalkulationstabelle 2003"
    if "opendocument.spreadsheet" in first:
        return "eine einzelne OpenDocument-Datei (.fods)"
    return "ein Bild" if "<svg" in first else "eine XML-Datei"
