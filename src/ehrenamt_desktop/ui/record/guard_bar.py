"""What is asked before typed words would be lost: keep, drop, or stay. No dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label


class GuardBar(QFrame):
    """Stands on top of the pane while the question is open; Escape stays."""

    save_wanted = Signal()
    discard_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.guard")
        self.setProperty("notice", "warning")
        self.words = label("", wrap=True, name=f"{name}.guard.words")
        flow = FlowLayout()
        self.save = button("Speichern", name=f"{name}.guard.save", primary=True)
        self.discard = button("Verwerfen", name=f"{name}.guard.discard")
        self.stay = button("Hier bleiben", name=f"{name}.guard.stay")
        pairs = (
            (self.save, self.save_wanted),
            (self.discard, self.discard_wanted),
            (self.stay, self.stay_wanted),
        )
        self.setAccessibleName("Ungespeicherte Änderungen")
        for one, told in pairs:
            one.clicked.connect(told)
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID + 4,) * 4)
        column.setSpacing(theme.GRID)
        column.addWidget(self.words)
        column.addLayout(flow)
        self.hide()

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
