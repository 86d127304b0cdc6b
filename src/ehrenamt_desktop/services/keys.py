"""The file beside a store that holds its key, and the names both may have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.store.trouble import guarded

if TYPE_CHECKING:
    from ehrenamt_desktop.store.keyfile import Opened

FOREIGN = (
    "Das Kennwort stimmt, aber Bestand und Schlüsseldatei gehören nicht zusammen. Bitte legen Sie "
    "die beiden Dateien nebeneinander, die zusammengehören; in jeder Sicherung liegen beide."
)


def key_path(path: Path) -> Path:
    """Where the key file of a store lies."""
    return path.with_suffix(".schluessel")


def needs_passphrase(path: Path) -> bool:
    """Whether a store has a key file."""
    return key_path(path).exists()


def refuse_name(path: Path) -> None:
    """Make sure that a new store and its key file meet nothing that is there already."""
    if path.suffix == key_path(path).suffix or any(sign in path.name for sign in '<>:"|?*'):
        raise StoreUnavailable(
            f"„{path.name}“ kann kein Bestand heißen. Bitte wählen Sie einen anderen Namen."
        )
    for wanted in (path, key_path(path)):
        if wanted.exists():
            raise StoreUnavailable(
                f"„{wanted.name}“ gibt es an diesem Ort schon und wurde nicht angerührt. Bitte "
                "wählen Sie einen anderen Namen."
            )


def unlock(path: Path, passphrase: str | None) -> bytes | None:
    """The raw key of a store; None for one without a key file. Raises as `open_as`."""
    opened = open_as(path, passphrase)
    return opened.key if opened else None


def open_as(path: Path, passphrase: str | None) -> Opened | None:
    """The raw key of a store and whose slot it was; None for one without a key file.

    Without a passphrase, what this computer keeps in its keyring opens it, if somebody wanted so.

    Raises:
        WrongPassphrase: the passphrase is missing or does not open the key file.
        StoreUnavailable: the key file is damaged.
    """
    if not needs_passphrase(path):
        return None
    from ehrenamt_desktop.services import device_key

    kept = None if passphrase else device_key.recall(path)
    if kept is not None:
        return kept
    if not passphrase:
        raise WrongPassphrase("Dieser Bestand ist verschlüsselt. Bitte geben Sie Ihr Kennwort ein.")
    from ehrenamt_desktop.store import keyfile

    with guarded():
        return keyfile.open_slot(key_path(path), passphrase)


def recover(path: Path, code: str, passphrase: str) -> None:
    """Set a new passphrase with the recovery code; records and backups stay as they are.

    Raises:
        DomainError: the new passphrase is too weak or taken.
        WrongPassphrase: the code does not open the key file.
        StoreUnavailable: the key file is damaged or cannot be written; it stays as it was.
    """
    from ehrenamt_desktop.services.strength import refuse_weak
    from ehrenamt_desktop.store import key_changes

    refuse_weak(passphrase)
    with guarded():
        key_changes.change_passphrase(key_path(path), code, passphrase)


def refuse_foreign(path: Path, key: bytes | None) -> None:
    """Tell a key file of another store from a damaged store, when a store did not open.

    Raises:
        StoreUnavailable: no page of the store was written with this key.
    """
    from ehrenamt_desktop.store.key_fit import fits

    if key is not None and path.is_file() and path.stat().st_size and not fits(path, key):
        raise StoreUnavailable(FOREIGN)
