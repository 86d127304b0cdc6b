"""What the program does by itself once a day, behind the painted window."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, QTimer

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.ageing import AgedOut
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tasks import Lane

HOUR = 3_600_000
"""Milliseconds between two looks at the calendar; a window may stay open for days."""


class Daily(QObject):
    """Deletes what may be kept no longer or came back, at the start and on every new day."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._done_on: dt.date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(HOUR)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Do today's, then look every hour."""
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Do what a new day asks for."""
        today = clock.today()
        if today != self._done_on and not self._desk.office.read_only:
            self._done_on = today
            self._desk.tasks.run(Lane.WRITE, self._age, self._tell, self._refuse)
            self._desk.tasks.run(Lane.WRITE, self._replay, lambda _: None)
            self._desk.tasks.run(Lane.WRITE, self._tidy, lambda _: None)

    def _replay(self) -> int:
        """Whom an older copy brought back goes again."""
        return self._desk.office.erasures.replay()

    def _tidy(self) -> int:
        """Bytes of papers that were looked at and never added, or whose edition is gone."""
        return self._desk.office.library.tidy()

    def _age(self) -> AgedOut:
        """On the write lane, which imports the service."""
        return self._desk.office.ageing.run()

    def _tell(self, aged: AgedOut) -> None:
        """Ask where much would go at once, or the clock leapt."""
        if aged.held:
            self._desk.notices.warning(aged.question, Action("Jetzt löschen", self._delete))

    def _delete(self) -> None:
        office, notices = self._desk.office, self._desk.notices
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: office.ageing.run(sure=True),
            lambda aged: notices.success(f"Gelöscht: {aged.words}."),
        )

    def _refuse(self, error: BaseException) -> None:
        """While another window holds the store it deletes; this one looks again in an hour."""
        self._done_on = None
        if not isinstance(error, StoreUnavailable):
            self._desk.notices.error(error)
