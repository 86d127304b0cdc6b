"""The frame of the few dialogs: a body, a main action, a way out. Dialogs never save."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit import tab_order, theme
from ehrenamt_desktop.ui.kit.panels import button, scroll


class Dialog(QDialog):
    """A dialog that is opened with `open()`; its caller listens to `accepted`."""

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        name: str,
        accept: str = "Speichern",
        cancel: str = "Abbrechen",
        width_em: int = 34,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self._width = width_em
        content = self._content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, theme.GRID, 0)
        self.body.setSpacing(theme.GRID)
        self.accept_button = button(accept, name=f"{name}.accept", primary=True)
        self.cancel_button = button(cancel, name=f"{name}.cancel")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.confirm)
        self.cancel_button.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(0, 0, theme.GRID, 0)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.accept_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, theme.GRID, 2 * theme.GRID)
        outer.setSpacing(2 * theme.GRID)
        self.above = QVBoxLayout()
        self.above.setContentsMargins(0, 0, theme.GRID, 0)
        self.area = scroll(content)
        outer.addLayout(self.above)
        outer.addWidget(self.area, 1)
        outer.addLayout(self.buttons)

    def confirm(self) -> None:
        """The main action; override to check the entries first and stay open."""
        self.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does."""
        return tab_order.go(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 shows the page of the handbook about this dialog."""
        if event.key() == Qt.Key.Key_F1:
            import_module("ehrenamt_desktop.ui.help.calls").open_for(self)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as the content wants and the screen allows; start at the first entry."""
        super().showEvent(event)
        focus: QWidget | None = self.focusWidget()
        if focus is None or not self._content.isAncestorOf(focus):
            self._start()
        room = self.screen().availableSize()
        width = min(self._width * theme.em(), room.width() - 4 * theme.GRID)
        inside = width - 4 * theme.GRID
        wanted = self.body.heightForWidth(inside) if self.body.hasHeightForWidth() else -1
        height = wanted if wanted > 0 else self._content.sizeHint().height()
        frame = self.cancel_button.sizeHint().height() + 8 * theme.GRID
        self.resize(width, min(height + frame, room.height() - 6 * theme.GRID))
        QTimer.singleShot(0, self, self.grow)

    def grow(self) -> None:
        """Give what still scrolls its room: a form chooses its columns when it knows its width."""
        hidden = self.area.verticalScrollBar().maximum()
        most = self.screen().availableSize().height() - 6 * theme.GRID
        if hidden and self.height() < most:
            self.resize(self.width(), min(self.height() + hidden, most))

    def _start(self) -> None:
        """Go to the first entry of the content; without one the main action has the focus."""
        for one in tab_order.stops(self._content):
            if not isinstance(one, QAbstractButton):
                one.setFocus()
                return
