"""Draws a card of the board: who, what, where, when to ask next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.rows import PlacementRow
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import icons, privacy, theme
from ehrenamt_desktop.ui.matching.card_layout import GAP, PAD, Fonts
from ehrenamt_desktop.ui.matching.card_model import ROW, WARNED
from ehrenamt_desktop.ui.matching.card_painting import EDGE, draw_frame, draw_line

Index = QModelIndex | QPersistentModelIndex
LINES = 4


class CardDelegate(QStyledItemDelegate):
    """Four lines of the same height on every card."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        """As wide as the column; the gap below belongs to the card."""
        width = self._view.viewport().width() - EDGE
        return QSize(width, LINES * theme.line_height() + 2 * GAP + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card."""
        row: PlacementRow = index.data(ROW)
        warned = bool(index.data(WARNED))
        shown, fonts = theme.tokens(), Fonts.now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(0, 0, 0, -GAP)
        draw_frame(painter, box, option, self._view)
        high = theme.line_height()
        line = QRect(box.left() + PAD, box.top() + GAP, box.width() - 2 * PAD, high)
        name = privacy.DOTS if privacy.masked() else row.person
        for words, font, colour in (
            (name, fonts.title, shown.ink),
            (row.offer, fonts.body, shown.ink),
            (row.initiative, fonts.small, shown.soft),
        ):
            room = line
            if warned and words is name:
                sign = theme.em()
                place = line.right() - sign
                painter.drawPixmap(place, line.top(), icons.pixmap("warning", "amber", sign))
                room = line.adjusted(0, 0, -sign - GAP, 0)
            draw_line(painter, room, words, font, colour)
            line.translate(0, high)
        choices, colour, sign_name = _when(row)
        painter.drawPixmap(line.left(), line.top() + 2, icons.pixmap(sign_name, colour, theme.em()))
        line.setLeft(line.left() + theme.em() + GAP // 2)
        painter.setFont(fonts.small)
        wide = painter.fontMetrics().horizontalAdvance
        words = next((one for one in choices if wide(one) <= line.width()), choices[-1])
        draw_line(painter, line, words, fonts.small, getattr(shown, colour))
        painter.restore()


def _when(row: PlacementRow) -> tuple[tuple[str, ...], str, str]:
    """The last line, shorter ones for less room; its colour and its sign.

    It tells when to ask next, or since when and why.
    """
    since, due = day(row.since), day(row.next_due)
    if row.end_reason is not None:
        return (f"{since}: {row.end_reason.label}",), "soft", "check"
    if row.next_due is None:
        return (f"seit {since}", since), "soft", "clock"
    if row.next_due < clock.today():
        return (f"überfällig: {due}", due), "red", "warning"
    return (f"Nachfragen {due}", due), "soft", "clock"
