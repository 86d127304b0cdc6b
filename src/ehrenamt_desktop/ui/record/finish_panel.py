"""The panel under a reminder: what it brought, how satisfied they are, a word on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import FollowUpResult
from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.kit.text_inputs import LineInput
from ehrenamt_desktop.ui.record.due_words import ANSWERS, RATED, Answer

NOTE_LENGTH = 2000
"""Characters of a note, as the reminder keeps them."""

SATISFACTION = ("sehr unzufrieden", "unzufrieden", "teils, teils", "zufrieden", "sehr zufrieden")


class FinishPanel(QFrame):
    """One letter chooses the result, one digit the satisfaction, Strg+S keeps both."""

    finished = Signal(object, object, str)
    closed = Signal()

    def __init__(self, row: FollowUpRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.finish")
        self.setProperty("panel", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Ergebnis eintragen")
        self._answers = ANSWERS[row.kind]
        self._results = QButtonGroup(self)
        self._ratings = QButtonGroup(self)
        self._ratings.setExclusive(True)
        self.note = LineInput()
        self.note.setObjectName("start.finish.note")
        self.note.setAccessibleName("Notiz (nur für das Büro)")
        self.note.setPlaceholderText("Notiz (nur für das Büro)")
        self.note.setMaxLength(NOTE_LENGTH)
        self.problem = label("", "error", wrap=True, name="start.finish.problem")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID // 2,) * 4)
        column.setSpacing(theme.GRID)
        column.addLayout(self._choices())
        if row.kind in RATED:
            column.addLayout(self._rating())
        column.addWidget(self.note)
        column.addWidget(self.problem)
        column.addLayout(self._buttons())

    def result(self) -> FollowUpResult | None:
        """The chosen result."""
        number = self._results.checkedId()
        return self._answers[number].result if number >= 0 else None

    def satisfaction(self) -> int | None:
        """The chosen satisfaction, 1 to 5."""
        number = self._ratings.checkedId()
        return number if number > 0 else None

    def choose(self, result: FollowUpResult) -> None:
        """Choose a result."""
        for number, answer in enumerate(self._answers):
            if answer.result is result:
                self._results.button(number).setChecked(True)
                self.problem.hide()

    def confirm(self) -> None:
        """Give the answer away; without a result say what is missing."""
        if len(self._answers) == 1:
            self.choose(self._answers[0].result)
        result = self.result()
        if result is None:
            self.problem.setText("Bitte wählen Sie ein Ergebnis.")
            self.problem.show()
            return
        self.finished.emit(result, self.satisfaction(), self.note.text().strip())

    def is_dirty(self) -> bool:
        """Whether a note was typed."""
        return bool(self.note.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters, digits, Enter and Escape; other keys go on."""
        typed = event.text().upper()
        wanted = next((one.result for one in self._answers if one.key == typed), None)
        rating = self._ratings.button(int(typed)) if typed in set("12345") else None
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        elif wanted is not None and not self.note.hasFocus():
            self.choose(wanted)
        elif rating is not None and not self.note.hasFocus():
            rating.setChecked(True)
        else:
            super().keyPressEvent(event)

    def _choices(self) -> FlowLayout:
        flow = FlowLayout()
        for number, answer in enumerate(self._answers):
            one = self._choice(answer)
            self._results.addButton(one, number)
            flow.addWidget(one)
        return flow

    def _choice(self, answer: Answer) -> QPushButton:
        one = button(f"{answer.words}  ({answer.key})", name=f"start.finish.{answer.result.value}")
        one.setCheckable(True)
        one.setAutoExclusive(True)
        one.setProperty("choice", "true")
        one.setAccessibleName(answer.words)
        one.clicked.connect(self.problem.hide)
        return one

    def _rating(self) -> FlowLayout:
        flow = FlowLayout(gap=theme.GRID // 2)
        flow.addWidget(label("Zufrieden?", "soft"))
        for number, words in enumerate(SATISFACTION, start=1):
            one = button(str(number), name=f"start.finish.satisfaction.{number}")
            one.setCheckable(True)
            one.setAutoExclusive(True)
            one.setProperty("choice", "true")
            one.setAccessibleName(f"{number} von 5, {words}")
            one.setToolTip(words)
            self._ratings.addButton(one, number)
            flow.addWidget(one)
        flow.addWidget(label("1 gar nicht · 5 sehr", "small"))
        return flow

    def _buttons(self) -> QVBoxLayout:
        save = button("Speichern", name="start.finish.save", primary=True)
        save.setToolTip("Strg+S")
        save.clicked.connect(self.confirm)
        back = button("Abbrechen", name="start.finish.cancel", flat=True)
        back.clicked.connect(self.closed)
        column = QVBoxLayout()
        column.addLayout(hbox(save, back, 1))
        return column
