"""How the rows of a record table are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ehrenamt_desktop.ui.kit import theme


class RowDelegate(QStyledItemDelegate):
    """Keeps the colour of a meaning in chosen rows and draws no frame around single cells."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Carry the cell's colour over to chosen rows."""
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if colour is not None:
            option.palette.setColor(QPalette.ColorRole.HighlightedText, colour)
            option.palette.setColor(QPalette.ColorRole.Text, colour)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Mark the chosen row with a bar at its left, so that it does not rest on colour alone."""
        super().paint(painter, option, index)
        table = option.widget  # its own selection: the style's flags take 8 ms of the start to load
        if index.column() != 0 or not isinstance(table, QTableView):
            return
        if table.selectionModel().isSelected(index):
            bar = option.rect.adjusted(0, 0, 4 - option.rect.width(), 0)
            painter.fillRect(bar, QColor(theme.tokens().green))
