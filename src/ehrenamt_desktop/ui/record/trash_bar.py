"""What stands above a record that lies in the trash: since when, and the way back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal

from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.record.warning_bar import WarningBar


class TrashBar(WarningBar):
    """Hidden while the shown record is in use."""

    restore_wanted = Signal()

    def __init__(self, name: str) -> None:
        self.restore = button("Wiederherstellen", name=f"{name}.trash_bar.restore", primary=True)
        super().__init__(f"{name}.trash_bar", "Im Papierkorb", self.restore)
        self.restore.clicked.connect(self.restore_wanted)

    def show_since(self, on: dt.date | None) -> None:
        """Say since when the record lies there; None hides the bar."""
        if on is not None:
            self.words.setText(f"Liegt seit {day(on)} im Papierkorb und kann nur gelesen werden.")
        self.setVisible(on is not None)
