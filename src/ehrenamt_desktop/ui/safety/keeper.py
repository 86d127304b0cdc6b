"""Keeps the office safe by itself: hourly copies, a second place, a rehearsal every month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ehrenamt_desktop import clock, logbook
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.backups import BackupState, Kept, Rehearsal
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.tasks import Lane

HOUR = 3_600_000
"""Milliseconds between two looks whether something changed."""

SOON = 300_000
"""Milliseconds until the first look: a crash or a locked window that was closed owes a copy."""

REMIND_DAYS = 7
"""Days after which a missing second place is spoken of again."""

SECOND, REMINDED = "backup.second", "backup.reminded"
"""What this computer remembers: the second place, and when it was last spoken of."""

NO_SECOND = (
    "Alle Sicherungen liegen bisher auf diesem Computer. Geht er kaputt, sind auch sie verloren. "
    "Bitte wählen Sie einen zweiten Ort, zum Beispiel einen Stift oder ein Netzlaufwerk."
)


class Keeper(QObject):
    """Works on a lane of its own, so that nobody waits for a copy."""

    def __init__(
        self, desk: Desk, device: Device, shown: Callable[[BackupState], None], parent: QObject
    ) -> None:
        """Look after the office of `desk`; `shown` hears how well it is kept."""
        super().__init__(parent)
        self._desk = desk
        self._device = device
        self._shown = shown
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(HOUR)
        self._timer.timeout.connect(self.look)

    @property
    def second(self) -> Path | None:
        """The second place, if one is chosen."""
        return second_place(self._device)

    def choose_second(self, folder: Path | None) -> None:
        """Take a folder as the second place, or none, and copy there at once."""
        self._device.set(SECOND, str(folder) if folder is not None else "")
        self.look()

    def begin(self) -> None:
        """Say how things stand, rehearse if it is time, then look soon and every hour."""
        self.refresh()
        if self._desk.office.lost:
            self._desk.notices.warning(self._desk.office.lost)
        if not keeps_itself(self._desk.office):
            return
        self._timer.start()
        QTimer.singleShot(SOON, self, self.look)
        self._remind()
        office = self._desk.office
        self._desk.tasks.run(
            Lane.CARE, office.backups.rehearsal_due, self._rehearse_if, self._failed
        )

    def look(self) -> None:
        """Copy what changed since the last copy; one look at a time."""
        if self._busy or not keeps_itself(self._desk.office):
            return
        self._busy = True
        office, second = self._desk.office, self.second
        self._desk.tasks.run(
            Lane.CARE, lambda: office.backups.keep(second), self._kept, self._failed
        )

    def rehearse(self) -> None:
        """Try a full restore of the newest copy, and say how it went."""
        office = self._desk.office
        self._desk.tasks.run(Lane.CARE, office.backups.rehearse, self._rehearsed, self._failed)

    def refresh(self) -> None:
        """Say anew how well the office is kept."""
        office, second = self._desk.office, self.second
        self._desk.tasks.run(
            Lane.CARE, lambda: office.backups.state(second), self._shown, key="safety.state"
        )

    def _kept(self, kept: Kept) -> None:
        self._busy = False
        self.refresh()
        if kept.problem and self._speaks():
            self._desk.notices.warning(kept.problem, Action("Ort wählen …", self.ask_second))

    def _rehearse_if(self, due: bool) -> None:
        if due:
            self.rehearse()

    def _rehearsed(self, done: Rehearsal) -> None:
        self.refresh()
        if done.problem:
            self._desk.notices.warning(
                "Die letzte Sicherung ließ sich nicht wiederherstellen. Bitte sichern Sie jetzt "
                f"neu. {done.problem}"
            )
        else:
            self._desk.notices.info(
                "Die Wiederherstellung ist geprobt: Die letzte Sicherung ist vollständig."
            )

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.refresh()
        self._desk.notices.error(error)

    def _remind(self) -> None:
        if self.second is None and self._speaks():
            self._desk.notices.info(NO_SECOND, Action("Ort wählen …", self.ask_second))

    def ask_second(self) -> None:
        """Ask for the second place."""
        folder = self._desk.files.folder("Zweiten Ort für Sicherungen wählen")
        if folder is not None:
            self.choose_second(folder)

    def _speaks(self) -> bool:
        """Whether the second place may be spoken of: not more often than once in a week."""
        said = self._device.get(REMINDED)
        today = clock.today()
        if said and 0 <= (today - dt.date.fromisoformat(said)).days < REMIND_DAYS:
            return False
        self._device.set(REMINDED, today.isoformat())
        return True


def second_place(device: Device) -> Path | None:
    """The second place this computer remembers."""
    kept = device.get(SECOND)
    return Path(kept) if kept else None


def keeps_itself(office: Office) -> bool:
    """Whether copies are made unasked: of an encrypted office, by somebody who may write.

    A locked one has no key to copy with; copies of an unencrypted one are never thinned, since
    nothing tells two of them apart.
    """
    return office.encrypted and not office.read_only and not office.store.closed


def keep_at_exit(office: Office, device: Device) -> None:
    """The copy of the day when the window is closed; what hinders it is told at the next start."""
    if keeps_itself(office):
        try:
            office.backups.keep(second_place(device))
        except EhrenamtError as error:
            logbook.note(logbook.Event.COPY_FAILED, error)
            device.set(REMINDED, "")
