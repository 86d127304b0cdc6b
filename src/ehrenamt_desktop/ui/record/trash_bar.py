"""What stands above a record that lies in the trash: since when, and the way back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label


class TrashBar(QFrame):
    """Hidden while the shown record is in use."""

    restore_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.trash_bar")
        self.setProperty("notice", "warning")
        self.setAccessibleName("Im Papierkorb")
        self.words = label("", wrap=True, name=f"{name}.trash_bar.words")
        self.restore = button("Wiederherstellen", name=f"{name}.trash_bar.restore", primary=True)
        self.restore.clicked.connect(self.restore_wanted)
        flow = FlowLayout()
        flow.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID + 4,) * 4)
        column.setSpacing(theme.GRID)
        column.addWidget(self.words)
        column.addLayout(flow)
        self.hide()

    def show_since(self, on: dt.date | None) -> None:
        """Say since when the record lies there; None hides the bar."""
        if on is not None:
            self.words.setText(f"Liegt seit {day(on)} im Papierkorb und kann nur gelesen werden.")
        self.setVisible(on is not None)
