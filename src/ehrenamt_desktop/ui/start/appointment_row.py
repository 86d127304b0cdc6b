"""One appointment of today on the start page, settled with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from ehrenamt_desktop.model.enums import InteractionState
from ehrenamt_desktop.model.rows import InteractionRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, vbox

KEYS = {Qt.Key.Key_G: InteractionState.HELD, Qt.Key.Key_N: InteractionState.MISSED}


class AppointmentRow(QFrame):
    """Time, who, where; G held, N did not come, Enter opens, ↑ and ↓ walk."""

    settled = Signal(int, object)
    opened = Signal(object)
    walked = Signal(int)

    def __init__(self, row: InteractionRow) -> None:
        super().__init__()
        self.row = row
        self.setObjectName(f"start.appointment.{row.id}")
        self.setProperty("due", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        time = f"{row.at:%H:%M}" if row.at else "–"
        title = " · ".join(part for part in (row.subject or row.kind.label, row.who) if part)
        self._spoken = f"{time}, {title}"
        self.setAccessibleName(", ".join(part for part in (self._spoken, row.place) if part))
        self.setAccessibleDescription("G: geführt, N: nicht erschienen, Eingabe: öffnen")
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.GRID // 2, 2, theme.GRID // 2, 2)
        grid.setHorizontalSpacing(theme.GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.em() * 4)
        words = vbox(label(title, wrap=True, private=True), gap=0)
        if row.place:
            words.addWidget(label(row.place, "small", wrap=True, private=True))
        grid.addWidget(label(time, "strong"), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.addLayout(self._buttons(), 1, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key does it; others go on."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is not None:
            self.walked.emit(step)
        elif key in KEYS and not event.modifiers():
            self.settled.emit(self.row.id, KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.row)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit(self.row)

    def _buttons(self) -> FlowLayout:
        number, flow = self.row.id, FlowLayout()
        held = button("Geführt", name=f"start.held.{number}", icon="check", flat=True)
        missed = button("Nicht erschienen", name=f"start.missed.{number}", flat=True)
        show = button("Öffnen", name=f"start.talk.{number}", icon="open", flat=True)
        deeds = (
            (held, "G", lambda: self.settled.emit(number, InteractionState.HELD)),
            (missed, "N", lambda: self.settled.emit(number, InteractionState.MISSED)),
            (show, "Eingabe", lambda: self.opened.emit(self.row)),
        )
        for one, key, deed in deeds:
            one.setToolTip(key)
            one.setAccessibleName(f"{one.text()}: {self._spoken}")
            one.clicked.connect(lambda _=False, deed=deed: deed())
            flow.addWidget(one)
        return flow
