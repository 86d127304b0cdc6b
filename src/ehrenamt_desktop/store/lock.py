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
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store.trouble import BUSY

PATIENCE, PAUSE = 5.0, 0.02
"""Seconds to wait for another one who changes a small file, and between two looks."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a store: user, computer, process, since when (ISO 8601, UTC), and its last step."""

    user: str
    host: str
    pid: int
    since: str
    step: int = 0


class WriterLock:
    """The right to write to one store."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + ".lock")
        self._file: IO[str] | None = None
        self._own = Holder("", "", 0, "")

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            StoreUnavailable: somebody else holds it; the sentence says who and since when.
        """
        file = _opened(self.path)
        try:
            _take_or_refuse(file, self.holder(), self.path.name)
            self._own = _own()
            file.truncate(0)
            _put(file, self._own)
        except BaseException:
            file.close()
            raise
        self._file = file

    def note(self, step: int) -> None:
        """Keep the number of the last step: whoever comes after a crash can tell if it is lost.

        That it cannot be kept hinders nothing.
        """
        if self._file is not None and step > self._own.step:
            self._own = replace(self._own, step=step)
            with suppress(OSError):
                _put(self._file, self._own)

    def left_behind(self) -> int:
        """The last step of a holder that crashed; 0 if there was none, or if it lives."""
        holder = self.holder()
        if holder is None or not holder.step:
            return 0
        try:
            with _opened(self.path) as file:
                return holder.step if _take(file) else 0
        except OSError:
            return 0

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


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let nobody else change a small file meanwhile; waits for another one who does.

    Raises:
        StoreUnavailable: the other one does not come to an end.
    """
    with _opened(path.with_name(f".{path.name}.lock")) as file:
        ends = time.monotonic() + PATIENCE
        while not _take(file):
            if time.monotonic() > ends:
                raise StoreUnavailable(BUSY)
            time.sleep(PAUSE)
        yield


def _opened(path: Path) -> IO[str]:
    """The file, made if it is not there; what stands in it stays."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    return os.fdopen(descriptor, "r+", encoding="utf-8")


def _put(file: IO[str], holder: Holder) -> None:
    """Write over what is there in one piece: numbers only grow, so nothing of it is left."""
    file.seek(0)
    file.write(json.dumps(asdict(holder)))
    file.flush()


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
