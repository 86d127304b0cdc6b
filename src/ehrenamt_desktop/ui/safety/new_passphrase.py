"""A new passphrase, typed twice, with a true word on how strong it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from ehrenamt_desktop.model.enums import Strength
from ehrenamt_desktop.services.strength import judge
from ehrenamt_desktop.ui.kit.panels import label, label_of, restyle, vbox
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput, LineInput

PAUSE = 150
"""Milliseconds of rest after typing before the strength is said."""

NOT_ALIKE = "Die beiden Kennwörter sind nicht gleich. Bitte tippen Sie sie noch einmal."
_TONES = {
    Strength.TOO_WEAK: "late", Strength.WEAK: "late", Strength.FAIR: "soon",
    Strength.GOOD: "good", Strength.VERY_GOOD: "good",
}  # fmt: skip


class NewPassphrase(QWidget):
    """Two lines, the strength below, and a way to see what is typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = secret_line(f"{name}.passphrase", "Neues Kennwort")
        self.again = secret_line(f"{name}.again", "Kennwort wiederholen")
        self.shown = CheckInput("Kennwort zeigen")
        self.shown.setObjectName(f"{name}.shown")
        self.strength = label(judge("")[1], "small", wrap=True, name=f"{name}.strength")
        self.setLayout(
            vbox(
                label_of(self.first, "Neues Kennwort"), self.first, self.strength,
                label_of(self.again, "Kennwort wiederholen"), self.again, self.shown,
            )
        )  # fmt: skip
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self.say)
        self.first.textChanged.connect(lambda _: self._rest.start())
        self.shown.toggled.connect(self._show)

    def typed(self) -> str:
        """What stands in the first line."""
        return self.first.text()

    def say(self) -> None:
        """Say how strong the passphrase is."""
        strength, sentence = judge(self.typed())
        self.strength.setText(sentence)
        self.strength.setProperty("tone", _TONES[strength] if self.typed() else None)
        self.first.setAccessibleDescription(sentence)
        restyle(self.strength)

    def problem(self) -> str:
        """Why it cannot be taken; empty if it can."""
        strength, sentence = judge(self.typed())
        if strength is Strength.TOO_WEAK:
            return sentence
        return NOT_ALIKE if self.typed() != self.again.text() else ""

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def _show(self, shown: bool) -> None:
        for line in (self.first, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def secret_line(name: str, spoken: str) -> LineInput:
    """A line whose signs are not shown."""
    made = LineInput()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
