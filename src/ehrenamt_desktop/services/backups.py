"""Safety copies of the office: made by themselves, rehearsed, restored; and its check."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError, StoreUnavailable
from ehrenamt_desktop.model.backups import (
    BackupRow,
    BackupState,
    Difference,
    Kept,
    Rehearsal,
    Verdict,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.services.keys import refuse_foreign, unlock
from ehrenamt_desktop.services.office import FOLDER
from ehrenamt_desktop.store import backup, copying, erased_list, keyfile, rehearsal, restoring
from ehrenamt_desktop.store.check import CheckReport, check
from ehrenamt_desktop.store.engine import Store

REHEARSE_DAYS = 30
"""Days after which a restore is rehearsed again."""

NO_COPY = "Es gibt noch keine Sicherung dieses Bestands."


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

    def keep(self, second: Path | None = None, progress: Progress = QUIET) -> Kept:
        """Make a copy in the usual folder, and in a second place, where the newest is older.

        The list of those who were erased goes to the second place as well.

        A second place that cannot be reached hinders nothing: it is told.

        Raises:
            StoreUnavailable: the copy in the usual folder cannot be made.
        """
        made = self.make(progress=progress) if self._is_behind(self.folder) else None
        if second is None:
            return Kept(made)
        if not second.is_dir():
            return Kept(made, None, _missing(second))
        try:
            elsewhere = self.make(second, progress) if self._is_behind(second) else None
            erased_list.add(second, erased_list.marks(self.folder))
        except StoreUnavailable as error:
            return Kept(made, None, error.sentence)
        return Kept(made, elsewhere)

    def last(self) -> dt.datetime | None:
        """When the newest copy of this store in the usual folder was made (local), or None."""
        return self._newest(self.folder)

    def state(self, second: Path | None = None) -> BackupState:
        """How well the office is kept, with its second place."""
        there = second is not None and second.is_dir()
        return BackupState(
            self.last(),
            second,
            self._newest(second) if second is not None and there else None,
            there,
            self._rehearsal(),
        )

    def listed(self, second: Path | None = None) -> tuple[BackupRow, ...]:
        """All copies of this store in both places, the newest first."""
        places = [(self.folder, False), *([(second, True)] if second is not None else [])]
        found = [
            (folder, manifest, elsewhere)
            for place, elsewhere in places
            for folder, manifest in self._own(place)
        ]
        found.sort(key=lambda one: one[1].made_at, reverse=True)
        return tuple(
            BackupRow(at, folder, clock.local(manifest.made_at), manifest.counts, elsewhere)
            for at, (folder, manifest, elsewhere) in enumerate(found, 1)
        )

    def difference(self, folder: Path) -> tuple[Difference, ...]:
        """What a copy holds beside the office of today.

        Raises:
            StoreUnavailable: the folder is no backup, or one of another store.
        """
        if backup.read_manifest(folder).store_id != self._store_id():
            raise StoreUnavailable(restoring.OTHER)
        return restoring.difference(folder, self._store.path, self._store.key)

    def rehearsal_due(self) -> bool:
        """Whether a restore should be rehearsed: there is a copy, and the last try is long ago."""
        if self.last() is None:
            return False
        done = self._rehearsal()
        # a rehearsal of tomorrow was made while the clock was wrong
        return done is None or not 0 <= (clock.today() - done.at.date()).days < REHEARSE_DAYS

    def rehearse(self) -> Rehearsal:
        """Restore the newest copy beside itself, check it and throw it away.

        Raises:
            StoreUnavailable: there is no copy, or the folder cannot be written.
        """
        own = self._own(self.folder)
        if not own:
            raise StoreUnavailable(NO_COPY)
        problem = rehearsal.rehearse(self.folder, own[-1][0], self._store.key)
        return Rehearsal(clock.local(clock.now()), problem)

    def check(self) -> CheckReport:
        """Check the open store."""
        return check(self._store.path, self._store.key)

    def verdict(self) -> Verdict:
        """The same check in a sentence."""
        return verdict_of(self.check())

    def _is_behind(self, place: Path) -> bool:
        """Whether a place holds no copy of the last step; steps, not clocks, tell old from new."""
        with self._store.read() as connection:
            mark = copying.last_mark(connection)
        return all(manifest.mark != mark for _, manifest in self._own(place))

    def _newest(self, place: Path) -> dt.datetime | None:
        own = self._own(place)
        return clock.local(own[-1][1].made_at) if own else None

    def _own(self, place: Path) -> list[tuple[Path, backup.Manifest]]:
        """The copies of this store in a place, the oldest first."""
        found = [(folder, backup.read_manifest(folder)) for folder in backup.all_in(place)]
        mine = self._store_id(), self._store.path.name
        return [one for one in found if (one[1].store_id, one[1].store) == mine]

    def _store_id(self) -> str:
        path = self._store.path.with_suffix(keyfile.SUFFIX)
        try:
            return keyfile.store_id(path) if self._store.encrypted else ""
        except EhrenamtError:  # a damaged key file: `make` says so
            return ""

    def _rehearsal(self) -> Rehearsal | None:
        note = rehearsal.last(self.folder)
        if note is None:
            return None
        try:
            at = dt.datetime.fromisoformat(note["at"])
        except ValueError:
            return None
        return Rehearsal(clock.local(at), str(note.get("problem", "")))


def restore(folder: Path, target: Path, passphrase: str | None = None) -> int:
    """Make a new store from a backup; returns how many papers of its library are missing.

    Raises:
        WrongPassphrase: the backup is encrypted and the passphrase does not open it.
        StoreUnavailable: the target exists, or the backup is unsound.
    """
    key = unlock(folder / backup.verify(folder).store, passphrase)
    missing = restoring.restore(folder, target, key)
    _erase_again(target, key, folder)
    return missing


def replace(folder: Path, path: Path, key: bytes | None) -> Path:
    """Put a backup in place of the store it was made of, which is closed; returns where that lies.

    Raises:
        StoreUnavailable: the store is in use, or the backup is unsound or another store's.
    """
    aside = restoring.replace(folder, path, key)
    _erase_again(path, key, folder)
    return aside


def _erase_again(path: Path, key: bytes | None, folder: Path) -> None:
    """Whom the office erased after the copy was made goes again, before anybody sees them.

    What was handed over brings a list of its own: it joins the one beside the copies here.

    Raises:
        StoreUnavailable: a list is damaged.
    """
    from ehrenamt_desktop.services.erasures import Erasures

    store = Store(path, key)
    try:
        erased_list.add(path.parent / FOLDER, erased_list.marks(folder))
        Erasures(store).replay((folder.parent,))
    finally:
        store.close()


def check_store(path: Path, passphrase: str | None = None) -> CheckReport:
    """Check a store that need not open as an office.

    Raises:
        WrongPassphrase: the store is encrypted and the passphrase does not open it.
        StoreUnavailable: the file cannot be opened at all, or its key file is another store's.
    """
    key = unlock(path, passphrase)
    try:
        return check(path, key)
    except StoreUnavailable:
        refuse_foreign(path, key)
        raise


def verdict_of(report: CheckReport) -> Verdict:
    """What a check found, in German."""
    if not report.sound:
        return Verdict(sound=False, sentence=" ".join(report.faults))
    total = sum(report.counts.values())
    return Verdict(sound=True, sentence=f"Der Bestand ist in Ordnung ({total} Einträge geprüft).")


def _missing(place: Path) -> str:
    return (
        f"Der zweite Ort für Sicherungen „{place.name or place}“ ist nicht zu erreichen. Bitte "
        "stecken Sie den Datenträger an, oder wählen Sie einen anderen Ort."
    )
