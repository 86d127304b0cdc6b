"""The actions under the ranked list; they say in words what is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label

MISSING = "Zur Weitergabe fehlt noch etwas"


class ProposeBar(QWidget):
    """`2 Angebote vorschlagen und drucken` · `Nur vorschlagen` · what to do first."""

    propose = Signal()
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
            prints: whether a letter belongs to the proposal.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._others = others
        self._end = "vorschlagen und drucken" if prints else "vorschlagen"
        self._keys = "Strg+P schlägt vor und druckt." if prints else "Strg+P schlägt vor."
        self.main = button("", name=f"{name}.propose", primary=True)
        self.only = button("Nur vorschlagen", name=f"{name}.propose_only")
        if not prints:
            self.only.hide()  # showing it before it stands in the row would open a window
        self.missing = button(MISSING, name=f"{name}.missing", icon="warning", flat=True)
        self.missing.hide()
        self.missing.clicked.connect(self.missing_wanted)
        self._hint = label("", "small", name=f"{name}.hint")
        self.main.clicked.connect(self.propose)
        self.only.clicked.connect(self.propose_only)
        flow = FlowLayout(self)
        for part in (self.main, self.only, self._hint, self.missing):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_ticked(0)

    def show_missing(self, refusal: str) -> None:
        """Say what the step after the proposal still lacks; nothing for an empty text."""
        self.missing.setVisible(bool(refusal))
        self.missing.setToolTip(refusal)
        self.missing.setAccessibleDescription(refusal)

    def show_ticked(self, amount: int) -> None:
        """Name how many are ticked, or what to do first."""
        words = count(amount, *self._others) if amount else self._others[1]
        self.main.setText(f"{words} {self._end}")
        hint = self._keys if amount else "Wählen Sie zuerst mit der Leertaste aus."
        self._hint.setText(hint)
        for one in (self.main, self.only):
            one.setEnabled(amount > 0)
            one.setAccessibleDescription(hint)
            one.setToolTip(hint)
