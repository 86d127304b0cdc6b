"""The first start: a new office, or one with invented people to look around in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop import paths
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.privacy import KEY, PrivacyDetails
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.services.strength import refuse_weak
from ehrenamt_desktop.store.trouble import guarded


class Founded(NamedTuple):
    """A new office: its recovery code, and the sheet for the safe as PDF."""

    code: str
    sheet: bytes


def found_office(
    path: Path, passphrase: str, details: Mapping[str, str], privacy: PrivacyDetails
) -> Founded:
    """Make a new, encrypted office that knows who it is.

    Args:
        path: the new store's file.
        passphrase: of the coordination.
        details: what papers say of the office, by the fields of `OfficeInfo`.
        privacy: who answers for the data, and on which ground.

    Raises:
        DomainError: the passphrase is too weak.
        StoreUnavailable: the file exists already, or the folder cannot be written.
    """
    refuse_weak(passphrase)
    settings = {"office": dict(details), KEY: privacy.as_setting()}
    from ehrenamt_desktop.services.new_office import create_office  # not before the first paint

    code = create_office(path, passphrase=passphrase, settings=settings)
    if code is None:
        raise DomainError("Der Bestand hat kein Kennwort bekommen.")
    office = open_office(path, passphrase=passphrase)
    try:
        return Founded(code, office.keys.sheet(code))
    finally:
        office.close()


def mark_sheet(path: Path, passphrase: str) -> None:
    """Note in a new office that its recovery code was typed back."""
    office = open_office(path, passphrase=passphrase)
    try:
        office.keys.mark_sheet()
    finally:
        office.close()


def look_around() -> Path:
    """An office of invented people in a folder of this program; made anew each time.

    Raises:
        StoreUnavailable: the folder cannot be written, or another window has that office open.
    """
    from ehrenamt_desktop.services.demo.show import STORE, make_store
    from ehrenamt_desktop.store.lock import WriterLock

    folder = paths.sample_folder()
    with guarded():
        if (folder / STORE).exists():
            lock = WriterLock(folder / STORE)
            lock.acquire()
            lock.release()
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        return make_store(folder)


def is_sample(path: Path) -> bool:
    """Whether a store is the one to look around in: the next start asks again."""
    return path.parent == paths.sample_folder()
