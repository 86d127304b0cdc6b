"""The cells of Excel files: real dates and numbers, text that never becomes a formula.

Text that could be a formula is kept as text with Excel's quote prefix.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.base import Align
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.text import day

LONGEST_CELL = 32_767  # characters Excel keeps
_CUT_NOTE = " … [gekürzt: Excel fasst höchstens 32.767 Zeichen je Zelle]"
_FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"  # also their full-width twins
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = dt.date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
_MOST_DIGITS = 10**15
_QUOTED = "quoted"
_LINE = 15.0  # points, height of a line of text
_HIGHEST = 409.0  # points, what Excel allows


class Amount(float):
    """A figure of a report: whole, with points between thousands."""


class Share(float):
    """A part of a whole from 0 to 1, shown as percent."""


class Euro(float):
    """Money."""


_FORMS: Mapping[type, str] = {
    Amount: "#,##0",
    Share: "0 %",
    Euro: '#,##0.00 "€"',
    dt.datetime: "dd.mm.yyyy hh:mm",
    dt.date: "dd.mm.yyyy",
    dt.time: "hh:mm",
}
_GREEN = "FF1F6F5C"
Font.__elements__ = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color",
    "name", "family", "charset", "scheme",
)  # fmt: skip
"""The order of the standard; openpyxl's own is what validators call broken."""

_HEAD_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
_HEAD_FILL = PatternFill("solid", fgColor=_GREEN)
BODY_FONT = Font(name="Calibri", size=11)
BOLD_FONT = Font(name="Calibri", size=11, bold=True)
TITLE_FONT = Font(name="Calibri", size=16, bold=True, color=_GREEN)
_RULE = Border(bottom=Side(style="hair", color="FFAEBAB4"))


def alignment(side: Align) -> Alignment:
    """Text wraps and stands at this side."""
    return Alignment(horizontal=side, vertical="top", wrap_text=True)


def head_cell(sheet: Worksheet, text: str) -> Cell:
    """The heading of a column."""
    look = Alignment(horizontal="left", vertical="center", wrap_text=True)
    cell = styled_cell(sheet, text, _HEAD_FONT, look)
    cell.fill = _HEAD_FILL
    return cell


def styled_cell(sheet: Worksheet, value: object, font: Font, look: Alignment | None = None) -> Cell:
    """A styled cell of the right type; text is text whatever it looks like."""
    kept = _kept(value)
    cell = WriteOnlyCell(sheet)
    cell.value = kept
    cell.font = font
    if look is not None:
        cell.alignment = look
    if isinstance(kept, str):
        cell.data_type = "s"
    _shape(cell, _form(kept))
    return cell


def _shape(cell: Any, form: str) -> None:
    """User text that could be a formula gets the quote prefix, a moment its format."""
    if form == _QUOTED:
        cell.quotePrefix = True
    elif form:
        cell.number_format = form


class Pen:
    """Makes the cells of the rows; a style is composed once and then handed on.

    Composing it for each cell anew takes three times as long for the whole file.
    """

    def __init__(self, sheet: Worksheet, aligns: Sequence[Align]) -> None:
        self._sheet = sheet
        self._looks = [(alignment(align), dict[str, Any]()) for align in aligns]

    def cells(self, values: Sequence[object]) -> list[Cell]:
        """The cells of one row."""
        sheet, cells = self._sheet, []
        for value, (look, styles) in zip(values, self._looks, strict=True):
            kept: Any = _kept(value)
            form = _form(kept)
            cell: Any = WriteOnlyCell(sheet, kept)
            if type(kept) is str:
                cell.data_type = "s"  # openpyxl takes `=1` for a formula, `#N/A` for an error
            style = styles.get(form)
            if style is None:
                style = styles[form] = self._style(value, look)
            cell._style = style  # noqa: SLF001 - a style looked up once, not per cell
            cells.append(cell)
        return cells

    def _style(self, value: object, look: Alignment) -> Any:
        model: Any = styled_cell(self._sheet, value, BODY_FONT, look)
        model.border = _RULE
        return model._style  # noqa: SLF001 - as above


def set_height(
    sheet: Worksheet, row: int, values: Sequence[object], widths: Sequence[float]
) -> None:
    """Give a row room for its longest text, before it is written: not every program does it."""
    lines = max(
        (
            sum(max(1, math.ceil(len(part) * 1.05 / width)) for part in value.split("\n"))
            for value, width in zip(values, widths, strict=True)
            if isinstance(value, str)
        ),
        default=1,
    )
    if lines > 1:
        sheet.row_dimensions[row].height = min(_HIGHEST, _LINE * lines)


def _form(kept: object) -> str:
    """The form of a value from `_kept`."""
    if type(kept) is str:
        return _QUOTED if kept.lstrip()[:1] in _FORMULA_SIGNS else ""
    return _FORMS.get(type(kept), "")


def _kept(value: object) -> str | float | dt.date | dt.time | None:
    """What Excel can keep exactly; everything else as text, nothing for empty text."""
    if type(value) is str:
        return cell_text(value) or None
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
        return value if math.isfinite(value) else None
    if value is None:
        return None
    return cell_text(str(value)) or None


def cell_text(text: str) -> str:
    """Without control signs, line ends unified, at most what a cell keeps."""
    kept = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if 2 * len(kept) <= LONGEST_CELL or len(kept.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return kept
    room = LONGEST_CELL - len(_CUT_NOTE)
    return kept.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + _CUT_NOTE
