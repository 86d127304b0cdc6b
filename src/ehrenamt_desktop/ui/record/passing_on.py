"""Passing a contact on: the panel, the step, and what can be done with the message after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.model.enums import Kind, PassingWay, PlacementState
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.pass_on_dialog import PassOnDialog

if TYPE_CHECKING:
    from ehrenamt_desktop.model.passing import PassingPlan, PassingWish
    from ehrenamt_desktop.services.passing import Message


class PassingOn(QObject):
    """Opens the panel over `owner` and does what it says."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner

    def ask(self, placement: int) -> None:
        """Ask about one placement."""
        self._desk.tasks.run(
            Lane.READ, lambda: (self._desk.office.passing.plan(placement),), self._open
        )

    def ask_for(self, person: int) -> None:
        """Ask about what is proposed to a person."""
        self._desk.tasks.run(
            Lane.READ, lambda: self._desk.office.passing.plans_of(person), self._open
        )

    def _open(self, plans: Sequence[PassingPlan]) -> None:
        dialog = PassOnDialog(plans, self._owner)
        dialog.accepted.connect(lambda: self._pass_on(dialog.plan.placement_id, dialog.wish()))
        dialog.consents_wanted.connect(
            lambda: self._desk.navigator.open(Kind.PERSON, dialog.plan.person_id)
        )
        dialog.open()

    def _pass_on(self, number: int, wish: PassingWish) -> None:
        def work() -> Message:
            office = self._desk.office
            office.placements.move(number, PlacementState.PASSED_ON, wish=wish)
            return office.passing.message(number)

        self._desk.tasks.run(Lane.WRITE, work, lambda made: self._passed(number, made, wish.way))

    def _passed(self, number: int, made: Message, way: PassingWay) -> None:
        asked = f" Nachfragen am {day(made.due_on)}." if made.due_on else ""
        actions = [
            Action("E-Mail schreiben", lambda: self._desk.files.mail(made.link)),
            Action("E-Mail speichern …", lambda: self._save(number)),
        ]
        if made.draft.to:
            actions.append(Action("Adresse kopieren", lambda: _copy(made.draft.to)))
        self._desk.notices.success(f"Der Kontakt ist weitergegeben.{asked}", *actions)
        if way is PassingWay.EMAIL:
            self._desk.files.mail(made.link)

    def _save(self, number: int) -> None:
        path = self._desk.files.save("E-Mail speichern", "Kontakt weitergegeben.eml", ".eml")
        if path is None:
            return
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._desk.office.passing.write_message(path, number),
            lambda _: self._desk.notices.success(
                "Die E-Mail ist gespeichert.",
                Action("Öffnen", lambda: self._desk.files.launch(path)),
                Action("Ordner", lambda: self._desk.files.reveal(path)),
            ),
        )


def _copy(words: str) -> None:
    QApplication.clipboard().setText(words)
