"""Berichte: every edition that was given out, its figures and the records behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.columns.figures import EDITION_COLUMNS
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.figure_rows import CaseRow, ChangedWords, EditionRow, FigureReport
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.figures.browser import FigureBrowser
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane

NAME = "figures.editions"
EMPTY = (
    "Noch wurde kein Bericht herausgegeben. Jeder Bericht wird hier als Ausgabe mit Nummer "
    "aufgehoben."
)
MEANING = (
    "Eine Ausgabe bleibt, wie sie herausgegeben wurde. Eine Zahl führt zu den Datensätzen, die sie "
    "gezählt hat; was es nicht mehr gibt, steht als „gelöscht“ da."
)


class _Opened(NamedTuple):
    """What is read of an edition."""

    number: int
    report: FigureReport
    changed: tuple[ChangedWords, ...]


class EditionPage(QWidget):
    """The editions above, the chosen one below."""

    report_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[int, EditionRow] = {}
        self._opened: _Opened | None = None
        self._filled = False
        self._source: RowsSource[EditionRow] = RowsSource(EDITION_COLUMNS)
        self.table = RecordTable(
            self._source, EDITION_COLUMNS, desk.tasks, name=f"{NAME}.table", label="Berichte",
            empty=EMPTY,
        )  # fmt: skip
        self.table.setFixedHeight(theme.em() * 10)
        self.report_button = button("Bericht erstellen …", name=f"{NAME}.report", primary=True)
        self.report_button.clicked.connect(self.report_wanted)
        self.stamp = label("", "strong", wrap=True, name=f"{NAME}.stamp")
        self.browser = FigureBrowser(desk, f"{NAME}.figures", self._cases)
        self.browser.setVisible(False)
        head = hbox(label(MEANING, "soft", wrap=True), self.report_button)
        head.setStretch(0, 1)
        column = vbox(head, self.table, self.stamp, self.browser)
        column.setStretch(3, 1)
        column.addStretch(0)
        self.setLayout(column)
        self.table.selected.connect(self._choose)
        desk.bus.changed.connect(self._touched)

    def look(self) -> None:
        """Read the list of editions."""
        self._desk.tasks.run(Lane.READ, self._read, self._show, key=NAME)

    def focus_search(self) -> None:
        """Go to the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The latest edition."""
        self.look()
        yield "berichte", self

    def showEvent(self, event: QShowEvent) -> None:
        """Read the editions when the page is first looked at."""
        super().showEvent(event)
        if not self._filled:
            self.look()

    def _read(self) -> tuple[EditionRow, ...]:
        return self._desk.office.editions.rows()

    def _show(self, rows: tuple[EditionRow, ...]) -> None:
        self._filled = True
        self._rows = {one.id: one for one in rows}
        self._source.put(rows)
        self.table.reload()
        if rows and self.table.selected_id() is None:
            self.table.select_id(rows[0].id)

    def _choose(self, edition_id: int | None) -> None:
        row = self._rows.get(edition_id or 0)
        if row is None:
            return

        def work() -> _Opened:
            editions = self._desk.office.editions
            return _Opened(row.number, editions.report(row.number), editions.changed(row.number))

        self._desk.tasks.run(Lane.READ, work, self._open, key=f"{NAME}.open")

    def _open(self, found: _Opened) -> None:
        self._opened = found
        words = found.report.stamp
        if found.changed:
            changed = count(len(found.changed), "Kennzahl", "Kennzahlen")
            words += f". {changed} zählt das Programm heute anders."
        self.stamp.setText(words)
        self.browser.setVisible(True)
        self.browser.put(
            found.report,
            {one.key: f"Heute gilt eine andere Definition: {one.now}" for one in found.changed},
        )

    def _cases(self, key: str, town: str) -> tuple[CaseRow, ...]:  # noqa: ARG002 - always all
        if self._opened is None:
            return ()
        return self._desk.office.editions.cases(self._opened.number, key)

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if self._filled and touches(changes, Kind.EDITION):
            self.look()
