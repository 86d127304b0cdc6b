"""Figures as a table on paper: now, a year before, the target, and a column per municipality.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from ehrenamt_desktop.model.figure_rows import FigureLine, FigureReport, Shown, Unit
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.round_rows import WIDTH, Strip
from ehrenamt_desktop.reports.tables import Grid

SIZE = 9.0
_SIDE = 2.6 * mm
_TOWN = 17.5 * mm  # holds what is said of a hidden figure
_FIGURE = 17.5 * mm
_TARGET = 12.5 * mm
_UNITS = {Unit.HOURS: "Stunden", Unit.EURO: "Euro"}
_SIGNS = {Unit.HOURS: (" Stunden", " Stunde"), Unit.EURO: (" €",)}


def figure_table(
    report: FigureReport, lines: Sequence[FigureLine], name: str, pad: float = 1.5 * mm
) -> tuple[Strip, list[Strip]]:
    """The heading and the rows; all columns are as wide as their longest word.

    Args:
        report: gives the municipalities.
        lines: what is shown.
        name: what the rows belong to where a page begins.
        pad: above and below a row.
    """
    towns = widths(report.towns)
    figures = (_FIGURE, _FIGURE, _TARGET)
    grid = Grid(
        (WIDTH - sum(towns) - sum(figures), *figures, *towns),
        (False, *(True for _ in range(3 + len(towns)))),
        name, SIZE, pad,
    )  # fmt: skip
    head = grid.head(["Kennzahl", "Zeitraum", "Vorjahr", "Ziel", *report.towns])
    return head, [grid.row(_cells(report, line)) for line in lines]


def widths(titles: Sequence[str], least: float = _TOWN) -> list[float]:
    """How wide columns of figures are: no word of a title breaks."""
    return [max(least, _widest(one) + _SIDE) for one in titles]


def named(line: FigureLine) -> str:
    """The name of a figure with its unit, which its cells then leave out."""
    unit = _UNITS.get(line.unit, "")
    told = f" in {unit}" if unit and unit.lower() not in line.name.lower() else ""
    return f"{line.name}{told}{' (geschätzt)' if line.estimate else ''}"


def bare(shown: Shown) -> str:
    """A figure without the unit that its name tells."""
    return without_unit(shown.text, shown.unit)


def without_unit(text: str, unit: Unit) -> str:
    """`2.340 Stunden` → `2.340`; what is told in days or percent stays as it is."""
    for sign in _SIGNS.get(unit, ()):
        text = text.removesuffix(sign)
    return text


def _cells(report: FigureReport, line: FigureLine) -> list[str]:
    towns = [
        "–" if one.amount is None and one.why == line.now.why else _cell(one) for one in line.towns
    ]
    return [
        named(line),
        _cell(line.now),
        _cell(line.before),
        without_unit(line.target_text, line.unit) or "–",
        *(towns or ("" for _ in report.towns)),
    ]


def _cell(shown: Shown) -> str:
    """A figure; one that will be there later says so on one line."""
    text = bare(shown)
    fits = paper.line_width(text, SIZE) <= _FIGURE - _SIDE
    return text if shown.amount is not None or fits else "noch offen"


def _widest(text: str) -> float:
    return max(paper.line_width(word, SIZE, bold=True) for word in text.split())
