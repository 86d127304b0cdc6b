"""Safety copies of the office, their restoring, and the check of the store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.services.office import FOLDER, unlock
from ehrenamt_desktop.store import backup
from ehrenamt_desktop.store.check import CheckReport, check
from ehrenamt_desktop.store.engine import Store


class Backups:
    """Use cases on safety copies of an open office."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def folder(self) -> Path:
        """The usual folder of copies."""
        return self._store.path.parent / FOLDER

    def make(self, folder: Path | None = None, progress: Progress = QUIET) -> Path:
        """Make a checked copy; returns its folder.

        Raises:
            StoreUnavailable: not enough room, or the copy does not pass its check.
            Cancelled: the user stopped; nothing is left behind.
        """
        return backup.make(self._store.path, self._store.key, folder or self.folder, progress)

    def last(self) -> dt.datetime | None:
        """When the newest copy in the usual folder was made (local time), or None."""
        found = backup.all_in(self.folder)
        return clock.local(backup.read_manifest(found[-1]).made_at) if found else None

    def check(self) -> CheckReport:
        """Check the open store."""
        return check(self._store.path, self._store.key)


def restore(folder: Path, target: Path, passphrase: str | None = None) -> None:
    """Make a new store from a backup.

    Raises:
        WrongPassphrase: the backup is encrypted and the passphrase does not open it.
        StoreUnavailable: the target exists, or the backup is unsound.
    """
    kept = folder / backup.verify(folder).store
    backup.restore(folder, target, unlock(kept, passphrase))


def check_store(path: Path, passphrase: str | None = None) -> CheckReport:
    """Check a store that need not open as an office.

    Raises:
        StoreUnavailable: the file cannot be opened at all.
    """
    return check(path, unlock(path, passphrase))
