"""The criteria of one side by importance: Alt+↑ and Alt+↓ move one, so does the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.text import number
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.meter import draw_meter

Index = QModelIndex | QPersistentModelIndex
WEIGHT = Qt.ItemDataRole.UserRole
FULL = 0.5
"""The weight that fills a bar: the heaviest of five by rank comes close to it."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderList(QListWidget):
    """Rows `1. Zeit ▇▇▇ 0,37`, as high as all of them."""

    moved = Signal(int, int)

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription("Alt und Pfeiltasten verschieben ein Kriterium.")
        self.setItemDelegate(_OrderDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self._dropped, Qt.ConnectionType.QueuedConnection)

    def show_order(self, rows: Sequence[tuple[str, float]]) -> None:
        """Show names with their weights; the chosen name stays chosen."""
        chosen = self.currentItem().text() if self.currentRow() >= 0 else ""
        with QSignalBlocker(self.model()):
            self.clear()
            for place, (words, weight) in enumerate(rows, start=1):
                item = QListWidgetItem(words)
                item.setData(WEIGHT, weight)
                spoken = f"{place}. {words}, Gewicht {number(weight, 2)}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                self.addItem(item)
        names = [words for words, _ in rows]
        self.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.reset_height()
        self.viewport().update()

    def move_chosen(self, step: int) -> None:
        """Ask for the chosen row one place up (-1) or down (1)."""
        row = self.currentRow()
        if 0 <= row + step < self.count():
            self.moved.emit(row, row + step)

    def reset_height(self) -> None:
        """As high as the rows."""
        high = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(high + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↑ and Alt+↓ move, everything else walks."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_chosen(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys will act."""
        super().focusInEvent(event)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """Narrow is enough; the height is fixed by the rows."""
        return QSize(theme.em() * 12, self.sizeHintForRow(0) if self.count() else theme.em())

    def _dropped(self, _from: Index, start: int, _end: int, _to: Index, before: int) -> None:
        self.moved.emit(start, before if before < start else before - 1)


class _OrderDelegate(QStyledItemDelegate):
    """Place, name, bar and weight of a criterion."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,  # noqa: ARG002
    ) -> QSize:
        """One line with room to hit it."""
        return QSize(theme.em() * 14, max(24, theme.line_height() + theme.GRID - 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; the chosen one carries a bar at its left, not colour alone."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, box = theme.tokens(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(shown.selected))
            painter.fillRect(box.adjusted(0, 0, 4 - box.width(), 0), QColor(shown.green))
        weight = float(index.data(WEIGHT) or 0.0)
        inner = box.adjusted(theme.GRID + 4, 0, -theme.GRID, 0)
        metrics = painter.fontMetrics()
        value, wide = number(weight, 2), metrics.horizontalAdvance("0,000")
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QPen(QColor(shown.ink)))
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignRight), value)
        bar = max(min(inner.width() // 3, theme.em() * 9), theme.em() * 3)
        room = inner.width() - bar - wide - 2 * theme.GRID
        words = f"{index.row() + 1}. {index.data(Qt.ItemDataRole.DisplayRole)}"
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignLeft), short)
        high = max(theme.GRID, theme.em() // 2)
        top = inner.center().y() - high / 2 + 1
        left = inner.right() - wide - theme.GRID - bar
        draw_meter(painter, QRectF(left, top, bar, high), min(weight / FULL, 1.0), 0.0, Tone.GOOD)
        painter.restore()
