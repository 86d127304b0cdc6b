"""The comfort of a computer that opens the store without asking: only where somebody wants it.

The system's keyring (Windows: credential store, Linux: Secret Service) keeps a random secret; the
key file holds one more wrap that this secret opens. Losing the keyring loses nothing: passphrases
and code open as before. The library `keyring` is an extra; without it there is no such comfort.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.services.keys import key_path
from ehrenamt_desktop.store import key_changes, keyfile

if TYPE_CHECKING:
    from ehrenamt_desktop.store.keyfile import Opened

SERVICE = "ehrenamt-desktop"
NO_KEYRING = (
    "Dieser Computer hat keinen Schlüsselbund, den das Programm benutzen kann. Bitte tippen Sie "
    "das Kennwort weiter selbst ein."
)


def available() -> bool:
    """Whether this computer has a keyring that can be used."""
    return _keyring() is not None


def remembers(path: Path) -> bool:
    """Whether this computer opens the store without asking."""
    return _secret(path) is not None


def remember(path: Path, own: str) -> None:
    """Let this computer open the store without asking.

    Raises:
        DomainError: there is no keyring, or it takes nothing.
        WrongPassphrase: `own` does not open the key file.
        StoreUnavailable: the key file is damaged or cannot be written; it stays as it was.
    """
    keyring = _keyring()
    if keyring is None:
        raise DomainError(NO_KEYRING)
    file = key_path(path)
    secret = key_changes.add_device(file, own)
    try:
        keyring.set_password(SERVICE, keyfile.store_id(file), secret)
    except Exception as error:
        key_changes.drop_devices(file)
        raise DomainError(NO_KEYRING) from error


def forget(path: Path) -> None:
    """Ask for the passphrase again, on this computer and on every other.

    Raises:
        StoreUnavailable: the key file is damaged or cannot be written; it stays as it was.
    """
    file = key_path(path)
    key_changes.drop_devices(file)
    keyring = _keyring()
    if keyring is not None:
        with contextlib.suppress(Exception):  # it may be gone already: it opens nothing any more
            keyring.delete_password(SERVICE, keyfile.store_id(file))


def recall(path: Path) -> Opened | None:
    """What this computer opens by itself; None where it must ask."""
    secret = _secret(path)
    if secret is None:
        return None
    try:
        return keyfile.open_device(key_path(path), secret)
    except WrongPassphrase:
        return None


def _secret(path: Path) -> str | None:
    """The secret that the keyring keeps for a store whose key file has a wrap for it."""
    file = key_path(path)
    try:
        if not key_changes.has_device(file):
            return None
    except StoreUnavailable:
        return None
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        found = keyring.get_password(SERVICE, keyfile.store_id(file))
    except Exception:  # noqa: BLE001 - whatever a keyring of the system fails with, one asks
        return None
    return str(found) if found else None


def _keyring() -> Any:
    """The library, if it is there and finds a keyring worth the name."""
    try:
        import keyring

        backend = keyring.get_keyring()
    except Exception:  # noqa: BLE001 - the library is an extra, its backends are the system's
        return None
    return keyring if getattr(backend, "priority", 0) > 0 else None
