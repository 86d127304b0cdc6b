"""The table model: numbers of the whole query, rows fetched in windows when they are painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ehrenamt_desktop.model.columns.base import Column, Tone
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.tips import tip

WINDOW = 200
"""Rows read at once: some screens, 1–5 ms."""

KEPT = 12
"""Windows kept in memory."""

PRIVATE = frozenset({"person", "contact", "phone", "mobile", "email"})
"""Columns that Sichtschutz blanks in every list."""

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
_NONE = QModelIndex()


class Source(Protocol[Row]):
    """Where a list comes from: `office.lists.people` and its like."""

    def ids(self, query: ListQuery) -> list[int]:
        """The numbers that answer a query, in its order."""

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of these numbers; rows that are gone are left out."""

    def total(self) -> int:
        """How many there are without archived ones."""


class RecordModel(QAbstractTableModel):
    """Shows the rows of `source`; rows carry their number as `id`."""

    def __init__(
        self,
        source: Source[Any],
        columns: Sequence[Column[Any]],
        private: frozenset[str] = frozenset(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self.columns = tuple(columns)
        self._private = PRIVATE | private
        self._ids: list[int] = []
        self._windows: OrderedDict[int, dict[int, Any]] = OrderedDict()
        self._order: dict[str, str] = {}

    def replace(self, ids: list[int], first: Sequence[Any] = ()) -> None:
        """Show these numbers from now on; `first` are the rows of the first window, if known."""
        self.beginResetModel()
        self._ids = ids
        self._windows.clear()
        if first:
            self._windows[0] = {row.id: row for row in first}
        self.endResetModel()

    def mark_order(self, sorts: Sequence[tuple[str, bool]]) -> None:
        """Number the headings that the list is ordered by, if there are several."""
        self._order = {
            key: f" {number}\N{NO-BREAK SPACE}{'↓' if down else '↑'}"
            for number, (key, down) in enumerate(sorts, start=1)
            if len(sorts) > 1
        }
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def id_at(self, row: int) -> int | None:
        """The number shown in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, number: int) -> int | None:
        """The row that shows a number."""
        try:
            return self._ids.index(number)  # 1 ms for 100,000; a dictionary would take 10 MB
        except ValueError:
            return None

    def row(self, number: int) -> Any:
        """The row of a number, or None if it is not in the list or gone."""
        place = self.row_of(number)
        return None if place is None else self._window(place).get(number)

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many records answer the query."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NONE) -> int:
        """How many columns are shown."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, side, colour and spoken text of a cell."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[column.align] | Qt.AlignmentFlag.AlignVCenter
        if role not in _ANSWERED:
            return None
        row = self._window(index.row()).get(self._ids[index.row()])
        if row is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = column.tone(row) if column.tone else Tone.PLAIN
            return None if tone is Tone.PLAIN else QColor(theme.tone_colours(tone)[0])
        text = column.text(row)
        if text and column.key in self._private and privacy.masked():
            return privacy.DOTS
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {text}"
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column = self.columns[section]
            return column.title + self._order.get(column.key, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[self.columns[section].align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def _window(self, place: int) -> dict[int, Any]:
        number = place // WINDOW
        if number in self._windows:
            self._windows.move_to_end(number)
            return self._windows[number]
        ids = self._ids[number * WINDOW : (number + 1) * WINDOW]
        found = {row.id: row for row in self._source.rows(ids)}
        self._windows[number] = found
        if len(self._windows) > KEPT:
            self._windows.popitem(last=False)
        return found


_ANSWERED = frozenset({
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.AccessibleTextRole,
})  # fmt: skip
