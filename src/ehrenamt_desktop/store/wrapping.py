"""Wrapping the key of a store: Argon2id makes a key of a secret, AES-GCM seals with it.

Costs follow what was measured: 256 MiB where the computer has 8 GiB, else 64.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store.trouble import NO_MEMORY

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
MOST_MEMORY_KIB = 1024**2
"""More than 1 GiB is no cost of ours: such a file is damaged or made to stop the computer."""
DAMAGED = (
    "Die Schlüsseldatei ist beschädigt oder gehört nicht zu diesem Bestand. Bitte holen Sie sie "
    "aus der letzten Sicherung."
)

Wrap = dict[str, Any]
"""One sealed key, as the key file holds it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What deriving a key costs: memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int = 3
    lanes: int = 4


DEVICE_COST = Cost(64, 1, 1)
"""For secrets of 256 random bits, which nobody guesses."""


def usual_cost() -> Cost:
    """The cost for this computer."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        memory = 0
    return Cost(256 * 1024 if memory >= 8 * 1024**3 else 64 * 1024)


def wrap(
    key: bytes, secret: str, named: Mapping[str, str], store: str, cost: Cost, salt: str = ""
) -> Wrap:
    """Seal the key of a store.

    Args:
        key: the raw key.
        secret: passphrase, plain code, or secret of a device.
        named: kind, slot, user and role; kind, slot and role are bound to what is sealed.
        store: the store's id, bound as well.
        cost: what deriving costs.
        salt: salt (hex) of another slot: slots that share it are tried with one derivation.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salted = salt or secrets.token_bytes(SALT_BYTES).hex()
    made: Wrap = dict(named) | {"cost": asdict(cost), "salt": salted}
    nonce = secrets.token_bytes(NONCE_BYTES)
    derived = derive(secret, bytes.fromhex(salted), cost)
    sealed = AESGCM(_slot_key(derived, made)).encrypt(nonce, key, _bound(store, made))
    return made | {"nonce": nonce.hex(), "key": sealed.hex()}


class Opener:
    """Tries one secret on several wraps; slots with the same salt cost one derivation."""

    def __init__(self, secret: str, store: str) -> None:
        self._secret = secret
        self._store = store
        self._derived: dict[tuple[bytes, Cost], bytes] = {}

    def open(self, sealed: Mapping[str, Any]) -> bytes | None:
        """The raw key; None if the secret is another one.

        Raises:
            StoreUnavailable: the wrap is damaged, or the computer has too little memory.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            cost = Cost(**sealed["cost"])
            salt, nonce, wrapped = (
                bytes.fromhex(sealed[name]) for name in ("salt", "nonce", "key")
            )
            lengths = len(wrapped), len(nonce), len(salt)
            if lengths != (KEY_BYTES + TAG_BYTES, NONCE_BYTES, SALT_BYTES):
                raise StoreUnavailable(DAMAGED)
            _refuse_cost(cost)
            derived = self._derive(salt, cost)
            bound, slot_key = _bound(self._store, sealed), _slot_key(derived, sealed)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise StoreUnavailable(DAMAGED) from error
        try:
            return AESGCM(slot_key).decrypt(nonce, wrapped, bound)
        except InvalidTag:
            return None

    def _derive(self, salt: bytes, cost: Cost) -> bytes:
        if (salt, cost) not in self._derived:
            self._derived[salt, cost] = derive(self._secret, salt, cost)
        return self._derived[salt, cost]


def derive(secret: str, salt: bytes, cost: Cost) -> bytes:
    """A key from a secret; umlauts count the same however they were typed.

    Raises:
        StoreUnavailable: the computer has too little memory.
    """
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            unicodedata.normalize("NFC", secret).encode(errors="surrogatepass"),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise StoreUnavailable(NO_MEMORY) from error


def _refuse_cost(cost: Cost) -> None:
    lanes_fit = 1 <= cost.lanes <= 16 and cost.memory_kib >= 8 * cost.lanes
    if not (lanes_fit and cost.memory_kib <= MOST_MEMORY_KIB and 1 <= cost.passes <= 20):
        raise StoreUnavailable(DAMAGED)


def _slot_key(derived: bytes, sealed: Mapping[str, Any]) -> bytes:
    """Slots that share a salt have keys of their own; a file of the first format had one slot."""
    if "slot" not in sealed:
        return derived
    return hmac.digest(derived, f"ehrenamt:slot:{sealed['slot']}".encode(), hashlib.sha256)


def _bound(store: str, sealed: Mapping[str, Any]) -> bytes:
    """What a wrapped key is bound to: it opens no other store, and its role cannot be edited."""
    bound = f"ehrenamt:{store}:{sealed['kind']}"
    if "slot" in sealed:
        bound += f":{sealed['slot']}:{sealed['role']}"
    return bound.encode()
