"""Start: the day at a glance, and everything due can be done here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

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
from ehrenamt_desktop.services.lists import (
    CONSENTS_ENDING,
    DOCUMENTS_DUE,
    POSTINGS_DUE,
    PROOFS_ENDING,
)
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.taking_back import latest, take_back
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.calendar_file import save_calendar
from ehrenamt_desktop.ui.record.due_words import target
from ehrenamt_desktop.ui.start.calls_card import CallsCard
from ehrenamt_desktop.ui.start.page import StartPage
from ehrenamt_desktop.ui.start.reminder_dialog import ReminderDialog

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel

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
        due.more_wanted.connect(self.reload)
        self.page.new_button.clicked.connect(self.new)
        self._desk = Desk(
            self.office, self.tasks, self.bus, self.notices, self.files, self.navigator
        )
        self.page.add_card(CallsCard(self._desk))
        self.page.appointments.settled.connect(self._settle)
        self.page.appointments.opened.connect(self._open_talk)
        self.page.due.asking_wanted.connect(self._ask)
        self.page.due.postponing.connect(self._tell_loads)
        self.page.appointments.calendar_wanted.connect(self._write_calendar)
        self.page.freshness.ask_wanted.connect(lambda: self.navigator.show_list(Kind.OFFER_ROUND))
        go = self.navigator.show_list
        notes = self.page.notes
        notes["proofs"].clicked.connect(lambda: go(Kind.PERSON, PROOFS_ENDING))
        notes["consents"].clicked.connect(lambda: go(Kind.PERSON, CONSENTS_ENDING))
        notes["postings"].clicked.connect(lambda: go(Kind.POSTING, POSTINGS_DUE))
        notes["documents"].clicked.connect(lambda: go(Kind.DOCUMENT, DOCUMENTS_DUE))
        for name, deed in self._tile_deeds().items():
            self.page.tiles[name].clicked.connect(deed)
        self.bus.changed.connect(self._refresh)
        self.reload()

    def open_record(self, kind: Kind, number: int) -> None:
        """Show a call note, or what a reply slip answers."""
        from ehrenamt_desktop.ui.intake.call_dialog import open_call

        if kind is Kind.INTERACTION:
            open_call(self._desk, number, self)
        elif kind is Kind.FOLLOW_UP:
            self._ask_apart(number)

    def reload(self) -> None:
        """Read the day again."""
        today, first = clock.today(), self.page.due.limit
        self.tasks.run(
            Lane.READ, lambda: self.office.lists.overview(today, first=first), self.page.show_day,
            key="start",
        )  # fmt: skip

    def _refresh(self, _: object) -> None:
        """A change; unlike a lambda, Qt forgets this one with a tab that is dressed anew."""
        self.reload()

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
        """The mask of what is due on both sides of a placement, under its row."""
        self.page.due.open_first_asking()
        yield "nachfragen", self
        self.reload()

    def _finish(
        self, number: int, result: FollowUpResult, satisfaction: int | None, note: str
    ) -> None:
        self._do(
            lambda: self.office.follow_ups.finish(number, result, satisfaction, note),
            f"Erledigt: {result.label}.",
        )

    def _ask(self, number: int) -> None:
        from ehrenamt_desktop.ui.record.asking_deeds import AskingDeeds

        AskingDeeds(self._desk).open(number, self.page.due.open_asking)

    def _tell_loads(self, panel: PostponePanel) -> None:
        from ehrenamt_desktop.ui.record.postpone_loads import tell_loads

        tell_loads(self._desk, panel)

    def _ask_apart(self, number: int) -> None:
        from ehrenamt_desktop.ui.record.asking_deeds import AskingDeeds
        from ehrenamt_desktop.ui.record.asking_dialog import AskingDialog

        AskingDeeds(self._desk).open(
            number, lambda panel: AskingDialog(panel, self).open(), framed=False
        )

    def _postpone(self, number: int, day: dt.date) -> None:
        self._do(
            lambda: self.office.follow_ups.postpone(number, day), f"Verschoben auf {day:%d.%m.%Y}."
        )

    def _settle(self, number: int, state: InteractionState) -> None:
        self._do(
            lambda: self.office.interactions.set_state(number, state), f"Termin: {state.label}."
        )

    def _add(self, values: dict[str, Any]) -> None:
        self._do(lambda: self.office.follow_ups.add(values), "Die Wiedervorlage ist eingetragen.")

    def _do(self, deed: Callable[[], object], sentence: str) -> None:
        """Keep a step and tell it, with the way back."""

        def work() -> int:
            deed()
            return latest(self.office)

        def tell(step: int) -> None:
            self.notices.success(sentence, Action("Rückgängig", lambda: self._undo(step)))

        self.tasks.run(Lane.WRITE, work, tell)

    def _undo(self, step: int) -> None:
        self.tasks.run(
            Lane.WRITE,
            lambda: take_back(self.office, (step,)),
            lambda _: self.notices.info("Der Schritt ist zurückgenommen."),
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
        save_calendar(self._desk, today, lambda path: office.calendars.write_day(path, today))

    def _show_stale(self) -> None:
        self.navigator.show_list(Kind.OFFER, STALE)

    def _tile_deeds(self) -> dict[str, Any]:
        go = self.navigator.show_list
        return {
            "people": lambda: go(Kind.PERSON, {"stage": (PersonStage.SEEKING.value,)}),
            "offers": self._show_stale,
            "proposals": lambda: go(Kind.PLACEMENT, {"state": (PlacementState.PROPOSED.value,)}),
            "running": lambda: go(Kind.PLACEMENT, {"state": (PlacementState.RUNNING.value,)}),
            "done": self.page.due.focus_current,
        }
