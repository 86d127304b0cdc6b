"""The text for the municipal bulletin: for what, how long, and how it reads."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.rules.bulletin import Bulletin
from ehrenamt_desktop.model.sheets import BoardCuts, SheetChoice
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import button, hbox, label, label_of, vbox
from ehrenamt_desktop.ui.kit.text_inputs import BlockInput, ChoiceInput, LineInput

NUMBERS = re.compile(r"\d+")


class BulletinDialog(Dialog):
    """It shows the text; copying and writing are its caller's."""

    wanted = Signal()
    """Another part or length was chosen: `show_bulletin` or `show_problem` answers."""
    word_wanted = Signal()

    def __init__(self, cuts: BoardCuts, parent: QWidget | None = None) -> None:
        super().__init__(
            "Text für das Mitteilungsblatt", parent, name="bulletin", accept="Text kopieren",
            cancel="Schließen", width_em=44,
        )  # fmt: skip
        self._choices = cuts.choices()
        self.made: Bulletin | None = None
        self.box = ChoiceInput()
        self.box.setObjectName("bulletin.part")
        for words, _ in self._choices:
            self.box.addItem(words)
        self.numbers = _line("bulletin.numbers", "Nur diese Angebote (Nummern)", "z. B. 7, 12, 31")
        self.limit = _line("bulletin.limit", "Höchstens Zeichen", "leer: ohne Grenze")
        self.view = BlockInput(14)
        self.view.setObjectName("bulletin.text")
        self.view.setAccessibleName("Text")
        self.view.setReadOnly(True)
        self.told = label("", "small", wrap=True, name="bulletin.told")
        self.problem = label("", "error", wrap=True, name="bulletin.problem")
        self.problem.hide()
        self.word_button = button("Als Word speichern …", name="bulletin.word")
        self.buttons.insertWidget(1, self.word_button)
        row = hbox(
            vbox(label_of(self.numbers, "Nur diese Angebote (Nummern)"), self.numbers),
            vbox(label_of(self.limit, "Höchstens Zeichen"), self.limit),
        )
        self.body.addWidget(label_of(self.box, "Ortsteil, Gemeinde oder Bereich"))
        self.body.addWidget(self.box)
        self.body.addLayout(row)
        self.body.addWidget(label_of(self.view, "Text"))
        self.body.addWidget(self.view)
        self.body.addWidget(self.told)
        self.body.addWidget(self.problem)
        self.word_button.clicked.connect(self.word_wanted)
        self.box.currentIndexChanged.connect(self.wanted)
        self.numbers.textChanged.connect(self.wanted)
        self.limit.textChanged.connect(self.wanted)
        self._allow(None)

    def choice(self) -> SheetChoice | tuple[int, ...]:
        """The part of the association, or the numbers of offers."""
        numbers = tuple(int(one[:9]) for one in NUMBERS.findall(self.numbers.text()))
        return numbers or self._choices[self.box.currentIndex()][1]

    def longest(self) -> int:
        """How many characters there may be; 0 means any."""
        digits = "".join(NUMBERS.findall(self.limit.text()))
        return int(digits[:9]) if digits else 0

    def show_bulletin(self, made: Bulletin) -> None:
        """Show the text and how long it is."""
        self.view.setPlainText(made.text)
        left = f", {made.left_out} fanden keinen Platz" if made.left_out else ""
        amount = count(len(made.shown), "Angebot", "Angebote")
        self.told.setText(f"{made.length} Zeichen mit Leerzeichen, {amount}{left}")
        self._allow(made)

    def show_problem(self, sentence: str) -> None:
        """Say why there is no text."""
        self.view.clear()
        self.told.clear()
        self._allow(None, sentence)

    def _allow(self, made: Bulletin | None, sentence: str = "") -> None:
        self.made = made
        self.problem.setText(sentence)
        if bool(sentence) != self.problem.isVisibleTo(self):
            self.problem.setVisible(bool(sentence))
        self.accept_button.setEnabled(made is not None)
        self.word_button.setEnabled(made is not None)


def _line(name: str, words: str, hint: str) -> LineInput:
    made = LineInput()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setPlaceholderText(hint)
    return made
