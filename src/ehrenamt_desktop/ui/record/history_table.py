"""The table of a record's changes: any number of them, read row by row when painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ehrenamt_desktop.model.edits import Edit
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.passable_table import PassableTable
from ehrenamt_desktop.ui.kit.tips import tip

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Wann", "Was", "Vorher", "Nachher")
_PRIVATE = (2, 3)
"""Columns that Sichtschutz blanks."""
_NONE = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """Changes as rows; fields carry the names of the record's form."""

    def __init__(self, labels: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._rows: Sequence[Edit] = ()

    def replace(self, rows: Sequence[Edit]) -> None:
        """Show other changes."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def edit(self, row: int) -> Edit | None:
        """The change of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def label(self, edit: Edit) -> str:
        """The name of the changed field."""
        return self._labels.get(edit.field) or edit.label

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many changes there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """When, what, before, after."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, long ones whole as a hint, and what a screen reader says."""
        edit = self.edit(index.row()) if index.isValid() else None
        if edit is None:
            return None
        text = self._text(edit, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{edit.action}: {text}" if index.column() <= 1 else text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADINGS[index.column()]}: {text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, edit: Edit, column: int) -> str:
        if column in _PRIVATE and privacy.masked():
            return privacy.DOTS
        when = f"{edit.at:%d.%m.%Y, %H:%M}"
        return (when, self.label(edit), edit.before, edit.after)[column]


class HistoryTable(PassableTable):
    """Shows changes; arrow keys walk, Tab leaves."""

    def __init__(self, name: str, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Änderungen")
        self.changes = HistoryModel(labels, self)
        self.setModel(self.changes)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(theme.em() * 22)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(theme.line_height() + 2 * theme.GRID - 1)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setStretchLastSection(True)

    def current_edit(self) -> Edit | None:
        """The chosen change."""
        chosen = self.selectionModel().selectedRows()
        return self.changes.edit(chosen[0].row()) if chosen else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """When and what as wide as their words, the rest is shared."""
        super().resizeEvent(event)
        whole, when = self.viewport().width(), theme.em() * 10
        self.setColumnWidth(0, when)
        rest = max(whole - when, 0)
        self.setColumnWidth(1, rest * 36 // 100)
        self.setColumnWidth(2, rest * 30 // 100)
