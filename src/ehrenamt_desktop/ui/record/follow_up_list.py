"""„Als Nächstes“: the reminders of a record, finished and put off in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.asking import asks
from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import Badge, button, clear_layout, hbox, label, vbox
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.asking_deeds import AskingDeeds
from ehrenamt_desktop.ui.record.due_words import detail_words, due_words
from ehrenamt_desktop.ui.record.finish_panel import FinishPanel
from ehrenamt_desktop.ui.record.postpone_loads import tell_loads
from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel
from ehrenamt_desktop.ui.record.under_row import UnderRow

BADGE_EM = 7
FIRST = 6
"""Reminders shown at once; a record with dozens opens as fast as any."""


class FollowUpList(QWidget):
    """One row per reminder; at most one panel is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)
        self._panel: UnderRow | None = None

    def show_rows(self, rows: Sequence[FollowUpRow]) -> None:
        """Show reminders, the first at once; without any the list takes no room."""
        clear_layout(self._column)
        self._panel = None
        if rows:
            self._column.addWidget(label("Als Nächstes", "heading"))
        for row in rows[:FIRST]:
            self._column.addWidget(self._row(row))
        if rows[FIRST:]:
            self._column.addWidget(self._rest(rows[FIRST:]))
        self.setVisible(bool(rows))

    def save(self) -> bool:
        """Keep what an open panel holds; tells whether one was open."""
        if self._panel is not None:
            self._panel.confirm()
            return True
        return False

    def _rest(self, rows: Sequence[FollowUpRow]) -> QWidget:
        """A button that gives way to what is left."""
        words = f"{len(rows)} weitere zeigen"
        more = button(words, name="follow_up.more", flat=True)
        more.setAccessibleName(f"{words}: Wiedervorlagen")

        def show() -> None:
            more.hide()
            for row in rows:
                self._column.addWidget(self._row(row))
            self.focusNextChild()

        more.clicked.connect(show)
        return more

    def _row(self, row: FollowUpRow) -> QWidget:
        today = clock.today()
        words, tone = due_words(row.due_on, today)
        holder = QWidget()
        holder.setMinimumWidth(theme.em() * BADGE_EM)
        holder.setLayout(hbox(Badge(words, tone, "clock"), 1))
        title = label(row.title, wrap=True, private=True)
        detail = detail_words(row, today)
        second = label(detail, "small", wrap=True, private=True)
        if not detail:
            second.hide()
        made = QWidget()
        line = hbox(holder, vbox(title, second, gap=0))
        line.setStretch(1, 1)
        line.setAlignment(holder, Qt.AlignmentFlag.AlignTop)
        column = vbox(line, self._buttons(row, made), gap=theme.GRID // 2)
        made.setLayout(column)
        return made

    def _buttons(self, row: FollowUpRow, owner: QWidget) -> FlowLayout:
        flow = FlowLayout()
        done = button("Erledigt …", name=f"follow_up.{row.id}.finish")
        later = button("Verschieben …", name=f"follow_up.{row.id}.postpone", flat=True)
        done.setAccessibleName(f"{row.title}: erledigt")
        later.setAccessibleName(f"{row.title}: verschieben")
        done.clicked.connect(lambda: self._finish(owner, row))
        later.clicked.connect(lambda: self._open(owner, self._postpone_panel(row)))
        flow.addWidget(done)
        flow.addWidget(later)
        flow.setContentsMargins(theme.em() * BADGE_EM + theme.GRID, 0, 0, 0)
        return flow

    def _finish(self, owner: QWidget, row: FollowUpRow) -> None:
        if asks(row.kind, row.placement_id):
            AskingDeeds(self._desk).open(row.id, lambda panel: self._open(owner, panel))
        else:
            self._open(owner, self._finish_panel(row))

    def _open(self, owner: QWidget, panel: UnderRow) -> None:
        self._close()
        self._panel = panel
        panel.closed.connect(self._close)
        layout = owner.layout()
        if layout is not None:
            layout.addWidget(panel)
        panel.show()
        panel.setFocus()

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _finish_panel(self, row: FollowUpRow) -> FinishPanel:
        panel = FinishPanel(row)
        panel.finished.connect(
            lambda result, rating, note: self._desk.tasks.run(
                Lane.WRITE,
                lambda: self._desk.office.follow_ups.finish(row.id, result, rating, note),
                lambda _: self._desk.notices.success(f"Erledigt: {result.label}."),
            )
        )
        return panel

    def _postpone_panel(self, row: FollowUpRow) -> PostponePanel:
        panel = PostponePanel()
        tell_loads(self._desk, panel)
        panel.chosen.connect(
            lambda day: self._desk.tasks.run(
                Lane.WRITE,
                lambda: self._desk.office.follow_ups.postpone(row.id, day),
                lambda _: self._desk.notices.success(f"Verschoben auf {day:%d.%m.%Y}."),
            )
        )
        return panel
