"""Search, filters and table of one list, wired: the left side of a tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.model.views import View
from ehrenamt_desktop.ui.kit import kept_layouts, theme
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.kit.filter_bar import Filter, FilterBar
from ehrenamt_desktop.ui.kit.panels import button, hbox, vbox
from ehrenamt_desktop.ui.kit.record_model import Source
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.search_box import SearchBox
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner

LEAST = 16
"""Least width of the pane, in heights of the base text."""

LEAST_SEARCH = 14
"""Width the search box wants beside the buttons, in heights of the base text."""


class ListPane(QWidget):
    """Typing searches, chips filter, a click chooses, Enter opens; steps of the bus refresh."""

    selected = Signal(object)
    opened = Signal(int)
    new_requested = Signal()
    view_changed = Signal()
    """Search, filters, columns, widths or order are others now."""

    def __init__(
        self,
        source: Source[Any],
        columns: Sequence[Column[Any]],
        tasks: TaskRunner,
        bus: ChangeBus,
        *,
        name: str,
        label: str,
        search: str,
        kinds: tuple[Kind, ...],
        filters: Sequence[Filter] = (),
        new: str = "",
        empty: str = "Keine Einträge.",
        private: frozenset[str] = frozenset(),
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Build the pane and ask for the first rows.

        Args:
            source: the list.
            columns: all columns it can show.
            tasks: the task runner.
            bus: steps that touch `kinds` refresh the list.
            name: prefix of the object names, as `people`.
            label: what a screen reader calls the table.
            search: the hint in the search box.
            kinds: records the list shows.
            filters: what can be filtered by.
            new: the words of the button for a new record; empty for none.
            empty: what is said when nothing answers.
            private: more columns that Sichtschutz blanks.
            many: whether several rows can be chosen.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._source, self._tasks = source, tasks
        self._kinds, self._name = kinds, name
        self.view_name, self._text = "", ""
        self.search_box = SearchBox(search, f"{name}.search")
        self.filter_bar = FilterBar(filters, name=f"{name}.filters")
        self.table = RecordTable(
            source, columns, tasks, name=f"{name}.table", label=label, empty=empty, private=private,
            many=many,
        )  # fmt: skip
        self.new_button = self._make_new_button(new)
        self._lay_out()
        self.table.arrange(kept_layouts.kept(name), ask=False)
        self._connect(bus)

    @property
    def name(self) -> str:
        """What this list is called, as `people`."""
        return self._name

    def view(self) -> View:
        """What the list shows now, and how."""
        return View(self._text, self.filter_bar.active(), self.table.arranged())

    def show_view(self, view: View) -> None:
        """Show the list that way."""
        self.search_box.put_text(view.text)
        self._text = view.text
        self.filter_bar.put_active(view.filters)
        self.table.arrange(view.layout, ask=False)
        self._ask()

    def set_filters(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show the list with these filters and no search text."""
        self.search_box.put_text("")
        self._text = ""
        self.filter_bar.set_active(filters)

    def add_action(self, widget: QWidget) -> None:
        """Put a button beside the one for a new record."""
        self._action_row.addWidget(widget)
        self._actions.show()

    def focus_search(self) -> None:
        """Go to the search box with its text chosen."""
        self.search_box.setFocus()
        self.search_box.selectAll()

    def _make_new_button(self, words: str) -> QPushButton | None:
        self._top = QGridLayout()
        self._top.setSpacing(theme.GRID)
        self._top.setColumnStretch(0, 1)
        self._actions = QWidget()
        self._action_row = hbox()
        self._actions.setLayout(self._action_row)
        if not words:
            self._actions.hide()
            return None
        made = button(words, name=f"{self._name}.new", icon="plus")
        made.clicked.connect(self.new_requested)
        self._action_row.addWidget(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the search box when it gets narrow."""
        super().resizeEvent(event)
        needed = LEAST_SEARCH * theme.em() + self._actions.sizeHint().width()
        self._place_actions(narrow=self.width() < needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the filters away, once there is no search text to clear."""
        if event.key() == Qt.Key.Key_Escape and self.filter_bar.active():
            self.filter_bar.reset()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The buttons give way, so the table alone decides."""
        hint = super().minimumSizeHint()
        return QSize(max(LEAST * theme.em(), self._actions.sizeHint().width()), hint.height())

    def _place_actions(self, *, narrow: bool) -> None:
        self._top.removeWidget(self._actions)
        self._top.addWidget(self._actions, int(narrow), int(not narrow))

    def _lay_out(self) -> None:
        self.columns_button = button("Spalten …", name=f"{self._name}.columns", flat=True)
        self.columns_button.setToolTip("Spalten wählen und ordnen")
        self.filter_bar.add_tool(self.columns_button)
        self._top.addWidget(self.search_box, 0, 0)
        self._place_actions(narrow=False)
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        outer = vbox(self._top, self.filter_bar, frame)
        outer.setStretch(2, 1)
        self.setLayout(outer)

    def _connect(self, bus: ChangeBus) -> None:
        self.search_box.searched.connect(self._search)
        self.search_box.going_down.connect(self._enter_table)
        self.filter_bar.changed.connect(lambda _: self._ask())
        self.table.selected.connect(self.selected)
        self.table.opened.connect(self.opened)
        self.table.counted.connect(self._show_count)
        self.table.rearranged.connect(self._keep)
        self.columns_button.clicked.connect(self._choose_columns)
        bus.changed.connect(self._refresh)
        self.table.reload()

    def _keep(self) -> None:
        kept_layouts.keep(self._name, self.table.arranged())
        self.view_changed.emit()

    def _choose_columns(self) -> None:
        from ehrenamt_desktop.ui.kit.column_menu import choose_columns

        choose_columns(self.table)

    def _search(self, text: str) -> None:
        self._text = text
        self._ask()

    def _ask(self) -> None:
        query = ListQuery(text=self._text, filters=self.filter_bar.active())
        self.table.set_query(query)
        self.view_changed.emit()

    def _enter_table(self) -> None:
        self.table.setFocus()
        if self.table.selected_ids() == []:
            self.table.select_first()

    def _show_count(self, shown: int) -> None:
        self._tasks.run(
            Lane.READ,
            self._source.total,
            lambda total: self.filter_bar.set_count(shown, max(total, shown)),
            key=f"{self._name}.total",
        )

    def _refresh(self, changes: tuple[Change, ...]) -> None:
        self.table.refresh(changes, *self._kinds)
