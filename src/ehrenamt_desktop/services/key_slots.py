"""Who may open the store, and with what."""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.model.recovery import RecoverySheet
from ehrenamt_desktop.services.keys import key_path
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.strength import refuse_weak
from ehrenamt_desktop.store import key_changes, keyfile, recovery_code
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue

OPEN_STORE = (
    "Dieser Bestand ist nicht verschlüsselt und hat kein Kennwort. Ein neues Büro bekommt beim "
    "Einrichten eines."
)
LONGEST_NAME = 60
SHEET = "recovery_sheet"
"""The setting that tells whether the sheet was checked."""


class KeyRow(NamedTuple):
    """One passphrase: whose it is, what it lets do, whether this window was opened with it."""

    number: str
    user: str
    role: Role
    own: bool


class KeySlots:
    """Use cases on the key file of an open store.

    Whatever changes keys asks for a passphrase again: nobody gives herself one at a desk that
    somebody left open.
    """

    def __init__(self, store: Store, slot: keyfile.Slot | None) -> None:
        self._store = store
        self._slot = slot

    def all(self) -> tuple[KeyRow, ...]:
        """The passphrases there are.

        Raises:
            DomainError: the store has no key file.
            StoreUnavailable: the key file is missing or damaged.
        """
        own = self._slot.number if self._slot else None
        return tuple(KeyRow(*one, own=one.number == own) for one in keyfile.slots(self._file()))

    def change_passphrase(self, old: str, new: str) -> None:
        """Put a new passphrase in place of the old one; records and backups stay as they are.

        Args:
            old: the passphrase that holds now, or the recovery code.
            new: the new one.

        Raises:
            DomainError: the new one is too weak or taken, or the store has no key file.
            WrongPassphrase: the old one does not open the key file.
            StoreUnavailable: the key file is damaged or cannot be written; it stays as it was.
        """
        file = self._file()
        refuse_weak(new)
        key_changes.change_passphrase(file, old, new)

    def add(self, own: str, user: str, role: Role, passphrase: str) -> None:
        """Give somebody a passphrase of her own.

        Raises:
            DomainError: name or passphrase is missing, weak or taken, there are four already, or
                `own` may only read.
            WrongPassphrase: `own` does not open the key file.
            StoreUnavailable: the key file is damaged or cannot be written; it stays as it was.
        """
        file = self._file()
        named = " ".join(user.split())[:LONGEST_NAME]
        if not named:
            raise DomainError("Bitte tragen Sie ein, wem das Kennwort gehört.")
        refuse_weak(passphrase)
        key_changes.add_slot(file, own, named, role, passphrase)

    def remove(self, own: str, number: str) -> None:
        """Take a passphrase away.

        Raises:
            DomainError: it is the own one or the last of the coordination, or `own` may only read.
            WrongPassphrase: `own` does not open the key file.
            StoreUnavailable: the key file is damaged or cannot be written; it stays as it was.
        """
        key_changes.remove_slot(self._file(), own, number)

    def new_code(self, own: str) -> str:
        """A new recovery code; the sheet with the old one is worth nothing any more.

        Raises:
            DomainError: `own` may only read.
            WrongPassphrase: `own` does not open the key file.
            StoreUnavailable: the key file is damaged or cannot be written; it stays as it was.
        """
        return key_changes.renew_code(self._file(), own)

    def sheet(self, code: str) -> bytes:
        """The recovery sheet as PDF, in memory: the code is on no disk unless somebody saves it."""
        from ehrenamt_desktop.reports.recovery_sheet import recovery_sheet

        file = key_path(self._store.path)
        mark = keyfile.store_id(file)[:8] if self._store.encrypted else ""
        shown = RecoverySheet(code, self._store.path.name, mark, clock.today())
        out = io.BytesIO()
        recovery_sheet(out, Lists(self._store).office_info(), shown)
        return out.getvalue()

    def write_sheet(self, code: str, path: Path) -> None:
        """Write the recovery sheet where somebody chose to have it.

        Raises:
            StoreUnavailable: the file cannot be written.
        """
        keep_sheet(self.sheet(code), path)

    def mark_sheet(self) -> None:
        """Note that the code was typed back from its sheet: somebody has it in her hand."""
        from ehrenamt_desktop.services.settings import Settings

        Settings(self._store).set(SHEET, {"checked_on": clock.today().isoformat()})

    def sheet_checked(self) -> bool:
        """Whether the code was ever typed back from its sheet."""
        with self._store.read() as connection:
            return catalogue.setting(connection, SHEET) is not None

    def _file(self) -> Path:
        if not self._store.encrypted:
            raise DomainError(OPEN_STORE)
        return key_path(self._store.path)


def keep_sheet(sheet: bytes, path: Path) -> None:
    """Write a recovery sheet where somebody chose to have it.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    from ehrenamt_desktop.reports.output import replacing
    from ehrenamt_desktop.services.papers import expect_suffix

    expect_suffix(path, ".pdf")
    with replacing(path) as temporary:
        temporary.write_bytes(sheet)


def same_code(typed: str, code: str) -> bool:
    """Whether a code was typed back as it stands on the sheet."""
    return recovery_code.plain(typed) == recovery_code.plain(code)
