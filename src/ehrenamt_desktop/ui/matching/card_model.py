"""The cards of one column of the board; dragging carries the number only, never a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ehrenamt_desktop.model.rows import PlacementRow
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import privacy

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-ehrenamt-placement"
ROW = Qt.ItemDataRole.UserRole
WARNED = Qt.ItemDataRole.UserRole + 1
_NOT = QModelIndex()


class CardModel(QAbstractListModel):
    """Placements of one state."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[PlacementRow] = ()
        self._warnings: Mapping[int, tuple[str, ...]] = {}

    def show(self, rows: Sequence[PlacementRow], warnings: Mapping[int, tuple[str, ...]]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self._rows, self._warnings = rows, warnings
        self.endResetModel()

    def number(self, row: int) -> int | None:
        """The placement of a card."""
        return self._rows[row].id if 0 <= row < len(self._rows) else None

    def row_of(self, number: int) -> int | None:
        """Where a placement's card is."""
        return next((row for row, one in enumerate(self._rows) if one.id == number), None)

    def rowCount(self, parent: Index = _NOT) -> int:
        """How many cards there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, whether there is something to mind, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == WARNED:
            return self._warnings.get(row.id, ())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What dragging carries."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The number of the dragged placement."""
        made = QMimeData()
        numbers = [self.number(index.row()) for index in indexes]
        made.setData(MIME, QByteArray(str(numbers[0] if numbers else "").encode()))
        return made

    def _spoken(self, row: PlacementRow) -> str:
        name = privacy.DOTS if privacy.masked() else row.person
        parts = (
            f"{name}: {row.offer}",
            row.initiative,
            f"{row.state.label} seit {day(row.since)}",
            f"Nachfragen am {day(row.next_due)}" if row.next_due else "",
            row.end_reason.label if row.end_reason else "",
            " ".join(self._warnings.get(row.id, ())),
        )
        return ", ".join(part for part in parts if part)


def dragged(mime: QMimeData) -> int | None:
    """The placement that is dragged, if it is one of ours."""
    words = bytes(mime.data(MIME).data()).decode("ascii", "replace") if mime.hasFormat(MIME) else ""
    return int(words) if words.isdigit() else None
