"""„Erweitert“: the numbers behind a word, with contributions that add up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ehrenamt_desktop.model.matches import Match, Side
from ehrenamt_desktop.model.text import number
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label, vbox

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_HEADS = ("", "Wert", "Gewicht", "Beitrag")


class NumbersView(QWidget):
    """Folded behind one button; stays open while the list is walked through.

    The button and its tools, `toggle`, `weights` and `compare`, stand where the detail puts them.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle: QPushButton = button("Erweitert …", name=f"{name}.advanced")
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleDescription("Zeigt die Zahlen hinter der Reihenfolge.")
        self.weights = button("Wichtigkeit …", name=f"{name}.weights")
        self.weights.setAccessibleDescription("Was wie wichtig ist, und frühere Fassungen davon.")
        self.compare = button("Vergleichen …", name=f"{name}.compare")
        self.tools = (self.toggle, self.weights, self.compare)
        self._inside = QWidget()
        self._inside.setObjectName(f"{name}.numbers")
        self._words = vbox()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(0, 1)
        self._inside.setLayout(vbox(label("Erweitert", "heading"), self._words, self._grid))
        self._inside.hide()
        self.toggle.toggled.connect(self.set_open)
        self.setLayout(vbox(self._inside))

    def set_open(self, wanted: bool) -> None:
        """Unfold or fold; the tools are there as long as the numbers are."""
        self.toggle.setChecked(wanted)
        self.toggle.setText("Weniger" if wanted else "Erweitert …")
        self._inside.setVisible(wanted)
        for one in (self.weights, self.compare):
            one.setVisible(wanted and not self.toggle.isHidden())

    def set_offered(self, wanted: bool) -> None:
        """Whether there is a pair with numbers."""
        self.toggle.setVisible(wanted)
        self.setVisible(wanted)
        self.set_open(self.toggle.isChecked())

    def show_match(self, match: Match) -> None:
        """Show the numbers of a pair."""
        clear_layout(self._words)
        for words in (match.range_sentence, match.coverage_sentence, match.stable_sentence):
            if words:
                self._words.addWidget(label(words, wrap=True))
        clear_layout(self._grid)
        for column, words in enumerate(_HEADS):
            self._put(0, column, words, "small")
        row = 1
        for side, value in ((Side.PERSON, match.sides.person), (Side.OFFER, match.sides.offer)):
            for one in (found for found in match.criteria if found.side is side):
                known = "unbekannt" if one.value is None else number(one.value, 2)
                cells = (one.name.label, known, number(one.weight, 3), number(one.contribution, 3))
                self._line(row, cells, "small")
                row += 1
            self._line(row, (f"{side.short}: Summe", "", "", number(value, 3)), "strong")
            row += 1
        self._totals(row, match)

    def _totals(self, row: int, match: Match) -> None:
        mean = match.score + match.balance
        lines = [
            ("Harmonisches Mittel beider Seiten", number(mean, 3)),
            ("Abzug für offene Vorschläge", number(match.balance, 3)),
            ("Ergebnis", number(match.score, 3)),
            ("Spanne", f"{number(match.low, 3)} bis {number(match.high, 3)}"),
            ("Bekanntes Gewicht", number(match.coverage, 2)),
        ]
        for words, value in lines:
            self._line(row, (words, "", "", value), "body")
            row += 1
        if match.balance_sentence:
            self._grid.addWidget(label(match.balance_sentence, "small", wrap=True), row, 0, 1, 4)

    def _line(self, row: int, cells: tuple[str, str, str, str], role: str) -> None:
        for column, words in enumerate(cells):
            self._put(row, column, words, role)

    def _put(self, row: int, column: int, words: str, role: str) -> QLabel:
        made = label(words, role, wrap=column == 0)
        side = _RIGHT if column else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(made, row, column, side)
        return made
