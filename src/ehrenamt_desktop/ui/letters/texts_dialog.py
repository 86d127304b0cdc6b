"""Brieftexte: the words of all letters, changed by the office; the shipped ones never go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from ehrenamt_desktop.errors import EhrenamtError, InvalidDraft
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.enums import LetterTo
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, label_of
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput

SPECS = (
    FieldSpec("title", "Name des Brieftextes"),
    FieldSpec("to", "Geht an", FieldKind.CHOICE, choices=LetterTo),
    FieldSpec("subject", "Betreff", wide=True),
    FieldSpec("body", "Text", FieldKind.BLOCK, wide=True,
              hint="Eine leere Zeile trennt Absätze. **fett**, Zeilen mit „- “ werden eine Liste."),
    FieldSpec("closing", "Grußformel", wide=True),
)  # fmt: skip
LINES = 12
NEW = "Neuer Brieftext"
FRESH = LetterText(
    "", "", LetterTo.PERSON, "", "Mit freundlichen Grüßen", ("{greeting},", "Ihr Text")
)
QUESTION = "{?Was gefragt wird}"
LOST = "Ihre Änderungen an diesem Brieftext sind noch nicht gespeichert."
STATES = {
    True: "Eigene Fassung. Die mitgelieferte ist nicht verloren.",
    False: "Mitgelieferter Text. Was Sie ändern, wird Ihre eigene Fassung.",
}


class TextsDialog(Dialog):
    """Reads the texts, opens, keeps what was typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Brieftexte", parent, name="letter_texts", cancel="Schließen", width_em=58)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._texts: tuple[LetterText, ...] = ()
        self._chosen = 0
        self.choice = ChoiceInput()
        self.choice.setObjectName("letter_texts.choice")
        self.form = RecordForm("letter_text", SPECS, Vocabulary(), name="letter_texts")
        self._field().setFixedHeight(LINES * theme.line_height())
        self.state = label("", "soft", wrap=True, name="letter_texts.state")
        self.problem = label("", "error", wrap=True, name="letter_texts.problem")
        self.problem.hide()
        self.insert_button = button("Platzhalter einfügen", name="letter_texts.insert")
        self.back_button = button("Mitgelieferten Text nehmen", name="letter_texts.back")
        self.menu = QMenu(self.insert_button)
        self.insert_button.setMenu(self.menu)
        deeds = FlowLayout()
        for one in (self.insert_button, self.back_button):
            deeds.addWidget(one)
        self.body.addWidget(label_of(self.choice, "Welcher Text?"))
        self.body.addWidget(self.choice)
        self.body.addWidget(self.state)
        self.body.addWidget(self.form, 1)
        self.body.addLayout(deeds)
        self.body.addWidget(self.problem)
        self.choice.activated.connect(self._choose)
        self.back_button.clicked.connect(self.go_back)
        self.form.changed.connect(lambda: self._say(""))

    def load(self) -> None:
        """Read the texts, then open."""
        self._desk.tasks.run(Lane.READ, self._desk.office.letter_texts.all, self._show)

    def text(self) -> LetterText:
        """The chosen text."""
        return FRESH if self._chosen == len(self._texts) else self._texts[self._chosen]

    def confirm(self) -> None:
        """Keep the version, or say what is wrong; the dialog stays for the next text."""
        try:
            values = self.form.values()
        except InvalidDraft as error:
            self.form.show_errors(error.fields)
            return
        texts, name = self._desk.office.letter_texts, self.text().name
        self._desk.tasks.run(
            Lane.WRITE, lambda: texts.keep(name, values), self._kept, self._refuse
        )  # fmt: skip

    def go_back(self) -> None:
        """Let the shipped text count again, or drop one of the office's own."""
        texts, name = self._desk.office.letter_texts, self.text().name
        self._desk.tasks.run(
            Lane.WRITE, lambda: texts.drop(name), lambda _: self._again(name), self._refuse
        )

    def insert(self, words: str) -> None:
        """Put a placeholder where the cursor stands in the text."""
        self._field().insertPlainText(words)
        self._field().setFocus()

    def reject(self) -> None:
        """Close; ask first when something typed would be lost."""
        if self._may_go():
            super().reject()

    def _field(self) -> QPlainTextEdit:
        return self.form.editor("body").findChildren(QPlainTextEdit)[0]

    def _may_go(self) -> bool:
        if not self.form.is_dirty():
            return True
        return self._desk.notices.ask(LOST, "Verwerfen", "Zurück")

    def _show(self, texts: tuple[LetterText, ...], chosen: str = "") -> None:
        self._texts = texts
        self.choice.clear()
        for one in texts:
            self.choice.addItem(f"{one.title} (eigene Fassung)" if one.number else one.title)
        self.choice.addItem(NEW)
        names = [one.name for one in texts]
        self._take(names.index(chosen) if chosen in names else 0)
        if not self.isVisible():
            self.show()
            self.choice.setFocus()

    def _choose(self, index: int) -> None:
        if index == self._chosen:
            return
        if self._may_go():
            self._take(index)
        else:
            self.choice.setCurrentIndex(self._chosen)

    def _take(self, index: int) -> None:
        self._chosen = index
        self.choice.setCurrentIndex(index)
        text = self.text()
        self.form.load({
            "title": text.title, "to": text.to, "subject": text.subject, "body": text.body,
            "closing": text.closing,
        })  # fmt: skip
        own = text.number is not None
        self.state.setText(STATES[own] if text.name else "")
        self.back_button.setVisible(own)
        self._offer(text)
        self._say("")

    def _offer(self, text: LetterText) -> None:
        """The placeholders this text may have."""
        self.menu.clear()
        for name, words in letter_text.choice(text.lists).items():
            self.menu.addAction(words, partial(self.insert, f"{{{name}}}"))
        self.menu.addSeparator()
        self.menu.addAction("Frage beim Schreiben", partial(self.insert, QUESTION))

    def _kept(self, name: str) -> None:
        self._desk.notices.success("Der Brieftext ist gespeichert. Er gilt für alle neuen Briefe.")
        self._again(name)

    def _again(self, name: str) -> None:
        self.form.settle()
        self._desk.tasks.run(
            Lane.READ, self._desk.office.letter_texts.all, lambda texts: self._show(texts, name)
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, InvalidDraft) or not isinstance(error, EhrenamtError):
            self.form.refuse(error, self._desk.notices)
        else:
            self._say(error.sentence)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
