"""The times of a person, for reading."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import label, vbox
from ehrenamt_desktop.ui.kit.time_grid import TimeGridView
from ehrenamt_desktop.ui.people.facts import grid_flags


def times(grid: int) -> QWidget | str:
    """The grid with its flags below; words when nothing is known."""
    if not grid:
        return "noch nicht bekannt"
    made = QWidget()
    column = vbox(TimeGridView(grid), gap=theme.GRID // 2)
    flags = grid_flags(grid)
    if flags:
        column.addWidget(label(flags, "small"))
    made.setLayout(column)
    return made
