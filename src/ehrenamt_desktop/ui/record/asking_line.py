"""One side of a placement that is asked: who, the phone number, the answer, how satisfied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ehrenamt_desktop.model.asking import AskedParty, SideAnswer
from ehrenamt_desktop.model.enums import FollowUpKind, FollowUpResult
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, hbox, label
from ehrenamt_desktop.ui.record.due_words import ANSWERS
from ehrenamt_desktop.ui.record.finish_panel import SATISFACTION

CHOICES = ANSWERS[FollowUpKind.ASK_BOTH]
NO_PHONE = "keine Telefonnummer eingetragen"
_ROLES = {Side.PERSON: "Person", Side.OFFER: "Initiative"}


class AskingLine(QFrame):
    """One letter chooses the answer, one digit the satisfaction; ↑ and ↓ go to the next line."""

    changed = Signal()
    done = Signal()
    walked = Signal(int)

    def __init__(self, party: AskedParty, name: str) -> None:
        super().__init__()
        self.party = party
        self.setObjectName(name)
        self.setProperty("due", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        reach = " · ".join(part for part in (party.contact, party.phone or NO_PHONE) if part)
        self.setAccessibleName(f"{_ROLES[party.side]}: {party.name}, {reach}")
        self.setAccessibleDescription(
            "L läuft weiter, S Schwierigkeiten, N nicht erreicht, B beendet; 1 bis 5 zufrieden"
        )
        self._results = QButtonGroup(self)
        self._ratings = QButtonGroup(self)
        for group in (self._results, self._ratings):
            group.setExclusive(False)  # a second click takes an answer back
        role = label(_ROLES[party.side], "soft")
        role.setMinimumWidth(theme.em() * 5)
        name_and_phone = label(f"{party.name} · {reach}", "strong", private=True, wrap=True)
        who = hbox(role, name_and_phone)
        who.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GRID // 2,) * 4)
        column.setSpacing(theme.GRID // 2)
        column.addLayout(who)
        column.addLayout(self._choices(name))

    def answer(self) -> SideAnswer | None:
        """What was chosen; None as long as nothing was."""
        chosen = self._results.checkedId()
        if chosen < 0:
            return None
        rated = self._ratings.checkedId()
        result = CHOICES[chosen].result
        reached = result is not FollowUpResult.NOT_REACHED
        return SideAnswer(result, rated if reached and rated > 0 else None)

    def choose(self, result: FollowUpResult) -> None:
        """Choose an answer."""
        place = next(n for n, one in enumerate(CHOICES) if one.result is result)
        self._check(self._results, self._results.button(place), on=True)

    def rate(self, satisfaction: int) -> None:
        """Choose a satisfaction from 1 to 5."""
        self._check(self._ratings, self._ratings.button(satisfaction), on=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters, digits, ↑ and ↓; other keys go on."""
        typed = event.text().upper()
        wanted = next((one.result for one in CHOICES if one.key == typed), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if wanted is not None:
            self.choose(wanted)
        elif typed in set("12345"):
            self.rate(int(typed))
            self.done.emit()
        elif step is not None:
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)

    def _choices(self, name: str) -> FlowLayout:
        flow = FlowLayout(gap=theme.GRID // 2)
        for number, answer in enumerate(CHOICES):
            one = button(f"{answer.words}  ({answer.key})", name=f"{name}.{answer.result.value}")
            one.setAccessibleName(f"{self.party.name}: {answer.words}")
            flow.addWidget(self._choice(self._results, one, number))
        flow.addWidget(self._satisfaction(name))
        return flow

    def _satisfaction(self, name: str) -> QWidget:
        """The question and its five answers; they never part when the line is narrow."""
        row = hbox(label("Zufrieden?", "soft"), gap=theme.GRID // 2)
        for number, words in enumerate(SATISFACTION, start=1):
            one = button(str(number), name=f"{name}.satisfaction.{number}")
            one.setAccessibleName(f"{self.party.name}: {number} von 5, {words}")
            one.setToolTip(words)
            row.addWidget(self._choice(self._ratings, one, number))
        whole = QWidget()
        whole.setLayout(row)
        return whole

    def _choice(self, group: QButtonGroup, one: QPushButton, number: int) -> QPushButton:
        one.setCheckable(True)
        one.setProperty("choice", "true")
        one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        one.clicked.connect(lambda on: self._check(group, one, on=on))
        group.addButton(one, number)
        return one

    def _check(self, group: QButtonGroup, chosen: QAbstractButton, *, on: bool) -> None:
        for one in group.buttons():
            one.setChecked(on and one is chosen)
        self.changed.emit()
