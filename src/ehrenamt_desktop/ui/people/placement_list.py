"""Vermittlungen of a person: one row each, the open ones first; a click opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.columns.placements import PLACEMENT_COLUMNS
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.rows import PlacementRow
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import (
    Badge,
    EmptyState,
    button,
    clear_layout,
    hbox,
    label,
    vbox,
)
from ehrenamt_desktop.ui.people.facts import joined

_STATE = next(one for one in PLACEMENT_COLUMNS if one.key == "state")
NONE = "Noch keine Vermittlung. Mit „Passende Angebote“ finden Sie, was passt."


class PlacementList(QWidget):
    """Tells which placement is wanted."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * theme.GRID)
        self._waiting: Sequence[PlacementRow] | None = None

    def show_rows(self, rows: Sequence[PlacementRow]) -> None:
        """Show placements, as soon as they are looked at; going through a list stays fast."""
        self._waiting = rows
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what waits."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        rows, self._waiting = self._waiting, None
        if rows is None:
            return
        clear_layout(self._column)
        if not rows:
            self._column.addWidget(EmptyState(NONE, icon="matching"))
            return
        for row in rows:
            self._column.addWidget(self._row(row))
        self._column.addStretch(1)

    def _row(self, row: PlacementRow) -> QWidget:
        made = QWidget()
        tone = _STATE.tone(row) if _STATE.tone else Tone.PLAIN
        state = Badge(_STATE.text(row), tone)
        go = button("Öffnen", name=f"person.placement.{row.id}", icon="open", flat=True)
        go.setAccessibleName(f"Vermittlung öffnen: {row.offer}, {row.initiative}")
        go.clicked.connect(lambda: self.wanted.emit(row.id))
        words = vbox(
            label(row.offer, "strong", wrap=True),
            label(row.initiative, "soft", wrap=True),
            hbox(state, label(_dates(row), "small"), 1),
            gap=theme.GRID // 2,
        )
        line = hbox(words, go)
        line.setStretch(0, 1)
        made.setLayout(line)
        return made


def _dates(row: PlacementRow) -> str:
    due = f"Nachfragen am {day(row.next_due)}" if row.next_due else ""
    reason = row.end_reason.label if row.end_reason else ""
    since = "am" if row.state is PlacementState.ENDED else "seit"
    return joined([f"{since} {day(row.since)}", due, reason])
