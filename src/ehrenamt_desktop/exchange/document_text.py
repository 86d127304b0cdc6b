"""The text of a paper of the library, read in the child: it is searched, never shown as markup."""

from __future__ import annotations

import hashlib
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import mail_text, office_text, pdf_text, text_file
from ehrenamt_desktop.exchange.document_kinds import kind_of
from ehrenamt_desktop.exchange.package import UnsafePart
from ehrenamt_desktop.model.documents import MAX_TEXT, DocumentText

_ENOUGH = 6.0  # seconds after which the child hands over what it has
_UNREADABLE = (
    pdf_text.NoPdf, zipfile.BadZipFile, zlib.error, expat.ExpatError, UnsafePart, BadFile,
    OSError, EOFError, KeyError, ValueError, RuntimeError, LookupError,
)  # fmt: skip


def known(path: Path) -> tuple[DocumentText, bytes]:
    """What can be told of a file before its text is read, and its bytes.

    Raises:
        BadFile: it cannot be opened, or is no paper for a library.
    """
    try:
        data = path.read_bytes()
    except OSError:
        raise BadFile(
            f"„{path.name}“ lässt sich nicht öffnen. Bitte schließen Sie die Datei in anderen "
            "Programmen und versuchen Sie es noch einmal."
        ) from None
    return DocumentText(kind_of(data, path.name), hashlib.sha256(data).hexdigest()), data


def text_of(found: DocumentText, data: bytes, *, seconds: float = _ENOUGH) -> DocumentText:
    """The same with its text, as much as is found in `seconds` and fits."""
    kept: list[str] = []
    length, whole, end = 0, True, time.monotonic() + seconds
    try:
        for piece in _pieces(found.kind, data):
            kept.append(piece)
            length += len(piece)
            if length > MAX_TEXT or time.monotonic() > end:
                whole = False
                break
    except _UNREADABLE:
        whole = False
    text = unicodedata.normalize("NFC", "\n".join(one for one in kept if one))[:MAX_TEXT]
    readable = bool(text.strip())
    return DocumentText(found.kind, found.digest, text if readable else "", readable, whole)


def _pieces(kind: str, data: bytes) -> Iterator[str]:
    if kind == "pdf":
        return pdf_text.pieces(data)
    if kind == "eml":
        return mail_text.pieces(data)
    if kind == "txt":
        return iter((text_file.decode(data, ""),))
    if kind in ("jpg", "png"):
        return iter(())
    return office_text.pieces(data, kind)
