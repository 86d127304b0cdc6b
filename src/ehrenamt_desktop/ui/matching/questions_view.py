"""„Noch nachfragen“: up to three questions whose answers are kept and order the list anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ehrenamt_desktop.model.matches import Question, Side
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, hbox, label, vbox
from ehrenamt_desktop.ui.kit.pick_field import PickInput, Search
from ehrenamt_desktop.ui.kit.tab_order import stops
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


BESIDE_EM = 14
"""Up to this width, in heights of the base text, answers stand beside their question."""


class QuestionsView(QWidget):
    """Questions with a button per answer, or a line to type it."""

    answered = Signal(object, object)

    def __init__(self, name: str, places: Search, parent: QWidget | None = None) -> None:
        """Build it empty; `places` answers the letters of a place."""
        super().__init__(parent)
        self._name = name
        self._places = places
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID - 2)

    def show_questions(
        self, questions: Sequence[Question], *, private: bool, keepers: Mapping[Side, str]
    ) -> None:
        """Show other questions.

        Args:
            questions: at most three.
            private: whether sentences may name people and are blanked under Sichtschutz.
            keepers: with whom the answers of a side are kept, told when all are of one record.
        """
        here = QApplication.focusWidget()
        stays = here is not None and self.isAncestorOf(here)
        clear_layout(self._column)
        self.setVisible(bool(questions))
        if not questions:
            return
        self._column.addWidget(label("Noch nachfragen", "heading"))
        for at, question in enumerate(questions):
            self._column.addLayout(self._row(at, question, private=private))
        records = {(one.subject, one.record_id) for one in questions}
        where = f"bei {keepers[questions[0].subject]} " if len(records) == 1 else ""
        hint = f"Die Antwort wird {where}gespeichert und ordnet die Liste neu."
        kept = f"{self._name}.question.kept"
        self._column.addWidget(label(hint, "small", wrap=True, private=bool(where), name=kept))
        if stays:
            # What was just made is shown, and can have the focus, only after this turn.
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """Go to the first answer: the one that had the focus is gone."""
        for stop in stops(self)[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, at: int, question: Question, *, private: bool) -> QBoxLayout:
        """The sentence with its answers, beside it when they are few, else below it."""
        words = label(question.sentence, wrap=True, private=private)
        answers = self._answers(at, question)
        if answers.sizeHint().width() > BESIDE_EM * theme.em():
            return vbox(words, answers, gap=theme.GRID // 2)
        answers.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = hbox(words, answers)
        row.setStretch(0, 1)
        return row

    def _answers(self, at: int, question: Question) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        for place, (words, values) in enumerate(question.options):
            answer = self._answer(words, f"{at}.{place}", f"{question.sentence} {words}")
            answer.clicked.connect(
                lambda _=False, one=question, kept=values: self.answered.emit(one, kept)
            )
            flow.addWidget(answer)
        if not question.options:
            flow.addWidget(self._typed(at, question))
        return made

    def _typed(self, at: int, question: Question) -> QWidget:
        """A line for an answer that is typed: a place by its letters, else a number."""
        line = self._place(question) if question.field == "place_id" else self._line(question)
        line.setObjectName(f"{self._name}.question.{at}.line")
        line.setAccessibleName(f"{question.sentence} Die Eingabetaste speichert.")
        return line

    def _place(self, question: Question) -> LineInput:
        line = PickInput(self._places)
        line.picked.connect(
            lambda number, _words: self.answered.emit(question, {"place_id": number})
        )
        line.setPlaceholderText("Ort, erste Buchstaben")
        line.setFixedWidth(theme.em() * 13)
        return line

    def _line(self, question: Question) -> LineInput:
        line = LineInput()

        def keep() -> None:
            if line.text().strip():
                self.answered.emit(question, {question.field: line.text().strip()})

        line.returnPressed.connect(keep)
        line.setPlaceholderText("Jahr")
        line.setFixedWidth(theme.em() * 7)
        return line

    def _answer(self, words: str, name: str, spoken: str) -> QPushButton:
        made = button(words, name=f"{self._name}.question.{name}")
        made.setProperty("chip", "true")
        made.setAccessibleName(spoken)
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
