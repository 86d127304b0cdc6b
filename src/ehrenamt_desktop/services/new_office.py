"""A new office: made whole under another name, so that a break-off leaves none that is half."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from ehrenamt_desktop.services.keys import key_path, refuse_name
from ehrenamt_desktop.store import durable
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.trouble import guarded

TAILS = ("", "-wal", "-shm", ".lock")
"""What lies beside a store that is being made."""


def create_office(
    path: Path, *, passphrase: str | None = None, settings: Mapping[str, object] | None = None
) -> str | None:
    """Make an empty office with its places, vocabularies and figures of law.

    Args:
        path: the new store's file (`….ehrenamt`).
        passphrase: encrypts the store; without it there is no key file.
        settings: what the office says of itself, by key.

    Returns:
        The recovery code to print and lock away, or None without a passphrase.

    Raises:
        StoreUnavailable: the file exists already or the folder cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.neu")
    with guarded():
        _take_back(path, unfinished)
        refuse_name(path)
        _clear(unfinished)
        try:
            code = _make(unfinished, passphrase, settings)
            refuse_name(path)
            if code is not None:
                text = key_path(unfinished).read_text(encoding="utf-8")
                durable.write_text(key_path(path), text, mode=0o600)
            unfinished.rename(path)
        finally:
            _take_back(path, unfinished)
            _clear(unfinished)
        durable.sync_folder(path.parent)
    return code


def _make(path: Path, passphrase: str | None, settings: Mapping[str, object] | None) -> str | None:
    from ehrenamt_desktop.services.seeding import seed
    from ehrenamt_desktop.store.schema import create_store

    key, code = None, None
    if passphrase is not None:
        from ehrenamt_desktop.store import keyfile

        key, code = keyfile.create(key_path(path), passphrase)
    create_store(path, key)
    store = Store(path, key)
    try:
        seed(store, settings)
    finally:
        store.close()
    if path.with_name(path.name + "-wal").exists():  # SQLite tells nobody that it could not end it
        raise OSError(errno.EIO, "log")
    durable.sync_file(path)
    return code


def _take_back(path: Path, unfinished: Path) -> None:
    """Remove the key file of a try that broke off between the two names: it is there twice."""
    mine, kept = key_path(unfinished), key_path(path)
    if path.exists() or not mine.is_file() or not kept.is_file():
        return
    if mine.read_bytes() == kept.read_bytes():
        kept.unlink()


def _clear(unfinished: Path) -> None:
    """Take away what another try left behind."""
    for tail in TAILS:
        unfinished.with_name(unfinished.name + tail).unlink(missing_ok=True)
    key_path(unfinished).unlink(missing_ok=True)
