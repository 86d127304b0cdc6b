"""The reading child: opens one foreign file after another, under limits, and answers in lines.

Started as `read-foreign`. It takes one JSON line per file on its standard input and ends when that
closes.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, BinaryIO

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import confine, text_file, wire, workbook
from ehrenamt_desktop.exchange.table import Cell

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF",
)  # fmt: skip
_HEAD = 4096  # bytes in which a picture holds a zero and a text does not
_NO_LIST = (
    "„{name}“ ist {what} und keine Liste. Bitte wählen Sie eine Datei im Format Excel, ODS oder "
    "CSV."
)
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
    for raw in requests:
        request = wire.message(raw)
        try:
            _answer(request, answers)
        except BadFile as error:
            answers.write(wire.line({"bad": error.sentence}))
        except MemoryError:
            name = Path(request["path"]).name
            answers.write(wire.line({"bad": _TOO_BIG.format(name=name)}))
        answers.flush()
    return 0


def _answer(request: dict[str, Any], answers: BinaryIO) -> None:
    name, rows, warnings = read(
        Path(request["path"]), request.get("encoding", ""), request.get("separator", "")
    )
    for start in range(0, len(rows), wire.CHUNK):
        answers.write(wire.line({"rows": rows[start : start + wire.CHUNK]}))
    answers.write(wire.line({"end": len(rows), "name": name, "warnings": warnings}))


def read(
    path: Path, encoding: str = "", separator: str = ""
) -> tuple[str, list[tuple[int, tuple[Cell, ...]]], list[str]]:
    """Name, numbered rows and warnings of a foreign list; the first bytes tell what it is.

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
    if data[:4] == b"PK\x03\x04" or data[:8] == _OLE:
        sheet, rows, warnings = workbook.read(data, name)
        return sheet or name, rows, warnings
    if data.startswith(_PICTURES) and b"\x00" in data[:_HEAD]:
        raise BadFile(_NO_LIST.format(name=name, what="ein Bild"))
    if data.startswith(b"%PDF"):
        raise BadFile(_NO_LIST.format(name=name, what="ein PDF"))
    return name, text_file.read(data, name, encoding, separator), []
