"""Up to four ticked rows side by side: criteria as rows, what differs stands out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.comparison import ComparedCell, ComparedRow, compare, differing
from ehrenamt_desktop.model.matches import Match
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.meter import draw_meter
from ehrenamt_desktop.ui.kit.panels import Card, button, hbox, label
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput
from ehrenamt_desktop.ui.kit.tips import tip

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
PAD = theme.GRID
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_LOW = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignBottom)
_UNTOLD = 10_000


class ComparisonModel(QAbstractTableModel):
    """Titles in the first row, names of the criteria in the first column."""

    def __init__(self, *, private: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._private = private
        self._matches: tuple[Match, ...] = ()
        self._rows: tuple[ComparedRow, ...] = ()

    def show(self, matches: Sequence[Match], *, only_different: bool) -> None:
        """Compare other matches."""
        self.beginResetModel()
        self._matches = tuple(matches)
        rows = compare(matches) if matches else ()
        self._rows = differing(rows) if only_different else rows
        self.endResetModel()

    def rows(self) -> tuple[ComparedRow, ...]:
        """The lines under the titles."""
        return self._rows

    def is_heading(self, row: int) -> bool:
        """Whether a row only names what follows."""
        return row > 0 and not self._rows[row - 1].cells

    def title(self, column: int) -> str:
        """The title of a match; dots while names are blanked."""
        if self._private and privacy.masked():
            return privacy.DOTS
        return self._matches[column].title

    def rowCount(self, parent: Index = _NONE) -> int:
        """Titles and lines."""
        return 0 if parent.isValid() or not self._matches else 1 + len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Names and matches."""
        return 0 if parent.isValid() else 1 + len(self._matches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell, the cell itself, and what a screen reader says."""
        row = self._rows[index.row() - 1] if index.row() else None
        if role == ROW:
            return row
        if role == CELL:
            inside = row is not None and row.cells and index.column()
            return row.cells[index.column() - 1] if row and inside else None
        words = self._words(row, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column(), words)
        return None

    def _words(self, row: ComparedRow | None, column: int) -> str:
        if row is None:
            return "" if not column else self.title(column - 1)
        if not column:
            return row.title
        return row.cells[column - 1].text if row.cells else ""

    def _spoken(self, row: ComparedRow | None, column: int, words: str) -> str:
        if row is None or not row.cells:
            return words
        if not column:
            return f"{words}, {'unterschiedlich' if row.differs else 'gleich'}"
        best = ", am besten" if row.cells[column - 1].best else ""
        return f"{self.title(column - 1)}, {row.title}: {words}{best}"


class ComparisonTable(QTableView):
    """Arrow keys walk from cell to cell."""

    def __init__(self, name: str, *, private: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Vergleich, Kriterien untereinander")
        self.matches = ComparisonModel(private=private, parent=self)
        self.setModel(self.matches)
        self._cells = _CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
        self.horizontalHeader().setMinimumSectionSize(theme.em() * 6)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_matches(self, matches: Sequence[Match], *, only_different: bool) -> None:
        """Compare other matches, from the top."""
        self.matches.show(matches, only_different=only_different)
        self._share()
        self.setCurrentIndex(self.matches.index(0, 1))
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; words wrap."""
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """A few rows; the rest scrolls."""
        return QSize(theme.em() * 20, theme.em() * 12)

    def _share(self) -> None:
        amount = self.matches.columnCount() - 1
        if amount < 1:
            return
        first = theme.em() * 9
        self.setColumnWidth(0, first)
        wide = max((self.viewport().width() - first) // amount, theme.em() * 12)
        for column in range(1, amount + 1):
            self.setColumnWidth(column, wide)
        self.clearSpans()
        for row in range(self.matches.rowCount()):
            if self.matches.is_heading(row):
                self.setSpan(row, 0, 1, amount + 1)
                self.setRowHeight(row, theme.line_height() + 3 * PAD)
                continue
            heights = [
                self._cells.height_for(self.matches.index(row, column), width)
                for column, width in enumerate((first, *[wide] * amount))
            ]
            self.setRowHeight(row, max(heights))


class _CellDelegate(QStyledItemDelegate):
    """Words that wrap, with their bar below; bold is what is ahead, soft what is the same."""

    def height_for(self, index: Index, width: int) -> int:
        """How high a cell is at a width."""
        words = str(index.data() or "")
        metrics = QFontMetrics(_font(index))
        box = metrics.boundingRect(QRect(0, 0, width - 2 * PAD, _UNTOLD), _WRAP, words)
        bar = theme.GRID + PAD if _has_bar(index) else 0
        return max(box.height(), metrics.height()) + bar + 2 * (PAD - 2)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QSize:
        """As high as its words at the width of the column."""
        table = self.parent()
        width = table.columnWidth(index.column()) if isinstance(table, QTableView) else 0
        return QSize(width, self.height_for(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, box = theme.tokens(), option.rect
        row: ComparedRow | None = index.data(ROW)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(shown.selected))
        painter.fillRect(box.adjusted(0, box.height() - 1, 0, 0), QColor(shown.line))
        if row is not None and row.differs and not index.column():
            painter.fillRect(box.adjusted(0, 2, 4 - box.width(), -3), QColor(shown.green))
        same = row is not None and row.cells and not row.differs
        painter.setFont(_font(index))
        painter.setPen(QColor(shown.soft if same else shown.ink))
        inner = box.adjusted(PAD, PAD - 2, -PAD, -(PAD - 2))
        flags = _LOW if row is not None and not row.cells else _WRAP
        painter.drawText(inner, flags, str(index.data() or ""))
        cell: ComparedCell | None = index.data(CELL)
        if cell is not None and cell.low is not None and cell.high is not None:
            high = theme.GRID
            bar = QRectF(inner.left(), inner.bottom() - high, min(inner.width(), theme.em() * 9),
                         high)  # fmt: skip
            draw_meter(painter, bar, min(cell.low, 1.0), min(cell.high, 1.0), Tone.GOOD)
        painter.restore()


class ComparisonView(Card):
    """The comparison in place of the list; Escape goes back."""

    closed = Signal()
    print_wanted = Signal()

    def __init__(self, name: str, *, private: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self.setAccessibleName("Vergleich")
        self._matches: tuple[Match, ...] = ()
        self.table = ComparisonTable(f"{name}.table", private=private)
        self.only = CheckInput("Nur Unterschiede")
        self.only.setObjectName(f"{name}.only")
        self.back = button("Zurück zur Liste", name=f"{name}.close", icon="undo")
        self.print_button = button("Drucken …", name=f"{name}.print", icon="print")
        self.print_button.setToolTip("Strg+P")
        head = hbox(label("Vergleich", "title"), self.only, self.print_button, self.back)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        words = "Der Balken am Rand nennt, worin sie sich unterscheiden; fett steht das Beste."
        self.body.addWidget(label(words, "soft", wrap=True))
        self.body.addWidget(self.table, 1)
        self.only.toggled.connect(lambda: self.show_matches(self._matches))
        self.print_button.clicked.connect(self.print_wanted)
        self.back.clicked.connect(self.closed)

    @property
    def compared(self) -> tuple[tuple[Match, ...], tuple[ComparedRow, ...]]:
        """The matches side by side, and the lines that are shown of them."""
        rows = compare(self._matches)
        return self._matches, differing(rows) if self.only.isChecked() else rows

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Compare some matches."""
        self._matches = tuple(matches)
        self.table.show_matches(self._matches, only_different=self.only.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _font(index: Index) -> QFont:
    from PySide6.QtWidgets import QApplication

    font = QFont(QApplication.font())
    row, cell = index.data(ROW), index.data(CELL)
    heading = row is None or not row.cells
    if heading or (cell is not None and cell.best):
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _has_bar(index: Index) -> bool:
    cell: ComparedCell | None = index.data(CELL)
    return cell is not None and cell.low is not None
