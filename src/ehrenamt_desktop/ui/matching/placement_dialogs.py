"""The steps of a placement and its reminders: each asks, keeps and closes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import FollowUpResult, Kind, PlacementState
from ehrenamt_desktop.model.placement_detail import PlacementDetail
from ehrenamt_desktop.model.rows import FollowUpRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.form_dialog import FormDialog
from ehrenamt_desktop.ui.matching.pass_on_dialog import PassOnDialog
from ehrenamt_desktop.ui.matching.placement_specs import END, FINISH, POSTPONE, START

Values = Mapping[str, Any]


class PlacementSteps(QObject):
    """Opens the dialog of a step over `owner`."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
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
        dialog = PassOnDialog(detail, self._owner)
        number = detail.id
        dialog.accepted.connect(
            lambda: self._move(number, PlacementState.PASSED_ON, "Der Kontakt ist weitergegeben.")
        )
        dialog.consents_wanted.connect(
            lambda: self._desk.navigator.open(Kind.PERSON, detail.row.person_id)
        )
        dialog.open()

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

    def finish(self, follow_up: FollowUpRow) -> None:
        """Ask what the reminder brought."""

        def work(values: Values) -> None:
            content = values["satisfaction"]
            self._desk.office.follow_ups.finish(
                follow_up.id, values["result"], int(content) if content else None, values["note"]
            )

        self._ask("Nachfragen erledigt", FINISH, {"result": FollowUpResult.GOES_ON},
                  "follow_up.finish_panel", ("result",), work, "Erledigt.")  # fmt: skip

    def postpone(self, follow_up: FollowUpRow) -> None:
        """Ask for another day."""

        def work(values: Values) -> None:
            self._desk.office.follow_ups.postpone(follow_up.id, values["due_on"])

        self._ask("Nachfragen verschieben", POSTPONE, {"due_on": follow_up.due_on},
                  "follow_up.postpone_panel", ("due_on",), work, "Verschoben.")  # fmt: skip

    def _move(self, number: int, state: PlacementState, words: str) -> None:
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.placements.move(number, state),
            lambda _: self._desk.notices.success(words),
        )

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
