"""„Noch nachfragen“: up to three questions whose answers are kept and order the list anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import Question, Side
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office

KINDS = {Side.PERSON: Kind.PERSON, Side.OFFER: Kind.OFFER}


class QuestionsView(QWidget):
    """Questions with a button per answer; without answers the record is opened."""

    answered = Signal(object, object)
    open_record = Signal(object, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)

    def show_questions(self, questions: Sequence[Question], *, private: bool) -> None:
        """Show other questions; `private` blanks sentences that may name people."""
        clear_layout(self._column)
        self.setVisible(bool(questions))
        if not questions:
            return
        self._column.addWidget(label("Noch nachfragen", "heading"))
        for at, question in enumerate(questions):
            self._column.addWidget(label(question.sentence, wrap=True, private=private))
            self._column.addWidget(self._answers(at, question))
        hint = "Die Antwort wird gespeichert und ordnet die Liste neu."
        self._column.addWidget(label(hint, "small", wrap=True))

    def _answers(self, at: int, question: Question) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        for place, (words, values) in enumerate(question.options):
            answer = button(words, name=f"{self._name}.question.{at}.{place}")
            answer.setAccessibleName(f"{question.sentence} {words}")
            answer.clicked.connect(
                lambda _=False, one=question, kept=values: self.answered.emit(one, kept)
            )
            flow.addWidget(answer)
        if not question.options:
            way = button("Im Datensatz eintragen …", name=f"{self._name}.question.{at}.open")
            way.setAccessibleName(f"{question.sentence} Im Datensatz eintragen")
            kind = KINDS[question.subject]
            number = question.record_id
            way.clicked.connect(lambda: self.open_record.emit(kind, number))
            flow.addWidget(way)
        return made


def save_answer(office: Office, question: Question, values: dict[str, object]) -> None:
    """Keep an answer where the question says: as a proof, at the person or at the offer.

    Raises:
        EhrenamtError: the record is gone or refuses the value.
    """
    number = question.record_id
    keep = {
        (Side.PERSON, True): lambda: office.people.save_credential(number, values),
        (Side.PERSON, False): lambda: office.people.save(values, number),
        (Side.OFFER, False): lambda: office.offers.save(values, number),
    }
    keep[question.subject, question.field == "credential"]()
