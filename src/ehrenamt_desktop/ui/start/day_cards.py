"""Cards of the start page beside the reminders: appointments, how fresh the offers are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from ehrenamt_desktop.model.columns.offers import CLOCK_SIGNS, CLOCK_TONES
from ehrenamt_desktop.model.enums import Freshness
from ehrenamt_desktop.model.rows import InteractionRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import (
    Card,
    MeterBar,
    button,
    clear_layout,
    hbox,
    label,
)
from ehrenamt_desktop.ui.start.appointment_row import AppointmentRow


class AppointmentsCard(Card):
    """`Termine heute`, each with what became of it; ↑ and ↓ go from one to the next."""

    settled = Signal(int, object)
    opened = Signal(object)
    calendar_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Termine heute", parent)
        self.setObjectName("start.appointments")
        self._rows: list[AppointmentRow] = []
        self._current = 0
        self.calendar = button("Kalenderdatei …", name="start.calendar", flat=True)
        self.calendar.setToolTip("Die Termine von heute für einen anderen Kalender")
        self.calendar.clicked.connect(self.calendar_wanted)
        self.header.addWidget(self.calendar)

    def show_rows(self, rows: Sequence[InteractionRow]) -> None:
        """Show the appointments of the day; the place in the list stays."""
        held_focus = any(_holds_focus(one) for one in self._rows)
        clear_layout(self.body)
        self._rows = [self._make(row) for row in rows]
        for one in self._rows:
            self.body.addWidget(one)
            one.show()
        self.calendar.setVisible(bool(rows))
        if not rows:
            self.body.addWidget(label("Heute stehen keine Termine an.", "soft", wrap=True))
            return
        self._mark(min(self._current, len(self._rows) - 1))
        if held_focus:
            self._rows[self._current].setFocus()

    def rows(self) -> Sequence[AppointmentRow]:
        """The shown appointments."""
        return tuple(self._rows)

    def _make(self, row: InteractionRow) -> AppointmentRow:
        made = AppointmentRow(row)
        made.entered.connect(lambda: self._mark(self._rows.index(made)))
        made.settled.connect(self.settled)
        made.opened.connect(self.opened)
        made.walked.connect(lambda step: self._walk(made, step))
        return made

    def _mark(self, place: int) -> None:
        """Let one row be the current one."""
        self._current = place
        for at, one in enumerate(self._rows):
            one.set_current(current=at == place)

    def _walk(self, row: AppointmentRow, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus()


def _holds_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


class FreshnessCard(Card):
    """`Wie aktuell sind die Angebote?`: three bars and the way to the round."""

    ask_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Wie aktuell sind die Angebote?", parent)
        self.setObjectName("start.freshness")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setColumnStretch(0, 1)
        self._ask = button("Angebote abfragen …", name="start.ask_offers")
        self._ask.clicked.connect(self.ask_wanted)
        self.body.addLayout(self._grid)
        self.body.addLayout(hbox(self._ask, 1))

    def show_counts(self, counts: Mapping[Freshness, int]) -> None:
        """Show how many open offers were confirmed when."""
        clear_layout(self._grid)
        whole = sum(counts.values())
        for line, freshness in enumerate(Freshness):
            amount = counts.get(freshness, 0)
            words = f"{amount} von {whole} {freshness.label}"
            bar = MeterBar(amount / whole if whole else 0, None, CLOCK_TONES[freshness], words)
            right = Qt.AlignmentFlag.AlignRight
            signed = f"{CLOCK_SIGNS[freshness]} {freshness.label}"
            self._grid.addWidget(label(signed, wrap=True), line, 0)
            self._grid.addWidget(bar, line, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label(str(amount)), line, 2, right)
        self._ask.setEnabled(bool(whole - counts.get(Freshness.FRESH, 0)))
