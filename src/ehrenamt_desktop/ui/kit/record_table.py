"""The record table: one list of the office on screen, any length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QWidget,
)

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.model.views import Layout
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.passable_table import PassableTable
from ehrenamt_desktop.ui.kit.record_model import WINDOW, RecordModel, Source
from ehrenamt_desktop.ui.kit.row_delegate import RowDelegate
from ehrenamt_desktop.ui.kit.table_layout import TableLayout
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner


class RecordTable(PassableTable):
    """Asks for numbers on the read lane, keeps the chosen record, sorts by the store.

    A query that no longer holds the chosen record clears the mark in the list but says nothing,
    so the record beside it stays open while somebody types a search.
    """

    selected = Signal(object)
    opened = Signal(int)
    counted = Signal(int)
    filled = Signal()
    """The first answer is painted."""
    rearranged = Signal()

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
            columns: all that can be shown; those not `shown` wait to be chosen.
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
        self._filled = False
        self._model = RecordModel(source, columns, private, self)
        self.setModel(self._model)
        self._dress(many=many)
        self._columns = TableLayout(self, columns)
        self._columns.changed.connect(self.rearranged)
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

    @property
    def offered(self) -> tuple[Column[Any], ...]:
        """All columns that can be shown; the first one always is."""
        return self._model.columns

    def columns_shown(self) -> tuple[Column[Any], ...]:
        """The columns that stand in the table now, from left to right."""
        return tuple(self._model.columns[place] for place in self._columns.visible())

    def columns_chosen(self) -> tuple[str, ...]:
        """The columns that are wanted, also those that a narrow first view leaves out."""
        return self._columns.chosen()

    def arranged(self) -> Layout:
        """Columns, widths and order as they were chosen."""
        return self._columns.layout._replace(sorts=self.sorts())

    def arrange(self, layout: Layout, *, ask: bool = True) -> None:
        """Show these columns in this order; what the table does not have is left out.

        Args:
            layout: columns, widths and order.
            ask: whether another order asks the list again; else whoever calls does.
        """
        before = self.sorts()
        self._columns.layout = layout
        wanted = self._columns.layout.sorts
        if wanted != before:
            self._put_order(wanted)
            if ask:
                self.reload()
        self.rearranged.emit()

    def sorts(self) -> tuple[tuple[str, bool], ...]:
        """The keys of the order with whether each is turned round."""
        query = self._query
        return ((query.sort, query.descending), *query.then) if query.sort else ()

    def sort_by(self, sorts: tuple[tuple[str, bool], ...]) -> None:
        """Let the store order by these keys; none means the list's own order."""
        self._put_order(sorts)
        self.reload()
        self.rearranged.emit()

    def fit_columns(self, *places: int) -> None:
        """Make columns as wide as the content in sight; none named: all that are shown."""
        for place in places or self._columns.visible():
            self._columns.fit(place)

    def set_query(self, query: ListQuery) -> None:
        """Answer another question; an order chosen by the header stays unless the query has one."""
        kept = self.sorts()
        self._query = query
        if query.sort:
            self._mark_order()
        elif kept:
            self._put_order(kept)
        self.reload()

    def reload(self) -> None:
        """Ask again."""
        source, query = self._source, self._query
        self._tasks.run(
            Lane.READ, lambda: _answer(source, query), self._show_answer, key=self.objectName()
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

    def select_first(self) -> None:
        """Choose the first record there is."""
        number = self._model.id_at(0)
        if number is not None:
            self.select_id(number)

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
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._columns.share()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so when the list is empty."""
        super().paintEvent(event)
        if self._loaded and not self._filled:
            self._filled = True
            QTimer.singleShot(0, self, self.filled.emit)
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
        self.setItemDelegate(RowDelegate(self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(theme.line_height() + 2 * theme.GRID - 1)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.sectionClicked.connect(self._sort_by_heading)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._open_menu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _sort_by_heading(self, place: int) -> None:
        column = self._model.columns[place]
        more = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.sort_by(turned(self.sorts(), column.key, more=bool(more)))

    def _put_order(self, sorts: tuple[tuple[str, bool], ...]) -> None:
        first, *then = sorts or (("", False),)
        self._query = self._query._replace(sort=first[0], descending=first[1], then=tuple(then))
        self._mark_order()

    def _mark_order(self) -> None:
        sorts = self.sorts()
        self._model.mark_order(sorts)
        self._columns.mark(sorts)

    def _open_menu(self, point: QPoint) -> None:
        from ehrenamt_desktop.ui.kit.column_menu import heading_menu

        heads = self.horizontalHeader()
        heading_menu(self, heads.logicalIndexAt(point)).popup(heads.mapToGlobal(point))

    def _show_answer(self, answer: tuple[list[int], list[Any]]) -> None:
        ids, first = answer
        place = self.verticalScrollBar().value()
        self._silent = True
        self._model.replace(ids, first)
        self._loaded = True
        self._silent = False
        self.verticalScrollBar().setValue(place)
        self._restore(scroll=self._awaited)
        self._columns.share()
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


def _answer(source: Source[Any], query: ListQuery) -> tuple[list[int], list[Any]]:
    """All numbers and the first rows, read before the window's thread paints them."""
    ids = source.ids(query)
    return ids, source.rows(ids[:WINDOW])


def turned(
    sorts: tuple[tuple[str, bool], ...], key: str, *, more: bool
) -> tuple[tuple[str, bool], ...]:
    """The order after a click on the heading `key`.

    A further click turns it round. With `more` the other keys stay and a new one comes last.
    """
    if not more:
        return ((key, sorts[:1] == ((key, False),)),)
    if key in dict(sorts):
        return tuple((one, down != (one == key)) for one, down in sorts)
    return (*sorts, (key, False))
