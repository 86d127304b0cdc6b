"""Kennzahlen: all figures of a period beside last year and target, for the desk only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.figure_rows import CaseRow, FigureReport
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.tally import Finer
from ehrenamt_desktop.ui.figures.browser import FigureBrowser
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.period_fields import PeriodFields
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

NAME = "figures.numbers"
ALL = "Alle Gemeinden"
INTERNAL = (
    "Nur für Sie: Hier stehen alle Zahlen, wie sie sind. Was das Haus verlässt, schützt kleine "
    "Zahlen über Personen; dafür gibt es die Berichte."
)
COUNTED = (
    Kind.PERSON, Kind.INITIATIVE, Kind.OFFER, Kind.PLACEMENT, Kind.INTERACTION, Kind.FOLLOW_UP,
    Kind.HOUR_ENTRY, Kind.POSTING, Kind.COST, Kind.TARGET,
    Kind.GRANT_APPLICATION,
)  # fmt: skip
"""Records whose change makes the figures stale."""


class FigurePage(QWidget):
    """Period and municipality above, figures below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: FigureReport | None = None
        self._stale = False
        today = clock.today()
        self.fields = PeriodFields(today, NAME)
        self.fields.set_period(dt.date(today.year, 1, 1), dt.date(today.year, 12, 31))
        self.show_button = button("Anzeigen", name=f"{NAME}.show")
        self.town = ChoiceInput()
        self.town.setObjectName(f"{NAME}.town")
        self.town.setAccessibleName("Gemeinde")
        self.town.addItem(ALL)
        self.browser = FigureBrowser(desk, NAME, self._cases, self._finely)
        self.notes = label("", "small", wrap=True, name=f"{NAME}.notes")
        towns = vbox(label_of(self.town, "Gemeinde"), self.town)
        head = hbox(self.fields, towns, self.show_button, gap=16)
        head.setStretch(0, 1)
        for part in (towns, self.show_button):
            head.setAlignment(part, Qt.AlignmentFlag.AlignBottom)
        column = vbox(label(INTERNAL, "soft", wrap=True), head, self.browser, self.notes)
        column.setStretch(2, 1)
        self.setLayout(column)
        self.fields.chosen.connect(self.look)
        self.show_button.clicked.connect(self.look)
        self.town.activated.connect(lambda at: self.browser.show_town(at - 1 if at else None))
        desk.bus.changed.connect(self._touched)

    def look(self) -> None:
        """Count the period that stands in the fields."""
        period = self.fields.read()
        if period is not None:
            self._stale = False
            self._desk.tasks.run(
                Lane.READ, lambda: self._desk.office.figures.look(*period), self._show, key=NAME
            )

    def focus_search(self) -> None:
        """Go to the list of figures."""
        self.browser.focus_list()

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """A figure with its table and records, and one of a single municipality."""
        self.look()
        self.browser.select_key("placements")
        yield "kennzahlen", self
        self.browser.detail.cut("places")
        yield "kennzahlen-ortsteile", self
        self.browser.detail.cut("ages")
        self.town.setCurrentIndex(1)
        self.browser.show_town(0)
        yield "kennzahlen-gemeinde", self
        self.town.setCurrentIndex(0)
        self.browser.show_town(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Count when the page is first looked at, and when something has changed since."""
        super().showEvent(event)
        if self._shown is None or self._stale:
            self.look()

    def _show(self, report: FigureReport) -> None:
        self._shown = report
        if self.town.count() == 1:
            self.town.addItems(list(report.towns))
        self.notes.setText("\n".join(report.notes[1:]))
        self.browser.put(report)

    def _cases(self, key: str, town: str) -> tuple[CaseRow, ...]:
        report = self._shown
        if report is None:
            return ()
        return self._desk.office.figures.cases(key, report.start, report.end, town)

    def _finely(self, key: str, town: str, places: bool) -> tuple[Finer, ...]:
        report = self._shown
        if report is None:
            return ()
        return self._desk.office.figures.finer(key, report.start, report.end, town, places=places)

    def _touched(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, *COUNTED):
            self._stale = True
            if self.isVisible():
                self.look()
