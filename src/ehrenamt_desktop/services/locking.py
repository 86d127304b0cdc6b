"""Locking the open office: its store is closed and its key forgotten, all else stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.services.keys import open_as, refuse_foreign

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office

OPEN_STORE = (
    "Dieser Bestand hat kein Kennwort; ihn zu sperren würde nichts schützen. Bitte sperren Sie "
    "den Computer."
)
ONLY_READS = (
    "Mit diesem Kennwort kann nur gelesen werden, und hier wird gearbeitet. Bitte entsperren Sie "
    "mit dem Kennwort der Koordination oder der Vertretung, oder schließen Sie das Fenster und "
    "öffnen Sie den Bestand neu."
)
EMPTY = "Bitte geben Sie Ihr Kennwort ein."


def refuse_open(office: Office) -> None:
    """Make sure that locking protects something.

    Raises:
        DomainError: the store has no passphrase.
    """
    if not office.encrypted:
        raise DomainError(OPEN_STORE)


def lock(office: Office) -> str:
    """Close the store and forget the key; who waits for an answer gets none until it is open.

    Returns:
        The mark of the last step, by which `moved_on` tells what happened meanwhile.
    """
    try:
        return mark_of(office)
    except StoreUnavailable:
        return ""
    finally:
        office.store.suspend()


def moved_on(office: Office, mark: str) -> bool:
    """Whether somebody else took a step in the store while it was locked here."""
    return mark_of(office) != mark


def mark_of(office: Office) -> str:
    """The mark of the last step."""
    from ehrenamt_desktop.store.copying import last_mark

    with office.store.read() as connection:
        return last_mark(connection)


def unlock(office: Office, passphrase: str) -> None:
    """Open the store again, for whoever has a passphrase; the keyring does not count here.

    Raises:
        WrongPassphrase: the passphrase does not open the key file.
        DomainError: it only lets read, and whoever locked may do more.
        StoreUnavailable: the store is gone, damaged or cannot be reached.
    """
    if not passphrase:
        raise WrongPassphrase(EMPTY)
    opened = open_as(office.path, passphrase)
    if opened is None:
        raise StoreUnavailable("Die Schlüsseldatei des Bestands ist nicht mehr da.")
    reads_only = office.slot is not None and office.slot.role is Role.READER
    if opened.slot.role is Role.READER and not reads_only:
        raise DomainError(ONLY_READS)
    try:
        office.store.resume(opened.key)
    except StoreUnavailable:
        refuse_foreign(office.path, opened.key)
        raise
    office.slot = opened.slot
    office.__dict__.pop("keys", None)  # it speaks of the slot that was open before
