"""Brief schreiben: choose the words, answer what they ask, change them by hand, see the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.letter_draft import LetterDraft
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label, label_of, scroll
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import BlockInput, ChoiceInput, LineInput
from ehrenamt_desktop.ui.office.page_view import PageView

WAIT = 300
"""Milliseconds without a key until the page is drawn anew."""

BODY_LINES, LEAST_LINES = 12, 8
OVERWRITE = "Ihre Änderungen an diesem Brief gehen verloren."


class WriteDialog(Dialog):
    """Reads the texts, opens, writes the letter as a file."""

    def __init__(self, desk: Desk, kind: Kind, number: int, parent: QWidget | None = None) -> None:
        super().__init__(
            "Brief schreiben", parent, name="letter", accept="Speichern und ansehen …", width_em=76
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kind, self._number = desk, kind, number
        self._texts: tuple[LetterText, ...] = ()
        self._chosen = 0
        self._draft: LetterDraft | None = None
        self._answers: dict[str, LineInput] = {}
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.draw)
        self._build()

    def load(self) -> None:
        """Read what can be written, then open with the first text."""
        office, kind = self._desk.office, self._kind
        self._desk.tasks.run(Lane.READ, lambda: office.letters.texts(kind), self._begin)

    def is_changed(self) -> bool:
        """Whether something was changed by hand."""
        made = self._draft
        return made is not None and (
            self.subject.text() != made.subject or self._typed() != made.body
        )

    def letter(self) -> LetterDraft | None:
        """The letter as it stands now."""
        if self._draft is None:
            return None
        return self._draft._replace(subject=self.subject.text(), body=self._typed())

    def draw(self) -> None:
        """Show the page, and say what is still open."""
        self._timer.stop()
        letter, office = self.letter(), self._desk.office
        if letter is None:
            return
        kind, number = self._kind, self._number
        left = [one for one in letter.words().used if one in (*letter_text.OWN, *letter.text.asked)]
        self._say(f"Noch offen: {letter_text.named(left)}." if left else "")
        self._desk.tasks.run(
            Lane.READ, lambda: office.letters.sample(kind, number, letter), self.sheet.show_pdf,
            self._refuse, key="letter.sample",
        )  # fmt: skip

    def confirm(self) -> None:
        """Ask for a PDF file, write it and show it."""
        self._write(".pdf", self._desk.files.show)

    def to_word(self) -> None:
        """Ask for a Word file, write it and open it."""
        self._write(".docx", self._desk.files.launch)

    def reject(self) -> None:
        """Close; ask first when something changed by hand would be lost."""
        if self.is_changed() and not self._desk.notices.ask(OVERWRITE, "Verwerfen", "Zurück"):
            return
        super().reject()

    def _build(self) -> None:
        self.texts = ChoiceInput()
        self.texts.setObjectName("letter.text")
        self.subject = LineInput()
        self.subject.setObjectName("letter.subject")
        self.words = BlockInput(BODY_LINES)
        self.words.setObjectName("letter.words")
        self.words.setMinimumHeight(LEAST_LINES * theme.line_height())
        self.open_points = label("", "error", wrap=True, name="letter.open")
        self.open_points.hide()
        self.sheet = PageView("letter.sample", "So sieht der Brief aus")
        self._asked = QVBoxLayout()
        self._asked.setSpacing(theme.GRID)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(label_of(self.texts, "Brieftext"))
        column.addWidget(self.texts)
        column.addLayout(self._asked)
        column.addWidget(label_of(self.subject, "Betreff"))
        column.addWidget(self.subject)
        column.addWidget(label_of(self.words, "Text"))
        column.addWidget(self.words, 1)
        column.addWidget(label("**fett**, Zeilen mit „- “ werden eine Liste.", "small", wrap=True))
        column.addWidget(self.open_points)
        typed = scroll(left)
        typed.setMinimumHeight(2 * LEAST_LINES * theme.line_height())
        self.body.addWidget(SideBySide(typed, self.sheet, (4, 3)), 1)
        self.word_button = button("Als Word öffnen …", name="letter.word")
        self.word_button.clicked.connect(self.to_word)
        self.buttons.insertWidget(1, self.word_button)
        self._ready(on=False)
        self.texts.activated.connect(self._choose)
        self.subject.textEdited.connect(lambda _: self._timer.start())
        self.words.textChanged.connect(self._timer.start)

    def _begin(self, texts: tuple[LetterText, ...]) -> None:
        self._texts = texts
        for one in texts:
            self.texts.addItem(one.title)
        self.show()
        self.texts.setFocus()
        self._take(0)

    def _choose(self, index: int) -> None:
        if index != self._chosen and self.is_changed() and not self._desk.notices.ask(
            OVERWRITE, "Verwerfen", "Zurück"
        ):  # fmt: skip
            self.texts.setCurrentIndex(self._chosen)
        elif index != self._chosen:
            self._take(index)

    def _take(self, index: int) -> None:
        """Begin with another text: ask what it asks, fill in the rest."""
        self._chosen = index
        clear_layout(self._asked)
        self._answers = {}
        for name in self._texts[index].asked:
            line = LineInput()
            line.setObjectName(f"letter.asked.{len(self._answers) + 1}")
            line.textEdited.connect(lambda _: self._fill())
            self._answers[name] = line
            self._asked.addWidget(label_of(line, letter_text.label_of(name)))
            self._asked.addWidget(line)
        self._draft = None
        self._fill()

    def _fill(self) -> None:
        """Fill the text in anew, unless it was changed by hand."""
        if self.is_changed():
            return
        answers = {name: line.text().strip() for name, line in self._answers.items()}
        office, kind, number = self._desk.office, self._kind, self._number
        name = self._texts[self._chosen].name
        self._desk.tasks.run(
            Lane.READ, lambda: office.letters.draft(kind, number, name, answers), self._filled,
            self._refuse, key="letter.draft",
        )  # fmt: skip

    def _filled(self, draft: LetterDraft) -> None:
        if self.is_changed():
            return
        self._draft = draft
        self.subject.setText(draft.subject)
        self.words.setPlainText(draft.body)
        self._ready(on=True)
        self.draw()

    def _write(self, suffix: str, then: Callable[[Path], None]) -> None:
        letter, desk = self.letter(), self._desk
        if letter is None:
            return
        name = f"{letter.text.title} Nr. {self._number} {clock.today():%Y-%m-%d}"
        path = desk.files.save("Brief speichern", name, suffix)
        if path is None:
            return
        kind, number = self._kind, self._number

        def done(_: Any) -> None:
            self._draft = letter
            self.accept()
            desk.notices.success("Der Brief ist geschrieben.", *paper_actions(desk.files, path))
            then(path)

        desk.tasks.run(
            Lane.WRITE, lambda: desk.office.letters.write(kind, number, letter, path), done,
            self._refuse,
        )  # fmt: skip

    def _typed(self) -> str:
        """The text with its hard blanks, which Qt's plain text makes soft."""
        return self.words.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _ready(self, *, on: bool) -> None:
        for one in (self.accept_button, self.word_button, self.subject, self.words):
            one.setEnabled(on)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self._say(error.sentence)
        else:
            self._desk.notices.error(error)

    def _say(self, sentence: str) -> None:
        self.open_points.setText(sentence)
        self.open_points.setVisible(bool(sentence))
