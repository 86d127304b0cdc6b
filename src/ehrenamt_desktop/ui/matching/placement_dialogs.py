"""The steps of a placement and its reminders: each asks, keeps and closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.asking import asks
from ehrenamt_desktop.model.enums import FollowUpResult, PlacementState
from ehrenamt_desktop.model.placement_detail import PlacementDetail
from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.hours_dialog import HoursDialog
from ehrenamt_desktop.ui.matching.placement_specs import END, FINISH, POSTPONE, START
from ehrenamt_desktop.ui.record.asking_deeds import AskingDeeds
from ehrenamt_desktop.ui.record.asking_dialog import AskingDialog
from ehrenamt_desktop.ui.record.asking_panel import AskingPanel
from ehrenamt_desktop.ui.record.form_dialog import FormDialog
from ehrenamt_desktop.ui.record.passing_on import PassingOn

Values = Mapping[str, Any]


class PlacementSteps(QObject):
    """Opens the dialog of a step over `owner`."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._passing = PassingOn(desk, owner)
        self._starts: dict[PlacementState, Callable[[PlacementDetail], None]] = {
            PlacementState.PASSED_ON: self.pass_on,
            PlacementState.RUNNING: self.start,
            PlacementState.ENDED: self.end,
        }

    def take(self, state: PlacementState, detail: PlacementDetail) -> None:
        """Ask for what the step to `state` needs."""
        self._starts[state](detail)

    def pass_on(self, detail: PlacementDetail) -> None:
        """Show who gets what and on which consent."""
        self._passing.ask(detail.id)

    def start(self, detail: PlacementDetail) -> None:
        """Ask since when it runs."""
        number = detail.id

        def work(values: Values) -> None:
            self._desk.office.placements.move(number, PlacementState.RUNNING, values["on"])

        words = "Das Engagement läuft. Die Nachfragen sind vorgemerkt."
        self._ask("Das Engagement läuft", START, {"on": clock.today()}, "placement.run_panel",
                  ("on",), work, words)  # fmt: skip

    def end(self, detail: PlacementDetail) -> None:
        """Ask why and when it ended."""
        number = detail.id

        def work(values: Values) -> None:
            move = self._desk.office.placements.move
            move(number, PlacementState.ENDED, values["on"], values["reason"])

        self._ask("Vermittlung beenden", END, {"on": clock.today()}, "placement.end_panel",
                  ("reason", "on"), work, "Die Vermittlung ist beendet.")  # fmt: skip

    def enter_hours(self, detail: PlacementDetail) -> None:
        """Show the sheet of hours."""
        dialog = HoursDialog(detail.hours, self._owner)

        def work(values: Values) -> None:
            self._desk.office.hours.enter(detail.id, values)

        self._run(dialog, work, "Die Stunden sind eingetragen.")

    def finish(self, follow_up: FollowUpRow) -> None:
        """Ask what the reminder brought."""
        if asks(follow_up.kind, follow_up.placement_id):
            AskingDeeds(self._desk).open(follow_up.id, self._show_asking, framed=False)
            return

        def work(values: Values) -> None:
            self._desk.office.follow_ups.finish(follow_up.id, values["result"], note=values["note"])

        self._ask("Nachfragen erledigt", FINISH, {"result": FollowUpResult.DONE},
                  "follow_up.finish_panel", ("result",), work, "Erledigt.")  # fmt: skip

    def _show_asking(self, panel: AskingPanel) -> None:
        AskingDialog(panel, self._owner).open()

    def postpone(self, follow_up: FollowUpRow) -> None:
        """Ask for another day."""

        def work(values: Values) -> None:
            self._desk.office.follow_ups.postpone(follow_up.id, values["due_on"])

        self._ask("Nachfragen verschieben", POSTPONE, {"due_on": follow_up.due_on},
                  "follow_up.postpone_panel", ("due_on",), work, "Verschoben.")  # fmt: skip

    def _ask(
        self,
        title: str,
        specs: Sequence[FieldSpec],
        values: Values,
        name: str,
        required: Sequence[str],
        work: Callable[[Values], None],
        words: str,
    ) -> None:
        dialog = FormDialog(title, specs, values, self._owner, name=name, required=required)
        self._run(dialog, work, words)

    def _run(self, dialog: FormDialog, work: Callable[[Values], None], words: str) -> None:
        """Open a form; it closes when what it told is kept."""

        def kept(_: None) -> None:
            dialog.accept()
            self._desk.notices.success(words)

        dialog.submitted.connect(
            lambda given: self._desk.tasks.run(
                Lane.WRITE,
                lambda: work(given),
                kept,
                lambda error: dialog.refuse(error, self._desk.notices),
            )
        )
        dialog.open()
