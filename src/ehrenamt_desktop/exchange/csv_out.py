"""Lists written as CSV: `;`, UTF-8 with BOM, German headings, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ehrenamt_desktop.exchange.text_file import DANGEROUS
from ehrenamt_desktop.exchange.whole_file import storable, writing
from ehrenamt_desktop.model.progress import QUIET, Progress

_HARMLESS = re.compile(r"[+-]?\d+([.,]\d+)?|\+\d[\d\s/()\-–.]*")
"""Numbers and phone numbers: they stay as they are."""

_STEP = 500  # rows between two reports of progress


def write(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    progress: Progress = QUIET,
    total: int = 0,
) -> int:
    """Write a list; returns the number of rows. The file appears whole or not at all.

    Args:
        path: the file to make; an older one is replaced at the end.
        headings: German labels of the columns.
        rows: texts of the cells.
        progress: told every few hundred rows.
        total: rows that are expected, for the progress.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    with writing(path, "utf-8-sig") as file:
        return _write(csv.writer(file, delimiter=";"), headings, rows, progress, total)


def defended(text: str) -> str:
    """Text that a spreadsheet takes for text; the import takes the mark away again."""
    bare = text.lstrip("'")
    if bare[:1] and bare[:1] in DANGEROUS and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def _write(
    writer: object,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    progress: Progress,
    total: int,
) -> int:
    put = writer.writerow  # type: ignore[attr-defined]  # csv keeps the writer's type private
    put(headings)
    written = 0
    for row in rows:
        put([defended(storable(cell)) for cell in row])
        written += 1
        if written % _STEP == 0:
            progress.step(written, max(total, written))
    progress.step(written, max(total, written))
    return written
