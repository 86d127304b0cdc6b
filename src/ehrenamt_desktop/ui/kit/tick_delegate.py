"""Marks to set in a list, drawn in the colours of the look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ehrenamt_desktop.ui.kit import icons


class TickDelegate(QStyledItemDelegate):
    """Draws the tick into the box of the style sheet, as `CheckInput` does."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row, then its tick."""
        super().paint(painter, option, index)
        if Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) != Qt.CheckState.Checked:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = shown.widget.style().subElementRect(part, shown, shown.widget)
        size = min(box.width(), box.height()) - 2
        sign = icons.pixmap("check", "on_green", size)
        painter.drawPixmap(box.center().x() - size // 2, box.center().y() - size // 2, sign)
