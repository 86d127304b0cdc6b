"""The panel that pauses an offer: for good, for some weeks, or to a day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.fields import DateEditor, InputError
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Card, button, hbox, label, label_of

TEXT = (
    "Nach dem letzten Tag steht das Angebot von selbst wieder in Vermittlung und Aushang. "
    "Eine Pause bis auf Weiteres endet mit „Veröffentlichen“."
)
CHOICES = (("4 Wochen", 28), ("3 Monate", 91), ("6 Monate", 182))
"""Words and days ahead."""


class PausePanel(Card):
    """Tells `chosen` with the last day of the pause; None means until further notice."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("Angebot pausieren")
        self.setObjectName("offer.pause_panel")
        self.body.addWidget(label(TEXT, "soft", wrap=True))
        flow = FlowLayout()
        self._open_ended = button("Bis auf Weiteres", name="offer.pause_panel.open_ended")
        self._open_ended.clicked.connect(lambda: self.chosen.emit(None))
        flow.addWidget(self._open_ended)
        for words, days in CHOICES:
            one = button(words, name=f"offer.pause_panel.{days}")
            one.clicked.connect(lambda _=False, ahead=days: self._ahead(ahead))
            flow.addWidget(one)
        self.date = DateEditor(Limit())
        self.date.set_names("offer.pause_panel.date", "Letzter Tag der Pause")
        self.date.line.setMinimumWidth(theme.em() * 8)
        go = button("Bis zu diesem Tag", name="offer.pause_panel.save")
        go.clicked.connect(self.confirm)
        back = button("Abbrechen", name="offer.pause_panel.cancel", flat=True)
        back.clicked.connect(self.closed)
        other = QWidget()
        other.setLayout(hbox(label_of(self.date.input, "Letzter Tag der Pause"), self.date))
        for part in (other, go, back):
            flow.addWidget(part)
        self.problem = label("", "error", wrap=True, name="offer.pause_panel.problem")
        self.body.addLayout(flow)
        self.body.addWidget(self.problem)
        self.hide()

    def begin(self) -> None:
        """Show the panel, empty."""
        self.date.set_value(None)
        self.problem.hide()
        self.show()
        self._open_ended.setFocus()

    def confirm(self) -> None:
        """Take the typed day."""
        try:
            day = self.date.value()
        except InputError as error:
            self.show_problem(error.sentence)
            return
        if isinstance(day, dt.date):
            self.chosen.emit(day)
        else:
            self.show_problem("Bitte geben Sie ein Datum ein oder wählen Sie eine Dauer.")

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the day."""
        self.problem.setText(sentence)
        self.problem.show()
        self.date.input.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the typed day, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)

    def _ahead(self, days: int) -> None:
        self.chosen.emit(clock.today() + dt.timedelta(days=days))
