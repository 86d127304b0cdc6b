"""The actions under the ranked list; they say in words what is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehrenamt_desktop.model.rules.resting import USUAL
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label
from ehrenamt_desktop.ui.kit.tips import tip

MISSING = "Zur Weitergabe fehlt noch etwas"


class ProposeBar(QWidget):
    """`2 Angebote vorschlagen und drucken` · `Gesprächszettel …` · `Nur vorschlagen` · a hint."""

    propose = Signal()
    sheet_wanted = Signal()
    propose_only = Signal()
    missing_wanted = Signal()

    def __init__(
        self,
        name: str,
        others: tuple[str, str],
        *,
        prints: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Build the bar.

        Args:
            name: prefix of the object names.
            others: the words for one and for many of what is ticked.
            prints: whether letter and talk sheet belong to the proposal.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._others = others
        self._end = "vorschlagen und drucken" if prints else "vorschlagen"
        self._keys = "Strg+P schlägt vor und druckt." if prints else "Strg+P schlägt vor."
        self.main = button("", name=f"{name}.propose", primary=True)
        self.sheet = button("Gesprächszettel …", name=f"{name}.sheet")
        self.only = button("Nur vorschlagen", name=f"{name}.propose_only")
        self._prints = prints
        for one in (self.sheet, self.only):
            if not prints:
                one.hide()  # showing it before it stands in the row would open a window
        self.missing = button(MISSING, name=f"{name}.missing", icon="warning", flat=True)
        self.missing.hide()
        self.missing.clicked.connect(self.missing_wanted)
        self._hint = label("", "small", name=f"{name}.hint")
        self.main.clicked.connect(self.propose)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.only.clicked.connect(self.propose_only)
        flow = FlowLayout(self)
        for part in (self.main, self.sheet, self.only, self._hint, self.missing):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_ticked(0)

    def show_missing(self, refusal: str) -> None:
        """Say what the step after the proposal still lacks; nothing for an empty text."""
        self.missing.setVisible(bool(refusal))
        self.missing.setToolTip(tip(refusal))
        self.missing.setAccessibleDescription(refusal)

    def show_ticked(self, amount: int) -> None:
        """Name how many are ticked, or what to do first."""
        words = count(amount, *self._others) if amount else self._others[1]
        self.main.setText(f"{words} {self._end}")
        hint = self._keys if amount else "Wählen Sie zuerst mit der Leertaste aus."
        self._hint.setText(self._quiet(amount))
        for one in (self.main, self.sheet, self.only):
            one.setEnabled(amount > 0)
            one.setAccessibleDescription(hint)
            one.setToolTip(hint)

    def _quiet(self, amount: int) -> str:
        """What is said beside the buttons: the next key, or how many are usual in a talk."""
        if not amount:
            return "Leertaste wählt aus"
        if not self._prints or amount in USUAL:
            return self._keys
        usual = f"{USUAL.start} bis {USUAL.stop - 1}"
        return f"Üblich sind {usual} je Gespräch."

    def hint(self) -> str:
        """What is said beside the buttons."""
        return self._hint.text()
