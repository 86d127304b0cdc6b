"""The part „Verlauf“ of a record: what happened, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.rows import HistoryRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.record.course_view import CourseView
from ehrenamt_desktop.ui.record.history_view import HistoryView
from ehrenamt_desktop.ui.record.talk_panel import TalkPanel

EVENTS, CHANGES = "events", "changes"


class CoursePart(QWidget):
    """Ereignisse | Änderungen, with the button that enters a talk."""

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        labels: Mapping[str, str],
        talk: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.events = CourseView(desk)
        self.changes = HistoryView(desk, kind, labels)
        self.changes.hide()
        names = ((EVENTS, "Ereignisse"), (CHANGES, "Änderungen"))
        self.strip = SegmentStrip(names, name=f"{kind.value}.course")
        self.strip.changed.connect(self.turn)
        head = FlowLayout()
        for part in (self.strip, talk):
            if part is not None:
                head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        column.addLayout(head)
        column.addWidget(self.events)
        column.addWidget(self.changes, 1)

    def show_rows(self, number: int, rows: Sequence[HistoryRow]) -> None:
        """Show the course of a record."""
        self.events.show_rows(rows)
        self.changes.show_record(number)

    def panel(self) -> TalkPanel | None:
        """The panel in which a talk is being changed."""
        return self.events.panel()

    def turn(self, key: str) -> None:
        """Show `events` or `changes`."""
        self.strip.set_current(key)
        self.events.setVisible(key == EVENTS)
        self.changes.setVisible(key == CHANGES)
