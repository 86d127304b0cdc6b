"""One reminder on the start page."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import Badge, button, hbox, label, restyle, vbox
from ehrenamt_desktop.ui.record.due_words import detail_words, due_words
from ehrenamt_desktop.ui.record.under_row import UnderRow

BADGE_EM = 7
"""Width of the column of badges, in heights of the base text."""


class DueRow(QFrame):
    """Badge, words, and for the current row its buttons; a panel can open under it."""

    entered = Signal()
    finish_wanted = Signal()
    postpone_wanted = Signal()
    open_wanted = Signal()
    walked = Signal(int)

    def __init__(self, row: FollowUpRow, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setObjectName(f"start.due.{row.id}")
        self.setProperty("due", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        words, tone = due_words(row.due_on, today)
        detail = detail_words(row, today)
        self.setAccessibleName(". ".join(part for part in (words, row.title, detail) if part))
        self._buttons = self._make_buttons()
        self._panel: UnderRow | None = None
        badge = QWidget()
        badge.setFixedWidth(theme.em() * BADGE_EM)
        badge.setLayout(hbox(Badge(words, tone), 1))
        title = label(row.title, "body", private=True, wrap=True)
        second = label(detail, "small", private=True, wrap=True)
        if not detail:
            second.hide()
        line = hbox(badge, vbox(title, second, gap=0), self._buttons)
        line.setStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.GRID, 4, theme.GRID, 4)
        self._column.setSpacing(0)
        self._column.addLayout(line)

    def set_current(self, current: bool) -> None:
        """Show or hide the buttons; the current row is the list's stop in the tab order."""
        self._buttons.setVisible(current)
        self.setProperty("due", "current" if current else "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        restyle(self)

    def show_panel(self, panel: UnderRow | None) -> None:
        """Open a panel under the words, in place of the one before."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = panel
        if panel is not None:
            inside = hbox(panel)
            inside.setContentsMargins(theme.em() * BADGE_EM + theme.GRID, 0, 0, 0)
            self._column.addLayout(inside)
            panel.show()
            panel.setFocus()

    def close_panel(self) -> None:
        """Close the panel and go back to the row."""
        self.show_panel(None)
        self.setFocus()

    def panel(self) -> UnderRow | None:
        """The open panel."""
        return self._panel

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that gets the focus becomes the current one."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the panel, ↑ and ↓ walk; other keys go to the list."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish_wanted.emit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the panel."""
        super().mouseDoubleClickEvent(event)
        self.finish_wanted.emit()

    def _make_buttons(self) -> QWidget:
        number = self.row.id
        made = QWidget()
        finish = button("Erledigt …", name=f"start.finish.{number}")
        finish.setToolTip("Eingabe")
        postpone = button("Verschieben …", name=f"start.postpone.{number}")
        show = button("", name=f"start.open.{number}", icon="open", flat=True)
        show.setAccessibleName("Datensatz öffnen")
        show.setToolTip("Datensatz öffnen")
        finish.clicked.connect(self.finish_wanted)
        postpone.clicked.connect(self.postpone_wanted)
        show.clicked.connect(self.open_wanted)
        made.setLayout(hbox(finish, postpone, show))
        made.hide()
        return made
