"""Tables of a web page: what many programs write when they are asked for an Excel file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from ehrenamt_desktop.exchange.sheets import Row
from ehrenamt_desktop.exchange.table import Cell, Grid
from ehrenamt_desktop.model.imports import Sheet

_BREAKS = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"script", "style", "title"})
_MOST_SPAN = 1_000
_VOID = "\x00"  # a place that a cell above covers


class _Table:
    """One table while it is read."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self._number = 0
        self._cells: dict[int, str] | None = None
        self._covered: dict[int, int] = {}  # column → rows still covered
        self._text: list[str] | None = None
        self._spans = (1, 1)

    def start_row(self) -> None:
        self.end_row()
        self._number += 1
        self._cells = {column: _VOID for column, rows in self._covered.items() if rows > 0}
        self._covered = {column: rows - 1 for column, rows in self._covered.items() if rows > 1}

    def start_cell(self, down: int, across: int) -> None:
        if self._cells is None:
            self.start_row()
        self.end_cell()
        self._text, self._spans = [], (down, across)

    def add(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end_cell(self) -> None:
        if self._text is None or self._cells is None:
            return
        column = 0
        while column in self._cells:
            column += 1
        down, across = self._spans
        text = "\n".join(" ".join(line.split()) for line in "".join(self._text).split("\n"))
        self._text = None
        for place in range(column, column + across):
            self._cells[place] = text.strip() if place == column else _VOID
            if down > 1:
                self._covered[place] = down - 1
        if down > 1:
            self.merged.append(
                (self._number - 1, column, self._number + down - 2, column + across - 1)
            )

    def end_row(self) -> None:
        self.end_cell()
        filled, self._cells = self._cells, None
        if not filled:
            return
        texts: list[Cell] = [filled.get(column, "") for column in range(max(filled) + 1)]
        cells = tuple(None if text in (_VOID, "") else text for text in texts)
        if any(cells):
            self.rows.append((self._number, cells))


class HtmlBook(HTMLParser):
    """The tables of a page as sheets."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._tables: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0
        self.feed(text)
        self.close()
        for table in self._open:
            table.end_row()

    def choices(self) -> Sequence[Sheet]:
        """The tables in the order of the page."""
        return [Sheet(f"Tabelle {at}") for at, _ in enumerate(self._tables, start=1)]

    def rows(self, at: int) -> Iterator[Row]:
        """The rows of a table that hold something."""
        return iter(self._tables[at].rows)

    def remarks(self, at: int) -> tuple[list[str], Grid]:
        """Joined cells; a page hides nothing."""
        return [], Grid((), tuple(self._tables[at].merged))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open.append(_Table())
            self._tables.append(self._open[-1])
        elif self._open:
            self._start_inside(tag, dict(attrs))

    def _start_inside(self, tag: str, attributes: dict[str, str | None]) -> None:
        table = self._open[-1]
        if tag == "tr":
            table.start_row()
        elif tag in ("td", "th"):
            table.start_cell(_span(attributes.get("rowspan")), _span(attributes.get("colspan")))
        elif tag in _BREAKS:
            table.add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif not self._open:
            return
        elif tag == "table":
            self._open.pop().end_row()
        elif tag == "tr":
            self._open[-1].end_row()
        elif tag in ("td", "th"):
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._open[-1].add(data.replace("\n", " "))


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _MOST_SPAN) if text and text.isdigit() and len(text) < 9 else 1
