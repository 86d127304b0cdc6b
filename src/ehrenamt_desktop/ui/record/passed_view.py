"""Who received a contact, when and what of it: the recipient log, on a person or a placement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.passed import PassedRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import clear_layout, label


class PassedView(QWidget):
    """One line each, the latest first; hidden while nothing was passed on."""

    def __init__(self, noun: str) -> None:
        super().__init__()
        self._named = noun == "person"
        self.setObjectName(f"{noun}.passed")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID - 2)
        self.hide()

    def show_rows(self, rows: Sequence[PassedRow]) -> None:
        """Show the log; on a person each line names its offer."""
        clear_layout(self._column)
        if rows:
            self._column.addWidget(label("Kontakt weitergegeben an", "heading"))
        for row in rows:
            words = f"{row.sentence} – {row.offer}" if self._named else row.sentence
            self._column.addWidget(label(words, wrap=True))
        self.setVisible(bool(rows))
