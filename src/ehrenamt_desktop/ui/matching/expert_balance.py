"""How far offers with many open proposals move back: a word, and the exact number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.text import number
from ehrenamt_desktop.model.weighing import Balance
from ehrenamt_desktop.ui.kit.fields import InputError, NumberEditor
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import label, label_of, vbox
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

WORDS = "Angebote mit vielen offenen Vorschlägen rücken nach hinten:"
EXACT = "Abzug für einen offenen Vorschlag je Platz, von 0 bis 1"
_DIGITS = 4


class BalanceField(QWidget):
    """`aus`, `schwach`, `mittel` or a number of one's own."""

    changed = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceInput()
        self.choice.setObjectName(f"{name}.balance")
        self.choice.setAccessibleName(WORDS.removesuffix(":"))
        for one in Balance:
            self.choice.addItem(one.label, one)
        self.exact = NumberEditor(Limit(required=True, optional=False, low=0.0, high=1.0))
        self.exact.set_names(f"{name}.balance_number", EXACT)
        self.exact.setToolTip(EXACT)
        self._error = label("", "error", wrap=True)
        self._value = 0.0
        words = label(WORDS, wrap=True)
        words.setBuddy(self.choice)
        row = QWidget()
        flow = FlowLayout(row)
        for part in (self.choice, label_of(self.exact.line, "genau"), self.exact):
            flow.addWidget(part)
        self.setLayout(vbox(words, row, self._error))
        self._error.hide()
        self.choice.activated.connect(self._chosen)
        self.exact.changed.connect(self._typed)

    def show_value(self, value: float) -> None:
        """Show a deduction; what is being typed stays as it is."""
        self._value = value
        self.choice.setCurrentIndex(self.choice.findData(Balance.of(value)))
        if not self.exact.line.hasFocus() or self.exact.line.text() == "":
            self.exact.line.setText(number(value, _DIGITS))
        self._tell_wrong("")

    def _chosen(self, at: int) -> None:
        wanted = self.choice.itemData(at)
        if wanted in Balance.amounts():
            self.changed.emit(Balance.amounts()[wanted])
        else:
            self.exact.line.setFocus()
            self.exact.line.selectAll()

    def _typed(self) -> None:
        try:
            value = self.exact.value()
        except InputError as wrong:
            self._tell_wrong(wrong.sentence)
            return
        self._tell_wrong("" if isinstance(value, float) else "Bitte geben Sie eine Zahl ein.")
        if isinstance(value, float):
            self.changed.emit(value)

    def _tell_wrong(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.exact.mark_wrong(bool(sentence))
