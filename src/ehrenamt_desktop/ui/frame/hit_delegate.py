"""How the lines under the search over everything are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ehrenamt_desktop.ui.frame.hit_lines import Line
from ehrenamt_desktop.ui.kit import icons, privacy, theme

LINE = Qt.ItemDataRole.UserRole
"""The role of the whole line; the text of an item is what is read aloud."""

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class HitDelegate(QStyledItemDelegate):
    """Sign, words, where it belongs, and the shortcut at the right end."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - the line says it all
        index: Index,
    ) -> QSize:
        """As high as a button; headings are lower."""
        heading = index.data(LINE).deed is None
        return QSize(theme.em() * 12, theme.line_height() + (theme.GRID if heading else 12))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The style draws the ground only."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, sign and words."""
        super().paint(painter, option, index)
        line: Line = index.data(LINE)
        room = option.rect.adjusted(theme.GRID, 0, -theme.GRID, 0)
        words = line.masked if line.masked and privacy.masked() else line.words
        painter.save()
        if line.deed is None:
            self._write(painter, room, words, "soft", bold=True)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                bar = QRect(option.rect.topLeft(), QSize(4, option.rect.height()))
                painter.fillRect(bar, QColor(theme.tokens().green))
            self._draw_choice(painter, room, line, words)
        painter.restore()

    def _draw_choice(self, painter: QPainter, room: QRect, line: Line, words: str) -> None:
        size = theme.em()
        top = room.top() + (room.height() - size) // 2
        painter.drawPixmap(room.left(), top, icons.pixmap(line.icon, "soft", size))
        room = room.adjusted(size + theme.GRID, 0, 0, 0)
        if line.keys:
            wide = painter.fontMetrics().horizontalAdvance(line.keys) + theme.GRID
            right = QRect(room.right() - wide, room.top(), wide, room.height())
            self._write(painter, right, line.keys, "soft")
            room.setRight(right.left() - theme.GRID)
        used = self._write(painter, room, words, "ink")
        self._write(painter, room.adjusted(used + theme.em(), 0, 0, 0), line.more, "soft")

    def _write(
        self, painter: QPainter, room: QRect, words: str, colour: str, *, bold: bool = False
    ) -> int:
        """Write a line, cut where the room ends; returns its width in px."""
        font = QFont(painter.font())
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(getattr(theme.tokens(), colour)))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.drawText(room, LEFT, shown)
        return metrics.horizontalAdvance(shown)
