"""What a pasted block brought: taken, already filled in, left over. Nothing goes away unseen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label

NOTHING = "In diesem Text wurde nichts erkannt."
EMPTY = "In der Zwischenablage steht kein Text."


class TakenPanel(QFrame):
    """Stands above the form until it is closed; Escape closes."""

    note_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.taken")
        self.setProperty("notice", "info")
        self.setAccessibleName("Aus dem eingefügten Text")
        self.taken = label("", wrap=True, private=True, name=f"{name}.taken.words")
        self.left = label("", wrap=True, private=True, name=f"{name}.taken.left")
        self._note = button("Rest in die Notiz", name=f"{name}.taken.note")
        self._undo = button("Zurücknehmen", name=f"{name}.taken.undo")
        close = button("Schließen", name=f"{name}.taken.close", flat=True)
        self._note.clicked.connect(self.note_wanted)
        self._undo.clicked.connect(self.undo_wanted)
        close.clicked.connect(self.hide)
        flow = FlowLayout()
        for one in (self._note, self._undo, close):
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID + 4,) * 4)
        column.setSpacing(theme.GRID)
        column.addWidget(self.taken)
        column.addWidget(self.left)
        column.addLayout(flow)
        self.hide()

    def tell(self, taken: Sequence[str], left: Sequence[str], *, noted: bool = False) -> None:
        """Show what was taken and what was not; `noted`: the rest stands in the note by now."""
        words = "Übernommen: " + " · ".join(taken) if taken else NOTHING
        rest = "Der Rest steht in der Notiz:" if noted else "Nicht übernommen:"
        self.taken.setText(words)
        self.left.setText("\n".join((rest, *left)))
        self.left.setVisible(bool(left))
        self._note.setVisible(bool(left) and not noted)
        self._undo.setVisible(bool(taken))
        self.setAccessibleDescription(words)
        self.show()

    def say(self, sentence: str) -> None:
        """Show one sentence."""
        self.taken.setText(sentence)
        for one in (self.left, self._note, self._undo):
            one.hide()
        self.setAccessibleDescription(sentence)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
