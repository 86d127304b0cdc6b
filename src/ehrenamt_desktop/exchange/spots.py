"""Cells that are not taken over, named so that they can be found in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ehrenamt_desktop.model.text import count, cut, day, tidy

if TYPE_CHECKING:
    from ehrenamt_desktop.exchange.table import Cell

_NAMED = 12
"""Places named in one sentence."""

_SHOWN = 60  # characters of a cell repeated in a sentence
_ERRORS = {
    "#N/A": "#NV", "#REF!": "#BEZUG!", "#VALUE!": "#WERT!", "#NUM!": "#ZAHL!",
    "#GETTING_DATA": "#DATEN_ABRUFEN",
}  # fmt: skip
ERRORS = frozenset({*_ERRORS, *_ERRORS.values(), "#DIV/0!", "#NAME?", "#NULL!", "#ÜBERLAUF!"})
"""What a spreadsheet shows, and writes into text files, where a formula failed."""

Row = tuple[int, "Sequence[Cell]"]


def german_error(text: str) -> str:
    """An error as German Excel shows it."""
    return _ERRORS.get(text, text)


def letters(column: int) -> str:
    """A column, counted from 0, as a spreadsheet names it."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """A cell as a spreadsheet names it; the row counts from 1, the column from 0."""
    return f"{letters(column)}{row}"


def above(rows: Iterable[Row]) -> list[str]:
    """What stands over the headings."""
    found = [(number, " ".join(_words(cells))) for number, cells in rows]
    if not any(text for _, text in found):
        return []
    named = _listed([f"„{cut(tidy(text), _SHOWN)}“ (Zeile {number})" for number, text in found])
    return [f"Über den Überschriften steht {named}; das gehört nicht zur Liste."]


def beside(rows: Sequence[Row], width: int) -> tuple[list[Row], list[str]]:
    """Rows without the cells right of the last heading, and a sentence on these.

    Args:
        rows: row number and cells.
        width: how many columns the headings have.
    """
    places: dict[int, list[int]] = {}
    kept: list[Row] = []
    for number, cells in rows:
        for column in range(width, len(cells)):
            cell = cells[column]
            if cell is not None and (not isinstance(cell, str) or cell.strip()):
                places.setdefault(column, []).append(number)
        kept.append((number, cells[:width] if len(cells) > width else cells))
    if not places:
        return kept, []
    named = _listed([_column(column, numbers) for column, numbers in sorted(places.items())])
    total = sum(map(len, places.values()))
    verb = "steht" if total == 1 else "stehen"
    return kept, [
        f"Rechts neben der Liste {verb} {count(total, 'Zelle', 'Zellen')} ohne Überschrift und "
        f"{'wird' if total == 1 else 'werden'} nicht übernommen: {named}."
    ]


def joined(
    merged: Iterable[tuple[int, int, int, int]], header: int, width: int
) -> list[str]:  # fmt: skip
    """A sentence on cells that are joined over several rows of the list.

    Args:
        merged: first row, first column, last row, last column; all from 0.
        header: number of the row of headings, from 1.
        width: how many columns the headings have.
    """
    found = [
        f"{address(top + 1, left)}:{address(bottom + 1, right)}"
        for top, left, bottom, right in merged
        if top >= header and bottom > top and left < width
    ]
    if not found:
        return []
    return [
        f"Zellen sind über mehrere Zeilen verbunden ({_listed(found)}); ihr Inhalt gilt nur für "
        "die oberste dieser Zeilen."
    ]


def hidden_columns(ranges: Iterable[tuple[int, int]], width: int) -> list[str]:
    """A sentence on columns of the list that the spreadsheet does not show."""
    found = [
        letters(first) if first == last else f"{letters(first)}–{letters(last)}"
        for first, last in ((first, min(last, width - 1)) for first, last in ranges)
        if first <= last
    ]
    if not found:
        return []
    if len(found) == 1 and "–" not in found[0]:
        return [f"Auch die ausgeblendete Spalte {found[0]} wird gelesen."]
    return [f"Auch die ausgeblendeten Spalten {_listed(found)} werden gelesen."]


def hidden_rows(numbers: Sequence[int]) -> list[str]:
    """A sentence on rows that the spreadsheet does not show."""
    if not numbers:
        return []
    named = _listed([str(number) for number in numbers])
    if len(numbers) == 1:
        return [f"Auch die ausgeblendete Zeile {named} wird gelesen."]
    return [f"Auch {len(numbers)} ausgeblendete oder gefilterte Zeilen werden gelesen: {named}."]


def _column(column: int, numbers: list[int]) -> str:
    if len(numbers) <= 3:
        return ", ".join(address(number, column) for number in numbers)
    return f"Spalte {letters(column)} ({len(numbers)} Zellen)"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return f"{shown} und {rest} mehr" if rest > 0 else shown


def _words(cells: Sequence[Cell]) -> list[str]:
    return [
        day(cell) if isinstance(cell, date) else str(cell).strip()
        for cell in cells
        if cell is not None and str(cell).strip()
    ]
