"""Somebody talked to a body: ask once, quietly, whether its offers still hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.rounds import DueBody
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell

MOST = 3
"""Talks of one step that are looked at; an import brings more and asks nothing."""


class RoundPrompt(QObject):
    """Listens for talks; a notice asks, and goes away by itself when nobody answers."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: set[tuple[object, int]] = set()
        desk.bus.changed.connect(self._listen)

    def _listen(self, changes: tuple[Change, ...]) -> None:
        talks = [one for change in changes if change.kind is Kind.INTERACTION for one in change.ids]
        if 0 < len(talks) <= MOST:
            self._desk.tasks.run(
                Lane.READ, lambda: self._desk.office.rounds.talked_to(talks), self._ask
            )

    def _ask(self, found: Sequence[DueBody]) -> None:
        for body in found:
            key = (body.on, body.initiative_id)
            if key not in self._asked:
                self._asked.add(key)
                self._show(body)

    def _show(self, body: DueBody) -> None:
        amount = len(body.offers)
        words = f"{count(amount, 'Angebot', 'Angebote')} lange nicht bestätigt"
        yes = "Noch aktuell" if amount == 1 else "Alle noch aktuell"
        self._desk.notices.info(
            f"{body.name}: {words}. Noch aktuell?",
            Action(yes, lambda: self._confirm(body)),
            Action("Ansehen", lambda: self._look(body)),
        )

    def _confirm(self, body: DueBody) -> None:
        words = "Das Angebot ist" if len(body.offers) == 1 else "Die Angebote sind"
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.rounds.confirm_all(body.offers),
            lambda _: tell(self._desk, f"{words} heute bestätigt."),
        )

    def _look(self, body: DueBody) -> None:
        if len(body.offers) == 1:
            self._desk.navigator.open(Kind.OFFER, body.offers[0])
        else:
            filters = {"initiative": (str(body.initiative_id),)}
            self._desk.navigator.show_list(Kind.OFFER, filters)
