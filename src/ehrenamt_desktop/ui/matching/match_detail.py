"""The pane beside the ranked list: what speaks for a pair, and what is still to be asked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import Card, button, hbox, label, scroll
from ehrenamt_desktop.ui.matching.criteria_view import CriteriaView, GatesView
from ehrenamt_desktop.ui.matching.directions import Direction, Found, headings
from ehrenamt_desktop.ui.matching.match_model import Line
from ehrenamt_desktop.ui.matching.numbers_view import NumbersView
from ehrenamt_desktop.ui.matching.questions_view import QuestionsView
from ehrenamt_desktop.ui.matching.subjects import Subject


class MatchDetail(Card):
    """Shows one pair, a near miss, or nothing."""

    open_requested = Signal(object, int)
    override_requested = Signal(int)

    def __init__(self, direction: Direction, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name = f"matching.{direction.key}.detail"
        self.setObjectName(name)
        self.setAccessibleName("Einzelheiten")
        self._direction = direction
        private = direction.private_others
        self.title = label("", "title", wrap=True, private=private, name=f"{name}.title")
        self._meta = label("", "soft", wrap=True)
        self._text = label("", wrap=True)
        self._facts = label("", "soft", wrap=True)
        self.criteria = CriteriaView()
        self.questions = QuestionsView(name)
        self.gates = GatesView(name)
        self.numbers = NumbersView(name)
        self._missing = label("", wrap=True)
        self.open_button = button("Öffnen", name=f"{name}.open", icon="open")
        self.override = button("Trotzdem vorschlagen …", name=f"{name}.override")
        self._number = 0
        self.open_button.clicked.connect(
            lambda: self.open_requested.emit(direction.other_kind, self._number)
        )
        self.override.clicked.connect(lambda: self.override_requested.emit(self._number))
        self.questions.open_record.connect(self.open_requested)
        self._lay_out(name)
        self.clear()

    def show_pair(self, line: Line, found: Found, other: Subject) -> None:
        """Show the chosen row with the record behind it."""
        self._head(line, other)
        match = line.match
        for part in (self.criteria, self.gates, self.numbers):
            part.setVisible(match is not None)
        self._missing.setVisible(match is None)
        self.override.setVisible(match is None)
        self.questions.show_questions(
            found.list.questions if match else (), private=self._direction.private_others
        )
        if match is None:
            self._missing.setText(f"Würde passen: {line.detail}.")
            return
        kinds = (self._direction.subject_kind, self._direction.other_kind)
        people = dict(zip(kinds, (found.subject, other), strict=True))
        self.criteria.show_values(match.criteria, headings(people[Kind.PERSON].polite))
        self.gates.show_gates(match.gates)
        self.numbers.show_match(match)

    def clear(self) -> None:
        """Show nothing."""
        for part in (self._inside, self.open_button, self.override):
            part.hide()
        self._number = 0

    def enter(self) -> None:
        """Put the focus into the pane."""
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """As wide as a page column."""
        return QSize(theme.em() * 31, theme.em() * 30)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(theme.em() * 19, theme.em() * 14)

    def _head(self, line: Line, other: Subject) -> None:
        self._inside.show()
        self.open_button.show()
        self._number = line.number
        self.title.setText(other.name)
        self._meta.setText(other.meta)
        self._text.setText(other.text)
        self._text.setVisible(bool(other.text))
        self._facts.setText(other.when)
        self._facts.setVisible(bool(other.when))
        self.open_button.setText(f"{self._direction.other_kind.label} öffnen")

    def _lay_out(self, name: str) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        parts = (self.title, self._meta, self._text, self._facts, self._missing, self.criteria,
                 self.questions, self.gates, self.numbers)  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(scroll(self._inside, name=f"{name}.scroll"), 1)
        self.body.addLayout(hbox(self.open_button, self.override, 1))
