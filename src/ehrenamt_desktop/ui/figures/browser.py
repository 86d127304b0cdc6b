"""Figures on the left, on the right how one is counted, its table and the records behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ehrenamt_desktop.model.columns.figures import (
    AGE_COLUMNS,
    CASE_COLUMNS,
    FIGURE_COLUMNS,
    FINER_COLUMNS,
    FigureView,
    FinerRow,
    TownAges,
    town_ages,
)
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.figure_rows import CaseRow, FigureReport
from ehrenamt_desktop.model.tally import Finer
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import Card, label, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane

Cases = Callable[[str, str], tuple[CaseRow, ...]]
"""The records behind a figure, in all or of one municipality."""
Finely = Callable[[str, str, bool], tuple[Finer, ...]]
"""A figure by month, or by village where the last is true."""
CUTS = (("ages", "Gemeinde und Alter"), ("months", "Monate"), ("places", "Ortsteile"))
INTERNAL = "Intern: So fein steht keine Zahl in einem Bericht. Bitte nicht weitergeben."
NOT_FINER = "Diese Kennzahl lässt sich so nicht teilen."
CHOOSE = "Wählen Sie links eine Kennzahl."


class FigureDetail(Card):
    """One figure: definition, table by municipality and age group, records.

    `cut_changed` tells that another cut is wanted; only the desk's own page has finer ones.
    """

    cut_changed = Signal(str)

    def __init__(self, desk: Desk, name: str, *, finer: bool) -> None:
        super().__init__()
        self._desk = desk
        self.title = label(CHOOSE, "heading", wrap=True, name=f"{name}.title")
        self.value = label("", "strong", wrap=True, name=f"{name}.value")
        self.words = label("", "soft", wrap=True, name=f"{name}.words")
        self.changed = label("", wrap=True, name=f"{name}.changed")
        self.changed.hide()
        self._towns: RowsSource[TownAges] = RowsSource(AGE_COLUMNS)
        self.towns = RecordTable(
            self._towns, AGE_COLUMNS, desk.tasks, name=f"{name}.towns",
            label="Nach Gemeinde und Altersgruppe", empty="Diese Kennzahl gilt nur im Ganzen.",
        )  # fmt: skip
        self._finer: RowsSource[FinerRow] = RowsSource(FINER_COLUMNS)
        self.finer = RecordTable(
            self._finer, FINER_COLUMNS, desk.tasks, name=f"{name}.finer",
            label="Nach Monaten oder Ortsteilen", empty=NOT_FINER,
        )  # fmt: skip
        self.strip = TabStrip(CUTS, name=f"{name}.cut")
        self.strip.changed.connect(self.cut)
        self.internal = label(INTERNAL, "small", wrap=True, name=f"{name}.internal")
        self.internal.hide()
        self._tables = QStackedWidget()
        self._tables.addWidget(self.towns)
        self._tables.addWidget(self.finer)
        self._tables.setMinimumHeight(theme.em() * 11)
        self._cases: RowsSource[CaseRow] = RowsSource(CASE_COLUMNS)
        self.counted = label("", "strong", wrap=True, name=f"{name}.counted")
        self.cases = RecordTable(
            self._cases, CASE_COLUMNS, desk.tasks, name=f"{name}.cases",
            label="Gezählte Datensätze", empty="Hier wurde nichts gezählt.",
            private=frozenset({"label"}),
        )  # fmt: skip
        self.cases.setMinimumHeight(theme.em() * 7)
        for part in (self.title, self.value, self.words, self.changed):
            self.body.addWidget(part)
        if finer:
            self.body.addWidget(self.strip)
            self.body.addWidget(self.internal)
        else:
            self.strip.hide()
        self.body.addWidget(self._tables, 3)
        self.body.addWidget(self.counted)
        self.body.addWidget(self.cases, 4)
        self.cases.opened.connect(self._open)
        self.setMinimumSize(theme.em() * 28, theme.em() * (41 if finer else 36))

    def show_figure(self, report: FigureReport, view: FigureView, changed: str) -> None:
        """Show how a figure is counted, and its table."""
        line = view.line
        definition = next(one for one in report.definitions if one.key == line.key)
        self.title.setText(line.heading)
        self.value.setText(f"{view.now.long} – {report.period}")
        self.words.setText(f"{definition.words} Gezählt {definition.cut}.")
        self.changed.setText(changed)
        self.changed.setVisible(bool(changed))
        self._towns.put(town_ages(report, line))
        self.towns.reload()

    def show_cases(self, rows: tuple[CaseRow, ...]) -> None:
        """List the records."""
        self._cases.put(rows)
        words = count(len(rows), "gezählter Datensatz", "gezählte Datensätze")
        self.counted.setText(f"{words}; Enter öffnet den Datensatz" if rows else words)
        self.cases.reload()

    def show_finer(self, rows: tuple[Finer, ...]) -> None:
        """Show the months or villages of the figure."""
        self._finer.put([FinerRow(at, one) for at, one in enumerate(rows, 1)])
        self.finer.reload()

    def cut(self, key: str) -> None:
        """Turn to another cut."""
        self.strip.set_current(key)
        self._tables.setCurrentIndex(0 if key == CUTS[0][0] else 1)
        self.internal.setVisible(key != CUTS[0][0])
        self.cut_changed.emit(key)

    def _open(self, number: int) -> None:
        row = self._row(number)
        if row is None:
            return
        if row.gone:
            self._desk.notices.info("Diesen Datensatz gibt es nicht mehr: Er wurde gelöscht.")
            return
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._desk.office.figures.whose(Kind(row.kind), row.record),
            self._go,
        )

    def _go(self, target: tuple[Kind, int] | None) -> None:
        if target is None:
            self._desk.notices.info("Für diesen Eintrag gibt es keine eigene Ansicht.")
        else:
            self._desk.navigator.open(*target)

    def _row(self, number: int) -> CaseRow | None:
        found: CaseRow | None = self.cases.row(number)
        return found


class FigureBrowser(QWidget):
    """A report to look through."""

    def __init__(self, desk: Desk, name: str, cases: Cases, finely: Finely | None = None) -> None:
        super().__init__()
        self._finely = finely
        self._desk = desk
        self._name = name
        self._read = cases
        self._report: FigureReport | None = None
        self._changed: dict[str, str] = {}
        self._town: int | None = None
        self._source: RowsSource[FigureView] = RowsSource(FIGURE_COLUMNS)
        self.table = RecordTable(
            self._source, FIGURE_COLUMNS, desk.tasks, name=f"{name}.table", label="Kennzahlen",
            empty="Es gibt noch keine Zahlen.",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 14)
        self.detail = FigureDetail(desk, f"{name}.detail", finer=finely is not None)
        self.detail.cut_changed.connect(lambda _: self._show_finer())
        both = SideBySide(self.table, self.detail, (5, 6))
        column = vbox(both)
        column.setStretch(0, 1)
        self.setLayout(column)
        self.table.selected.connect(self._choose)

    def put(self, report: FigureReport, changed: dict[str, str] | None = None) -> None:
        """Show a report.

        Args:
            report: the figures.
            changed: what to say of a figure whose definition is another today, by key.
        """
        self._report = report
        self._changed = changed or {}
        self._fill()

    def show_town(self, town: int | None) -> None:
        """Show the figures of one municipality, or of all."""
        self._town = town
        self._fill()

    def select_key(self, key: str) -> None:
        """Choose a figure."""
        lines = self._report.lines if self._report else ()
        place = next((at for at, one in enumerate(lines, 1) if one.key == key), None)
        if place is not None:
            self.table.select_id(place)

    def focus_list(self) -> None:
        """Go to the list of figures."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        if self._report is None:
            return
        views = [FigureView(at, one, self._town) for at, one in enumerate(self._report.lines, 1)]
        self._source.put(views)
        self.table.reload()
        chosen = self.table.selected_id()
        if chosen is None:
            self.table.select_id(1)
        else:
            self._choose(chosen)

    def _choose(self, number: int | None) -> None:
        if number is None or self._report is None:
            return
        view = FigureView(number, self._report.lines[number - 1], self._town)
        key = view.line.key
        self.detail.show_figure(self._report, view, self._changed.get(key, ""))
        town = self._town_name()
        self._desk.tasks.run(
            Lane.READ, lambda: self._read(key, town), self.detail.show_cases,
            key=f"{self._name}.cases",
        )  # fmt: skip
        self._show_finer()

    def _show_finer(self) -> None:
        number, cut, finely = self.table.selected_id(), self.detail.strip.current(), self._finely
        if self._report is None or number is None or finely is None or cut == CUTS[0][0]:
            return
        key, town = self._report.lines[number - 1].key, self._town_name()
        self._desk.tasks.run(
            Lane.READ, lambda: finely(key, town, cut == "places"), self.detail.show_finer,
            key=f"{self._name}.finer",
        )  # fmt: skip

    def _town_name(self) -> str:
        return "" if self._town is None or not self._report else self._report.towns[self._town]
