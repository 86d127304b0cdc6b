"""Start: the day at a glance, and everything due can be done here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    FollowUpResult,
    Freshness,
    InteractionState,
    Kind,
    OfferStage,
    PersonStage,
    PlacementState,
)
from ehrenamt_desktop.model.rows import FollowUpRow, InteractionRow
from ehrenamt_desktop.ui.frame.undo import undo_step
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.calendar_file import save_calendar
from ehrenamt_desktop.ui.record.due_words import target
from ehrenamt_desktop.ui.start.calls_card import CallsCard
from ehrenamt_desktop.ui.start.page import StartPage
from ehrenamt_desktop.ui.start.reminder_dialog import ReminderDialog

STALE = {
    "freshness": (Freshness.STALE.value,),
    "stage": (OfferStage.OPEN.value, OfferStage.UPCOMING.value, OfferStage.FULL.value),
}
"""Offers to be asked for: on show or full, and not confirmed for over six months."""


class StartTab(Tab):
    """Reads the overview of the day; steps of anybody refresh it."""

    kinds: ClassVar[tuple[Kind, ...]] = (Kind.FOLLOW_UP, Kind.INTERACTION)

    def build(self) -> None:
        """Put the page together and read the day."""
        self.page = StartPage(self)
        due = self.page.due
        due.finished.connect(self._finish)
        due.postponed.connect(self._postpone)
        due.opened.connect(self._open)
        self.page.new_button.clicked.connect(self.new)
        self._desk = Desk(
            self.office, self.tasks, self.bus, self.notices, self.files, self.navigator
        )
        self.page.add_card(CallsCard(self._desk))
        self.page.appointments.settled.connect(self._settle)
        self.page.appointments.opened.connect(self._open_talk)
        self.page.appointments.calendar_wanted.connect(self._write_calendar)
        self.page.freshness.ask_wanted.connect(lambda: self.navigator.show_list(Kind.OFFER_ROUND))
        for name, deed in self._tile_deeds().items():
            self.page.tiles[name].clicked.connect(deed)
        self.bus.changed.connect(lambda _: self.reload())
        self.reload()

    def open_record(self, kind: Kind, number: int) -> None:
        """Show a call note."""
        from ehrenamt_desktop.ui.intake.call_dialog import open_call

        if kind is Kind.INTERACTION:
            open_call(self._desk, number, self)

    def reload(self) -> None:
        """Read the day again."""
        today = clock.today()
        self.tasks.run(
            Lane.READ, lambda: self.office.lists.overview(today), self.page.show_day, key="start"
        )

    def focus_search(self) -> None:
        """There is nothing to search here; go to the reminders."""
        self.page.due.focus_current()

    def new(self) -> None:
        """A new reminder."""
        dialog = ReminderDialog(self)
        dialog.accepted.connect(lambda: self._add(dialog.values))
        dialog.open()

    def save(self) -> None:
        """Keep what the open panel holds."""
        self.page.due.save()

    def is_dirty(self) -> bool:
        """Whether a note was typed."""
        return self.page.due.is_dirty()

    def commands(self) -> Sequence[Command]:
        """A new reminder."""
        return (
            Command("Neue Wiedervorlage", (), self.new, "start.new_reminder",
                    "Erinnerung Termin Aufgabe nachfragen"),
        )  # fmt: skip

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The panel that finishes a reminder in place."""
        self.page.due.open_finish()
        yield "nachfragen", self
        self.reload()

    def _finish(
        self, number: int, result: FollowUpResult, satisfaction: int | None, note: str
    ) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: self.office.follow_ups.finish(number, result, satisfaction, note),
            lambda _: self._tell(f"Erledigt: {result.label}."),
        )

    def _postpone(self, number: int, day: dt.date) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: self.office.follow_ups.postpone(number, day),
            lambda _: self._tell(f"Verschoben auf {day:%d.%m.%Y}."),
        )

    def _settle(self, number: int, state: InteractionState) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: self.office.interactions.set_state(number, state),
            lambda _: self._tell(f"Termin: {state.label}."),
        )

    def _add(self, values: dict[str, Any]) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: self.office.follow_ups.add(values),
            lambda _: self._tell("Die Wiedervorlage ist eingetragen."),
        )

    def _tell(self, sentence: str) -> None:
        self.notices.success(sentence, Action("Rückgängig", self._undo))

    def _undo(self) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: undo_step(self.office),
            lambda step: self.notices.info(f"Rückgängig gemacht: {step.action}"),
        )

    def _open(self, row: FollowUpRow) -> None:
        found = target(row)
        if found is not None:
            self.navigator.open(*found)

    def _open_talk(self, row: InteractionRow) -> None:
        if row.person_id is not None:
            self.navigator.open(Kind.PERSON, row.person_id)
        elif row.initiative_id is not None:
            self.navigator.open(Kind.INITIATIVE, row.initiative_id)

    def _write_calendar(self) -> None:
        today, office = clock.today(), self.office
        desk = Desk(office, self.tasks, self.bus, self.notices, self.files, self.navigator)
        save_calendar(desk, today, lambda path: office.calendars.write_day(path, today))

    def _show_stale(self) -> None:
        self.navigator.show_list(Kind.OFFER, STALE)

    def _tile_deeds(self) -> dict[str, Any]:
        go = self.navigator.show_list
        return {
            "people": lambda: go(Kind.PERSON, {"stage": (PersonStage.SEEKING.value,)}),
            "offers": self._show_stale,
            "running": lambda: go(Kind.PLACEMENT, {"state": (PlacementState.RUNNING.value,)}),
            "done": self.page.due.focus_current,
        }
