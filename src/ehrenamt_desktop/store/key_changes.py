"""Changing the key file of a store: passphrases, recovery code, computers that may open it.

Each change writes a whole new file beside the old one and takes its place, or nothing happened.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.store import keyfile, recovery_code
from ehrenamt_desktop.store.lock import alone
from ehrenamt_desktop.store.trouble import guarded
from ehrenamt_desktop.store.wrapping import DEVICE_COST, Cost, Opener, Wrap, wrap

MOST_SLOTS = 4
"""Passphrases of a store."""

ONLY_COORDINATION = (
    "Mit diesem Kennwort lassen sich keine Schlüssel ändern. Bitte nehmen Sie das der Koordination "
    "oder der Vertretung."
)


def change_passphrase(path: Path, old: str, new: str, *, cost: Cost | None = None) -> None:
    """Wrap the key with a new passphrase in the slot that `old` opens; the code stays valid.

    A recovery code opens the slot of the coordination.

    Raises:
        DomainError: the new passphrase is empty or that of another slot.
        WrongPassphrase: the old passphrase or code does not open the file.
        StoreUnavailable: the file is damaged or cannot be written; it stays as it was.
    """
    keyfile.refuse_empty(new)
    opened = keyfile.open_slot(path, old)

    def changed(wraps: list[Wrap], store: str) -> list[Wrap]:
        mine = next(one for one in _passphrases(wraps) if keyfile.slot_of(one) == opened.slot)
        others = [one for one in wraps if one is not mine]
        _refuse_taken(others, new, store)
        named = keyfile.named(keyfile.PASSPHRASE, opened.slot.user, opened.slot.role)
        named["slot"] = opened.slot.number or named["slot"]
        fresh = _passphrase(others, opened.key, new, named, store, cost)
        return [fresh if one is mine else one for one in wraps]

    _change(path, changed)


def add_slot(
    path: Path, own: str, user: str, role: Role, passphrase: str, *, cost: Cost | None = None
) -> None:
    """Give somebody else a passphrase.

    Args:
        path: the key file.
        own: a passphrase of coordination or stand-in, or the recovery code.
        user: whose it will be.
        role: what it lets do.
        passphrase: the new one.
        cost: what deriving costs; usual for this computer.

    Raises:
        DomainError: `own` may not do that, there are enough slots, or name or passphrase is taken.
        WrongPassphrase: `own` does not open the file.
        StoreUnavailable: the file is damaged or cannot be written; it stays as it was.
    """
    keyfile.refuse_empty(passphrase)
    opened = _by_coordination(path, own)

    def added(wraps: list[Wrap], store: str) -> list[Wrap]:
        present = _passphrases(wraps)
        if len(present) >= MOST_SLOTS:
            raise DomainError(
                f"Es gibt schon {MOST_SLOTS} Kennwörter. Bitte entfernen Sie erst eines."
            )
        if any(one["user"].casefold() == user.casefold() for one in present):
            raise DomainError(
                f"„{user}“ hat schon ein Kennwort. Bitte wählen Sie einen Namen dazu."
            )
        _refuse_taken(wraps, passphrase, store)
        named = keyfile.named(keyfile.PASSPHRASE, user, role)
        fresh = _passphrase(wraps, opened.key, passphrase, named, store, cost)
        return [*present, fresh, *(one for one in wraps if one["kind"] != keyfile.PASSPHRASE)]

    _change(path, added)


def remove_slot(path: Path, own: str, number: str) -> None:
    """Take a passphrase away, and what computers kept for it.

    Raises:
        DomainError: it is the last of the coordination, or `own` itself, or `own` may not do that.
        WrongPassphrase: `own` does not open the file.
        StoreUnavailable: the file is damaged or cannot be written; it stays as it was.
    """
    opened = _by_coordination(path, own)
    if opened.kind == keyfile.PASSPHRASE and opened.slot.number == number:
        raise DomainError("Das eigene Kennwort lässt sich nicht entfernen, nur ändern.")

    def removed(wraps: list[Wrap], _store: str) -> list[Wrap]:
        left = [one for one in wraps if keyfile.slot_of(one).number != number]
        roles = {keyfile.slot_of(one).role for one in _passphrases(left)}
        if Role.COORDINATOR not in roles:
            raise DomainError("Ein Kennwort der Koordination muss bleiben.")
        return left

    _change(path, removed)


def renew_code(path: Path, own: str, *, cost: Cost | None = None) -> str:
    """A new recovery code; the old sheet opens nothing any more.

    Raises:
        DomainError: `own` may not do that.
        WrongPassphrase: `own` does not open the file.
        StoreUnavailable: the file is damaged or cannot be written; it stays as it was.
    """
    opened = _by_coordination(path, own)
    code = recovery_code.make()

    def renewed(wraps: list[Wrap], store: str) -> list[Wrap]:
        fresh = keyfile.recovery_wrap(opened.key, code, store, cost or keyfile.usual_cost())
        return [*(one for one in wraps if one["kind"] != keyfile.RECOVERY), fresh]

    _change(path, renewed)
    return code


def add_device(path: Path, own: str) -> str:
    """Let a computer open the store; returns the secret that only its keyring may keep.

    Raises:
        WrongPassphrase: `own` does not open the file.
        StoreUnavailable: the file is damaged or cannot be written; it stays as it was.
    """
    opened = keyfile.open_slot(path, own)
    secret = secrets.token_urlsafe(32)

    def added(wraps: list[Wrap], store: str) -> list[Wrap]:
        named = keyfile.named(keyfile.DEVICE, opened.slot.user, opened.slot.role)
        named["of"] = opened.slot.number
        return [*wraps, wrap(opened.key, secret, named, store, DEVICE_COST)]

    _change(path, added)
    return secret


def drop_devices(path: Path) -> None:
    """Let no computer open the store without a passphrase.

    Raises:
        StoreUnavailable: the file is damaged or cannot be written; it stays as it was.
    """
    _change(path, lambda wraps, _store: [one for one in wraps if one["kind"] != keyfile.DEVICE])


def has_device(path: Path) -> bool:
    """Whether some computer may open the store without a passphrase.

    Raises:
        StoreUnavailable: the file is missing, damaged, or of a newer program.
    """
    return any(one["kind"] == keyfile.DEVICE for one in keyfile.read(path)["wraps"])


def _by_coordination(path: Path, own: str) -> keyfile.Opened:
    opened = keyfile.open_slot(path, own)
    if opened.slot.role is Role.READER:
        raise DomainError(ONLY_COORDINATION)
    return opened


def _passphrase(
    beside: list[Wrap], key: bytes, secret: str, named: dict[str, str], store: str,
    cost: Cost | None,
) -> Wrap:  # fmt: skip
    """A wrap by a passphrase; it shares its salt with slots beside it that cost the same."""
    chosen = cost or keyfile.usual_cost()
    salts = (
        one["salt"]
        for one in _passphrases(beside)
        if "slot" in one and Cost(**one["cost"]) == chosen
    )
    return wrap(key, secret, named, store, chosen, next(salts, ""))


def _passphrases(wraps: list[Wrap]) -> list[Wrap]:
    return [one for one in wraps if one["kind"] == keyfile.PASSPHRASE]


def _refuse_taken(wraps: list[Wrap], passphrase: str, store: str) -> None:
    """Two slots with one passphrase could not be told apart."""
    opener = Opener(passphrase, store)
    if any(opener.open(one) is not None for one in _passphrases(wraps)):
        raise DomainError("Dieses Kennwort ist schon vergeben. Bitte wählen Sie ein anderes.")


def _change(path: Path, changed: Callable[[list[Wrap], str], list[Wrap]]) -> None:
    """Write a whole key file with other wraps; a damaged one is left alone.

    Two windows that change it at once come one after the other: neither loses what the other did.
    """
    keyfile.refuse_damaged(keyfile.read(path))
    with guarded(), alone(path):
        content = keyfile.read(path)
        keyfile.refuse_damaged(content)
        wraps = changed(list(content["wraps"]), content["store"])
        keyfile.write(path, content | {"format": keyfile.FORMAT, "wraps": wraps})
