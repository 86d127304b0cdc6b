"""The record table: one list of the office on screen, any length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.record_model import RecordModel, Source
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner


class RecordTable(QTableView):
    """Asks for numbers on the read lane, keeps the chosen record, sorts by the store.

    A query that no longer holds the chosen record clears the mark in the list but says nothing,
    so the record beside it stays open while somebody types a search.
    """

    selected = Signal(object)
    opened = Signal(int)
    counted = Signal(int)

    def __init__(
        self,
        source: Source[Any],
        columns: Sequence[Column[Any]],
        tasks: TaskRunner,
        *,
        name: str,
        label: str,
        empty: str = "Keine Einträge.",
        private: frozenset[str] = frozenset(),
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Build an empty table; `set_query` or `reload` fills it.

        Args:
            source: where numbers and rows come from.
            columns: the columns; those not `shown` are left out.
            tasks: the task runner.
            name: object name, as `people.table`.
            label: what a screen reader says.
            empty: what is said when nothing answers the query.
            private: more columns that Sichtschutz blanks.
            many: whether several rows can be chosen.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._source = source
        self._tasks = tasks
        self._empty = empty
        self._query = ListQuery()
        self._chosen: int | None = None
        self._awaited = False
        self._silent = False
        self._loaded = False
        self._model = RecordModel(source, [one for one in columns if one.shown], private, self)
        self.setModel(self._model)
        self._dress(many=many)
        self.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.activated.connect(self._open)

    @property
    def query(self) -> ListQuery:
        """The question the table answers."""
        return self._query

    @property
    def source(self) -> Source[Any]:
        """The list it shows."""
        return self._source

    def column_keys(self) -> tuple[str, ...]:
        """The shown columns."""
        return tuple(one.key for one in self._model.columns)

    def set_query(self, query: ListQuery) -> None:
        """Answer another question; an order chosen by the header stays unless the query has one."""
        if not query.sort and self._query.sort:
            query = replace(query, sort=self._query.sort, descending=self._query.descending)
        self._query = query
        self.reload()

    def reload(self) -> None:
        """Ask again."""
        query = self._query
        self._tasks.run(
            Lane.READ, lambda: self._source.ids(query), self._show_ids, key=self.objectName()
        )

    def refresh(self, changes: tuple[Change, ...], *kinds: Kind) -> None:
        """Ask again if a step touched one of the kinds (none named: any)."""
        if not kinds or touches(changes, *kinds):
            self.reload()

    def selected_id(self) -> int | None:
        """The chosen record."""
        return self._chosen

    def selected_ids(self) -> list[int]:
        """All chosen records, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [number for row in rows if (number := self._model.id_at(row)) is not None]

    def select_id(self, number: int | None) -> None:
        """Choose a record; one that is not in the list is remembered until it is."""
        changed = number != self._chosen
        self._chosen = number
        self._restore(scroll=True)
        if changed:
            self.selected.emit(number)

    def count(self) -> int:
        """How many records answer the query."""
        return self._model.rowCount()

    def row(self, number: int) -> Any:
        """The row of a record, if it is in the list."""
        return self._model.row(number)

    def ids_shown(self) -> list[int]:
        """All numbers in the order of the list."""
        return [self._model.id_at(row) or 0 for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the record."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns; the last ones give way when it gets narrow."""
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so when the list is empty."""
        super().paintEvent(event)
        if self._loaded and not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            box = self.viewport().rect().adjusted(theme.GRID, 4 * theme.GRID, -theme.GRID, 0)
            flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(box, flags, self._empty)

    def _dress(self, *, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegate(_RowDelegate(self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(theme.line_height() + 2 * theme.GRID - 1)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setStretchLastSection(True)
        heads.sectionClicked.connect(self._sort_by)
        self._dragged = False
        self._sharing = False
        heads.sectionResized.connect(self._note_drag)

    def _share_width(self) -> None:
        columns = self._model.columns
        if self._dragged or not columns:
            return
        heads = self.horizontalHeader()
        room = self.viewport().width()
        least = [
            max(round(min(one.width, 12) * theme.em() * 0.55), heads.sectionSizeHint(place))
            for place, one in enumerate(columns)
        ]
        fitting = len(columns)
        while fitting > 2 and sum(least[:fitting]) > room:
            fitting -= 1
        shares = shared([one.width for one in columns[:fitting]], least[:fitting], room)
        self._sharing = True
        for place in range(len(columns)):
            self.setColumnHidden(place, place >= fitting)
            if place < fitting:
                self.setColumnWidth(place, shares[place])
        self._sharing = False

    def _note_drag(self) -> None:
        self._dragged = self._dragged or (not self._sharing and self._pressed_on_header())

    def _pressed_on_header(self) -> bool:
        return self.horizontalHeader().viewport().underMouse()

    def _sort_by(self, place: int) -> None:
        column = self._model.columns[place]
        if not column.sortable:
            return
        turn = self._query.sort == column.key and not self._query.descending
        self._query = replace(self._query, sort=column.key, descending=turn)
        heads = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if turn else Qt.SortOrder.AscendingOrder
        heads.setSortIndicator(place, order)
        heads.setSortIndicatorShown(True)
        self.reload()

    def _show_ids(self, ids: list[int]) -> None:
        place = self.verticalScrollBar().value()
        self._silent = True
        self._model.replace(ids)
        self._loaded = True
        self._silent = False
        self.verticalScrollBar().setValue(place)
        self._restore(scroll=self._awaited)
        self._share_width()
        self.counted.emit(len(ids))

    def _restore(self, *, scroll: bool) -> None:
        row = None if self._chosen is None else self._model.row_of(self._chosen)
        self._awaited = self._chosen is not None and row is None
        self._silent = True
        if row is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        else:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._model.index(row, 0), flags.ClearAndSelect | flags.Rows
            )
            if scroll:
                self.scrollTo(self._model.index(row, 0))
        self._silent = False

    def _tell_selected(self, current: QModelIndex) -> None:
        number = self._model.id_at(current.row()) if current.isValid() else None
        if self._silent or number is None or number == self._chosen:
            return
        self._chosen = number
        self.selected.emit(number)

    def _open(self, index: QModelIndex) -> None:
        number = self._model.id_at(index.row()) if index.isValid() else None
        if number is not None:
            self.opened.emit(number)


def shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Shares of `room` px in proportion to `wanted`, none below its `least`."""
    shares = list(least)
    free = set(range(len(wanted)))
    while free:
        whole = sum(wanted[one] for one in free)
        left = room - sum(least[one] for one in range(len(wanted)) if one not in free)
        short = {one for one in free if left * wanted[one] // whole < least[one]}
        if not short:
            for one in free:
                shares[one] = left * wanted[one] // whole
            break
        free -= short
    return shares


class _RowDelegate(QStyledItemDelegate):
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
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            bar = option.rect.adjusted(0, 0, 4 - option.rect.width(), 0)
            painter.fillRect(bar, QColor(theme.tokens().green))
