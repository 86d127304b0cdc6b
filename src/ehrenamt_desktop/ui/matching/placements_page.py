"""Vermittlungen: the list with its filters, the pane of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.placements import PLACEMENT_COLUMNS
from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.model.hand_out import Whom
from ehrenamt_desktop.model.placement_board import BoardColumn
from ehrenamt_desktop.model.placement_detail import PlacementDetail
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.ui.hand_out.hand_out_dialog import hand_out
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.board import Board
from ehrenamt_desktop.ui.matching.history_dialog import HistoryDialog
from ehrenamt_desktop.ui.matching.placement_dialogs import PlacementSteps
from ehrenamt_desktop.ui.matching.placement_pane import PlacementPane
from ehrenamt_desktop.ui.matching.placement_specs import FILTERS

WIDTHS = {"person": 18, "offer": 26, "state": 22, "since": 12, "next_due": 19}
COLUMNS = tuple(
    one._replace(width=WIDTHS.get(one.key, one.width), shown=one.shown and one.key != "initiative")
    for one in PLACEMENT_COLUMNS
)
"""Beside the pane there is no room for the initiative at first; the pane names it."""
SHOWN = (Kind.PLACEMENT, Kind.PERSON, Kind.OFFER, Kind.INITIATIVE, Kind.FOLLOW_UP,
         Kind.CONSENT, Kind.CONTACT, Kind.INTERACTION,
         Kind.PASSED_CONTACT, Kind.HOUR_ENTRY)  # fmt: skip
SHARES = (68, 32)
"""How list and pane share the width at first."""
OPEN = {"open": ("yes",)}


class PlacementsPage(QWidget):
    """Searches, shows and moves placements."""

    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = ListPane(
            desk.office.lists.placements, COLUMNS, desk.tasks, desk.bus,
            name="placements", label="Vermittlungen", search="Person, Angebot oder Initiative …",
            kinds=SHOWN, filters=FILTERS,
            empty="Hier steht noch keine Vermittlung. Schlagen Sie jemandem ein Angebot vor.",
        )  # fmt: skip
        self.as_board = button("Als Tafel", name="placements.as_board")
        self.list.add_action(self.as_board)
        self.board = Board()
        self._left = QStackedWidget()
        self.pane = PlacementPane()
        self._steps = PlacementSteps(desk, self)
        self._lay_out()
        self._connect()
        self.list.set_filters(OPEN)

    def show_placement(self, number: int) -> None:
        """Show one placement, ended or not."""
        if self._on_board():
            self.board.choose(number)
            self._ask(number)
            return
        self.list.set_filters({})
        self.list.table.select_id(number)
        self._ask(number)

    def show_list(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show the list with these filters and no other."""
        self._left.setCurrentWidget(self.list)
        self.list.set_filters(filters)

    def show_board(self) -> None:
        """Show the board in place of the list."""
        self._left.setCurrentWidget(self.board)
        self._fill_board()

    def focus_search(self) -> None:
        """Go to the search field of list or board."""
        (self.board if self._on_board() else self.list).focus_search()

    def count(self) -> None:
        """Count the open placements for the title of the view."""
        query = ListQuery(filters=OPEN)
        source = self._desk.office.lists.placements
        self._desk.tasks.run(
            Lane.READ, lambda: len(source.ids(query)), self.counted.emit, key="placements.open"
        )

    def _lay_out(self) -> None:
        self._left.addWidget(self.list)
        self._left.addWidget(self.board)
        splitter = SideBySide(self._left, self.pane, SHARES)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _connect(self) -> None:
        self.list.selected.connect(self._ask)
        self.list.opened.connect(self._ask)
        self.as_board.clicked.connect(self.show_board)
        self.board.searched.connect(lambda _: self._fill_board())
        self.board.chosen.connect(self._look)
        self.board.step_wanted.connect(self._take)
        self.board.opened.connect(self.pane.enter)
        self.board.list_wanted.connect(self._turn_to_list)
        self.pane.step_wanted.connect(self._step)
        self.pane.finish_wanted.connect(self._steps.finish)
        self.pane.postpone_wanted.connect(self._steps.postpone)
        self.pane.hours_wanted.connect(self._enter_hours)
        self.pane.dates_submitted.connect(self._save_dates)
        self.pane.open_requested.connect(self._desk.navigator.open)
        self.pane.history_wanted.connect(lambda one: HistoryDialog(self._desk, one, self).open())
        self.pane.papers_wanted.connect(
            lambda one: hand_out(self._desk, Whom(Kind.PLACEMENT, one), self)
        )
        self._desk.bus.changed.connect(self._refresh)

    def _ask(self, number: int | None) -> None:
        if number is None:
            self.pane.clear()
            return
        self._desk.tasks.run(
            Lane.READ, lambda: self._desk.office.lists.placement(number),
            self._show, self._gone, key="placement.detail",
        )  # fmt: skip

    def _show(self, detail: PlacementDetail) -> None:
        self.pane.show_placement(detail)
        self.board.show_detail(detail)

    def _on_board(self) -> bool:
        return self._left.currentWidget() is self.board

    def _look(self, number: int) -> None:
        """A card is chosen; what the pane shows already is not read again."""
        if self.pane.detail is not None and self.pane.detail.id == number:
            self.board.show_detail(self.pane.detail)
        else:
            self._ask(number)

    def _fill_board(self) -> None:
        text = self.board.search.text()
        self._desk.tasks.run(
            Lane.READ, lambda: self._desk.office.lists.placement_board(text),
            self._show_board, key="placements.board",
        )  # fmt: skip

    def _show_board(self, columns: tuple[BoardColumn, ...]) -> None:
        self.board.show_columns(columns)
        if self.board.number() is None and self.pane.detail is not None:
            self.board.choose(self.pane.detail.id)

    def _turn_to_list(self, state: PlacementState | None) -> None:
        """Back to the list; with a state, to all of that state."""
        self.show_list({"state": (state.value,)} if state else OPEN)
        self.list.table.setFocus()

    def _take(self, number: int, state: PlacementState) -> None:
        """A step from the board: ask for what it needs, or say why it cannot be."""
        self._desk.tasks.run(
            Lane.READ, lambda: self._desk.office.lists.placement(number),
            lambda detail: self._take_step(state, detail),
        )  # fmt: skip

    def _take_step(self, state: PlacementState, detail: PlacementDetail) -> None:
        refusal = detail.refusals.get(state)
        if state in detail.next_states and (not refusal or state is PlacementState.PASSED_ON):
            self._steps.take(state, detail)
        elif refusal:
            self._desk.notices.warning(refusal)

    def _gone(self, error: Exception) -> None:
        self.pane.clear()
        self.board.show_detail(None)
        self._desk.notices.error(error)

    def _step(self, state: PlacementState) -> None:
        if self.pane.detail is not None:
            self._steps.take(state, self.pane.detail)

    def _enter_hours(self) -> None:
        if self.pane.detail is not None:
            self._steps.enter_hours(self.pane.detail)

    def _save_dates(self, values: dict[str, Any]) -> None:
        detail, form = self.pane.detail, self.pane.form
        if detail is None or form is None:
            return
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.placements.set_dates(detail.id, values),
            lambda _: self._dates_kept(form),
            lambda error: form.refuse(error, self._desk.notices),
        )

    def _dates_kept(self, form: RecordForm) -> None:
        form.settle()
        self._desk.notices.success("Die Termine sind gespeichert.")

    def _refresh(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, Kind.PLACEMENT):
            self.count()
        if self.pane.detail is not None and touches(changes, *SHOWN):
            self._ask(self.pane.detail.id)
        if self._on_board() and touches(changes, *SHOWN):
            self._fill_board()
