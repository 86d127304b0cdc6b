"""The pane beside the ranked list: what speaks for a pair, and what is still to be asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import ReasonKind
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Card, button, label, scroll, vbox
from ehrenamt_desktop.ui.kit.pick_field import Search
from ehrenamt_desktop.ui.matching.criteria_view import CriteriaView, GatesView
from ehrenamt_desktop.ui.matching.directions import Direction, Found, headings, keepers
from ehrenamt_desktop.ui.matching.match_model import Line, LineKind
from ehrenamt_desktop.ui.matching.numbers_view import NumbersView
from ehrenamt_desktop.ui.matching.questions_view import QuestionsView
from ehrenamt_desktop.ui.matching.subjects import Subject

CHOOSE = "Wählen Sie links eine Zeile aus."
RESTING = {
    LineKind.FOLD: "Leertaste, Eingabetaste oder ein Klick klappt die Zeilen darunter auf und zu.",
    LineKind.MORE: "Leertaste, Eingabetaste oder ein Klick zeigt mehr.",
}
"""What is said beside a row that stands for no record."""
PINNED_EM = 38
"""From this height, in heights of the base text, the questions stand below what scrolls."""


class MatchDetail(Card):
    """Shows one pair, a near miss, or nothing."""

    open_requested = Signal(object, int)
    override_requested = Signal(int)

    def __init__(self, direction: Direction, places: Search, parent: QWidget | None = None) -> None:
        """Build it empty; `places` answers the letters of a place typed as an answer."""
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
        self.questions = QuestionsView(name, places)
        self.gates = GatesView(name)
        self.numbers = NumbersView(name)
        self._missing = label("", wrap=True)
        self.open_button = button("Öffnen", name=f"{name}.open", icon="open")
        self.override = button("Trotzdem vorschlagen …", name=f"{name}.override")
        self._tools: QWidget | None = None
        self._number = 0
        self._pinned = False
        self.open_button.clicked.connect(
            lambda: self.open_requested.emit(direction.other_kind, self._number)
        )
        self.override.clicked.connect(lambda: self.override_requested.emit(self._number))
        self._lay_out(name)
        self.numbers.toggle.toggled.connect(self._pin)
        self.clear()

    def show_pair(self, line: Line, found: Found, other: Subject) -> None:
        """Show the chosen row with the record behind it."""
        self._head(line, other)
        match, pair = line.match, line.match or line.near
        for part in (self.criteria, self.gates):
            part.setVisible(pair is not None)
        self.numbers.set_offered(match is not None)
        self._missing.setVisible(match is None)
        self.override.setVisible(match is None)
        self.questions.show_questions(
            found.list.questions if match else (),
            private=self._direction.private_others,
            keepers=keepers(found.list.subject, found.subject.polite),
        )
        self._missing.setText("" if match else _against(line))
        if pair is None:
            return
        kinds = (self._direction.subject_kind, self._direction.other_kind)
        people = dict(zip(kinds, (found.subject, other), strict=True))
        self.criteria.show_values(pair.criteria, headings(people[Kind.PERSON].polite))
        self.gates.show_gates(pair.gates)
        if match is not None:
            self.numbers.show_match(match)

    def clear(self, line: Line | None = None) -> None:
        """Show no pair; beside a row that stands for no record, what it does."""
        for part in (self._area, self.open_button, self.override):
            part.hide()
        self._resting.setText(RESTING.get(line.kind, CHOOSE) if line is not None else CHOOSE)
        self._resting.show()
        self.numbers.set_offered(False)
        self._number = 0

    def take_tools(self, panel: QWidget) -> None:
        """Take a panel that can be shown in place of the pair."""
        self.body.addWidget(panel, 1)
        self._tools = panel
        panel.hide()

    def show_tools(self, *, shown: bool) -> None:
        """Show the panel in place of the pair, or the pair again."""
        self._reading.setVisible(not shown)
        if self._tools is not None:
            self._tools.setVisible(shown)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a high pane the questions stay in sight below what scrolls."""
        super().resizeEvent(event)
        self._pin()

    def _pin(self) -> None:
        """Keep the questions in sight; the numbers, once unfolded, take their room."""
        folded = not self.numbers.toggle.isChecked()
        pinned = folded and self.height() >= PINNED_EM * theme.em()
        if pinned is self._pinned:
            return
        self._pinned = pinned
        if pinned:
            self._outside.insertWidget(self._outside.indexOf(self._area) + 1, self.questions)
        else:
            self._column.insertWidget(self._column.indexOf(self.gates), self.questions)

    def enter(self) -> None:
        """Put the focus into the pane."""
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """As wide as a page column."""
        return QSize(theme.em() * 31, theme.em() * 30)

    def minimumSizeHint(self) -> QSize:
        """Still readable; a panel of tools needs more."""
        high = 14 if self._tools is None or self._tools.isHidden() else 26
        return QSize(theme.em() * 19, theme.em() * high)

    def _head(self, line: Line, other: Subject) -> None:
        self._resting.hide()
        self._area.show()
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
        inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        parts = (self.title, self._meta, self._text, self._facts, self._missing, self.criteria,
                 self.questions, self.gates, self.numbers)  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        deeds = QWidget()
        flow = FlowLayout(deeds)
        for deed in (self.open_button, self.override, *self.numbers.tools):
            flow.addWidget(deed)
        self._reading = QWidget()
        area = self._area = scroll(inside, name=f"{name}.scroll")
        self.numbers.toggle.clicked.connect(
            lambda: QTimer.singleShot(0, partial(_show_top, area, self.numbers))
        )
        self._resting = label("", "soft", wrap=True, name=f"{name}.resting")
        self._resting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        reading = self._outside = vbox(self._resting, area, deeds)
        reading.setStretch(0, 1)
        reading.setStretch(1, 1)
        self._reading.setLayout(reading)
        self.body.addWidget(self._reading, 1)


def _show_top(area: QScrollArea, part: QWidget) -> None:
    """Scroll to what was just unfolded."""
    inside = area.widget()
    if inside is None or not part.isVisible():
        return
    layout = inside.layout()
    if layout is not None:
        layout.activate()
    inside.adjustSize()
    area.verticalScrollBar().setValue(part.y())


def _against(line: Line) -> str:
    """What would open a near miss, or all that stands in the way."""
    opens = [part.text for part in line.reason if part.kind is ReasonKind.OPENS]
    if opens:
        return f"Würde passen: {opens[0]}."
    return "\n".join(["Passt nicht:", *(part.text for part in line.reason)])
