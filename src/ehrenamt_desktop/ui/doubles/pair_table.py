"""Rows of suspected doubles: both people and the reason; Enter compares."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ehrenamt_desktop.model.doubles import DoublePair, Side
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.tips import tip

HEADINGS = ("Person", "Vielleicht dieselbe", "Warum")
MEASURED = 300
"""Rows up to which each gets the height of its words; more have three lines each."""


class PairTable(QTableWidget):
    """One row per pair, the surest first."""

    entered_row = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(HEADINGS))
        self.setObjectName("doubles.table")
        self.setAccessibleName("Doppelte Personen")
        self.setHorizontalHeaderLabels(list(HEADINGS))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(3 * theme.line_height() + 2 * theme.GRID)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_pairs(self, pairs: Sequence[DoublePair], chosen: int) -> None:
        """Show other pairs, one of them chosen."""
        modes = QHeaderView.ResizeMode
        measured = len(pairs) <= MEASURED
        self.verticalHeader().setSectionResizeMode(
            modes.ResizeToContents if measured else modes.Fixed
        )
        self.setRowCount(len(pairs))
        for place, pair in enumerate(pairs):
            for column, words in enumerate((_side(pair.a), _side(pair.b), pair.reason)):
                item = QTableWidgetItem(words)
                item.setToolTip(tip(words))
                said = f"{HEADINGS[column]}: {words}".replace("\n", ", ")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.setItem(place, column, item)
        if pairs:
            self.selectRow(min(chosen, len(pairs) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter compares."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
            return
        super().keyPressEvent(event)

    def sizeHintForRow(self, row: int) -> int:
        """The lines of the tallest cell with air around them."""
        return super().sizeHintForRow(row) + 2 * theme.GRID

    def sizeHint(self) -> QSize:
        """Room for a dozen rows."""
        return QSize(theme.em() * 60, theme.em() * 24)

    def minimumSizeHint(self) -> QSize:
        """Some rows stay in view."""
        return QSize(theme.em() * 16, theme.em() * 9)


def _side(side: Side) -> str:
    if privacy.masked():
        return f"Nr. {side.number} {privacy.DOTS}"
    about = " · ".join(part for part in (f"Nr. {side.number}", side.about) if part)
    return f"{side.name}\n{about}"
