"""Who writes to a store: one program at a time, freed by the system when that program ends.

The lock file beside the store says who holds it. The system's lock does not reach other computers,
so a file that names another one is never taken over: somebody must look there and delete it.
"""

from __future__ import annotations

import datetime as dt
import errno
import getpass
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import StoreUnavailable


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a store: user, computer, process and since when (ISO 8601, UTC)."""

    user: str
    host: str
    pid: int
    since: str


class WriterLock:
    """The right to write to one store."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + ".lock")
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            StoreUnavailable: somebody else holds it; the sentence says who and since when.
        """
        file = self.path.open("a+", encoding="utf-8")
        try:
            _take_or_refuse(file, self.holder(), self.path.name)
            file.seek(0)
            file.truncate()
            json.dump(asdict(_own()), file)
            file.flush()
        except BaseException:
            file.close()
            raise
        self._file = file

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.seek(0)
            self._file.truncate()
            self._file.close()
            self._file = None

    def holder(self) -> Holder | None:
        """Who holds the lock as far as the file says, or None."""
        try:
            holder = Holder(**json.loads(self.path.read_text(encoding="utf-8")))
            _since(holder)
        except (OSError, ValueError, TypeError):
            return None
        return holder


def _take_or_refuse(file: IO[str], holder: Holder | None, name: str) -> None:
    if not _take(file):
        raise StoreUnavailable(_refusal(holder))
    if holder is not None and holder.host != socket.gethostname():
        raise StoreUnavailable(_foreign(holder, name))


def _own() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = ""
    return Holder(user, socket.gethostname(), os.getpid(), clock.now().isoformat())


def _since(holder: Holder) -> str:
    """`09:12 Uhr`, with the day in front if it was not today."""
    moment = clock.local(dt.datetime.fromisoformat(holder.since))
    form = "%H:%M Uhr" if moment.date() == clock.today() else "%d.%m.%Y, %H:%M Uhr"
    return moment.strftime(form)


def _who(holder: Holder) -> str:
    by = f" von „{holder.user}“" if holder.user else ""
    return f"seit {_since(holder)} auf „{holder.host}“{by}"


def _refusal(holder: Holder | None) -> str:
    who = "in einem anderen Fenster" if holder is None else _who(holder)
    return (
        f"Der Bestand ist {who} geöffnet. Bitte schließen Sie ihn dort, bevor Sie hier etwas "
        "ändern. Lesen können Sie ihn auch so."
    )


def _foreign(holder: Holder, name: str) -> str:
    return (
        f"Der Bestand ist {_who(holder)} geöffnet. "
        f"Bitte schließen Sie ihn dort. Arbeitet dort niemand mehr, löschen Sie die Datei „{name}“."
    )


def _take(file: IO[str]) -> bool:
    """Ask the system for the lock; it ends with the process, even after a crash.

    Returns:
        False if another one has it.

    Raises:
        OSError: the file system has no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1_000_000)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            return False
        raise
    return True
