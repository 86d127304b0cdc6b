"""Hints on figures of law: a sentence, its norm and the day it was checked; never advice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ehrenamt_desktop.model.legal import LegalHint
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.panels import clear_layout, hbox, label, vbox

NO_ADVICE = "Hinweis, keine Rechtsberatung."


class LegalHints(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.legal")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)
        self.hide()

    def show_hints(self, hints: Sequence[LegalHint]) -> None:
        """Show these and no others."""
        clear_layout(self._column)
        for one in hints:
            self._column.addWidget(_line(one))
        self.setVisible(bool(hints))


def _line(hint: LegalHint) -> QWidget:
    sign = QLabel()
    sign.setPixmap(icons.pixmap("warning", "amber", round(theme.em() * 1.3)))
    words = vbox(
        label(hint.sentence, wrap=True, private=True),
        label(f"{hint.source}. {NO_ADVICE}", "small", wrap=True),
        gap=0,
    )
    made = QWidget()
    row = hbox(sign, words)
    row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    row.setStretch(1, 1)
    made.setLayout(row)
    return made
