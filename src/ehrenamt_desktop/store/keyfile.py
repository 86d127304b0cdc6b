"""The key file beside a store: one random key, wrapped by passphrases and by a recovery code.

Each passphrase has a slot of its own, with the name and the role of who uses it. Changing a
passphrase wraps the key anew; the store itself stays as it is. The file holds no key in clear. A
digest over the content tells a damaged file from a wrong passphrase.
"""

from __future__ import annotations

import errno
import json
import secrets
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.store import recovery_code
from ehrenamt_desktop.store.durable import write_text
from ehrenamt_desktop.store.sealed import is_sealed, seal
from ehrenamt_desktop.store.trouble import guarded
from ehrenamt_desktop.store.wrapping import (
    DAMAGED,
    KEY_BYTES,
    Cost,
    Opener,
    Wrap,
    wrap,
)
from ehrenamt_desktop.store.wrapping import usual_cost as usual_cost

FORMAT = 2
SUFFIX = ".schluessel"
PASSPHRASE, RECOVERY, DEVICE = "passphrase", "recovery", "device"
WRONG = "Das Kennwort stimmt nicht. Bitte versuchen Sie es noch einmal."
WRONG_CODE = (
    "Der Wiederherstellungscode stimmt nicht. Bitte prüfen Sie jedes Zeichen und versuchen Sie es "
    "noch einmal."
)


class Slot(NamedTuple):
    """One of the passphrases: whose it is, and what it lets do."""

    number: str
    user: str
    role: Role


class Opened(NamedTuple):
    """What a secret opened: the raw key, and as whom."""

    key: bytes
    slot: Slot
    kind: str


def create(
    path: Path, passphrase: str, *, user: str = "Koordination", cost: Cost | None = None
) -> tuple[bytes, str]:
    """Make a key file; returns the raw key and the recovery code to print and lock away.

    Raises:
        DomainError: the passphrase is empty.
        StoreUnavailable: there is a key file already (it is left alone), or the folder cannot be
            written.
    """
    refuse_empty(passphrase)
    key = secrets.token_bytes(KEY_BYTES)
    code = recovery_code.make()
    store = uuid.uuid4().hex
    chosen = cost or usual_cost()
    with guarded():
        if path.exists():
            raise FileExistsError(errno.EEXIST, "key file")
        owner = named(PASSPHRASE, user, Role.COORDINATOR)
        wraps = [
            wrap(key, passphrase, owner, store, chosen),
            recovery_wrap(key, code, store, chosen),
        ]
        write(path, {"format": FORMAT, "store": store, "wraps": wraps})
    return key, code


def unlock(path: Path, secret: str) -> bytes:
    """The raw key for a passphrase or a recovery code; raises as `open_slot`."""
    return open_slot(path, secret).key


def open_slot(path: Path, secret: str) -> Opened:
    """The raw key for a passphrase or a recovery code, and whose slot it was.

    Raises:
        WrongPassphrase: neither opens the file, and the file is whole.
        StoreUnavailable: the file is missing, damaged, or of a newer program.
    """
    content = read(path)
    code = recovery_code.plain(secret)
    opened = None
    if recovery_code.is_code(code):
        opened = _try(content, code, RECOVERY)
    opened = opened or _try(content, secret, PASSPHRASE)
    if opened is None:
        refuse_damaged(content)
        raise WrongPassphrase(WRONG_CODE if len(code) == recovery_code.SIGNS else WRONG)
    return opened


def open_device(path: Path, secret: str) -> Opened:
    """The raw key for the secret that this computer keeps; raises as `open_slot`."""
    content = read(path)
    opened = _try(content, secret, DEVICE)
    if opened is None:
        refuse_damaged(content)
        raise WrongPassphrase(WRONG)
    return opened


def slots(path: Path) -> tuple[Slot, ...]:
    """The passphrases there are, in the order they were made.

    Raises:
        StoreUnavailable: the file is missing, damaged, or of a newer program.
    """
    return tuple(slot_of(one) for one in read(path)["wraps"] if one["kind"] == PASSPHRASE)


def is_intact(path: Path) -> bool:
    """Whether a key file is there and as it was written."""
    try:
        content = read(path)
    except StoreUnavailable:
        return False
    return is_sealed(content)


def store_id(path: Path) -> str:
    """The lasting id of the store a key file belongs to.

    Raises:
        StoreUnavailable: the file is missing, damaged, or of a newer program.
    """
    return str(read(path)["store"])


def _try(content: Mapping[str, Any], secret: str, kind: str) -> Opened | None:
    """What a secret opens among the wraps of a kind; a code opens as coordination."""
    opener = Opener(secret, content["store"])
    for one in content["wraps"]:
        if one["kind"] != kind:
            continue
        key = opener.open(one)
        if key is not None:
            return Opened(key, _coordinator(content) if kind == RECOVERY else slot_of(one), kind)
    return None


def _coordinator(content: Mapping[str, Any]) -> Slot:
    """The slot that a recovery code lets change."""
    found = [slot_of(one) for one in content["wraps"] if one["kind"] == PASSPHRASE]
    return next((one for one in found if one.role is Role.COORDINATOR), found[0])


def slot_of(sealed: Mapping[str, Any]) -> Slot:
    """Whose slot a wrap belongs to; that of a computer belongs to who had it kept."""
    number = sealed.get("of") or sealed.get("slot", "")
    return Slot(str(number), str(sealed["user"]), Role(sealed["role"]))


def named(kind: str, user: str, role: Role) -> dict[str, str]:
    """What a new wrap says of itself."""
    return {"kind": kind, "slot": secrets.token_hex(4), "user": user, "role": role.value}


def recovery_wrap(key: bytes, code: str, store: str, cost: Cost) -> Wrap:
    """The wrap that a recovery code opens."""
    owner = named(RECOVERY, "", Role.COORDINATOR)
    return wrap(key, recovery_code.plain(code), owner, store, cost)


def refuse_empty(passphrase: str) -> None:
    """Make sure that there is a passphrase.

    Raises:
        DomainError: there is none.
    """
    if not passphrase.strip():
        raise DomainError("Das Kennwort ist leer. Bitte geben Sie ein Kennwort ein.")


def refuse_damaged(content: Mapping[str, Any]) -> None:
    """Make sure that a key file is as it was written.

    Raises:
        StoreUnavailable: it is not.
    """
    if not is_sealed(content):
        raise StoreUnavailable(DAMAGED)


def read(path: Path) -> dict[str, Any]:
    """What a key file holds.

    Raises:
        StoreUnavailable: the file is missing, no key file, or of a newer program.
    """
    with guarded():
        raw = path.read_bytes()
    try:
        content: dict[str, Any] = json.loads(raw.decode())
        well_formed = _well_formed(content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StoreUnavailable(DAMAGED) from error
    if not well_formed:
        raise StoreUnavailable(DAMAGED)
    if content["format"] > FORMAT:
        raise StoreUnavailable(
            "Die Schlüsseldatei stammt von einer neueren Fassung des Programms. Bitte "
            "installieren Sie die neueste Fassung von Ehrenamt Desktop."
        )
    return content


def _well_formed(content: Mapping[str, Any]) -> bool:
    kinds = {one["kind"] for one in content["wraps"]}
    for one in content["wraps"]:
        slot_of(one)
    return (
        isinstance(content["format"], int)
        and isinstance(content["store"], str)
        and PASSPHRASE in kinds
        and kinds <= {PASSPHRASE, RECOVERY, DEVICE}
    )


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a key file whole, in place of the one there is."""
    write_text(path, json.dumps(seal(content), indent=1, ensure_ascii=False), mode=0o600)
