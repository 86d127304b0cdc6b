"""Which letter goes to everybody, and what its text asks for."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.letter_text import label_of as words_of
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label_of, vbox
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput, ChoiceInput, LineInput
from ehrenamt_desktop.ui.office.page_view import PageView

NONE = "Bitte wählen …"


class TextPanel(QWidget):
    """The text, a line for each question in it, one file or many."""

    changed = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[LetterText, ...] = ()
        self._answers: dict[str, LineInput] = {}
        self.text = ChoiceInput()
        self.text.setObjectName("letters.text")
        self.text.setAccessibleName("Brieftext")
        self.text.currentIndexChanged.connect(lambda _: self._ask())
        self._asked = QVBoxLayout()
        self._asked.setSpacing(theme.GRID)
        self.single = CheckInput("Jeder Brief als eigene Datei")
        self.single.setObjectName("letters.single")
        self.sample = button("Ersten Brief ansehen", name="letters.sample", icon="search")
        self.sample.clicked.connect(self.sample_wanted.emit)
        row = FlowLayout()
        row.addWidget(self.single)
        row.addWidget(self.sample)
        self.page = PageView("letters.page", "So sieht der erste Brief aus")
        self.page.hide()
        self.setLayout(
            vbox(label_of(self.text, "Brieftext"), self.text, self._asked, row, self.page)
        )

    def show_texts(self, texts: tuple[LetterText, ...]) -> None:
        """Offer these texts."""
        self._texts = texts
        blocker = QSignalBlocker(self.text)
        self.text.clear()
        self.text.addItem(NONE, "")
        for one in texts:
            self.text.addItem(one.title, one.name)
        blocker.unblock()
        self._ask()

    def show_page(self, data: bytes) -> None:
        """Show the first letter."""
        self.page.show_pdf(data)
        self.page.show()

    def chosen(self) -> LetterText | None:
        """The chosen text; nothing is chosen at first, so that no refusal goes to everybody."""
        index = self.text.currentIndex() - 1
        return self._texts[index] if 0 <= index < len(self._texts) else None

    def answers(self) -> dict[str, str]:
        """What was typed for each question."""
        return {name: line.text().strip() for name, line in self._answers.items()}

    def unanswered(self) -> LineInput | None:
        """The first question without an answer."""
        return next((one for one in self._answers.values() if not one.text().strip()), None)

    def _ask(self) -> None:
        clear_layout(self._asked)
        self._answers = {}
        self.page.hide()
        text = self.chosen()
        self.sample.setEnabled(text is not None)
        for name in text.asked if text is not None else ():
            line = LineInput()
            line.setObjectName(f"letters.asked.{len(self._answers) + 1}")
            line.setMaxLength(300)
            self._answers[name] = line
            self._asked.addWidget(label_of(line, words_of(name)))
            self._asked.addWidget(line)
        self.changed.emit()
