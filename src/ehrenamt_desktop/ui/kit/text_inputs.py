"""Input widgets of the desk: they leave Strg+Z to it and draw their signs in its colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ehrenamt_desktop.ui.kit import icons, theme


class LineInput(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        """Claim undo and redo only while there is typing to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)


class BlockInput(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(theme.line_height() * lines + 3 * theme.GRID)
        self.setMaximumHeight(theme.line_height() * (lines + 3) + 3 * theme.GRID)

    def event(self, event: QEvent) -> bool:
        """Claim undo and redo only while there is typing to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not document.isUndoAvailable()) or (
                redo and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)


class ChoiceInput(QComboBox):
    """A list to choose from; the mouse wheel scrolls the page, never the closed list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Two pixels more than Qt asks for: at large type it rounds the longest entry down."""
        return super().sizeHint() + QSize(2, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll; the open list has a wheel of its own."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow in the colours of the theme."""
        super().paintEvent(event)
        size = theme.em()
        painter = QPainter(self)
        painter.drawPixmap(
            self.width() - size - theme.GRID,
            (self.height() - size) // 2,
            icons.pixmap("chevron", "soft", size),
        )


class CheckInput(QCheckBox):
    """A mark to set; its box and its tick keep their contrast in every look."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tick into the box of the style sheet."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # 8 ms that the start saves

        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(part, option, self)
        size = min(box.width(), box.height()) - 2
        sign = icons.pixmap("check", "on_green" if self.isEnabled() else "soft", size)
        QPainter(self).drawPixmap(box.center().x() - size // 2, box.center().y() - size // 2, sign)
