"""Times typed as words: what was understood stands below and is taken by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.rules.time_text import Times, read, said
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

EXAMPLE = "z. B. di + do nachmittags, nicht in den Ferien, 2 Std."
WAITING = "Bitte übernehmen Sie die Zeiten mit der Eingabetaste oder leeren Sie die Zeile mit Esc."


class SaidTimes(QWidget):
    """A line that waits for Enter; Escape leaves without a change."""

    taken = Signal(object)
    left = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = LineInput()
        self.line.setPlaceholderText(EXAMPLE)
        self._shown = label("", "small", wrap=True)
        self._take = button("Übernehmen", name="times.take")
        self._take.clicked.connect(self._finish)
        self.line.textEdited.connect(self._show)
        row = hbox(self.line, self._take)
        row.setStretch(0, 1)
        column = vbox(gap=4)
        column.addLayout(row)
        column.addWidget(self._shown)
        self.setLayout(column)
        self.hide()

    def begin(self, typed: str) -> None:
        """Open with what was typed on the grid."""
        self.show()
        self.line.setText(typed)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def waits(self) -> bool:
        """Whether words stand here that were not taken."""
        return bool(self.line.text().strip())

    def close_line(self) -> None:
        """Forget the words."""
        self.line.clear()
        self._show()
        self.hide()

    def words(self) -> str:
        """What is said about the typed words."""
        return self._shown.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the times, Escape leaves."""
        key = event.key()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._finish()
        elif key == Qt.Key.Key_Escape:
            self.close_line()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        times = read(self.line.text())
        self._shown.setText(_told(times) if self.waits() else "")
        self._take.setEnabled(bool(said(times)))
        self.line.setAccessibleDescription(self._shown.text())
        self.edited.emit()

    def _finish(self) -> None:
        times = read(self.line.text())
        if said(times):
            self.close_line()
            self.taken.emit(times)
            self.left.emit()


def _told(times: Times) -> str:
    """What was understood and what was not."""
    parts = []
    understood = said(times)
    if understood:
        parts.append(f"Verstanden: {understood}. Eingabe übernimmt, Esc verwirft.")
    if times.unread:
        parts.append(f"Nicht verstanden: „{' '.join(times.unread)}“.")
    return " ".join(parts)
