"""Arbeitsplatz übergeben: one desk at a time writes, and nothing is lost on the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.handing import KEY, Comeback, Handed
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.services.office import FOLDER
from ehrenamt_desktop.services.seeding import RENEWED
from ehrenamt_desktop.services.settings import keep_setting
from ehrenamt_desktop.store import erased_list, handing
from ehrenamt_desktop.store.reads import catalogue

if TYPE_CHECKING:
    from ehrenamt_desktop.store.engine import Store

BEGUN = "Übergabe begonnen"
GIVEN, BACK = "Arbeitsplatz übergeben", "Übergabe zurückgenommen"
OWN_STEPS = (BEGUN, GIVEN, BACK, RENEWED)
"""Steps that are not work: of handing over itself, and of a new version of the program."""

LAST = "handed_last"
"""The setting that tells of the last hand-over, wherever the store is."""

LONGEST_NAME = 80
OPEN_STORE = (
    "Dieser Bestand hat kein Kennwort. Übergeben lässt sich nur ein verschlüsselter; ihn könnte "
    "unterwegs sonst jeder lesen."
)
NAMELESS = "Bitte tragen Sie ein, wer den Arbeitsplatz bekommt, zum Beispiel „Laptop“."
HERE = "Dieser Arbeitsplatz ist nicht übergeben; es gibt nichts zurückzunehmen."
CHANGED = (
    "Während der Übergabe wurde etwas geändert. Es ist nichts übergeben; bitte versuchen Sie es "
    "noch einmal."
)


class Handing:
    """Use cases on giving the open store to another desk and taking it back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self) -> Handed | None:
        """To whom the store was handed over; None if it is here."""
        with self._store.read() as connection:
            return Handed.of(catalogue.setting(connection, KEY))

    def hand_over(self, to: Path, whom: str, progress: Progress = QUIET) -> Path:
        """Seal a checked copy below `to`; from then on this store is for reading only.

        The copy is sealed before this store says so, and gets its name after: whatever breaks off
        in between, at most one of the two can be written to.

        Returns:
            The folder to carry there.

        Raises:
            DomainError: no name, the store has no passphrase, or it may only be read.
            StoreUnavailable: not enough room, or the copy does not pass its check.
            Cancelled: the user stopped; nothing has changed.
        """
        named = " ".join(whom.split())[:LONGEST_NAME]
        if not named:
            raise DomainError(NAMELESS)
        key = self._key()
        self._begin(named)
        sealed = handing.seal(self._store.path, key, to, progress)
        try:
            erased_list.add(sealed.copy, erased_list.marks(self._store.path.parent / FOLDER))
            given = self._mark(named, sealed.mark, key)
            try:
                folder = handing.publish(sealed)
            except BaseException:
                self._unmark()
                raise
        except BaseException:
            handing.discard(sealed.room)
            raise
        self._store.refuse_writing(given.sentence)
        return folder

    def examine(self, folder: Path) -> Comeback:
        """Make sure that a return holds everything that was handed over.

        Raises:
            StoreUnavailable: the folder is unsound or another store's.
            DomainError: nothing was handed over, the return does not stem from it, or something
                is missing in it.
        """
        given = self.state()
        if given is None:
            raise DomainError(HERE)
        key = self._key()
        return handing.examine(folder, self._store.path, key, given.mark, OWN_STEPS)

    def go_on_here(self) -> None:
        """Write here again although nothing came back: what was entered there is given up.

        Raises:
            DomainError: nothing was handed over, or this window may only read.
        """
        given = self.state()
        if given is None:
            raise DomainError(HERE)
        if self._store.refused not in ("", given.sentence):
            raise DomainError(self._store.refused)
        self._store.refuse_writing("")
        try:
            self._unmark()
        except BaseException:
            self._store.refuse_writing(given.sentence)
            raise

    def _begin(self, whom: str) -> None:
        """Take a step of today that both copies will have.

        An older one, to which the return is compared, might age out of the journal there.
        """
        now = clock.local(clock.now())
        with self._store.write(BEGUN) as unit:
            keep_setting(unit, LAST, {"whom": whom, "at": now.isoformat()})
            unit.closed = True

    def _mark(self, whom: str, mark: str, key: bytes) -> Handed:
        now = clock.local(clock.now())
        with self._store.write(GIVEN) as unit:
            if handing.mark_now(self._store.path, key) != mark:
                raise DomainError(CHANGED)
            keep_setting(unit, KEY, {"whom": whom, "at": now.isoformat(), "mark": mark})
            unit.closed = True
        return Handed(whom, now, mark)

    def _unmark(self) -> None:
        with self._store.write(BACK) as unit:
            keep_setting(unit, KEY, None)
            unit.closed = True

    def _key(self) -> bytes:
        if self._store.key is None:
            raise DomainError(OPEN_STORE)
        return self._store.key
