"""What a locked window shows: that it is locked, and the way back in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.ui.kit.panels import button, hbox, label, vbox

CLOSING = "Eine Arbeit läuft noch zu Ende, dann wird der Bestand geschlossen."
CLOSED = (
    "Der Bestand ist geschlossen und sein Schlüssel vergessen. Was Sie gerade eingetippt haben, "
    "steht nach dem Entsperren wieder da."
)


class LockCover(QWidget):
    """Lies over the whole window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("lock.cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.words = label("", wrap=True, name="lock.words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.unlock_button = button("Entsperren …", name="lock.unlock", primary=True)
        self.unlock_button.setAutoDefault(True)
        title = label("Gesperrt", "title", name="lock.title")
        self.setLayout(
            vbox(3, hbox(1, title, 1), hbox(1, self.words, 1), hbox(1, self.unlock_button, 1), 4)
        )
        self.hide()

    def cover(self) -> None:
        """Lie over everything; the way back opens when the store is closed."""
        self.words.setText(CLOSING)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.unlock_button.setEnabled(False)
        self.resize(self._window.size())
        self.raise_()
        self.show()

    def tell_closed(self) -> None:
        """The store is closed: now it can be opened again."""
        self.words.setText(CLOSED)
        self.unlock_button.setEnabled(True)
        self.unlock_button.setFocus()
