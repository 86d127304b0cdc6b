"""`Offene Anrufe`: call notes that wait; without any the card takes no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.calls import CallRow, as_person
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.text import cut, day
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Card, button, clear_layout, label, vbox
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell

FIRST = 5
"""Call notes shown at once; the oldest come first."""

LONGEST = 200
"""Signs of a concern that are shown."""

SHOWN = (Kind.INTERACTION, Kind.PERSON, Kind.INITIATIVE)


class CallsCard(Card):
    """Reads and settles by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Offene Anrufe")
        self.setObjectName("start.calls")
        self._desk = desk
        self._all = False
        desk.bus.changed.connect(
            lambda changes: self.reload() if touches(changes, *SHOWN) else None
        )
        self.hide()
        self.reload()

    def reload(self) -> None:
        """Read the waiting notes."""
        office = self._desk.office
        self._desk.tasks.run(Lane.READ, office.lists.calls, self.show_rows, key="start.calls")

    def show_rows(self, rows: Sequence[CallRow]) -> None:
        """Show call notes."""
        clear_layout(self.body)
        for row in rows if self._all else rows[:FIRST]:
            self.body.addWidget(self._line(row))
        rest = len(rows) - FIRST
        if rest > 0 and not self._all:
            more = button(f"Weitere {rest} zeigen", name="start.calls.more", flat=True)
            more.clicked.connect(self._show_all)
            self.body.addWidget(more)
        self.setVisible(bool(rows))

    def _line(self, row: CallRow) -> QWidget:
        caller = " · ".join(part for part in (row.who or row.name, row.phone) if part)
        words = vbox(
            label(f"{when(row)} · {caller}", "strong", wrap=True, private=True),
            *([label(cut(row.concern, LONGEST), wrap=True, private=True)] if row.concern else ()),
            gap=0,
        )
        flow = FlowLayout()
        for one in self._buttons(row):
            one.setAccessibleName(f"{one.text()}: {caller}")
            flow.addWidget(one)
        words.addLayout(flow)
        made = QWidget()
        made.setObjectName(f"start.call.{row.id}")
        made.setLayout(words)
        return made

    def _buttons(self, row: CallRow) -> list[QPushButton]:
        done = button("Erledigt", name=f"start.call.done.{row.id}", icon="check", flat=True)
        done.clicked.connect(lambda: self._finish(row))
        edit = button("Ansehen …", name=f"start.call.edit.{row.id}", flat=True)
        edit.clicked.connect(lambda: self._open(row))
        target = row.target
        if target is None:
            on = button("Als Person aufnehmen", name=f"start.call.person.{row.id}", flat=True)
            on.clicked.connect(lambda: self._desk.navigator.begin(Kind.PERSON, as_person(row)))
        else:
            on = button("Öffnen", name=f"start.call.open.{row.id}", icon="open", flat=True)
            on.clicked.connect(lambda: self._desk.navigator.open(*target))
        return [done, edit, on]

    def _finish(self, row: CallRow) -> None:
        office = self._desk.office
        self._desk.tasks.run(
            Lane.WRITE, lambda: office.calls.finish(row.id),
            lambda _: tell(self._desk, "Der Anruf ist erledigt."),
        )  # fmt: skip

    def _open(self, row: CallRow) -> None:
        from ehrenamt_desktop.ui.intake.call_dialog import open_call

        open_call(self._desk, row.id, self.window())

    def _show_all(self) -> None:
        self._all = True
        self.reload()


def when(row: CallRow) -> str:
    """`Heute, 12:04`, `20.11.2026`."""
    days = "Heute" if row.on == clock.today() else day(row.on)
    return f"{days}, {row.at:%H:%M}" if row.at else days
