"""The course of a record: what happened, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ehrenamt_desktop.model.rows import HistoryRow
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import clear_layout, label

SHOWN = 200
"""Lines built at once; older ones are a search away."""


class CourseView(QWidget):
    """One line per event: its day, what it was, and the note under it (Sichtschutz blanks it)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show the course."""
        clear_layout(self._grid)
        if not rows:
            self._grid.addWidget(label("Noch nichts eingetragen.", "soft"), 0, 0, 1, 2)
        for number, row in enumerate(rows[:SHOWN]):
            top = Qt.AlignmentFlag.AlignTop
            words = label(row.title, wrap=True)
            words.setAccessibleName(f"{day(row.on)}: {row.title}")
            self._grid.addWidget(label(day(row.on), "soft"), 2 * number, 0, top)
            self._grid.addWidget(words, 2 * number, 1)
            if row.detail:
                note = label(row.detail, "small", wrap=True, private=True)
                self._grid.addWidget(note, 2 * number + 1, 1)
