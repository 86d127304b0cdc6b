"""Spalten wählen: which columns a list shows, and in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ehrenamt_desktop.model.views import Layout
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.tick_delegate import TickDelegate

HINT = "Leertaste wählt eine Spalte, Alt+↑ und Alt+↓ verschieben sie. „{first}“ steht immer vorn."
KEY = Qt.ItemDataRole.UserRole


class ColumnDialog(Dialog):
    """Check boxes in the order of the columns; the first column stays where it is."""

    def __init__(self, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__("Spalten wählen", parent, name="columns", accept="Übernehmen", width_em=32)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = table
        self.list = QListWidget()
        self.list.setObjectName("columns.list")
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.currentRowChanged.connect(lambda _: self._follow())
        self.list.model().rowsMoved.connect(lambda: QTimer.singleShot(0, self, self._first_first))
        self.up = button("Nach oben", name="columns.up")
        self.down = button("Nach unten", name="columns.down")
        self.first_view = button("Erste Ansicht", name="columns.first", flat=True)
        self.first_view.setToolTip("Spalten, Breiten und Sortierung wie am Anfang")
        self._build()
        self._fill(table.columns_chosen())

    def confirm(self) -> None:
        """Show the ticked columns in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        columns = tuple(
            item.data(KEY) for item in items if item.checkState() == Qt.CheckState.Checked
        )
        self._table.arrange(self._table.arranged()._replace(columns=columns))
        self.accept()

    def _build(self) -> None:
        hint = HINT.format(first=self._table.offered[0].title)
        self.body.addWidget(label_of(self.list, "Diese Spalten zeigt die Liste:"))
        side = vbox(self.up, self.down)
        side.addStretch(1)
        row = hbox(self.list, side)
        row.setStretch(0, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(label(hint, "soft", wrap=True))
        self.buttons.insertWidget(0, self.first_view)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.first_view.clicked.connect(self._go_first)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self._move(by))

    def _fill(self, chosen: tuple[str, ...]) -> None:
        titles = {one.key: one.title for one in self._table.offered}
        self.list.clear()
        for key in (*chosen, *(one for one in titles if one not in chosen)):
            item = QListWidgetItem(titles[key], self.list)
            item.setData(KEY, key)
            state = Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked
            item.setCheckState(state)
        first = self.list.item(0)
        held = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
        first.setFlags(first.flags() & ~held)
        rows = min(self.list.count(), 12)
        self.list.setMinimumHeight(rows * (theme.line_height() + 2 * theme.GRID))
        self.list.setCurrentRow(min(1, self.list.count() - 1))
        self.list.setFocus()

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row < 1 or not 1 <= row + by < self.list.count():
            return
        self.list.insertItem(row + by, self.list.takeItem(row))
        self.list.setCurrentRow(row + by)

    def _first_first(self) -> None:
        """Nothing may be dragged above the first column."""
        first = self._table.offered[0].key
        for row in range(1, self.list.count()):
            if self.list.item(row).data(KEY) == first:
                self.list.insertItem(0, self.list.takeItem(row))
        self._follow()

    def _follow(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 1)
        self.down.setEnabled(0 < row < self.list.count() - 1)

    def _go_first(self) -> None:
        self._table.arrange(Layout())
        self.accept()
