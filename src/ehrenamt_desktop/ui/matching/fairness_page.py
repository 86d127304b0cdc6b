"""Verteilung: whether talks, proposals and placements reach all groups alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.columns.fairness import FAIR_COLUMNS
from ehrenamt_desktop.model.fairness import ENOUGH, Fairness, FairRow, Feature
from ehrenamt_desktop.model.rules import small_counts
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.period_fields import PeriodFields
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.tasks import Lane

NAME = "matching.fairness"
NEVER_WEIGHED = (
    "Nichts davon fließt in die Reihenfolge ein: Alter, Geschlecht und berufliche Situation "
    "zählen bei der Vermittlung nicht mit. Diese Seite hilft nur zu sehen, ob jemand zu kurz kommt."
)
MEANING = (
    "Gezählt werden Personen: mit einem Erst- oder Beratungsgespräch, mit einem Vorschlag, mit "
    "einem Engagement, das im Zeitraum begonnen hat. "
    f"{small_counts.NOTE} „Je 10“: Vermittelte auf 10 Personen im Gespräch, ab {ENOUGH} Personen."
)


class FairnessPage(QWidget):
    """Groups of people in a period, by one feature at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Fairness | None = None
        self._source: RowsSource[FairRow] = RowsSource(FAIR_COLUMNS)
        self.fields = PeriodFields(clock.today(), NAME)
        self.show_button = button("Anzeigen", name=f"{NAME}.show")
        self.summary = label("", "strong", wrap=True, name=f"{NAME}.summary")
        self.strip = TabStrip([(one.value, one.label) for one in Feature], name=f"{NAME}.features")
        self.table = RecordTable(
            self._source, FAIR_COLUMNS, desk.tasks, name=f"{NAME}.table", label="Verteilung",
            empty="In diesem Zeitraum gibt es nichts zu zeigen.",
        )  # fmt: skip
        head = hbox(self.fields, self.show_button)
        head.setStretch(0, 1)
        head.setAlignment(self.show_button, Qt.AlignmentFlag.AlignBottom)
        column = vbox(
            label(NEVER_WEIGHED, "soft", wrap=True, name=f"{NAME}.never"), head, self.summary,
            self.strip, self.table, label(MEANING, "small", wrap=True),
        )  # fmt: skip
        column.setStretch(4, 1)
        self.setLayout(column)
        self.fields.chosen.connect(self.look)
        self.show_button.clicked.connect(self.look)
        self.strip.changed.connect(lambda _: self._fill())

    @property
    def found(self) -> Fairness | None:
        """What is shown."""
        return self._found

    def look(self) -> None:
        """Show the period that stands in the fields."""
        period = self.fields.read()
        if period is not None:
            self._ask(*period)

    def focus_search(self) -> None:
        """Go to the first day of the period."""
        self.fields.start.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """This year by each feature."""
        self._ask(dt.date(clock.today().year, 1, 1), clock.today())
        for one in Feature:
            self.strip.set_current(one.value)
            self._fill()
            yield f"verteilung-{one.value}", self

    def showEvent(self, event: QShowEvent) -> None:
        """Show the usual period when the page is first looked at."""
        super().showEvent(event)
        if self._found is None:
            self.look()

    def _ask(self, start: dt.date, end: dt.date) -> None:
        self._desk.tasks.run(
            Lane.READ, lambda: self._desk.office.fairness.look(start, end), self._show, key=NAME
        )

    def _show(self, found: Fairness) -> None:
        self._found = found
        self.summary.setText(found.summary)
        self._fill()

    def _fill(self) -> None:
        if self._found is not None:
            self._source.put(self._found.tables[Feature(self.strip.current())])
            self.table.reload()
