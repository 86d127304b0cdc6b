"""What the search in the handbook found: heading, excerpt, the word marked."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ehrenamt_desktop.services.handbook import Hit
from ehrenamt_desktop.ui.kit import theme

HIT = Qt.ItemDataRole.UserRole
PlaceInList = QModelIndex | QPersistentModelIndex


class HitList(QListWidget):
    """Hits below each other; their words are read by a screen reader as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help.hits")
        self.setAccessibleName("Gefundene Stellen")
        self.setItemDelegate(HitDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these in place of others, the first one chosen."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(f"{_title(hit)}. {hit.excerpt}")
            item.setData(HIT, hit)
            self.addItem(item)
        self.setCurrentRow(0)


class HitDelegate(QStyledItemDelegate):
    """Draws a hit in two parts: where it is, and what stands there."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: PlaceInList) -> None:
        """Draw ground and words."""
        hit = index.data(HIT)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        pad = theme.GRID
        painter.save()
        painter.translate(option.rect.left() + pad, option.rect.top() + pad // 2)
        _words(hit, option.rect.width() - 2 * pad).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: PlaceInList) -> QSize:
        """As high as its words need in the width of the list."""
        view = option.widget
        bar = view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = view.width() - max(bar, theme.em()) - 4  # as if the bar were there already
        words = _words(index.data(HIT), room - 2 * theme.GRID)
        return QSize(room, round(words.size().height()) + theme.GRID)


def _title(hit: Hit) -> str:
    return hit.title if hit.heading == hit.title else f"{hit.title}: {hit.heading}"


def _words(hit: Hit, width: int) -> QTextDocument:
    colours = theme.tokens()
    parts, done = [], 0
    for start, end in hit.marks:
        parts.append(escape(hit.excerpt[done:start]))
        word = escape(hit.excerpt[start:end])
        parts.append(
            f'<b style="background-color:{colours.amber_ground};color:{colours.ink}">{word}</b>'
        )
        done = end
    parts.append(escape(hit.excerpt[done:]))
    document = QTextDocument()
    document.setDocumentMargin(theme.GRID // 2)
    document.setDefaultStyleSheet(f"p {{ color: {colours.ink}; margin: 0; }}")
    document.setHtml(
        f'<p style="color:{colours.green}"><b>{escape(_title(hit))}</b></p><p>{"".join(parts)}</p>'
    )
    document.setTextWidth(width)
    return document
