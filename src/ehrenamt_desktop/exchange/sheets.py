"""Which sheet of a workbook is read: the one that was named, else the one that looks like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange.table import (
    MAX_ROWS,
    Cell,
    Grid,
    score,
    too_many_rows,
)
from ehrenamt_desktop.model.imports import Sheet
from ehrenamt_desktop.model.text import count

OWN_LEGEND = "Legende"
"""The sheet that this program adds to its own workbooks; nobody misses it."""

_LOOKED_AT = 50  # rows
Row = tuple[int, tuple[Cell, ...]]


@dataclass(slots=True)
class Found:
    """A list as it came out of a file.

    Attributes:
        name: of the sheet or file.
        rows: numbered rows that hold something.
        warnings: German sentences on what should be known of them.
        grid: of a workbook.
        cards: the rows are address cards, numbered from 1 below their headings.
        encoding: in which a text was read.
        separator: by which its cells were parted.
    """

    name: str
    rows: list[Row]
    warnings: list[str] = field(default_factory=list)
    grid: Grid | None = None
    cards: bool = False
    encoding: str = ""
    separator: str = ""


class Book(Protocol):
    """A workbook of any kind."""

    def choices(self) -> Sequence[Sheet]:
        """Its sheets of cells."""

    def rows(self, at: int) -> Iterator[Row]:
        """The rows of a sheet that hold something."""

    def remarks(self, at: int) -> tuple[list[str], Grid]:
        """German sentences on a sheet that was read to its end, and what it says beyond cells."""


def read_book(book: Book, name: str, sheet: str, wanted: Mapping[str, int]) -> Found:
    """The wanted sheet of a book.

    Args:
        book: the workbook.
        name: of the file.
        sheet: name of the sheet; "" for the first visible one with the most wanted headings.
        wanted: squeezed headings with weights.

    Raises:
        BadFile: there is no such sheet, nothing in it, or too much.
    """
    heads = _heads(book)
    if not heads:
        raise BadFile(f"In „{name}“ stehen keine Daten. Bitte wählen Sie eine andere Datei.")
    choices = book.choices()
    at = _named(choices, heads, sheet, name) if sheet else _best(choices, heads, wanted)
    rows = heads[at]
    if len(rows) >= _LOOKED_AT:
        rows = list(islice(book.rows(at), MAX_ROWS + 101))
    if len(rows) > MAX_ROWS + 100:
        raise BadFile(too_many_rows(name))
    said, grid = book.remarks(at)
    offered = tuple(choices[one] for one in heads if one == at or choices[one].name != OWN_LEGEND)
    return Found(
        choices[at].name, rows, [*_left(offered, choices[at]), *said], replace(grid, sheets=offered)
    )


def _heads(book: Book) -> dict[int, list[Row]]:
    """The first rows of each sheet that holds data; all of them, where they are few."""
    found = {}
    for at, _ in enumerate(book.choices()):
        head = list(islice(book.rows(at), _LOOKED_AT))
        if head:
            found[at] = head
    return found


def _best(
    choices: Sequence[Sheet], heads: Mapping[int, list[Row]], wanted: Mapping[str, int]
) -> int:
    def worth(at: int) -> tuple[bool, bool, int]:
        looks = max(score(cells, wanted) for _, cells in heads[at])
        return not choices[at].hidden, choices[at].name != OWN_LEGEND, looks

    return max(heads, key=worth)


def _named(
    choices: Sequence[Sheet], heads: Mapping[int, list[Row]], sheet: str, name: str
) -> int:  # fmt: skip
    for same in (sheet, sheet.casefold().strip()):
        for at, one in enumerate(choices):
            if same in (one.name, one.name.casefold().strip()):
                if at in heads:
                    return at
                raise BadFile(
                    f"Im Blatt „{one.name}“ von „{name}“ stehen keine Daten. Bitte wählen Sie "
                    "ein anderes Blatt."
                )
    listed = ", ".join(f"„{choices[at].name}“" for at in heads)
    raise BadFile(f"Ein Blatt „{sheet}“ gibt es in „{name}“ nicht. Bitte wählen Sie: {listed}.")


def _left(offered: Sequence[Sheet], taken: Sheet) -> list[str]:
    said = []
    if taken.hidden:
        said.append(f"Das Blatt „{taken.name}“ ist in der Datei ausgeblendet.")
    others = [one for one in offered if one.name != taken.name]
    if others:
        left = ", ".join(f"„{one.name}“{' (ausgeblendet)' if one.hidden else ''}" for one in others)
        sheets = count(len(others), "weiteres Blatt", "weitere Blätter")
        said.append(f"Gelesen wurde das Blatt „{taken.name}“; {sheets} nicht: {left}.")
    return said
