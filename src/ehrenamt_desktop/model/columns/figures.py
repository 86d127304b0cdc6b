"""The columns of the tab Auswertung: figures, tables by age, counted records, costs, editions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.figure_rows import (
    NONE,
    CaseRow,
    EditionRow,
    FigureLine,
    FigureReport,
    Shown,
    amount_text,
)
from ehrenamt_desktop.model.money import CostRow
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.model.tally import Finer
from ehrenamt_desktop.model.text import day

SHORT_AGES = ("bis 13", "14–29", "30–49", "50–64", "ab 65", "k. A.")
"""The age groups of `model/figures` as headings of narrow columns."""

_NOTHING = -1.0
"""What has no number stands together at one end of an order."""


class FigureView(NamedTuple):
    """A figure in the list: in the whole, or of one municipality.

    Attributes:
        id: its place in the report, from 1.
        line: the figure.
        town: which of the report's municipalities; None for all.
    """

    id: int
    line: FigureLine
    town: int | None = None

    @property
    def now(self) -> Shown:
        """The figure in the period."""
        return self._of(self.line.now, self.line.towns)

    @property
    def before(self) -> Shown:
        """The figure a year earlier."""
        return self._of(self.line.before, self.line.towns_before)

    @property
    def target(self) -> float | None:
        """What it is to be."""
        if self.town is None:
            return self.line.target
        return self.line.town_targets[self.town] if self.line.town_targets else None

    @property
    def target_text(self) -> str:
        """The target in words."""
        return "" if self.target is None else amount_text(self.target, self.line.unit)

    def _of(self, whole: Shown, towns: Sequence[Shown]) -> Shown:
        if self.town is None:
            return whole
        return towns[self.town] if towns else NONE


class TownAges(NamedTuple):
    """A municipality with its age groups; the last line is all of them."""

    id: int
    town: str
    total: Shown
    ages: tuple[Shown, ...]


def town_ages(report: FigureReport, line: FigureLine) -> tuple[TownAges, ...]:
    """The lines of a figure's table by municipality and age group; none where it is not cut so."""
    if not line.towns:
        return ()
    rows = line.grid or ((),) * len(line.towns)
    found = [
        TownAges(at, town, total, cells)
        for at, (town, total, cells) in enumerate(
            zip(report.towns, line.towns, rows, strict=True), 1
        )
    ]
    return (*found, TownAges(len(found) + 1, "Zusammen", line.now, line.ages))


def _number(shown: Shown) -> float:
    return _NOTHING if shown.amount is None else shown.amount


def _tone(shown: Shown) -> Tone:
    return Tone.SOFT if shown.amount is None else Tone.PLAIN


FIGURE_COLUMNS: tuple[Column[FigureView], ...] = (
    Column("name", "Kennzahl", lambda row: row.line.heading, value=lambda row: row.id, width=32),
    Column("now", "Zeitraum", lambda row: row.now.text, value=lambda row: _number(row.now),
           align="right", width=19, tone=lambda row: _tone(row.now)),
    Column("before", "Vorjahr", lambda row: row.before.text, align="right", width=12,
           value=lambda row: _number(row.before), tone=lambda row: _tone(row.before)),
    Column("target", "Jahresziel", lambda row: row.target_text, align="right", width=11,
           value=lambda row: _NOTHING if row.target is None else row.target),
    Column("block", "Bereich", lambda row: row.line.block.label, width=20, shown=False),
)  # fmt: skip


def _brief(shown: Shown) -> str:
    """A cell of a narrow column: the word is whole under „Zusammen“ and in every report."""
    return "gesch." if shown.why == HIDDEN else shown.text


def _age(at: int, name: str) -> Column[TownAges]:
    def read(row: TownAges) -> Shown:
        return row.ages[at] if row.ages else NONE

    return Column(
        f"age_{at}", name, lambda row: _brief(read(row)), value=lambda row: _number(read(row)),
        align="right", width=max(9, len(name) + 3), tone=lambda row: _tone(read(row)),
    )  # fmt: skip


AGE_COLUMNS: tuple[Column[TownAges], ...] = (
    Column("town", "Gemeinde", lambda row: row.town, value=lambda row: row.id, width=21),
    Column("total", "Zusammen", lambda row: row.total.text, align="right", width=10,
           value=lambda row: _number(row.total), tone=lambda row: _tone(row.total)),
    *(_age(at, name) for at, name in enumerate(SHORT_AGES)),
)  # fmt: skip


class FinerRow(NamedTuple):
    """A figure of one month or village in the list."""

    id: int
    finer: Finer


FINER_COLUMNS: tuple[Column[FinerRow], ...] = (
    Column("label", "Monat oder Ortsteil", lambda row: row.finer.label, value=lambda row: row.id,
           width=26),
    Column("town", "Gemeinde", lambda row: row.finer.town, width=20),
    Column("shown", "Zahl", lambda row: row.finer.shown.text, align="right", width=16,
           value=lambda row: _number(row.finer.shown), tone=lambda row: _tone(row.finer.shown)),
)  # fmt: skip


def _gone(read: Callable[[CaseRow], Tone]) -> Callable[[CaseRow], Tone]:
    return lambda row: Tone.SOFT if row.gone else read(row)


CASE_COLUMNS: tuple[Column[CaseRow], ...] = (
    Column("label", "Datensatz", lambda row: row.label, width=34, tone=_gone(lambda _: Tone.PLAIN)),
    Column("record", "Nr.", lambda row: str(row.record), value=lambda row: row.record,
           align="right", width=7),
    Column("municipality", "Gemeinde", lambda row: row.municipality or "auswärtig", width=15),
    Column("age_group", "Alter", lambda row: row.age_group, width=16),
    Column("area", "Bereich", lambda row: row.area, width=20, shown=False),
    Column("quarter", "Quartal", lambda row: row.quarter, width=10),
)  # fmt: skip

COST_COLUMNS: tuple[Column[CostRow], ...] = (
    Column("on", "Datum", lambda row: day(row.on), value=lambda row: row.on, width=12),
    Column("kind", "Art", lambda row: row.kind.label, width=24),
    Column("euro", "Betrag", lambda row: row.euro, value=lambda row: row.cents, align="right",
           width=14),
    Column("whose", "Gemeinde", lambda row: row.whose, width=18),
    Column("note", "Wofür", lambda row: row.note, width=40),
)  # fmt: skip

EDITION_COLUMNS: tuple[Column[EditionRow], ...] = (
    Column("number", "Nr.", lambda row: str(row.number), value=lambda row: row.number,
           align="right", width=5),
    Column("on", "Vom", lambda row: day(row.on), value=lambda row: row.on, width=11),
    Column("title", "Titel", lambda row: row.title, width=30),
    Column("kind", "Art", lambda row: row.kind, width=18),
    Column("period", "Zeitraum", lambda row: f"{day(row.start)} bis {day(row.end)}",
           value=lambda row: row.start, width=24),
    Column("hash", "Prüfsumme", lambda row: row.hash[:8], width=11, shown=False),
)  # fmt: skip
