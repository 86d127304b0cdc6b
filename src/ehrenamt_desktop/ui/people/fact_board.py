"""The facts of the overview in two blocks, one of them open for change at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.rows import PersonDetail
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.time_grid import TimeGridView
from ehrenamt_desktop.ui.people.fact_panel import FactPanel
from ehrenamt_desktop.ui.people.fact_rows import FactRows
from ehrenamt_desktop.ui.people.facts import TIMES, Fact, facts, more_facts
from ehrenamt_desktop.ui.record.words import Words


class FactBoard(QObject):
    """Tells which fact is wanted; opens it when it may be."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = words
        self._detail: PersonDetail | None = None
        self._panel: FactPanel | None = None
        self.main, self.more = FactRows(), FactRows()
        for rows in (self.main, self.more):
            rows.wanted.connect(self.wanted)

    def show_person(self, detail: PersonDetail) -> None:
        """Show a person; what is being typed at the same one stays."""
        same = self._detail is not None and self._detail.id == detail.id
        self._detail = detail
        if not same or self._panel is None or not self._panel.is_dirty():
            self._forget()
            self._draw()

    def panel(self) -> FactPanel | None:
        """What is open for change."""
        return self._panel

    def edit(self, fact: Fact) -> None:
        """Open the fields of a fact in its place."""
        if self._panel is None:
            self._words.when_ready(lambda words: self._open(fact, words))
        else:
            self._panel.confirm(lambda: self.wanted.emit(fact))

    def leave(self) -> None:
        """Keep what was typed when the overview is left."""
        if self._panel is not None:
            self._panel.confirm()

    def _open(self, fact: Fact, words: Vocabulary) -> None:
        if self._detail is None or self._panel is not None:
            return
        panel = self._panel = FactPanel(self._desk, self._detail, fact, words)
        panel.closed.connect(self._close)
        self._rows_of(fact).open(fact, panel)
        panel.form.focus_first()

    def _draw(self) -> None:
        if self._detail is None:
            return
        grid = int(str(self._detail.values["time_grid"] or 0))
        self.main.show_facts(facts(self._detail), lambda fact: _picture(fact, grid))
        self.more.show_facts(more_facts(self._detail))
        widest = max(self.main.key_width(), self.more.key_width())
        for rows in (self.main, self.more):
            rows.set_key_width(widest)

    def _rows_of(self, fact: Fact) -> FactRows:
        return self.main if self.main.shows(fact) else self.more

    def _close(self) -> None:
        panel = self._panel
        self._forget()
        self._draw()
        if panel is not None:
            self._rows_of(panel.fact).focus(panel.fact)

    def _forget(self) -> None:
        panel, self._panel = self._panel, None
        if panel is not None:
            self._rows_of(panel.fact).close_panel(panel.fact, panel)
            panel.hide()
            panel.deleteLater()


def _picture(fact: Fact, grid: int) -> QWidget | None:
    return TimeGridView(grid) if fact.key == TIMES and grid & time_grid.WEEK else None
