"""The mask for answers: code, Enter, one letter, Enter, the next one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from ehrenamt_desktop.model.enums import Kind, OfferAnswer
from ehrenamt_desktop.model.rounds import AskedBody, Question
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import Card, button, hbox, label, label_of
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import LineInput
from ehrenamt_desktop.ui.record.telling import way_back

LETTERS: Mapping[Qt.Key, OfferAnswer] = MappingProxyType({
    Qt.Key.Key_U: OfferAnswer.UNCHANGED,
    Qt.Key.Key_G: OfferAnswer.CHANGED,
    Qt.Key.Key_E: OfferAnswer.DROPPED,
})  # fmt: skip
_START = "Code vom Bogen oder von der Liste eintippen, dann Enter."


class RoundKeys(Card):
    """Asks for one answer after the other; each is kept as a step of its own."""

    answered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("Antworten eintragen")
        self.setObjectName("round.keys")
        self._desk = desk
        self._question: Question | None = None
        self._answer: OfferAnswer | None = None
        self.code = LineInput()
        self.code.setObjectName("round.code")
        self.code.setAccessibleName("Code")
        self.code.setMaximumWidth(theme.em() * 10)
        self.code.returnPressed.connect(self._look_up)
        self.code.textEdited.connect(lambda _: self._forget())
        self.found = label(_START, wrap=True, name="round.found")
        line = hbox(label_of(self.code, "Code"), self.code, self.found)
        line.setStretch(2, 1)
        self.note = LineInput()
        self.note.setObjectName("round.note")
        self.note.setAccessibleName("Was hat sich geändert?")
        self.note.setPlaceholderText("Was hat sich geändert?")
        self.note.setMaxLength(1000)
        self.note.returnPressed.connect(self._keep)
        self._choices = {answer: self._choice(key, answer) for key, answer in LETTERS.items()}
        self._done = button("Eintragen", name="round.keep", primary=True)
        self._done.clicked.connect(self._keep)
        flow = FlowLayout()
        for one in (*self._choices.values(), self._done):
            flow.addWidget(one)
        self.body.addLayout(line)
        self.body.addLayout(flow)
        self.body.addWidget(self.note)
        self._forget()

    def begin(self, code: str = "") -> None:
        """Wait for a code, or go on with this one."""
        self.code.setText(code)
        self._forget()
        self.code.setFocus()
        if code:
            self._look_up()

    def is_dirty(self) -> bool:
        """Whether a note was typed that is not kept."""
        return bool(self.note.text().strip()) and self._question is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """U, G and E choose, Enter keeps, Escape begins anew."""
        key = Qt.Key(event.key())
        if self._question is None:
            super().keyPressEvent(event)
        elif key in LETTERS:
            self._choose(LETTERS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif key == Qt.Key.Key_Escape:
            self.begin()
        else:
            super().keyPressEvent(event)

    def _choice(self, key: Qt.Key, answer: OfferAnswer) -> QPushButton:
        made = button(f"{key.name[-1]}: {answer.label}", name=f"round.answer.{answer.value}")
        made.setCheckable(True)
        made.clicked.connect(lambda: self._choose(answer))
        return made

    def _look_up(self) -> None:
        typed = self.code.text().strip()
        if typed:
            self._desk.tasks.run(
                Lane.READ, lambda: self._desk.office.rounds.question(typed), self._show,
                self._not_found, key="round.code",
            )  # fmt: skip

    def _show(self, found: tuple[AskedBody, Question]) -> None:
        body, question = found
        self._forget()
        self._question = question
        parts = [question.title, body.name, question.place]
        if question.settled:
            parts.append(f"schon eingetragen: {question.settled} {day(question.settled_on)}")
        self.found.setText(" · ".join(part for part in parts if part))
        self._enable(enabled=True)
        self._choices[OfferAnswer.UNCHANGED].setFocus()

    def _not_found(self, error: Exception) -> None:
        self._forget()
        self.found.setText(str(error))
        self.code.setAccessibleDescription(str(error))
        self.code.selectAll()

    def _choose(self, answer: OfferAnswer) -> None:
        self._answer = answer
        for one, made in self._choices.items():
            made.setChecked(one is answer)
        self.note.setVisible(answer is OfferAnswer.CHANGED)
        self._done.setEnabled(True)
        (self.note if answer is OfferAnswer.CHANGED else self._choices[answer]).setFocus()

    def _keep(self) -> None:
        question, answer, note = self._question, self._answer, self.note.text()
        if question is None or answer is None:
            return
        self._question = None  # a second Enter keeps nothing twice
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.rounds.answer(question.id, answer, note),
            lambda _: self._kept(question, answer),
            lambda error: self._refused(question, error),
        )

    def _kept(self, question: Question, answer: OfferAnswer) -> None:
        actions = [way_back(self._desk)]
        if answer is OfferAnswer.CHANGED:
            number = question.offer_id
            actions.append(
                Action("Angebot öffnen", lambda: self._desk.navigator.open(Kind.OFFER, number))
            )
        self._desk.notices.success(f"{question.code} {answer.label}: „{question.title}“", *actions)
        self.begin()
        self.answered.emit()

    def _refused(self, question: Question, error: Exception) -> None:
        self._question = question
        self._desk.notices.error(error)

    def _forget(self) -> None:
        """Nothing is asked about."""
        self._question = self._answer = None
        self.found.setText(_START)
        self.code.setAccessibleDescription(_START)
        self.note.clear()
        self.note.hide()
        for made in self._choices.values():
            made.setChecked(False)
        self._enable(enabled=False)

    def _enable(self, *, enabled: bool) -> None:
        for made in self._choices.values():
            made.setEnabled(enabled)
        self._done.setEnabled(enabled and self._answer is not None)
