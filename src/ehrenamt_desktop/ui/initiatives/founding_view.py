"""An initiative in founding: its checklist, its next step, the people who would take part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import InitiativeStatus
from ehrenamt_desktop.model.founding_rows import FoundingRow, InterestRow
from ehrenamt_desktop.model.rows import InitiativeDetail
from ehrenamt_desktop.model.rules.founding import progress
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.initiatives.initiative_facts import joined
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Card, button, clear_layout, hbox, label, vbox
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput, LineInput
from ehrenamt_desktop.ui.record.line_list import Deed, Line, LineList


class FoundingView(QWidget):
    """Tells what is wanted, keeps nothing; a founded initiative shows what was done."""

    ticked = Signal(str, object)
    step_wanted = Signal(object)
    step_removed = Signal(int)
    next_wanted = Signal()
    interest_wanted = Signal()
    interest_removed = Signal(int)
    person_opened = Signal(int)
    started = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("initiative.founding")
        self._card = Card()
        self._title = label("", "heading")
        self._card.header.addWidget(self._title)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(theme.GRID // 2)
        self._card.body.addLayout(self._steps)
        self._more = self._entry()
        self._card.body.addWidget(self._more)
        self.people = LineList(
            "Interessierte", "initiative.interests", add="Interessierte Person",
            empty="Noch niemand.",
        )  # fmt: skip
        if self.people.add_button is not None:
            self.people.add_button.clicked.connect(self.interest_wanted)
        column = vbox(self._card, self.people, gap=2 * theme.GRID)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def show_detail(self, detail: InitiativeDetail) -> None:
        """Show a founding, or what is left of it."""
        founding = detail.row.status is InitiativeStatus.FOUNDING
        done, every = progress(detail.founding)
        self._title.setText(f"In Gründung: {done} von {every} erledigt" if founding else "Gründung")
        clear_layout(self._steps)
        for place, row in enumerate(detail.founding):
            self._steps.addWidget(self._step(place, row) if founding else _past(row))
        self._card.setVisible(founding or bool(detail.founding))
        self._more.setVisible(founding)
        self.people.show_lines([self._person(one, founding) for one in detail.interests])
        if self.people.add_button is not None:
            self.people.add_button.setVisible(founding)
        self.people.setVisible(founding or bool(detail.interests))
        self.setVisible(founding or bool(detail.founding) or bool(detail.interests))

    def _entry(self) -> QWidget:
        """A point of its own, the next step, the start."""
        self.own = LineInput()
        self.own.setObjectName("initiative.founding.own")
        self.own.setAccessibleName("Weiterer Punkt der Checkliste")
        self.own.setPlaceholderText("Weiterer Punkt")
        self.own.setMaxLength(200)
        self.own.returnPressed.connect(self._add)
        add = button("Hinzufügen", name="initiative.founding.add")
        add.clicked.connect(self._add)
        ahead = button("Nächster Schritt …", name="initiative.founding.next", icon="clock")
        ahead.clicked.connect(self.next_wanted)
        start = button("Gegründet: jetzt aktiv", name="initiative.founding.start", icon="check")
        start.clicked.connect(self.started)
        line = hbox(self.own, add)
        line.setStretch(0, 1)
        flow = FlowLayout()
        flow.addWidget(ahead)
        flow.addWidget(start)
        made = QWidget()
        made.setLayout(vbox(line, flow))
        return made

    def _add(self) -> None:
        words = self.own.text().strip()
        if words:
            self.own.clear()
            self.ticked.emit(words, None)

    def _step(self, place: int, row: FoundingRow) -> QWidget:
        tick = CheckInput(row.title)
        tick.setObjectName(f"initiative.founding.{place}")
        tick.setChecked(row.done_on is not None)
        tick.toggled.connect(lambda on: self.ticked.emit(row.title, clock.today() if on else None))
        said = label(joined(day(row.done_on), row.note), "small", wrap=True)
        line = hbox(tick, said)
        line.setStretch(1, 1)
        edit = button("Ändern …", name=f"initiative.founding.{place}.edit", flat=True)
        edit.setAccessibleName(f"Ändern: {row.title}")
        edit.clicked.connect(lambda: self.step_wanted.emit(row))
        line.addWidget(edit)
        if row.own and row.id is not None:
            gone = button("Entfernen", name=f"initiative.founding.{place}.remove", flat=True)
            gone.setAccessibleName(f"Entfernen: {row.title}")
            gone.clicked.connect(lambda _=False, number=row.id: self.step_removed.emit(number))
            line.addWidget(gone)
        made = QWidget()
        made.setLayout(line)
        return made

    def _person(self, row: InterestRow, founding: bool) -> Line:
        deeds: Sequence[Deed] = (
            Deed(
                f"interest.{row.id}.open", "Öffnen",
                lambda: self.person_opened.emit(row.person_id),
            ),
        )  # fmt: skip
        if founding:
            gone = Deed(
                f"interest.{row.id}.remove", "Entfernen",
                lambda: self.interest_removed.emit(row.id),
            )  # fmt: skip
            deeds = (*deeds, gone)
        second = f"{row.note} (seit {day(row.on)})" if row.note else f"seit {day(row.on)}"
        return Line(row.person, second, deeds=tuple(deeds), private=True)


def _past(row: FoundingRow) -> QWidget:
    return label(joined(day(row.done_on), row.title, row.note), wrap=True)
