"""One appointment of today on the start page, settled with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ehrenamt_desktop.model.enums import InteractionState
from ehrenamt_desktop.model.rows import InteractionRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, restyle, vbox

KEYS = {Qt.Key.Key_G: InteractionState.HELD, Qt.Key.Key_N: InteractionState.MISSED}


class AppointmentRow(QFrame):
    """Time, who, where, for the current row its buttons.

    G held, N did not come, Enter opens, ↑ and ↓ walk.
    """

    entered = Signal()
    settled = Signal(int, object)
    opened = Signal(object)
    walked = Signal(int)

    def __init__(self, row: InteractionRow) -> None:
        super().__init__()
        self.row = row
        self.setObjectName(f"start.appointment.{row.id}")
        self._deeds = self._buttons()
        time, title = _words(row)
        self.setAccessibleName(", ".join(part for part in (time, title, row.place) if part))
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
        grid.addWidget(self._deeds, 1, 1)
        self.set_current(current=False)

    def set_current(self, *, current: bool) -> None:
        """Show or hide the buttons; the current row is the card's stop in the tab order."""
        self._deeds.setVisible(current)
        self.setProperty("due", "current" if current else "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        restyle(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that gets the focus becomes the current one."""
        super().focusInEvent(event)
        self.entered.emit()

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

    def _buttons(self) -> QWidget:
        made = QWidget()
        number, flow = self.row.id, FlowLayout(made)
        spoken = ", ".join(_words(self.row))
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
            one.setAccessibleName(f"{one.text()}: {spoken}")
            one.clicked.connect(lambda _=False, deed=deed: deed())
            flow.addWidget(one)
        made.hide()
        return made


def _words(row: InteractionRow) -> tuple[str, str]:
    """`09:30`, `Erstes Gespräch · Sophie Meister`."""
    title = " · ".join(part for part in (row.subject or row.kind.label, row.who) if part)
    return f"{row.at:%H:%M}" if row.at else "–", title
