"""The reading child: opens one foreign file after another, under limits, and answers in lines.

Started as `read-foreign`. It takes one JSON line per file on its standard input and ends when that
closes. A request that names `picture` wants a picture of at most so many bytes, one that names
`document` the text of a paper, one that names `page` how that page looks, one that names `join`
papers as one PDF, others a list.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import (
    card_text,
    cards,
    compound,
    confine,
    document_text,
    html_book,
    joining,
    kinds,
    leafing,
    pictures,
    sheets,
    text_file,
    wire,
    workbook,
)
from ehrenamt_desktop.exchange.sheets import Found
from ehrenamt_desktop.exchange.table import NO_WORDS

_NO_LIST = (
    "„{name}“ ist {what} und keine Liste. Bitte wählen Sie eine Datei im Format Excel, ODS, "
    "CSV oder vCard."
)
_RESAVE = (
    "„{name}“ ist {what}. Bitte öffnen Sie sie in Excel oder LibreOffice, speichern Sie sie als "
    "Excel-Arbeitsmappe (.xlsx) und lesen Sie diese ein."
)
MAX_CELLS = 6_000_000
"""Cells of all rows, empty ones before the last counted: 50,000 rows of 120 columns."""

_TOO_BIG = (
    "„{name}“ ist zu groß, um gelesen zu werden. Bitte teilen Sie die Liste in mehrere Dateien."
)


def serve(
    requests: BinaryIO | None = None, answers: BinaryIO | None = None, *, confined: bool = True
) -> int:
    """Answer requests until the input ends; returns the exit code."""
    requests = requests or os.fdopen(0, "rb", closefd=False)
    answers = answers or os.fdopen(1, "wb", closefd=False)
    if confined:
        confine.limit_memory()
    pages = leafing.Leafing()
    for raw in requests:
        request = wire.message(raw)
        try:
            if "page" in request:
                answers.write(wire.line(pages.answer(request)))
            elif "join" in request:
                answers.write(wire.line(joining.answer(request)))
            else:
                _answer(request, answers)
        except BadFile as error:
            text = isinstance(error, text_file.Unreadable)
            answers.write(wire.line({"bad": error.sentence, "text": text}))
        except MemoryError:
            name = Path(request.get("path", "")).name
            answers.write(wire.line({"bad": _TOO_BIG.format(name=name)}))
        answers.flush()
    return 0


def _answer(request: dict[str, Any], answers: BinaryIO) -> None:
    if "picture" in request:
        found_picture = pictures.clean(Path(request["path"]), request["picture"])
        answers.write(wire.line({"end": 0, "picture": b64encode(found_picture).decode("ascii")}))
        return
    if "document" in request:
        _answer_document(Path(request["path"]), answers)
        return
    found = read(
        Path(request["path"]),
        encoding=request.get("encoding", ""),
        separator=request.get("separator", ""),
        sheet=request.get("sheet", ""),
        wanted=request.get("wanted", {}),
    )
    _check_amount(found)
    for start in range(0, len(found.rows), wire.CHUNK):
        answers.write(wire.rows_line(found.rows[start : start + wire.CHUNK]))
    answers.write(
        wire.line(
            {
                "end": len(found.rows),
                "name": found.name,
                "warnings": found.warnings,
                "grid": wire.grid_out(found.grid),
                "cards": found.cards,
                "encoding": found.encoding,
                "separator": found.separator,
            }
        )
    )


def _answer_document(path: Path, answers: BinaryIO) -> None:
    """The kind first: it is known even where the text costs the child its life."""
    found, data = document_text.known(path)
    answers.write(wire.line({"known": asdict(found)}))
    answers.flush()
    answers.write(wire.line({"end": 0, "known": asdict(document_text.text_of(found, data))}))


def _check_amount(found: Found) -> None:
    """Few rows can have very many cells, where one stands far out in each."""
    if sum(len(cells) for _, cells in found.rows) > MAX_CELLS:
        raise MemoryError


def read(
    path: Path,
    *,
    encoding: str = "",
    separator: str = "",
    sheet: str = "",
    wanted: Mapping[str, int] = NO_WORDS,
) -> Found:
    """A foreign list; the first bytes tell what it is.

    Args:
        path: the file.
        encoding: overrides the detected encoding of a text file.
        separator: overrides the detected separator of a text file.
        sheet: name of the sheet of a workbook; "" for the likeliest.
        wanted: squeezed headings with weights, by which the sheet is found.

    Raises:
        BadFile: with the German reason.
    """
    name = path.name
    try:
        data = path.read_bytes()
    except OSError:
        raise BadFile(
            f"„{name}“ lässt sich nicht öffnen. Bitte schließen Sie die Datei in anderen "
            "Programmen und versuchen Sie es noch einmal."
        ) from None
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise BadFile(f"„{name}“ ist leer. Bitte wählen Sie eine andere Datei.")
    if data[:2] == b"PK" and data[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return workbook.read(data, name, sheet, wanted)
    if data[:8] == compound.MARK:
        return workbook.read(data, name, sheet, wanted)
    if card_text.is_cards(data):
        return cards.rows(data, name, encoding)
    what = kinds.other(data)
    if what:
        raise BadFile(_NO_LIST.format(name=name, what=what))
    text, encoding = text_file.detect(data, name, encoding)
    if kinds.is_page(text):
        return sheets.read_book(html_book.HtmlBook(text), name, sheet, wanted)
    what = kinds.other_text(text)
    if what:
        raise BadFile(_RESAVE.format(name=name, what=what))
    if sheet:
        raise BadFile(f"„{name}“ ist ein Text und hat keine Blätter. Bitte nennen Sie keines.")
    separator = separator or text_file.separator_of(text)
    rows = text_file.rows(text, name, separator, size=len(data))
    return Found(name, rows, encoding=encoding, separator=separator)
