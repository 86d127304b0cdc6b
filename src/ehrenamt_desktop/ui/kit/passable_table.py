"""A table that can be passed with Tab without choosing anything (WCAG 2.2, 3.2.1)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView

from ehrenamt_desktop.ui.kit.tab_order import reveal_current

_PASSING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PassableTable(QTableView):
    """Qt makes the first row the current one when the focus comes; passing by does not tell so."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the first row current in silence; arrow keys and Enter choose."""
        model = self.selectionModel()
        blocked = model.blockSignals(event.reason() in _PASSING)
        super().focusInEvent(event)
        model.blockSignals(blocked)
        reveal_current(self)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:  # fmt: skip
        """The current row comes into sight."""
        super().currentChanged(current, previous)
        reveal_current(self)
