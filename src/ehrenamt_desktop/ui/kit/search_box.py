"""The search box: waits until the typing rests, Escape clears, ↓ goes to the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

WAIT = 150
"""Milliseconds of rest after the last key before the search starts."""

LEAST = 24
"""px of the sign that clears; targets are not smaller."""


INDENT = 2.3
"""Room on each side of the text, in heights of the base text, as the style sheet has it."""


class SearchBox(LineInput):
    """A line that tells what is sought."""

    searched = Signal(str)
    going_down = Signal()

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._clear = QToolButton(self)
        self._clear.setObjectName(f"{name}.clear")
        self._clear.setProperty("bare", "true")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setAccessibleName("Suche leeren")
        self._clear.setToolTip("Suche leeren (Esc)")
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(lambda: self.set_text(""))
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._told = ""
        self.setProperty("search", "true")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)

    def set_text(self, text: str) -> None:
        """Put a text in and search at once."""
        self.setText(text)
        self._tell()

    def put_text(self, text: str) -> None:
        """Put a text in; whoever calls asks the list."""
        self._told = text
        self.setText(text)
        self._timer.stop()

    def waits(self) -> bool:
        """Whether something was typed that is not told yet."""
        return self._timer.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, Enter searches at once, ↓ leaves for the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.set_text("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.key() == Qt.Key.Key_Down:
            self._tell()
            self.going_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign that clears at the right end."""
        super().resizeEvent(event)
        side = max(LEAST, self.height() - theme.GRID)
        top = (self.height() - side) // 2
        self._clear.setGeometry(self.width() - side - theme.GRID // 2, top, side, side)
        self._clear.setIconSize(QSize(theme.em(), theme.em()))
        self._clear.setIcon(icons.icon("close"))
        self._fit_hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lens in front of the text."""
        super().paintEvent(event)
        size = round(theme.em() * 1.2)
        place = ((self.height() - size) // 2, round(theme.em() * 0.6))
        QPainter(self).drawPixmap(place[1], place[0], icons.pixmap("search", "soft", size))

    def _fit_hint(self) -> None:
        """Show the longest form of the hint that fits: all, without its key, its first word."""
        whole = self.accessibleName()
        room = self.width() - 2 * round(theme.em() * INDENT) - theme.GRID
        forms = (whole, whole.split(" (")[0], whole.split(":")[0])
        wide = self.fontMetrics().horizontalAdvance
        self.setPlaceholderText(next((one for one in forms if wide(one) <= room), forms[-1]))

    def _wait(self, _: str) -> None:
        self._timer.start()

    def _tell(self) -> None:
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)
