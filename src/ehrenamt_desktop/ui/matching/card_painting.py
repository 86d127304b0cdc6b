"""What the cards of lists and board have in common: their frame, and words that give way."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from ehrenamt_desktop.ui.kit import theme

EDGE = 4
"""Room in px between the cards and the scroll bar."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


def is_focused(option: QStyleOptionViewItem, view: QListView) -> bool:
    """Whether it is the chosen card of the list with the focus."""
    return bool(option.state & QStyle.StateFlag.State_Selected) and view.hasFocus()


def draw_frame(
    painter: QPainter, box: QRect, option: QStyleOptionViewItem, view: QListView
) -> None:
    """The card's ground and border: chosen, focused, under the mouse."""
    shown = theme.tokens()
    current = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = is_focused(option, view)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    width = 3.0 if focused else 2.0 if current else 1.0
    colour = shown.focus if focused else shown.green if current else shown.line
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(QColor(shown.hover if hovered and not current else shown.card))
    half = width / 2
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), 8, 8)


def draw_line(painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> None:
    """One line of words; what has no room ends in an ellipsis."""
    painter.setFont(font)
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.setPen(QColor(colour))
    painter.drawText(box, _LEFT, short)
