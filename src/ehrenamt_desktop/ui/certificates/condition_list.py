"""The conditions of the Ehrenamts-Card: each with a word, a sign, why, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.rules.card import Condition, Standing
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import Badge, clear_layout, hbox, label, vbox

LOOKS = {
    Standing.MET: (Tone.GOOD, "check"),
    Standing.OPEN: (Tone.SOON, "question"),
    Standing.MISSED: (Tone.LATE, "close"),
}
NO_ADVICE = "Hinweis, keine Rechtsberatung. Es entscheidet der Kreis."


class ConditionList(QWidget):
    """Shows how it stands."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show these and no others."""
        clear_layout(self._column)
        for one in conditions:
            self._column.addWidget(_line(one))
        self._column.addWidget(label(NO_ADVICE, "small", wrap=True))


def _line(one: Condition) -> QWidget:
    tone, sign = LOOKS[one.standing]
    badge = Badge(one.standing.label, tone, sign)
    head = hbox(label(one.name, "strong"), badge, 1)
    words = vbox(label(one.sentence, wrap=True), gap=0)
    if one.source:
        words.addWidget(label(one.source, "small", wrap=True))
    made = QWidget()
    made.setAccessibleName(f"{one.name}: {one.standing.label}. {one.sentence}")
    made.setLayout(vbox(head, words, gap=theme.GRID // 2))
    return made
