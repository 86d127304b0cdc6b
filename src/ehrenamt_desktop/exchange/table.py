"""A foreign list as plain cells, with its header found and its row numbers kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ehrenamt_desktop.errors import BadFile

Cell = str | int | float | bool | dt.date | dt.datetime | None

MAX_ROWS = 50_000
MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A list that somebody else made.

    Attributes:
        name: name of the file or sheet, for messages.
        headers: headings in the order of the cells; "" where a column has none.
        rows: cells of the rows that hold anything; a row can be longer than the headings.
        row_numbers: for each row its number in the file, the first line being 1, empty ones
            counted, as a spreadsheet shows it.
        warnings: German sentences on what was passed over.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_numbers: tuple[int, ...]
    warnings: tuple[str, ...] = ()


def shape(
    name: str, rows: Iterable[tuple[int, Sequence[Cell]]], warnings: Sequence[str] = ()
) -> ForeignTable:
    """Find the header in numbered rows and part it from the data.

    Raises:
        BadFile: there is no header, or no row below it.
    """
    kept = [(number, cells) for number, cells in rows if not is_empty(cells)]
    if not kept:
        raise BadFile(f"In „{name}“ stehen keine Daten. Bitte wählen Sie eine andere Datei.")
    at = _header_at([cells for _, cells in kept])
    if at is None:
        raise BadFile(
            f"In „{name}“ wurden keine Spaltenüberschriften gefunden. Bitte ergänzen Sie eine "
            "erste Zeile mit Überschriften wie „Nachname“ oder „Titel“."
        )
    headers = tuple(str(cell).strip() if cell is not None else "" for cell in kept[at][1])
    below = kept[at + 1 :]
    if not below:
        raise BadFile(
            f"In „{name}“ stehen nur Überschriften und keine Zeilen darunter. Es gibt nichts "
            "einzulesen."
        )
    if len(below) > MAX_ROWS:
        raise BadFile(too_many_rows(name))
    return ForeignTable(
        name,
        headers,
        tuple(tuple(cells) for _, cells in below),
        tuple(number for number, _ in below),
        tuple(warnings),
    )


def is_empty(cells: Sequence[Cell]) -> bool:
    """Whether no cell holds anything."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)


def too_many_rows(name: str) -> str:
    """The German sentence for a list that is too long."""
    return (
        f"„{name}“ hat mehr als 50.000 Zeilen. Bitte teilen Sie die Liste in mehrere Dateien und "
        "lesen Sie sie nacheinander ein."
    )


def too_many_columns(name: str) -> str:
    """The German sentence for a list that is too wide."""
    return (
        f"„{name}“ hat mehr als {MAX_COLUMNS} Spalten. Bitte löschen Sie die Spalten, die Sie "
        "nicht brauchen, und lesen Sie die Datei noch einmal ein."
    )


def _header_at(rows: Sequence[Sequence[Cell]]) -> int | None:
    """The first row with two words; in a list of one column the first row with one."""
    for index, cells in enumerate(rows):
        if sum(map(_is_word, cells)) >= 2:
            return index
    width = max(_filled(cells) for cells in rows)
    if width > 1:
        return None
    return next((at for at, cells in enumerate(rows) if any(map(_is_word, cells))), None)


def _is_word(cell: Cell) -> bool:
    return isinstance(cell, str) and any(sign.isalpha() for sign in cell)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(not is_empty((cell,)) for cell in cells)
