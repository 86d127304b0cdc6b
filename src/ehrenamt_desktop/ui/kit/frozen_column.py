"""The first column stays at the left while a wide table is scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ehrenamt_desktop.ui.kit import theme


class FrozenColumn(QTableView):
    """A second look at the same model and choice, laid over the left edge of the table.

    It takes no focus; clicks choose in the table below, the wheel scrolls it.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName(f"{table.objectName()}.frozen")
        self.setProperty("frozen", "true")
        self.setAccessibleName(f"{table.accessibleName()}: feste Spalte")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(table.selectionMode())
        self.setSelectionBehavior(table.selectionBehavior())
        self.setEditTriggers(table.editTriggers())
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._dress_heads()
        for place in range(1, self.model().columnCount()):
            self.hideColumn(place)
        rows = table.verticalScrollBar()
        rows.valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalHeader().sectionResized.connect(self._follow)
        table.horizontalHeader().sortIndicatorChanged.connect(self._mark_order)
        table.installEventFilter(self)
        self._mark_order()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the table."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the table below."""
        QApplication.sendEvent(self._table.viewport(), event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the record as the table does."""
        self._table.activated.emit(self.indexAt(event.position().toPoint()))

    def come(self, *, beside: bool) -> None:
        """Lie over the table's left edge, or go."""
        if beside:
            self._follow()
            self.show()
            self.raise_()
            self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
        else:
            self.hide()

    def _dress_heads(self) -> None:
        rows, below = self.verticalHeader(), self._table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(below.defaultSectionSize())
        heads, main = self.horizontalHeader(), self._table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.sectionClicked.connect(main.sectionClicked)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(main.customContextMenuRequested)

    def _mark_order(self) -> None:
        heads, main = self.horizontalHeader(), self._table.horizontalHeader()
        first = main.isSortIndicatorShown() and main.sortIndicatorSection() == 0
        heads.setSortIndicatorShown(first)
        heads.setSortIndicator(0, main.sortIndicatorOrder())

    def _follow(self) -> None:
        table = self._table
        width = table.columnWidth(0)
        self.setColumnWidth(0, width)
        heads = table.horizontalHeader()
        self.horizontalHeader().setFixedHeight(heads.height())
        edge = table.viewport().geometry()
        top = heads.geometry().top()
        # one px more for the line at the right
        self.setGeometry(
            QRect(edge.left(), top, min(width, edge.width() - 4 * theme.GRID) + 1,
                  edge.bottom() - top + 1)
        )  # fmt: skip
