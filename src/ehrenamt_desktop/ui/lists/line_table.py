"""A plain table of finished lines: any number of them, read row by row when painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.tips import tip
from ehrenamt_desktop.ui.lists.plan_words import Line

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_SHARED = 3
"""With three columns the last takes what the first two leave; with two they share."""


class LineModel(QAbstractTableModel):
    """Lines under headings; the second cell wears the line's colour."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._lines: Sequence[Line] = ()

    def replace(self, headings: tuple[str, ...], lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._headings, self._lines = headings, lines
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        """How many cells a line has."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and colour of a cell, and what a screen reader says."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        text = line.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {text}"
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return None if line.tone is Tone.PLAIN else QColor(theme.tone_colours(line.tone)[0])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class LineTable(QTableView):
    """Shows lines; arrow keys walk, Tab leaves."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(theme.line_height() + 2 * theme.GRID - 1)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setStretchLastSection(True)

    def show_lines(self, headings: tuple[str, ...], lines: Sequence[Line]) -> None:
        """Show other lines from the top, the first one chosen."""
        self.lines.replace(headings, lines)
        self._share_width()
        self.scrollToTop()
        if lines:
            self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        columns = self.lines.columnCount()
        if columns == _SHARED:
            self.setColumnWidth(0, theme.em() * 5)
            self.setColumnWidth(1, theme.em() * 9)
        elif columns:
            self.setColumnWidth(0, self.viewport().width() // columns)
