"""Which sheet of labels lies in the printer, where it begins, how far the print is shifted."""

from __future__ import annotations

import json
import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.label_sheets import SHEETS, LabelWish
from ehrenamt_desktop.model.text import cut
from ehrenamt_desktop.ui.kit import kept_layouts
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, label_of, vbox
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput, LineInput

KEPT = "labels"
"""What this computer remembers of its printer: the sheet, and the shift of each sheet."""

_NUMBER = re.compile(r"[+-]?\d{1,3}(\.\d{1,2})?", re.ASCII)

HINT = (
    "Drucken Sie zuerst den Probedruck auf gewöhnliches Papier und halten Sie ihn mit einem Blatt "
    "Etiketten gegen das Licht. Was fehlt, tragen Sie in mm ein; links und oben mit Minus."
)


class LabelPanel(QWidget):
    """The few entries of a label print."""

    trial_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = _kept()
        self.sheet = ChoiceInput()
        self.sheet.setObjectName("letters.sheet")
        self.sheet.setAccessibleName("Etiketten")
        for one in SHEETS:
            self.sheet.addItem(one.words, one.key)
        self.start = self._number("letters.start", "1")
        self.right = self._number("letters.right")
        self.down = self._number("letters.down")
        trial = button("Probedruck …", name="letters.trial", icon="print")
        trial.clicked.connect(self.trial_wanted.emit)
        row = FlowLayout()
        for field, words in ((self.start, "Ab Etikett Nr."), (self.right, "Nach rechts (mm)"),
                             (self.down, "Nach unten (mm)")):  # fmt: skip
            row.addWidget(_field(field, words))
        row.addWidget(trial)
        hint = label(HINT, "soft", wrap=True, name="letters.label_hint")
        self.setLayout(vbox(label_of(self.sheet, "Etiketten"), self.sheet, row, hint))
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(self._kept.get("sheet", ""))))
        self.sheet.currentIndexChanged.connect(lambda _: self._show_shift())
        self._show_shift()

    def wish(self) -> LabelWish:
        """What is entered; remembered for the next time.

        Raises:
            DomainError: an entry is no number.
        """
        key = str(self.sheet.currentData())
        wish = LabelWish(
            key, int(_read(self.start.text() or "1")), _read(self.right.text() or "0"),
            _read(self.down.text() or "0"),
        )  # fmt: skip
        self._kept |= {"sheet": key, key: f"{wish.right:g} {wish.down:g}"}
        kept_layouts.keep_text(KEPT, json.dumps(self._kept))
        return wish

    def _number(self, name: str, text: str = "") -> LineInput:
        made = LineInput()
        made.setObjectName(name)
        made.setText(text)
        made.setMaxLength(8)
        return made

    def _show_shift(self) -> None:
        shift = self._kept.get(str(self.sheet.currentData()), "").split()
        right, down = shift if len(shift) == 2 else ("0", "0")
        self.right.setText(right.replace(".", ","))
        self.down.setText(down.replace(".", ","))


def _field(field: LineInput, words: str) -> QWidget:
    made = QWidget()
    field.setMaximumWidth(field.fontMetrics().averageCharWidth() * 16)
    made.setLayout(vbox(label_of(field, words), field))
    return made


def _read(text: str) -> float:
    typed = text.strip().replace(",", ".")
    if not _NUMBER.fullmatch(typed):
        raise DomainError(
            f"„{cut(text, 20)}“ ist keine Zahl. Bitte tragen Sie zum Beispiel 1,5 ein."
        )
    return float(typed)


def _kept() -> dict[str, str]:
    try:
        found = json.loads(kept_layouts.kept_text(KEPT) or "{}")
    except (ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
