"""What is done with an initiative in founding, from its view to the office."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import FollowUpKind, Kind
from ehrenamt_desktop.model.founding_rows import FoundingRow
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.model.rules.placing import next_working_day
from ehrenamt_desktop.ui.initiatives.founding_view import FoundingView
from ehrenamt_desktop.ui.initiatives.initiative_specs import INTEREST, NEXT_STEP, STEP
from ehrenamt_desktop.ui.kit.field_specs import SourceLookup, Vocabulary
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog
from ehrenamt_desktop.ui.record.record_page import RecordPage

AHEAD = dt.timedelta(days=14)
"""When a next step is due unless another day is typed."""


class FoundingSteps(QObject):
    """Carries out what the view of a founding tells."""

    def __init__(self, page: RecordPage, view: FoundingView) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        view.ticked.connect(self._tick)
        view.step_wanted.connect(self.ask_step)
        view.step_removed.connect(self._remove_step)
        view.next_wanted.connect(self.ask_next)
        view.interest_wanted.connect(self.ask_interest)
        view.interest_removed.connect(self._remove_interest)
        view.person_opened.connect(lambda one: self._desk.navigator.open(Kind.PERSON, one))
        view.started.connect(self._start)

    def ask_next(self) -> None:
        """Ask for the next step; it becomes a reminder."""
        number, office = self._page.shown(), self._desk.office
        values = {"due_on": next_working_day(clock.today() + AHEAD)}
        EntryDialog(
            "Nächster Schritt", "follow_up", NEXT_STEP, Vocabulary(), values, self._desk,
            lambda given: office.follow_ups.add(
                {**given, "kind": FollowUpKind.OTHER, "initiative_id": number}
            ),
            self._page, name="next_step", said="Der nächste Schritt ist vorgemerkt.",
        ).open()  # fmt: skip

    def ask_interest(self) -> None:
        """Ask who would take part."""
        number, office = self._page.shown(), self._desk.office
        people = {"people": SourceLookup(office.lists.people, _name)}
        EntryDialog(
            "Interessierte Person", "interest", INTEREST, Vocabulary(records=people),
            {"on": clock.today()}, self._desk,
            lambda given: office.founding.add_interest(number, given), self._page,
            name="interest", said="Das Interesse ist eingetragen.",
        ).open()  # fmt: skip

    def ask_step(self, row: FoundingRow) -> None:
        """Ask when a point was done, and for a word on it."""
        number, office = self._page.shown(), self._desk.office
        EntryDialog(
            row.title, "founding_step", STEP, Vocabulary(),
            {"done_on": row.done_on, "note": row.note}, self._desk,
            lambda given: office.founding.tick(
                number, row.title, given["done_on"], given["note"]
            ),
            self._page, name="founding_step", said="Der Punkt ist gespeichert.",
        ).open()  # fmt: skip

    def _tick(self, title: str, done_on: dt.date | None) -> None:
        number, office = self._page.shown(), self._desk.office
        self._desk.tasks.run(
            Lane.WRITE, lambda: office.founding.tick(number, title, done_on), lambda _: None
        )

    def _remove_step(self, step_id: int) -> None:
        office = self._desk.office
        self._page.step(lambda _: office.founding.remove(step_id), "Der Punkt ist entfernt.")

    def _remove_interest(self, interest_id: int) -> None:
        office = self._desk.office
        self._page.step(
            lambda _: office.founding.remove_interest(interest_id), "Das Interesse ist entfernt."
        )

    def _start(self) -> None:
        self._page.step(self._found, "Die Initiative ist gegründet und jetzt aktiv.")

    def _found(self, number: int) -> None:
        self._desk.office.founding.start(number)


def _name(row: PersonRow) -> str:
    named = f"{row.last_name}, {row.first_name}" if row.first_name else row.last_name
    return f"{named} · {row.place}" if row.place else named
