"""The only writer of Excel files: lists with real dates and numbers, ready to print on A4.

Text of users never becomes a formula: text that could be one is kept as text with Excel's quote
prefix. Column widths are characters.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.base import Align, Column
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.text import cut, day, tidy
from ehrenamt_desktop.reports.output import replacing

Row = TypeVar("Row")

LONGEST_CELL = 32_767  # characters Excel keeps
_CUT_NOTE = " … [gekürzt: Excel fasst höchstens 32.767 Zeichen je Zelle]"
_FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"  # also their full-width twins
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = dt.date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
_MOST_DIGITS = 10**15
_READABLE = 220
"""Characters that still can be read when a page of A4 landscape is filled with them."""

_STEP = 500  # rows between two reports of progress
_QUOTED = "quoted"
_FORMS: Mapping[type, str] = {
    dt.datetime: "dd.mm.yyyy hh:mm",
    dt.date: "dd.mm.yyyy",
    dt.time: "hh:mm",
}
_ERRORS = "Nicht übernommene Zeilen"
_LEFT: Align = "left"

_GREEN = "FF1F6F5C"
_HEAD_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
_HEAD_FILL = PatternFill("solid", fgColor=_GREEN)
_BODY_FONT = Font(name="Calibri", size=11)
_BOLD_FONT = Font(name="Calibri", size=11, bold=True)
_TITLE_FONT = Font(name="Calibri", size=16, bold=True, color=_GREEN)
_RULE = Border(bottom=Side(style="hair", color="FFAEBAB4"))


@dataclass(frozen=True, slots=True)
class _Plan:
    """A sheet's columns as plain data."""

    titles: tuple[str, ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]


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
    plan = _Plan(
        tuple(column.title for column in columns),
        tuple(_width(column.title, column.width) for column in columns),
        tuple(column.align for column in columns),
    )
    total = len(rows) if isinstance(rows, Sized) else 0
    cells = (tuple(_shown(column, row) for column in columns) for row in rows)

    def compose(book: Workbook) -> int:
        written = _table(
            book, title, plan, cells, facts if facts_above else {}, facts, progress, total
        )
        _legend(book, legend_title, title, facts, legend or {})
        return written

    return _save(path, title, compose)


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

    return _save(path, _ERRORS, compose)


def _width(title: str, wanted: float) -> float:
    """Room for the title with the filter's arrow, and for the wanted number of characters."""
    return min(80.0, max(float(wanted) + 1, len(title) + 4))


def _shown(column: Column[Row], row: Row) -> object:
    value = column.value(row) if column.value else None
    return column.text(row) if value is None else value


def _save(path: Path, title: str, compose: Callable[[Workbook], int]) -> int:
    """Write a workbook under a temporary name; openpyxl's own temporary files go as well."""
    book = Workbook(write_only=True)
    book.properties.title = _text(title)
    book.properties.language = "de"
    book.properties.creator = "Ehrenamt Desktop"
    with replacing(path) as temporary:
        try:
            written = compose(book)
            book.save(temporary)
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
) -> int:
    """The first sheet; everything that Excel reads before the rows is set before them."""
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
        sheet.append([_cell(sheet, title, _TITLE_FONT)])
        for name, value in above.items():
            sheet.append([_cell(sheet, name, _BOLD_FONT), _cell(sheet, value, _BODY_FONT)])
        sheet.append([])
    sheet.append([_head_cell(sheet, text) for text in plan.titles])
    written = _append_rows(sheet, plan, rows, progress, total)
    last = get_column_letter(len(plan.titles))
    sheet.auto_filter.ref = f"A{head}:{last}{head + max(1, written)}"
    sheet.print_area = f"A1:{last}{head + max(1, written)}"
    return written


def _append_rows(
    sheet: Worksheet,
    plan: _Plan,
    rows: Iterable[Sequence[object]],
    progress: Progress,
    total: int,
) -> int:
    pen = _Pen(sheet, plan.aligns)
    written = 0
    for row in rows:
        if written % _STEP == 0:
            progress.step(written, max(total, written), f"Zeile {written + 1}")
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
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 96
    sheet.append([_cell(sheet, title, _TITLE_FONT)])
    look = _alignment("left")
    for pairs in (facts, legend):
        if not pairs:
            continue
        sheet.append([])
        if pairs is legend:
            sheet.append([_head_cell(sheet, "Spalte"), _head_cell(sheet, "Bedeutung")])
        for key, value in pairs.items():
            sheet.append([
                _cell(sheet, key, _BOLD_FONT, look), _cell(sheet, value, _BODY_FONT, look)
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
    return _text(text)[:90].replace("&", "&&")


def _sheet_name(text: str) -> str:
    """A name Excel takes: 31 characters without its special signs."""
    return cut(tidy(re.sub(r"[\[\]:*?/\\']", " ", _text(text))), 31) or "Liste"


def _alignment(side: Align) -> Alignment:
    return Alignment(horizontal=side, vertical="top", wrap_text=True)


def _head_cell(sheet: Worksheet, text: str) -> Cell:
    look = Alignment(horizontal="left", vertical="center", wrap_text=True)
    cell = _cell(sheet, text, _HEAD_FONT, look)
    cell.fill = _HEAD_FILL
    return cell


def _cell(sheet: Worksheet, value: object, font: Font, look: Alignment | None = None) -> Cell:
    """A styled cell; user text that could be a formula gets the quote prefix."""
    cell, form = _plain_cell(sheet, value)
    cell.font = font
    if look is not None:
        cell.alignment = look
    if form == _QUOTED:
        cell.quotePrefix = True
    elif form:
        cell.number_format = form
    return cell


def _plain_cell(sheet: Worksheet, value: object) -> tuple[Cell, str]:
    """A cell of the right type and its form; text is text whatever it looks like."""
    kept = _value(value)
    cell = WriteOnlyCell(sheet)
    cell.value = kept
    if isinstance(kept, str):
        cell.data_type = "s"
        return cell, _QUOTED if kept.lstrip()[:1] in _FORMULA_SIGNS else ""
    return cell, _FORMS.get(type(kept), "")


class _Pen:
    """Makes the cells of the rows; a style is composed once and then handed on.

    Composing it for each cell anew takes three times as long for the whole file.
    """

    def __init__(self, sheet: Worksheet, aligns: Sequence[Align]) -> None:
        self._sheet = sheet
        self._looks = [_alignment(align) for align in aligns]
        self._styles: dict[tuple[int, str], Any] = {}

    def cells(self, values: Sequence[object]) -> list[Cell]:
        """The cells of one row."""
        return [self._cell(index, value) for index, value in enumerate(values)]

    def _cell(self, column: int, value: object) -> Any:
        cell: Any
        cell, form = _plain_cell(self._sheet, value)
        known = self._styles.get((column, form))
        if known is None:
            model: Any = _cell(self._sheet, value, _BODY_FONT, self._looks[column])
            model.border = _RULE
            known = self._styles[column, form] = model._style  # noqa: SLF001 - a style looked up once, not per cell
        cell._style = known  # noqa: SLF001 - as above
        return cell


def _value(value: object) -> str | float | dt.date | dt.time | None:
    """What Excel can keep exactly; everything else as text, nothing for empty text."""
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, dt.datetime):
        local = value.astimezone(clock.berlin()).replace(tzinfo=None) if value.tzinfo else value
        return local if local.date() >= _FIRST_DAY else f"{day(local)} {local:%H:%M}"
    if isinstance(value, dt.date):
        return value if value >= _FIRST_DAY else day(value)
    if isinstance(value, dt.time):
        return value.replace(tzinfo=None)
    if isinstance(value, int):
        return value if abs(value) < _MOST_DIGITS else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else ""
    if value is None:
        return None
    return _text(str(value)) or None


def _text(text: str) -> str:
    """Without control signs, line ends unified, at most what a cell keeps."""
    kept = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(kept.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return kept
    room = LONGEST_CELL - len(_CUT_NOTE)
    return kept.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + _CUT_NOTE
