"""A foreign list as plain cells, with its header found and its row numbers kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import spots
from ehrenamt_desktop.exchange.heading_words import ENOUGH, squeeze
from ehrenamt_desktop.model.imports import Sheet

Cell = str | int | float | bool | dt.date | dt.datetime | None

MAX_ROWS = 50_000
MAX_COLUMNS = 200
NO_WORDS: Mapping[str, int] = {}
_LOOKED_AT = 50  # rows among which the headings are sought
_CHOOSABLE = 20  # rows among which they are chosen by hand


class Fault(str):
    """A cell without a value.

    `#REF!` is an error of a workbook, `=…` a formula never worked out, `!…` the German reason why
    an address card is no row.
    """

    __slots__ = ()

    @property
    def sentence(self) -> str:
        """What is wrong with the cell, as a German sentence after the name of its field."""
        if self.startswith("!"):
            return self[1:]
        return f"Die Zelle {self._wrong}"

    @property
    def _wrong(self) -> str:
        if self.startswith("="):
            return (
                "enthält eine Formel ohne gespeichertes Ergebnis. Bitte öffnen Sie die Datei in "
                "Excel und speichern Sie sie dort."
            )
        return f"enthält den Fehler {spots.german_error(self)}."


@dataclass(frozen=True, slots=True)
class Grid:
    """What a workbook says beyond its cells.

    Attributes:
        sheets: the sheets that hold data, in the order of the book.
        merged: first row, first column, last row, last column of joined cells; all from 0.
        hidden_columns: first and last number of columns that are not shown, from 0.
    """

    sheets: tuple[Sheet, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_columns: tuple[tuple[int, int], ...] = ()


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
        sheets: the sheets of a workbook that hold data.
        cards: the rows are address cards.
        header: number of the row with the headings.
        head: the first rows of the file, numbered.
        encoding: in which a text was read.
        separator: by which its cells were parted.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_numbers: tuple[int, ...]
    warnings: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    cards: bool = False
    header: int = 0
    head: tuple[tuple[int, tuple[Cell, ...]], ...] = ()
    encoding: str = ""
    separator: str = ""


def shape(
    name: str,
    rows: Iterable[tuple[int, Sequence[Cell]]],
    warnings: Sequence[str] = (),
    wanted: Mapping[str, int] = NO_WORDS,
    grid: Grid | None = None,
    header: int = 0,
) -> ForeignTable:
    """Find the header in numbered rows and part it from the data.

    Args:
        name: of the file or sheet.
        rows: row number and cells.
        warnings: what the reader has to say.
        wanted: squeezed headings with weights; the row with the most of them is the header.
        grid: of a workbook; there a cell beside the list belongs to no row.
        header: number of the row with the headings; 0 finds it.

    Raises:
        BadFile: there is no header, or no row below it.
    """
    kept = [(number, cells) for number, cells in rows if not is_empty(cells)]
    if not kept:
        raise BadFile(f"In „{name}“ stehen keine Daten. Bitte wählen Sie eine andere Datei.")
    at = _header_row(kept, header, wanted)
    if at is None:
        raise BadFile(
            f"In „{name}“ wurden keine Spaltenüberschriften gefunden. Bitte ergänzen Sie eine "
            "erste Zeile mit Überschriften wie „Nachname“ oder „Titel“."
        )
    headers, over = _headers(kept, at)
    below, said = kept[at + 1 :], [*warnings, *spots.above(over)]
    if grid is not None:
        headers = _trimmed(headers)
        below, beside = spots.beside(below, len(headers))
        said += spots.hidden_columns(grid.hidden_columns, len(headers)) + beside
        said += spots.joined(grid.merged, kept[at][0], len(headers))
        below = [row for row in below if not is_empty(row[1])]
    _check_size(name, len(headers), len(below))
    return ForeignTable(
        name,
        headers,
        tuple(tuple(cells) for _, cells in below),
        tuple(number for number, _ in below),
        tuple(said),
        grid.sheets if grid is not None else (),
        header=kept[at][0],
        head=head_of(kept),
    )


def _header_row(
    rows: Sequence[tuple[int, Sequence[Cell]]], header: int, wanted: Mapping[str, int]
) -> int | None:
    """The row that was named, else the one that is found."""
    for at, (number, _) in enumerate(rows):
        if header and number == header:
            return at
    return header_at([cells for _, cells in rows], wanted)


def head_of(rows: Sequence[tuple[int, Sequence[Cell]]]) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
    """The first rows that hold anything, among which the headings can be chosen."""
    kept = (row for row in rows if not is_empty(row[1]))
    return tuple((number, tuple(cells)) for number, cells in islice(kept, _CHOOSABLE))


def _check_size(name: str, columns: int, rows: int) -> None:
    if columns > MAX_COLUMNS:
        raise BadFile(too_many_columns(name))
    if not rows:
        raise BadFile(
            f"In „{name}“ stehen nur Überschriften und keine Zeilen darunter. Bitte wählen Sie "
            "eine andere Datei oder ein anderes Blatt."
        )
    if rows > MAX_ROWS:
        raise BadFile(too_many_rows(name))


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


def header_at(rows: Sequence[Sequence[Cell]], wanted: Mapping[str, int]) -> int | None:
    """The row with the most wanted headings, else the first row with two words.

    In a list of one column it is the first row with one word.
    """
    best = max(range(min(len(rows), _LOOKED_AT)), key=lambda at: score(rows[at], wanted))
    if score(rows[best], wanted) >= ENOUGH:
        return best
    for index, cells in enumerate(rows):
        if sum(map(_is_word, cells)) >= 2:
            return index
    width = max(_filled(cells) for cells in rows)
    if width > 1:
        return None
    return next((at for at, cells in enumerate(rows) if any(map(_is_word, cells))), None)


def score(cells: Sequence[Cell], wanted: Mapping[str, int]) -> int:
    """The weight of the wanted headings in a row."""
    return sum(wanted.get(squeeze(cell), 0) for cell in cells if cell and isinstance(cell, str))


def _headers(
    rows: Sequence[tuple[int, Sequence[Cell]]], at: int
) -> tuple[tuple[str, ...], list[tuple[int, Sequence[Cell]]]]:
    """The headings, and what stands over them; headings can stand in two rows."""
    number, cells = rows[at]
    over = list(rows[:at])
    found = [_text(cell) for cell in cells]
    if over and over[-1][0] == number - 1 and _filled(over[-1][1]) > 1:
        upper = over[-1][1]
        found += [""] * (len(upper) - len(found))
        lent = {index for index, cell in enumerate(upper) if _text(cell) and not found[index]}
        for index in lent:
            found[index] = _text(upper[index])
        rest = tuple(None if index in lent else cell for index, cell in enumerate(upper))
        over[-1:] = [] if is_empty(rest) else [(number - 1, rest)]
    return tuple(found), over


def _trimmed(headers: tuple[str, ...]) -> tuple[str, ...]:
    """Headings without empty ones at the end."""
    while headers and not headers[-1]:
        headers = headers[:-1]
    return headers


def _text(cell: Cell) -> str:
    return str(cell).strip() if cell is not None else ""


def _is_word(cell: Cell) -> bool:
    return isinstance(cell, str) and any(sign.isalpha() for sign in cell)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(not is_empty((cell,)) for cell in cells)
