"""Vermittlungen: the list with its filters, the pane of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.placements import PLACEMENT_COLUMNS
from ehrenamt_desktop.model.enums import Kind, PlacementState
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
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
         Kind.CONSENT, Kind.CONTACT, Kind.INTERACTION)  # fmt: skip
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
        self.pane = PlacementPane()
        self._steps = PlacementSteps(desk, self)
        self._lay_out()
        self._connect()
        self.list.set_filters(OPEN)

    def show_placement(self, number: int) -> None:
        """Show one placement, ended or not."""
        self.list.set_filters({})
        self.list.table.select_id(number)
        self._ask(number)

    def show_list(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show the list with these filters and no other."""
        self.list.set_filters(filters)

    def count(self) -> None:
        """Count the open placements for the title of the view."""
        query = ListQuery(filters=OPEN)
        source = self._desk.office.lists.placements
        self._desk.tasks.run(
            Lane.READ, lambda: len(source.ids(query)), self.counted.emit, key="placements.open"
        )

    def _lay_out(self) -> None:
        splitter = SideBySide(self.list, self.pane, SHARES)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _connect(self) -> None:
        self.list.selected.connect(self._ask)
        self.list.opened.connect(self._ask)
        self.pane.step_wanted.connect(self._step)
        self.pane.finish_wanted.connect(self._steps.finish)
        self.pane.postpone_wanted.connect(self._steps.postpone)
        self.pane.dates_submitted.connect(self._save_dates)
        self.pane.open_requested.connect(self._desk.navigator.open)
        self.pane.history_wanted.connect(lambda one: HistoryDialog(self._desk, one, self).open())
        self._desk.bus.changed.connect(self._refresh)

    def _ask(self, number: int | None) -> None:
        if number is None:
            self.pane.clear()
            return
        self._desk.tasks.run(
            Lane.READ, lambda: self._desk.office.lists.placement(number),
            self.pane.show_placement, self._gone, key="placement.detail",
        )  # fmt: skip

    def _gone(self, error: Exception) -> None:
        self.pane.clear()
        self._desk.notices.error(error)

    def _step(self, state: PlacementState) -> None:
        if self.pane.detail is not None:
            self._steps.take(state, self.pane.detail)

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
