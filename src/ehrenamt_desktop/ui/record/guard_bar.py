"""What is asked before typed words would be lost: keep, drop, or stay. No dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.record.warning_bar import WarningBar


class GuardBar(WarningBar):
    """Stands on top of the pane while the question is open; Escape stays."""

    save_wanted = Signal()
    discard_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self, name: str) -> None:
        self.save = button("Speichern", name=f"{name}.guard.save", primary=True)
        self.discard = button("Verwerfen", name=f"{name}.guard.discard")
        self.stay = button("Hier bleiben", name=f"{name}.guard.stay")
        super().__init__(
            f"{name}.guard", "Ungespeicherte Änderungen", self.save, self.discard, self.stay
        )
        self.save.clicked.connect(self.save_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.stay.clicked.connect(self.stay_wanted)

    def ask(self) -> None:
        """Put the question."""
        self.words.setText("Ihre Änderungen sind noch nicht gespeichert.")
        self.show()
        self.save.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.stay_wanted.emit()
            return
        super().keyPressEvent(event)
