"""The bar under the tabs: one notice with its actions, or the progress of long work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.panels import button, label, restyle
from ehrenamt_desktop.ui.kit.tasks import LongWork

_ICONS = {"info": ("info", "blue"), "success": ("check", "green"), "warning": ("warning", "amber")}


class NoticeBar(QFrame):
    """Holds the latest notice until it is closed, replaced or its action was used."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice.bar")
        self._actions: list[QPushButton] = []
        self._built = False
        self.hide()

    def show_notice(
        self, look: str, text: str, actions: Sequence[tuple[str, Callable[[], None]]] = ()
    ) -> None:
        """Show a notice: `look` is `info`, `success` or `warning`."""
        if not self._built:
            self._build()
        self._clear_actions()
        self._progress.hide()
        name, token = _ICONS[look]
        self._icon.setPixmap(icons.pixmap(name, token, round(theme.em() * 1.3)))
        self._close.setIcon(icons.icon("close", "ink"))
        self._close.show()
        self._text.setText(text)
        for title, run in actions:
            self._add_action(title, run)
        self.setProperty("notice", look)
        restyle(self)
        self.show()
        self.opened.emit()
        self._announce(text)

    def show_work(self, work: LongWork) -> None:
        """Show the progress of long work, with a way to stop it."""
        self.show_notice("info", work.title)
        self._close.hide()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(work.title)
        self._progress.show()
        self._add_action("Abbrechen", work.cancel, closes=False)
        work.progressed.connect(self._advance)
        work.finished.connect(self.clear)

    def text(self) -> str:
        """The shown notice; empty when the bar is closed."""
        return "" if self.isHidden() else self._text.text()

    def actions_shown(self) -> list[str]:
        """The labels of the offered actions."""
        return [one.text() for one in self._actions]

    def clear(self) -> None:
        """Take the notice away."""
        self._clear_actions()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a notice, not work under way."""
        if event.key() == Qt.Key.Key_Escape and self._close.isVisible():
            self.clear()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        """Make the parts; the first notice comes long after the window's first paint."""
        from PySide6.QtWidgets import QProgressBar

        self._built = True
        self._icon = QLabel()
        self._text = label("", wrap=True, name="notice.text")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setObjectName("notice.progress")
        self._close = button("", name="notice.close", flat=True)
        self._close.setAccessibleName("Hinweis schließen")
        self._close.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GRID + 4, 4, theme.GRID, 4)
        self._row.setSpacing(theme.GRID)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._progress)
        self._row.addWidget(self._close)

    def _advance(self, done: int, total: int, text: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        words = f"{done} von {total}" if total else ""
        self._text.setText(" · ".join(part for part in (text, words) if part))

    def _add_action(self, title: str, run: Callable[[], None], *, closes: bool = True) -> None:
        made = button(title, name="notice.action")
        if closes:
            made.clicked.connect(self.clear)
        made.clicked.connect(run)
        self._row.insertWidget(self._row.count() - 1, made)
        self._actions.append(made)

    def _clear_actions(self) -> None:
        for one in self._actions:
            one.hide()
            one.deleteLater()
        self._actions.clear()

    def _announce(self, text: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
