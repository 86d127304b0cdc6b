"""The four steps of a placement with their days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ehrenamt_desktop.model.placement_detail import ChainStep
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.panels import clear_layout, label

_TOP = Qt.AlignmentFlag.AlignTop


class ChainView(QWidget):
    """One line per step: a sign, its name, its day; the present one is strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID + 4)
        self._grid.setVerticalSpacing(theme.GRID - 2)
        self._grid.setColumnStretch(1, 1)

    def show_steps(
        self, steps: Sequence[ChainStep], standing: str, recipient: str, reason: str
    ) -> None:
        """Show the chain; `standing`, `recipient` and `reason` stand at their steps."""
        clear_layout(self._grid)
        notes = [standing, f"an {recipient}" if recipient else "", "", reason]
        for row, (step, note) in enumerate(zip(steps, notes, strict=True)):
            self._row(row, step, note if step.on else "")

    def _row(self, row: int, step: ChainStep, note: str) -> None:
        sign = QLabel()
        reached = step.on is not None
        name, colour = ("check", "green") if reached else ("clock", "edge")
        sign.setPixmap(icons.pixmap(name, colour, theme.em()))
        role = "strong" if step.present else "body" if reached else "soft"
        words = label(step.state.label, role)
        when = label(day(step.on) if reached else "noch offen", "body" if reached else "soft")
        present = ", jetziger Status" if step.present else ""
        words.setAccessibleName(f"{step.state.label}: {when.text()}{present}")
        self._grid.addWidget(sign, 2 * row, 0, _TOP)
        self._grid.addWidget(words, 2 * row, 1, _TOP)
        self._grid.addWidget(when, 2 * row, 2, _TOP)
        if note:
            self._grid.addWidget(label(note, "small", wrap=True), 2 * row + 1, 1, 1, 2)


def rule() -> QFrame:
    """A fine line between parts."""
    made = QFrame()
    made.setProperty("rule", "true")
    made.setFixedHeight(1)
    return made
