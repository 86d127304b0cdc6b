"""How an offer will look on the notice board, in short."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ehrenamt_desktop.ui.initiatives.offer_facts import BoardWords
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import KeyValues, clear_layout, label


class BoardPreview(QFrame):
    """Title, a sentence, where, when, what is needed: nothing else can reach a board."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName("So steht es auf dem Aushang")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.GRID + 4,) * 4)
        self._column.setSpacing(theme.GRID // 2)

    def show_words(self, words: BoardWords) -> None:
        """Show an offer's public words."""
        clear_layout(self._column)
        self._column.addWidget(label("So steht es auf dem Aushang", "small"))
        self._column.addWidget(label(words.title or "Titel fehlt noch", "strong", wrap=True))
        if words.teaser:
            self._column.addWidget(label(words.teaser, wrap=True))
        facts = KeyValues()
        facts.add("Wo", words.where)
        facts.add("Wann", words.when)
        facts.add("Sie brauchen", words.needs)
        self._column.addWidget(facts)
