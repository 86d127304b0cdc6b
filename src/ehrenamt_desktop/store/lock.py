"""Who writes to a store: one program at a time, freed by the system when that program ends.

The lock file beside the store says who holds it. It is never taken from another computer.
"""

from __future__ import annotations

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
    """Who holds a store: user, computer, process and the local time since when (`HH:MM`)."""

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
        if not _take(file):
            file.close()
            raise StoreUnavailable(_refusal(self.holder()))
        file.seek(0)
        file.truncate()
        json.dump(asdict(_own()), file)
        file.flush()
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
            return Holder(**json.loads(self.path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None


def _own() -> Holder:
    since = clock.local(clock.now()).strftime("%H:%M")
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = ""
    return Holder(user, socket.gethostname(), os.getpid(), since)


def _refusal(holder: Holder | None) -> str:
    if holder is None:
        who = "in einem anderen Fenster"
    elif holder.host == socket.gethostname():
        who = f"seit {holder.since} Uhr in einem anderen Fenster (Benutzer: {holder.user})"
    else:
        who = f"seit {holder.since} Uhr auf „{holder.host}“ (Benutzer: {holder.user})"
    return (
        f"Der Bestand ist {who} geöffnet. Bitte schließen Sie ihn dort, bevor Sie hier etwas "
        "ändern. Lesen können Sie ihn auch so."
    )


def _take(file: IO[str]) -> bool:
    """Ask the system for the lock; it ends with the process, even after a crash."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1_000_000)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
