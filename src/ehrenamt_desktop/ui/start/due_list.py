"""The reminders of the day: one stop in the tab order, ↑ ↓ to go, Enter to finish in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.ui.kit.panels import EmptyState, button, clear_layout, scroll
from ehrenamt_desktop.ui.record.finish_panel import FinishPanel
from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel
from ehrenamt_desktop.ui.start.due_row import DueRow

FIRST = 60
"""Rows built at once; more on demand, so that a neglected list still opens at once."""


class DueList(QWidget):
    """Tells what was decided; the tab does it."""

    finished = Signal(int, object, object, str)
    postponed = Signal(int, object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.due")
        self._rows: list[DueRow] = []
        self._wanted = False
        self._current = 0
        self._limit = FIRST
        self._day = dt.date.min
        self._shown: tuple[FollowUpRow, ...] = ()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(0)
        self._area = scroll(content, name="start.due.area")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def show_rows(self, rows: Sequence[FollowUpRow], day: dt.date) -> None:
        """Show reminders; the current place stays, so finishing one leads to the next."""
        focus = QApplication.focusWidget()
        held_focus = focus is not None and self.isAncestorOf(focus)
        self._shown, self._day = tuple(rows), day
        clear_layout(self._column)
        self._rows = [self._make(row) for row in self._shown[: self._limit]]
        for one in self._rows:
            self._column.addWidget(one)
            one.show()
        self._add_rest()
        self._column.addStretch(1)
        self._current = min(self._current, max(0, len(self._rows) - 1))
        self._mark()
        if held_focus or self._wanted:
            self._wanted = False
            self.focus_current()

    def rows(self) -> list[FollowUpRow]:
        """The shown reminders."""
        return [one.row for one in self._rows]

    def current(self) -> DueRow | None:
        """The current row."""
        return self._rows[self._current] if self._rows else None

    def focus_current(self) -> None:
        """Go to the current row, as soon as there is one."""
        row = self.current()
        if row is None:
            self._wanted = True
        else:
            row.setFocus()
            self._area.ensureWidgetVisible(row)

    def open_finish(self) -> None:
        """Open the panel that finishes the current reminder."""
        row = self.current()
        if row is None:
            return
        panel = FinishPanel(row.row)
        number = row.row.id
        panel.finished.connect(
            lambda result, rating, note: self.finished.emit(number, result, rating, note)
        )
        self._open(row, panel)

    def open_postpone(self) -> None:
        """Open the panel that puts the current reminder off."""
        row = self.current()
        if row is None:
            return
        panel = PostponePanel()
        number = row.row.id
        panel.chosen.connect(lambda day: self.postponed.emit(number, day))
        self._open(row, panel)

    def save(self) -> None:
        """Strg+S: keep what the open panel holds."""
        panel = self._panel()
        if isinstance(panel, FinishPanel | PostponePanel):
            panel.confirm()

    def is_dirty(self) -> bool:
        """Whether a panel is open that holds something typed."""
        panel = self._panel()
        return isinstance(panel, FinishPanel) and bool(panel.note.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """V puts off."""
        if event.key() == Qt.Key.Key_V and self._panel() is None:
            self.open_postpone()
        else:
            super().keyPressEvent(event)

    def _make(self, row: FollowUpRow) -> DueRow:
        made = DueRow(row, self._day)
        made.entered.connect(lambda: self._enter(made))
        made.finish_wanted.connect(lambda: self._do(made, self.open_finish))
        made.postpone_wanted.connect(lambda: self._do(made, self.open_postpone))
        made.walked.connect(self._walk)
        made.open_wanted.connect(lambda: self.opened.emit(row))
        return made

    def _walk(self, step: int) -> None:
        self._current = min(max(self._current + step, 0), len(self._rows) - 1)
        self._mark()
        self.focus_current()

    def _add_rest(self) -> None:
        rest = len(self._shown) - len(self._rows)
        if rest:
            more = button(f"Weitere {rest} zeigen", name="start.due.more", flat=True)
            more.clicked.connect(self._show_more)
            self._column.addWidget(more)
        if not self._rows:
            self._column.addWidget(
                EmptyState("Alles erledigt. In den nächsten sieben Tagen ist nichts fällig.",
                           icon="check")
            )  # fmt: skip

    def _show_more(self) -> None:
        self._limit += FIRST
        self.show_rows(self._shown, self._day)

    def _enter(self, row: DueRow) -> None:
        if row in self._rows and self._rows.index(row) != self._current:
            self._current = self._rows.index(row)
            self._mark()

    def _do(self, row: DueRow, deed: Callable[[], None]) -> None:
        self._enter(row)
        deed()

    def _mark(self) -> None:
        for place, one in enumerate(self._rows):
            one.set_current(place == self._current)
            if place != self._current and one.panel() is not None:
                one.show_panel(None)

    def _open(self, row: DueRow, panel: FinishPanel | PostponePanel) -> None:
        panel.closed.connect(row.close_panel)
        row.show_panel(panel)
        self._area.ensureWidgetVisible(panel)

    def _panel(self) -> QWidget | None:
        row = self.current()
        return row.panel() if row is not None else None
