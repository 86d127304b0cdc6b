"""The only writer of Excel files: lists with real dates and numbers, ready to print on A4.

Column widths are characters; `sheet_cells` makes the cells.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.base import Align, Column
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import cut, tidy
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.reports.sheet_cells import (
    BODY_FONT,
    BOLD_FONT,
    TITLE_FONT,
    Pen,
    alignment,
    cell_text,
    head_cell,
    set_height,
    styled_cell,
)
from ehrenamt_desktop.reports.sheet_charts import Chart, place

Row = TypeVar("Row")

_READABLE = 220
"""Characters that still can be read when a page of A4 landscape is filled with them."""

_STEP = 500  # rows between two reports of progress
_PACKED = 256 * 1024  # bytes of the file between two reports of progress
_ERRORS = "Nicht übernommene Zeilen"
_LEFT: Align = "left"
_LEGEND_WIDTHS = (26.0, 96.0)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A sheet's columns as plain data; `tall` rows are as high as their text, also before Excel."""

    titles: tuple[str, ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    tall: bool = False

    @classmethod
    def of(cls, columns: Sequence[Column[Any]], *, tall: bool = False) -> _Plan:
        """From the columns of a list."""
        return cls(
            tuple(column.title for column in columns),
            tuple(_width(column.title, column.width) for column in columns),
            tuple(column.align for column in columns),
            tall,
        )


class Part(NamedTuple):
    """One sheet of a workbook of several lists: columns, rows, what stands above and below."""

    title: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Any]
    above: Mapping[str, str]
    charts: Sequence[Chart] = ()


def write_book(
    path: Path,
    title: str,
    parts: Sequence[Part],
    facts: Mapping[str, str],
    legend: Mapping[str, str],
    progress: Progress = QUIET,
) -> int:
    """Write several lists as one workbook, a sheet each; returns the number of rows.

    Args:
        path: the file to make; it appears whole or not at all.
        title: name of the workbook.
        parts: the lists in order.
        facts: what all of it is about, printed and on the last sheet.
        legend: column title → meaning, shown on the last sheet.
        progress: told after each list.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """

    def compose(book: Workbook) -> int:
        written = 0
        for part in parts:
            cells = (tuple(_shown(one, row) for one in part.columns) for row in part.rows)
            plan, amount = _Plan.of(part.columns, tall=True), len(part.rows)
            written += _table(
                book, part.title, plan, cells, part.above, facts, progress, amount, part.charts
            )
        _legend(book, "Legende", title, facts, legend)
        return written

    return _save(path, title, compose, progress)


def write_list(
    path: Path,
    title: str,
    columns: Sequence[Column[Row]],
    rows: Iterable[Row],
    facts: Mapping[str, str],
    legend: Mapping[str, str] | None = None,
    progress: Progress = QUIET,
    *,
    facts_above: bool = False,
    legend_title: str = "Legende",
) -> int:
    """Write a list as a workbook; returns the number of rows.

    Args:
        path: the file to make; it appears whole or not at all.
        title: name of the list; also of the sheet and in the printed header.
        columns: what each row shows; `value` gives real dates and numbers.
        rows: read once, so a generator will do.
        facts: what the list is about (`Stand`, `Filter` …), in order.
        legend: column title → meaning, shown on the second sheet.
        progress: told every few hundred rows.
        facts_above: print title and facts above the table; else they stand on the second sheet,
            so that the first row is the header.
        legend_title: name of the second sheet.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    plan = _Plan.of(columns)
    total = len(rows) if isinstance(rows, Sized) else 0
    cells = (tuple(_shown(column, row) for column in columns) for row in rows)

    def compose(book: Workbook) -> int:
        written = _table(
            book, title, plan, cells, facts if facts_above else {}, facts, progress, total
        )
        _legend(book, legend_title, title, facts, legend or {})
        return written

    return _save(path, title, compose, progress)


def write_errors(
    path: Path,
    titles: Sequence[str],
    rows: Iterable[tuple[int, Sequence[object], str]],
    facts: Mapping[str, str],
    progress: Progress = QUIET,
) -> int:
    """Write the refused rows of an import: the file's own columns, then `Zeile` and `Grund`.

    Args:
        path: the file to make.
        titles: headings of the foreign file.
        rows: (row number in the foreign file, its cells, German sentence why it was refused).
        facts: what was imported and when.
        progress: told every few hundred rows.

    Returns:
        The number of rows.

    Raises:
        Cancelled: the user stopped; nothing is left behind.
        StoreUnavailable: the file cannot be written.
    """
    width = len(titles)
    named = tuple(title or f"Spalte {index + 1}" for index, title in enumerate(titles))
    plan = _Plan(
        (*named, "Zeile", "Grund"),
        (*(_width(title, 18) for title in named), 8.0, 60.0),
        (*(_LEFT for _ in named), "right", _LEFT),
    )
    total = len(rows) if isinstance(rows, Sized) else 0
    cells = (
        (*(cells[index] if index < len(cells) else None for index in range(width)), row, reason)
        for row, cells, reason in rows
    )
    legend = {
        "Zeile": "Nummer der Zeile in der eingelesenen Datei",
        "Grund": "Warum die Zeile nicht übernommen wurde. Bitte berichtigen Sie sie hier und lesen "
        "Sie diese Datei noch einmal ein.",
    }

    def compose(book: Workbook) -> int:
        written = _table(book, _ERRORS, plan, cells, {}, facts, progress, total)
        _legend(book, "Legende", _ERRORS, facts, legend)
        return written

    return _save(path, _ERRORS, compose, progress)


def _width(title: str, wanted: float) -> float:
    """Room for the title with the filter's arrow, and for the wanted number of characters."""
    return min(80.0, max(float(wanted) + 1, len(title) + 4))


def _shown(column: Column[Row], row: Row) -> object:
    value = column.value(row) if column.value else None
    return column.text(row) if value is None else value


class _Packing(FileIO):
    """A workbook's file while its sheets are packed into it: it can be stopped until the end."""

    def __init__(self, path: Path, progress: Progress) -> None:
        super().__init__(path, "xb+")
        self._progress = progress
        self._told = 0

    def write(self, data: Any) -> int:
        """Write, and say so after every quarter of a megabyte."""
        if self.tell() - self._told >= _PACKED:
            self._told = self.tell()
            watcher, self._progress = self._progress, QUIET  # asked again, it would stop the end
            watcher.step(0, 0, "Datei wird geschrieben")
            self._progress = watcher
        return super().write(data)


def _save(path: Path, title: str, compose: Callable[[Workbook], int], progress: Progress) -> int:
    """Write a workbook under a temporary name; openpyxl's own temporary files go as well."""
    book = Workbook(write_only=True)
    book.properties.title = cell_text(title)
    book.properties.language = "de"
    book.properties.creator = "Ehrenamt Desktop"
    with replacing(path) as temporary:
        try:
            written = compose(book)
            book.properties.modified = clock.now().astimezone(dt.UTC).replace(tzinfo=None)
            with (
                _Packing(temporary, progress) as out,
                ZipFile(out, "w", ZIP_DEFLATED) as archive,  # closed also when it was stopped
            ):
                ExcelWriter(book, archive).save()
        finally:
            for sheet in book.worksheets:
                _discard(sheet)
    return written


def _discard(sheet: Any) -> None:
    """Close and remove the plain-text part file that openpyxl keeps in the system's folder."""
    writer = getattr(sheet, "_writer", None)
    if writer is None:
        return
    if not sheet.closed:
        with suppress(Exception):  # a sheet that stopped halfway need not end well, only end
            sheet.close()
    Path(writer.out).unlink(missing_ok=True)


def _table(
    book: Workbook,
    title: str,
    plan: _Plan,
    rows: Iterable[Sequence[object]],
    above: Mapping[str, str],
    facts: Mapping[str, str],
    progress: Progress,
    total: int,
    charts: Sequence[Chart] = (),
) -> int:
    """A list with its charts; everything that Excel reads before the rows is set before them."""
    sheet = book.create_sheet(_sheet_name(title))
    head = len(above) + 3 if above else 1
    _page_setup(sheet, title, facts)
    if sum(plan.widths) > _READABLE:
        sheet.page_setup.fitToWidth = 0  # several pages side by side stay readable
    for index, width in enumerate(plan.widths):
        sheet.column_dimensions[get_column_letter(index + 1)].width = width
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    if above:
        sheet.append([styled_cell(sheet, title, TITLE_FONT)])
        for name, value in above.items():
            sheet.append(
                [styled_cell(sheet, name, BOLD_FONT), styled_cell(sheet, value, BODY_FONT)]
            )
        sheet.append([])
    sheet.append([head_cell(sheet, text) for text in plan.titles])
    written = _append_rows(sheet, plan, rows, progress, total, head + 1)
    last = get_column_letter(len(plan.titles))
    sheet.auto_filter.ref = f"A{head}:{last}{head + max(1, written)}"
    if charts:
        sheet.page_setup.fitToHeight = 1  # no chart is cut by the end of a page
    lowest = place(sheet, charts, head, head + max(1, written), sum(plan.widths))
    sheet.print_area = f"A1:{last}{lowest}"
    return written


def _append_rows(
    sheet: Worksheet,
    plan: _Plan,
    rows: Iterable[Sequence[object]],
    progress: Progress,
    total: int,
    first: int,
) -> int:
    pen = Pen(sheet, plan.aligns)
    written = 0
    for row in rows:
        if written % _STEP == 0:
            progress.step(written, max(total, written), f"Zeile {written + 1}")
        if plan.tall:
            set_height(sheet, first + written, row, plan.widths)
        sheet.append(pen.cells(row))
        written += 1
    progress.step(written, max(total, written))
    return written


def _legend(
    book: Workbook, name: str, title: str, facts: Mapping[str, str], legend: Mapping[str, str]
) -> None:
    """The second sheet: what the list is about and what its columns mean."""
    sheet = book.create_sheet(_sheet_name(name))
    _page_setup(sheet, f"{title} – {name}", facts)
    for letter, width in zip("AB", _LEGEND_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([styled_cell(sheet, title, TITLE_FONT)])
    look = alignment("left")
    row = 1
    for pairs in (facts, legend):
        if not pairs:
            continue
        sheet.append([])
        row += 1
        if pairs is legend:
            sheet.append([head_cell(sheet, "Spalte"), head_cell(sheet, "Bedeutung")])
            row += 1
        for key, value in pairs.items():
            row += 1
            set_height(sheet, row, (key, value), _LEGEND_WIDTHS)
            sheet.append([
                styled_cell(sheet, key, BOLD_FONT, look), styled_cell(sheet, value, BODY_FONT, look)
            ])  # fmt: skip


def _page_setup(sheet: Worksheet, title: str, facts: Mapping[str, str]) -> None:
    """A4 landscape, one page wide, with title and date above and page numbers below."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    as_of = facts.get("Stand", "")
    _print_parts(sheet.oddHeader, _printed(title), _printed(f"Stand {as_of}" if as_of else ""))
    _print_parts(sheet.oddFooter, _printed(facts.get("Herausgeber", "")), "Seite &P von &N")


def _print_parts(item: Any, left: str, right: str) -> None:
    """Fill a printed header or footer; the stubs know neither part."""
    item.left.text = left or None
    item.right.text = right or None


def _printed(text: str) -> str:
    """Text for a printed header: `&` is Excel's own sign there, 255 characters are the limit."""
    return cell_text(text)[:90].replace("&", "&&")


def _sheet_name(text: str) -> str:
    """A name Excel takes: 31 characters without its special signs."""
    return cut(tidy(re.sub(r"[\[\]:*?/\\']", " ", cell_text(text))), 31) or "Liste"
