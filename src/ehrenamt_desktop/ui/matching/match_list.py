"""The ranked list: ↑↓ move, Leertaste ticks, Enter goes to the detail."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ehrenamt_desktop.model.matches import Match, MatchList
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.tab_order import reveal_current
from ehrenamt_desktop.ui.matching.card_layout import text_left
from ehrenamt_desktop.ui.matching.match_delegate import MatchDelegate
from ehrenamt_desktop.ui.matching.match_model import Line, LineKind, MatchModel

UNFOLDED = 3
"""Rows that come into sight at least when their fold is opened."""


class MatchListView(QListView):
    """Any number of cards, painted; keeps the chosen record when the order changes."""

    current = Signal(object)
    entered_line = Signal(object)
    more = Signal()
    escaped = Signal()
    ticked = Signal()

    def __init__(
        self,
        name: str,
        spoken: str,
        others: tuple[str, str],
        *,
        private: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Build an empty list.

        Args:
            name: object name.
            spoken: what a screen reader calls the list.
            others: the words for one and for many of the ranked records.
            private: whether the titles are names of people.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription("Pfeiltasten bewegen, Leertaste wählt aus.")
        self._lines = MatchModel(others, self)
        self.setModel(self._lines)
        self.setItemDelegate(MatchDelegate(self, private=private))
        self.setProperty("cards", "true")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._silent = False
        self._lines.ticked.connect(self.ticked)
        self._lines.modelReset.connect(self._reveal)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_list(self, found: MatchList | None) -> None:
        """Show another order; the chosen record stays chosen, else the first."""
        number = self._number()
        self._silent = True
        self._lines.show(found)
        row = self._lines.row_of(number) if number else None
        self._choose(row if row is not None else 0)
        self._silent = False
        self._tell(self.currentIndex())

    def line(self) -> Line | None:
        """The chosen row."""
        return self._lines.line(self.currentIndex().row())

    def lines(self) -> list[Line]:
        """All rows."""
        found = (self._lines.line(row) for row in range(self._lines.rowCount()))
        return [line for line in found if line is not None]

    def ticked_numbers(self) -> list[int]:
        """The ticked records in the order of the list."""
        return self._lines.ticked_numbers()

    def ticked_matches(self) -> list[Match]:
        """The ticked pairs in the order of the list."""
        ticked = set(self.ticked_numbers())
        return [line.match for line in self.lines() if line.match and line.number in ticked]

    def tick_row(self, row: int) -> None:
        """Tick or untick a match, fold or unfold what is folded there."""
        self._lines.activate(row)

    def untick(self) -> None:
        """Take all ticks away."""
        self._lines.untick()

    def sizeHint(self) -> QSize:
        """Room for a few cards."""
        return QSize(theme.em() * 48, theme.em() * 28)

    def minimumSizeHint(self) -> QSize:
        """At least two cards."""
        return QSize(theme.em() * 20, theme.em() * 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leertaste ticks, Enter opens, Esc takes a search away."""
        if event.key() == Qt.Key.Key_Space:
            self._activate(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click left of the text ticks, on the fold it unfolds."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._lines.line(index.row())
        if line is None:
            return
        ticks = line.kind is LineKind.MATCH and event.position().x() < text_left()
        if ticks or line.kind in (LineKind.FOLD, LineKind.MORE):
            self._activate(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The chosen row comes into sight."""
        super().focusInEvent(event)
        reveal_current(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards wrap to the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _activate(self, index: QModelIndex) -> None:
        line = self._lines.line(index.row())
        if line is None:
            return
        if line.kind is LineKind.MORE:
            self.more.emit()
        else:
            self._lines.activate(index.row())
            self._choose(index.row())
            if line.kind is LineKind.FOLD and self._lines.is_open(line):
                self._show_below(index.row())

    def _enter(self, index: QModelIndex) -> None:
        line = self._lines.line(index.row())
        if line is None:
            return
        if line.number:
            self.entered_line.emit(line)
        else:
            self._activate(index)

    def _show_below(self, row: int) -> None:
        """Bring what was just unfolded into sight, and its heading."""
        last = min(row + UNFOLDED, self._lines.rowCount() - 1)
        self.scrollTo(self._lines.index(last))
        self.scrollTo(self._lines.index(row))

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._lines.index(row), flags)

    def _number(self) -> int:
        line = self.line()
        return line.number if line else 0

    def _reveal(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _tell(self, index: QModelIndex) -> None:
        reveal_current(self)
        if not self._silent:
            self.current.emit(self._lines.line(index.row()))
