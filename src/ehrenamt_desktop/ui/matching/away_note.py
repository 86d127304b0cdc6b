"""Above the list: why nothing is to be proposed to this person now, until when, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.panels import button, hbox, label

WAY_ROUND = (
    "Antworten tragen Sie bei der Person ein. Mit Grund geht es hier: „Trotzdem vorschlagen …“."
)


class AwayNote(QWidget):
    """A sentence with its sign; out of sight for who is ready."""

    open_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel()
        sign.setPixmap(icons.pixmap("clock", "amber", theme.em() + 2))
        self.words = label("", wrap=True, private=True, name=f"{name}.away")
        self.way = button("Person öffnen", name=f"{name}.away.open", icon="open", flat=True)
        self.way.clicked.connect(self.open_wanted)
        row = hbox(sign, self.words, self.way)
        row.setAlignment(sign, Qt.AlignmentFlag.AlignVCenter)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say why, or nothing for an empty sentence."""
        self.words.setText(f"{sentence} {WAY_ROUND}")
        self.setVisible(bool(sentence))
