"""The course of a record: what happened, the latest first; talks are changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import InteractionState, Kind
from ehrenamt_desktop.model.rows import HistoryRow, TalkDetail
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, label
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.calendar_file import save_calendar
from ehrenamt_desktop.ui.record.talk_panel import TalkPanel
from ehrenamt_desktop.ui.record.telling import tell

FIRST = 40
"""Lines built at once; more on demand, so that a long course opens at once."""


class CourseView(QWidget):
    """One line per event: its day, what it was, and the note under it (Sichtschutz blanks it).

    Lines are built when they are looked at; going through a list stays fast. While a talk is being
    changed the lines stay as they are.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: tuple[HistoryRow, ...] = ()
        self._stale = True
        self._limit = FIRST
        self._lines: dict[int, int] = {}
        self._panel: TalkPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show the course."""
        if tuple(rows) == self._rows and not self._stale:
            return
        self._rows, self._stale = tuple(rows), True
        if self.isVisible():
            self._build()

    def panel(self) -> TalkPanel | None:
        """The panel in which a talk is being changed."""
        return self._panel

    def edit(self, talk: int, *, complete: bool = False) -> None:
        """Open the panel of a talk, unless another one holds something typed."""
        if self._panel is not None and self._panel.is_dirty():
            self._panel.setFocus()
            return
        lists = self._desk.office.lists
        self._desk.tasks.run(
            Lane.READ,
            lambda: lists.talk(talk),
            lambda found: self._open(found, complete=complete),
            key="course.talk",
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Build the lines when they are looked at."""
        super().showEvent(event)
        if self._stale:
            self._build()

    def _build(self) -> None:
        if self._panel is not None and self._panel.is_dirty():
            return
        self._stale = False
        self._panel = None
        self._lines.clear()
        clear_layout(self._grid)
        if not self._rows:
            self._grid.addWidget(label("Noch nichts eingetragen.", "soft"), 0, 0, 1, 3)
        shown = self._rows[: self._limit]
        for number, row in enumerate(shown):
            self._add(number, row)
        rest = len(self._rows) - len(shown)
        if rest:
            more = button(f"Weitere {rest} zeigen", name="course.more", flat=True)
            more.clicked.connect(self._show_more)
            self._grid.addWidget(more, 2 * len(shown), 1, Qt.AlignmentFlag.AlignLeft)

    def _add(self, number: int, row: HistoryRow) -> None:
        line = 2 * number  # a panel opens in the line below
        top = Qt.AlignmentFlag.AlignTop
        words = label(row.title, wrap=True)
        words.setAccessibleName(f"{day(row.on)}: {row.title}")
        self._grid.addWidget(label(day(row.on), "soft"), line, 0, top)
        slot = QVBoxLayout()
        slot.setSpacing(0)
        slot.addWidget(words)
        if row.facts:
            slot.addWidget(label(row.facts, "small", wrap=True))
        if row.detail:
            slot.addWidget(label(row.detail, "small", wrap=True, private=True))
        if row.paper is not None:
            slot.addWidget(self._paper(row.paper, row), 0, Qt.AlignmentFlag.AlignLeft)
        planned = row.state is InteractionState.PLANNED
        self._grid.addLayout(slot, line, 1, 1, 1 if row.number and not planned else 2)
        if row.number is None:
            return
        self._lines[row.number] = line
        if planned:
            slot.addLayout(self._deeds(row.number, row))
        else:
            self._grid.addWidget(self._change(row.number, row), line, 2, top)

    def _deeds(self, talk: int, row: HistoryRow) -> FlowLayout:
        flow = FlowLayout()
        held = button("Geführt …", name=f"talk.{talk}.held", icon="check")
        held.clicked.connect(lambda: self.edit(talk, complete=True))
        missed = button("Nicht erschienen", name=f"talk.{talk}.missed")
        missed.clicked.connect(lambda: self._miss(talk))
        calendar = button("Kalenderdatei …", name=f"talk.{talk}.calendar", flat=True)
        calendar.clicked.connect(lambda: self._write_calendar(talk, row))
        for one in (held, missed, calendar):
            _name(one, row)
        for one in (held, missed, self._change(talk, row), calendar):
            flow.addWidget(one)
        return flow

    def _write_calendar(self, talk: int, row: HistoryRow) -> None:
        office = self._desk.office
        save_calendar(self._desk, row.on, lambda path: office.calendars.write_talk(path, talk))

    def _paper(self, number: int, row: HistoryRow) -> QPushButton:
        made = button("Papier zeigen", name=f"course.paper.{number}", icon="documents", flat=True)
        made.clicked.connect(lambda: self._desk.navigator.open(Kind.POSTING, number))
        _name(made, row)
        return made

    def _change(self, talk: int, row: HistoryRow) -> QPushButton:
        made = button("Ändern …", name=f"talk.{talk}.edit", flat=True)
        made.clicked.connect(lambda: self.edit(talk))
        _name(made, row)
        return made

    def _open(self, talk: TalkDetail, *, complete: bool) -> None:
        line = self._lines.get(talk.id)
        if line is None:
            return
        if self._panel is not None:
            self._close()
        panel = self._panel = TalkPanel(self._desk, talk, complete=complete)
        panel.closed.connect(self._close)
        self._grid.addWidget(panel, line + 1, 0, 1, 3)
        panel.show()
        panel.setFocus()

    def _close(self) -> None:
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()
        if self._stale:
            self._build()

    def _miss(self, talk: int) -> None:
        state, office = InteractionState.MISSED, self._desk.office
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: office.interactions.set_state(talk, state),
            lambda _: tell(self._desk, f"Termin: {state.label}."),
        )

    def _show_more(self) -> None:
        self._limit += FIRST
        self._build()


def _name(one: QPushButton, row: HistoryRow) -> None:
    one.setAccessibleName(f"{one.text().removesuffix(' …')}: {day(row.on)}, {row.title}")
