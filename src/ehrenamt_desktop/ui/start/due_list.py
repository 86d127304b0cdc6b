"""The reminders of the day: one stop in the tab order, ↑ ↓ to go, Enter to finish in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ehrenamt_desktop.model.asking import asks
from ehrenamt_desktop.model.enums import FollowUpKind
from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.services.lists import FIRST_DUE
from ehrenamt_desktop.ui.kit.panels import EmptyState, button, clear_layout, scroll
from ehrenamt_desktop.ui.record.finish_panel import FinishPanel
from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel
from ehrenamt_desktop.ui.record.under_row import UnderRow
from ehrenamt_desktop.ui.start.due_row import DueRow

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.record.asking_panel import AskingPanel


class DueList(QWidget):
    """Tells what was decided; the tab does it."""

    finished = Signal(int, object, object, str)
    postponed = Signal(int, object)
    opened = Signal(object)
    asking_wanted = Signal(int)
    postponing = Signal(object)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.due")
        self._rows: list[DueRow] = []
        self._wanted = False
        self._left: QWidget | None = None
        self._current = 0
        self.limit = FIRST_DUE
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(0)
        self._area = scroll(content, name="start.due.area")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def show_rows(self, rows: Sequence[FollowUpRow], day: dt.date, total: int) -> None:
        """Show the first of `total` reminders.

        The current place stays, so finishing one leads to the next.
        """
        focus = QApplication.focusWidget()
        held_focus = focus is not None and self.isAncestorOf(focus)
        clear_layout(self._column)
        self._rows = [self._make(row, day) for row in rows]
        for one in self._rows:
            self._column.addWidget(one)
            one.show()
        self._add_rest(total - len(self._rows))
        self._column.addStretch(1)
        self._current = min(self._current, max(0, len(self._rows) - 1))
        self._mark()
        wanted, self._wanted = self._wanted and focus is self._left, False
        if held_focus or wanted:
            self.focus_current()

    def rows(self) -> list[FollowUpRow]:
        """The shown reminders."""
        return [one.row for one in self._rows]

    def current(self) -> DueRow | None:
        """The current row."""
        return self._rows[self._current] if self._rows else None

    def focus_current(self) -> None:
        """Go to the current row, as soon as there is one: unless somebody went elsewhere since."""
        row = self.current()
        if row is None:
            self._wanted, self._left = True, QApplication.focusWidget()
        else:
            row.setFocus()
            self._area.ensureWidgetVisible(row)

    def open_finish(self) -> None:
        """Open the panel that finishes the current reminder."""
        row = self.current()
        if row is None:
            return
        if asks(row.row.kind, row.row.placement_id):
            self.asking_wanted.emit(row.row.id)
            return
        panel = FinishPanel(row.row)
        number = row.row.id
        panel.finished.connect(
            lambda result, rating, note: self.finished.emit(number, result, rating, note)
        )
        self._open(row, panel)

    def open_asking(self, panel: AskingPanel) -> None:
        """Open the mask of a reminder under its row; without one it is not shown here."""
        number = panel.blocks[0].asked.number
        row = next((one for one in self._rows if one.row.id == number), None)
        if row is None:
            panel.deleteLater()
            return
        self._enter(row)
        self._open(row, panel)

    def open_first_asking(self) -> None:
        """Open the first reminder that asks both sides, or one of them."""
        asking = [one for one in self._rows if asks(one.row.kind, one.row.placement_id)]
        both = [one for one in asking if one.row.kind is FollowUpKind.ASK_BOTH]
        for row in (both or asking or self._rows)[:1]:
            self._do(row, self.open_finish)

    def open_postpone(self) -> None:
        """Open the panel that puts the current reminder off."""
        row = self.current()
        if row is None:
            return
        panel = PostponePanel()
        number = row.row.id
        panel.chosen.connect(lambda day: self.postponed.emit(number, day))
        self._open(row, panel)
        self.postponing.emit(panel)

    def save(self) -> None:
        """Strg+S: keep what the open panel holds."""
        panel = self._panel()
        if panel is not None:
            panel.confirm()

    def is_dirty(self) -> bool:
        """Whether a panel is open that holds something typed."""
        panel = self._panel()
        return panel is not None and panel.is_dirty()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """V puts off."""
        if event.key() == Qt.Key.Key_V and self._panel() is None:
            self.open_postpone()
        else:
            super().keyPressEvent(event)

    def _make(self, row: FollowUpRow, day: dt.date) -> DueRow:
        made = DueRow(row, day)
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

    def _add_rest(self, rest: int) -> None:
        if rest > 0:
            more = button(f"Weitere {rest} zeigen", name="start.due.more", flat=True)
            more.clicked.connect(self._show_more)
            self._column.addWidget(more)
        if not self._rows:
            self._column.addWidget(
                EmptyState("Alles erledigt. In den nächsten 14 Tagen ist nichts fällig.",
                           icon="check")
            )  # fmt: skip

    def _show_more(self) -> None:
        """Ask for more of them; the first new one becomes the current one."""
        self.limit += FIRST_DUE
        self._current = len(self._rows)
        self.more_wanted.emit()

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

    def _open(self, row: DueRow, panel: UnderRow) -> None:
        panel.closed.connect(row.close_panel)
        row.show_panel(panel)
        QTimer.singleShot(0, panel, lambda: self._area.ensureWidgetVisible(panel))

    def _panel(self) -> UnderRow | None:
        row = self.current()
        return row.panel() if row is not None else None
