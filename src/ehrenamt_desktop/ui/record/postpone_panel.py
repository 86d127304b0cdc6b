"""The panel under a reminder that puts it off to another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.rows import DayLoad
from ehrenamt_desktop.model.rules.placing import next_working_day
from ehrenamt_desktop.model.text import day as day_words
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.fields import DateEditor, InputError
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of
from ehrenamt_desktop.ui.record.due_words import due_words

CHOICES = (("morgen", 1), ("in 3 Tagen", 3), ("in einer Woche", 7), ("in vier Wochen", 28))
"""Words and days ahead; a day of rest gives way to the next working day, under its own name."""


class PostponePanel(QWidget):
    """Four usual days, or any other."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.postpone")
        flow = FlowLayout()
        self.days: dict[dt.date, QPushButton] = {}
        for words, days in CHOICES:
            wanted = clock.today() + dt.timedelta(days=days)
            day = next_working_day(wanted)
            if day in self.days:
                continue
            named = words if day == wanted else due_words(day, clock.today())[0]
            one = button(named, name=f"start.postpone.{days}")
            one.clicked.connect(lambda _=False, chosen=day: self.chosen.emit(chosen))
            self.days[day] = one
            flow.addWidget(one)
        self.date = DateEditor(Limit())
        self.date.set_names("start.postpone.date", "Anderes Datum")
        self.date.line.setMinimumWidth(theme.em() * 8)
        go = button("Verschieben", name="start.postpone.save", primary=True)
        go.clicked.connect(self.confirm)
        back = button("Abbrechen", name="start.postpone.cancel", flat=True)
        back.clicked.connect(self.closed)
        other = QWidget()
        other.setLayout(hbox(label_of(self.date.input, "Anderes Datum"), self.date))
        for part in (other, go, back):
            flow.addWidget(part)
        self.problem = label("", "error", wrap=True, name="start.postpone.problem")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID // 2, 0, theme.GRID)
        column.addLayout(flow)
        column.addWidget(self.problem)
        self.setFocusProxy(self.date)

    def is_dirty(self) -> bool:
        """A day is chosen again in a moment."""
        return False

    def confirm(self) -> None:
        """Take the typed date."""
        try:
            day = self.date.value()
        except InputError as error:
            self.show_problem(error.sentence)
            return
        if isinstance(day, dt.date):
            self.chosen.emit(day)
        else:
            self.show_problem("Bitte geben Sie ein Datum ein oder wählen Sie einen Tag.")

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the date."""
        self.problem.setText(sentence)
        self.problem.show()
        self.date.input.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the typed date, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)

    def show_loads(self, loads: Sequence[DayLoad]) -> None:
        """Say on each usual day how much is planned for it already."""
        for load in loads:
            one = self.days[load.day]
            planned = load.talks + load.follow_ups
            one.setText(f"{one.text()} · {planned} geplant" if planned else one.text())
            one.setToolTip(f"{day_words(load.day)}. {load.sentence}")
            one.setAccessibleDescription(one.toolTip())
