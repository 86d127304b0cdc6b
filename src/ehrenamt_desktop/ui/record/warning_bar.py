"""A sentence above a record that must not be missed, with what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import label


class WarningBar(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, name: str, spoken: str, *ways: QPushButton) -> None:
        """Build the bar.

        Args:
            name: object name; the label with the words is `{name}.words`.
            spoken: what a screen reader calls it.
            ways: its buttons.
        """
        super().__init__()
        self.setObjectName(name)
        self.setProperty("notice", "warning")
        self.setAccessibleName(spoken)
        self.words = label("", wrap=True, name=f"{name}.words")
        flow = FlowLayout()
        for one in ways:
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID + 4,) * 4)
        column.setSpacing(theme.GRID)
        column.addWidget(self.words)
        column.addLayout(flow)
        self.hide()
