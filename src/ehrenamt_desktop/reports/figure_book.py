"""Figures as sheets of a workbook: real numbers, hidden ones as the word that stands for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.figure_rows import (
    AreaLine,
    Block,
    DefinitionLine,
    FigureLine,
    FigureReport,
    Series,
    Shown,
    SpendingLine,
    Unit,
)
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.reports.sheet import Part
from ehrenamt_desktop.reports.sheet_cells import Amount, Euro, Share
from ehrenamt_desktop.reports.sheet_charts import Chart

NAME, NOW, BEFORE = 0, 3, 4
"""Places of columns in a sheet of figures."""

_FORMS: Mapping[Unit, type[float]] = {Unit.SHARE: Share, Unit.EURO: Euro}


class FigureRow(NamedTuple):
    """A row of a sheet of figures: a figure, or a part of one."""

    name: str
    part: str
    unit: Unit
    now: Shown
    before: Shown | None = None
    target: float | None = None
    towns: tuple[Shown, ...] = ()
    ages: tuple[Shown, ...] = ()


def row_of(line: FigureLine) -> FigureRow:
    """A figure as a row."""
    return FigureRow(
        _named(line), "", line.unit, line.now, line.before, line.target, line.towns, line.ages
    )


def facts(office: OfficeInfo, report: FigureReport) -> dict[str, str]:
    """What all sheets are about."""
    return {
        "Stand": day(report.on),
        "Zeitraum": report.period,
        "Vorjahr": f"{day(report.before_start)} bis {day(report.before_end)}",
        "Ausgabe": report.stamp,
        "Herausgeber": office.carrier or office.name,
        "Auskunft": f"{office.name}, {office.phone}".strip(", "),
        **{f"Hinweis {place + 1}": note for place, note in enumerate(report.notes)},
    }


def above(report: FigureReport) -> dict[str, str]:
    """What stands above each table."""
    return {"Zeitraum": report.period, "Ausgabe": report.stamp}


def block_part(report: FigureReport, block: Block) -> Part:
    """The figures of a block and their splits, with a chart of what can stand beside each other."""
    lines = [one for one in report.lines if one.block is block]
    rows = [row_of(one) for one in lines]
    for split in report.splits:
        if split.block is block:
            rows += [FigureRow(split.title, one.label, Unit.COUNT, one.shown)
                     for one in split.parts]  # fmt: skip
    return Part(block.label, columns(report), rows, above(report), _charts(block, rows))


def lines_part(report: FigureReport, title: str, lines: Sequence[FigureLine]) -> Part:
    """Chosen figures as one sheet, with a chart."""
    rows = [row_of(one) for one in lines]
    counts = [one for one in rows if one.unit is Unit.COUNT]
    ordered = [*counts, *(one for one in rows if one.unit is not Unit.COUNT)]
    drawn = _compared(title, counts, 0) if len(counts) > 1 else ()
    return Part(title, columns(report), ordered, above(report), tuple(drawn))


def columns(report: FigureReport) -> tuple[Column[FigureRow], ...]:
    """The columns of a sheet of figures."""
    return (
        Column("name", "Kennzahl", lambda row: row.name, width=42),
        Column("part", "Davon", lambda row: row.part, width=24),
        Column("unit", "Einheit", lambda row: row.unit.label, width=9),
        figure_column("now", "Zeitraum", lambda row: row.now),
        figure_column("before", "Vorjahr", lambda row: row.before),
        figure_column("target", "Ziel", lambda row: Shown(row.target, row.unit)
                if row.target is not None else None),
        *(figure_column(f"town-{place}", name, _town(place), 14)
          for place, name in enumerate(report.towns)),
    )  # fmt: skip


def grid_part(report: FigureReport) -> Part:
    """Municipality by age group."""
    rows = []
    for line in report.lines:
        if line.ages:
            cut = zip(report.towns, line.towns, line.grid, strict=True)
            found = [*cut, ("alle Gemeinden", line.now, line.ages)]
            rows += [FigureRow(_named(line), town, line.unit, all_, ages=cells)
                     for town, all_, cells in found]  # fmt: skip
    shown = (
        Column[FigureRow]("name", "Kennzahl", lambda row: row.name, width=42),
        Column[FigureRow]("town", "Gemeinde", lambda row: row.part, width=18),
        *(figure_column(f"age-{place}", name, _age(place))
          for place, name in enumerate(report.ages)),
        figure_column("all", "alle", lambda row: row.now),
    )  # fmt: skip
    return Part("Gemeinde und Altersgruppe", shown, rows, above(report))


def areas_part(report: FigureReport) -> Part:
    """Fields of engagement: what is offered and sought, with a chart."""
    shown = (
        Column[AreaLine]("area", "Bereich", lambda row: row.area, width=48),
        figure_column("offers", "Angebote", lambda row: row.offers),
        figure_column("seekers", "Suchende", lambda row: row.seekers),
        figure_column("placements", "Vermittlungen", lambda row: row.placements),
    )
    words = _told((row.area, {"Angebote": row.offers, "Suchende": row.seekers})
                  for row in report.areas)  # fmt: skip
    title = "Angebot und Nachfrage"
    chart = Chart(title, f"{title} je Bereich. {words}", 0, (1, 2), 0, len(report.areas) - 1)
    return Part("Bereiche", shown, report.areas, above(report), (chart,) if report.areas else ())


def spending_part(report: FigureReport, title: str = "Ausgaben nach Art") -> Part:
    """What was spent on what, with a chart and the sum."""
    towns = len(report.towns)
    lines = list(report.spending)
    if lines:
        lines.append(_sum(report.spending, towns))
    shown = (
        Column[SpendingLine]("kind", "Art", lambda row: row.kind, width=30),
        *(_euro(f"town-{place}", name, _spent(place))
          for place, name in enumerate(report.towns)),
        _euro("common", "gemeinsam", lambda row: row.common),
        _euro("total", "gesamt", lambda row: row.total),
        _euro("before", "Vorjahr", lambda row: row.before),
    )  # fmt: skip
    told = (
        (one.kind, {"gesamt": Shown(one.total, Unit.EURO), "Vorjahr": Shown(one.before, Unit.EURO)})
        for one in report.spending
    )
    chart = Chart(
        "Ausgaben nach Art", f"Ausgaben nach Art in Euro. {_told(told)}", 0, (towns + 2, towns + 3),
        0, len(report.spending) - 1,
    )  # fmt: skip
    return Part(title, shown, lines, above(report), (chart,) if report.spending else ())


def years_part(report: FigureReport) -> Part:
    """Figures over the years, each with its chart."""
    years = [one.label for one in max(report.series, key=lambda one: len(one.points)).points]
    shown = (
        Column[Series]("name", "Kennzahl", lambda row: row.name, width=42),
        *(figure_column(f"year-{place}", year, _year(year))
          for place, year in enumerate(years)),
    )  # fmt: skip
    drawn = tuple(
        Chart(
            one.name,
            f"{one.name}. " + _told([(one.name, {each.label: each.shown for each in one.points})]),
            0, tuple(range(1, len(years) + 1)), place, place, by_row=True,
        )
        for place, one in enumerate(report.series)
    )  # fmt: skip
    return Part("Mehrere Jahre", shown, report.series, above(report), drawn)


def definitions_part(report: FigureReport) -> Part:
    """How each figure is counted."""
    shown = (
        Column[DefinitionLine]("name", "Kennzahl", lambda row: row.name, width=28),
        Column[DefinitionLine]("words", "Definition", lambda row: row.words, width=64),
        Column[DefinitionLine]("cut", "Gegliedert", lambda row: row.cut, width=30),
        Column[DefinitionLine]("source", "Quelle", lambda row: row.source, width=24),
        Column[DefinitionLine]("changed", "Geändert", lambda row: row.changed, width=20),
    )
    return Part("Definitionen", shown, report.definitions, above(report))


LEGEND: Mapping[str, str] = {
    "Kennzahl": "Was gezählt wird; genau beschrieben auf dem Blatt „Definitionen“.",
    "Davon": "Ein Teil der Kennzahl; leer bei der Kennzahl selbst.",
    "Einheit": "Worin gezählt wird.",
    "Zeitraum": "Wert im Zeitraum des Berichts, bei Beständen am letzten Tag.",
    "Vorjahr": "Derselbe Zeitraum ein Jahr früher.",
    "Ziel": "Was für das Jahr vorgenommen war; leer ohne Ziel.",
    "Gemeinden": "Menschen zählen am Wohnort, Angebote am Einsatzort, Initiativen am Sitz; was "
    "außerhalb liegt oder keinen Ort nennt, steht in der letzten Spalte.",
    "Altersgruppen": "Alter am Ende des Zeitraums.",
    HIDDEN: "Kleine Zahl, oder eine, aus der sich eine kleine errechnen ließe.",
}


def _named(line: FigureLine) -> str:
    return f"{line.name} (geschätzt)" if line.estimate else line.name


def _charts(block: Block, rows: Sequence[FigureRow]) -> tuple[Chart, ...]:
    """Figures beside the year before, and each split."""
    made: list[Chart] = []
    place = 0
    for (counted, part), found in groupby(
        rows, key=lambda row: (row.unit is Unit.COUNT, bool(row.part))
    ):
        run = list(found)
        if counted and not part and len(run) > 1:
            made += _compared(block.label, run, place)
        if part:
            made += _parted(run, place)
        place += len(run)
    return tuple(made)


def _compared(title: str, rows: Sequence[FigureRow], first: int) -> list[Chart]:
    told = _told((row.name, {"Zeitraum": row.now, "Vorjahr": row.before or Shown(None)})
                 for row in rows)  # fmt: skip
    words = f"{title}, Zeitraum und Vorjahr. {told}"
    return [Chart(title, words, NAME, (NOW, BEFORE), first, first + len(rows) - 1)]


def _parted(rows: Sequence[FigureRow], first: int) -> list[Chart]:
    made = []
    place = first
    for name, found in groupby(rows, key=lambda row: row.name):
        run = list(found)
        told = _told((row.part, {name: row.now}) for row in run)
        made.append(Chart(name, f"{name}. {told}", 1, (NOW,), place, place + len(run) - 1))
        place += len(run)
    return made


def _told(rows: Iterable[tuple[str, Mapping[str, Shown]]]) -> str:
    """What a chart shows, in words."""
    return " ".join(
        f"{name}: {', '.join(f'{key} {shown.text}' for key, shown in figures.items())}."
        for name, figures in rows
    )


def _sum(lines: Sequence[SpendingLine], towns: int) -> SpendingLine:
    return SpendingLine(
        "Summe",
        tuple(sum(one.towns[place] for one in lines) for place in range(towns)),
        sum(one.common for one in lines),
        sum(one.total for one in lines),
        sum(one.before for one in lines),
    )


def _town(place: int) -> Callable[[FigureRow], Shown | None]:
    return lambda row: row.towns[place] if row.towns else None


def _age(place: int) -> Callable[[FigureRow], Shown | None]:
    return lambda row: row.ages[place] if row.ages else None


def _year(year: str) -> Callable[[Series], Shown | None]:
    return lambda row: next((one.shown for one in row.points if one.label == year), None)


def _spent(place: int) -> Callable[[SpendingLine], float]:
    return lambda row: row.towns[place]


def figure_column(
    key: str, title: str, read: Callable[[Any], Shown | None], width: int = 12
) -> Column[Any]:
    """A column of figures: a number of the right form, or the word in its place."""

    def value(row: Any) -> object:
        shown = read(row)
        if shown is None:
            return None
        if shown.amount is None:
            return shown.why or None
        return _FORMS.get(shown.unit, Amount)(shown.amount)

    return Column(key, title, lambda _row: "", value=value, align="right", width=width)


def _euro(key: str, title: str, read: Callable[[Any], float]) -> Column[Any]:
    return Column(
        key, title, lambda _row: "", value=lambda row: Euro(read(row)), align="right", width=16
    )
