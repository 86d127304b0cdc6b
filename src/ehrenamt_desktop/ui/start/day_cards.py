"""Cards of the start page beside the reminders: appointments, how fresh the offers are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.enums import Freshness, InteractionState
from ehrenamt_desktop.model.rows import InteractionRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import (
    Card,
    MeterBar,
    button,
    clear_layout,
    hbox,
    label,
    vbox,
)

_TONES = {Freshness.FRESH: Tone.GOOD, Freshness.AGEING: Tone.SOON, Freshness.STALE: Tone.LATE}


class AppointmentsCard(Card):
    """`Termine heute`, each with what became of it."""

    settled = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Termine heute", parent)
        self.setObjectName("start.appointments")

    def show_rows(self, rows: Sequence[InteractionRow]) -> None:
        """Show the appointments of the day."""
        clear_layout(self.body)
        for row in rows:
            self.body.addLayout(self._line(row))
        if not rows:
            self.body.addWidget(label("Heute stehen keine Termine an.", "soft", wrap=True))

    def _line(self, row: InteractionRow) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.em() * 4)
        time = f"{row.at:%H:%M}" if row.at else "–"
        title = " · ".join(part for part in (row.subject or row.kind.label, row.who) if part)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label(time, "strong"), 0, 0, top)
        words = vbox(label(title, wrap=True, private=True), gap=0)
        if row.place:
            words.addWidget(label(row.place, "small", wrap=True))
        grid.addLayout(words, 0, 1)
        held = button("Geführt", name=f"start.held.{row.id}", icon="check", flat=True)
        missed = button("Nicht erschienen", name=f"start.missed.{row.id}", flat=True)
        for one in (held, missed):
            one.setAccessibleName(f"{one.text()}: {time}, {title}")
        held.clicked.connect(lambda: self.settled.emit(row.id, InteractionState.HELD))
        missed.clicked.connect(lambda: self.settled.emit(row.id, InteractionState.MISSED))
        grid.addLayout(hbox(held, missed, 1), 1, 1)
        return grid


class FreshnessCard(Card):
    """`Wie aktuell sind die Angebote?`: three bars and the way to those to be asked for."""

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
            bar = MeterBar(amount / whole if whole else 0, None, _TONES[freshness], words)
            right = Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(label(freshness.label, wrap=True), line, 0)
            self._grid.addWidget(bar, line, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label(str(amount)), line, 2, right)
        self._ask.setEnabled(bool(counts.get(Freshness.STALE)))
