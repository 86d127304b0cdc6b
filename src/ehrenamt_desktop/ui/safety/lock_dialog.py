"""Von selbst sperren: after how many minutes, and what the computer does itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import label, label_of
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput
from ehrenamt_desktop.ui.safety.lock_idle import CHOICES, SYSTEM_ENOUGH

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.main_window import MainWindow

NAME = "lock_later"
ABOUT = (
    "Sperrt sich der Computer, sperrt sich das Programm mit ihm. Wo er es nicht innerhalb von "
    f"{SYSTEM_ENOUGH} Minuten tut, sperrt es sich selbst, wenn so lange niemand tippt oder die "
    "Maus bewegt:"
)
OPEN_STORE = "Dieser Bestand hat kein Kennwort und wird deshalb nicht gesperrt."


class LockDialog(Dialog):
    """One choice, kept on this computer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__("Von selbst sperren", window, name=NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._watch = window.equipment.lock.idle
        self.minutes = ChoiceInput()
        self.minutes.setObjectName(f"{NAME}.minutes")
        for one in CHOICES:
            self.minutes.addItem(f"{one} Minuten", one)
        self.minutes.setCurrentIndex(CHOICES.index(self._watch.minutes))
        self.body.addWidget(label(ABOUT, wrap=True))
        self.body.addWidget(label_of(self.minutes, "Sperren nach"))
        self.body.addWidget(self.minutes)
        known = OPEN_STORE
        if window.desk.office.encrypted:
            known = system_words(self._watch.system)
        self.body.addWidget(label(known, "soft", wrap=True, name=f"{NAME}.system"))
        self.body.addStretch(1)

    def confirm(self) -> None:
        """Keep the choice."""
        self._watch.choose(self.minutes.currentData())
        self.accept()


def system_words(minutes: int | None) -> str:
    """What the computer does, in a sentence."""
    if minutes is None:
        return "Dieser Computer sperrt sich nicht von selbst, oder er sagt es dem Programm nicht."
    after = "einer Minute" if minutes == 1 else f"{minutes} Minuten"
    return f"Dieser Computer sperrt sich nach {after} selbst."
