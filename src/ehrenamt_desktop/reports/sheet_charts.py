"""Native charts below the table of a sheet, with words for those who cannot see them.

Dark and white bars with an edge and the figure at each bar: no colour is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import CharacterProperties, RegularTextRun
from openpyxl.drawing.text import Paragraph as Line
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.worksheet.worksheet import Worksheet

from ehrenamt_desktop.reports.sheet_cells import cell_text

WIDTH = 9.4
"""Of a chart, in cm."""

_HEIGHT = 6.2  # cm, of a chart of columns
_BAR = 0.42  # cm that a bar across takes
_AROUND = 2.4  # cm of title and legend
_ROW = 0.53  # cm, height of an empty row
_EMU = 360_000  # per cm
_SIGN = 0.19  # cm that a character of a column's width takes
_DARK, _WHITE, _INK = "1F6F5C", "FFFFFF", "1D2A26"


class Chart(NamedTuple):
    """A chart over cells of the table above it.

    Attributes:
        title: its heading.
        words: what it shows, for screen readers.
        labels: the column (from 0) with what stands under the bars, or with the name of the row.
        values: the columns with the figures.
        first: first row of the table (from 0).
        last: last row of it, included.
        by_row: whether the one row is shown over its columns, as columns; else the columns are
            shown over the rows, as bars across, which leave room for long names.
    """

    title: str
    words: str
    labels: int
    values: Sequence[int]
    first: int
    last: int
    by_row: bool = False

    @property
    def height(self) -> float:
        """In cm."""
        bars = (self.last - self.first + 1) * (len(self.values) + 0.6)
        return _HEIGHT if self.by_row else max(_HEIGHT, _AROUND + bars * _BAR)


class _Described(OneCellAnchor):
    """An anchor that gives its chart a name and words; openpyxl itself has no place for them."""

    tagname = "oneCellAnchor"
    __elements__ = OneCellAnchor.__elements__
    chart: Chart | None = None

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "graphicFrame" and value is not None and self.chart is not None:
            shown = value.nvGraphicFramePr.cNvPr
            shown.descr = cell_text(self.chart.words)
            shown.title = cell_text(self.chart.title)
        super().__setattr__(name, value)


def place(sheet: Worksheet, charts: Sequence[Chart], head: int, below: int, wide: float) -> int:
    """Put charts below a table; returns the last row that is covered.

    Args:
        sheet: to which the table was written.
        charts: in order, as many beside each other as the table is wide.
        head: the row of the headings (from 1).
        below: the last row of the table.
        wide: the width of the table in characters.
    """
    most = max(1, int(wide * _SIGN / WIDTH))
    row = below + 1
    for start in range(0, len(charts), most):
        line = charts[start : start + most]
        for across, chart in enumerate(line):
            made = _made(sheet, chart, head)
            made.anchor = _anchor(chart, row, across)
            sheet.add_chart(made)
        row += round(max(one.height for one in line) / _ROW) + 1
    return row if charts else below


def _anchor(chart: Chart, row: int, across: int) -> Any:
    shift = int(across * (WIDTH + 0.4) * _EMU)
    anchor = _Described(
        _from=AnchorMarker(col=0, row=row, colOff=shift),
        ext=XDRPositiveSize2D(int(WIDTH * _EMU), int(chart.height * _EMU)),
    )
    anchor.chart = chart
    return anchor


def _made(sheet: Worksheet, chart: Chart, head: int) -> Any:
    made: Any = BarChart()
    made.type = "col" if chart.by_row else "bar"
    made.title = _title(chart.title)
    made.gapWidth = 60
    first, last = head + 1 + chart.first, head + 1 + chart.last
    left, right = chart.values[0] + 1, chart.values[-1] + 1
    if chart.by_row:
        made.add_data(Reference(sheet, left, first, right, last), from_rows=True)
        made.set_categories(Reference(sheet, left, head, right, head))
    else:
        for column in chart.values:
            made.add_data(Reference(sheet, column + 1, first, column + 1, last))
        made.set_categories(Reference(sheet, chart.labels + 1, first, chart.labels + 1, last))
    for place_, series in enumerate(made.series):
        _dress(sheet, chart, series, place_, head)
    made.x_axis.delete = False
    made.y_axis.delete = True  # each bar says its figure
    made.y_axis.majorGridlines = None
    made.y_axis.scaling.min = 0
    if not chart.by_row:
        made.x_axis.scaling.orientation = "maxMin"  # the first on top
    made.legend.position = "b"
    if len(made.series) == 1:
        made.legend = None
    return made


def _title(text: str) -> Any:
    """A heading of the size of the text, not twice as large."""
    look = CharacterProperties(sz=1100, b=True)
    run = RegularTextRun(rPr=look, t=cell_text(text))
    made: Any = Title(tx=Text(rich=RichText(p=[Line(r=[run])])))
    made.overlay = False
    return made


def _dress(sheet: Worksheet, chart: Chart, series: Any, number: int, head: int) -> None:
    """Fill, edge, figures at the bars, and the heading of the column as name of the series."""
    row, column = (head + 1 + chart.first + number, chart.labels + 1) if chart.by_row else (
        head, chart.values[number] + 1
    )  # fmt: skip
    name = Reference(sheet, column, row, column, row)
    series.tx = SeriesLabel(strRef=StrRef(str(name)))
    series.graphicalProperties.solidFill = _WHITE if number % 2 else _DARK
    series.graphicalProperties.line.solidFill = _INK
    series.dLbls = DataLabelList()
    series.dLbls.showVal = True
    for sign in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(series.dLbls, sign, False)
