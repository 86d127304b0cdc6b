"""The key file beside a store: one random key, wrapped by a passphrase and by a recovery code.

Changing the passphrase wraps the key anew; the store itself stays as it is. The file holds no key
in clear. Argon2id costs follow what was measured: 256 MiB where the computer has 8 GiB, else 64.
A digest over the content tells a damaged file from a wrong passphrase.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import secrets
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ehrenamt_desktop.errors import DomainError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.store.durable import write_text
from ehrenamt_desktop.store.trouble import NO_MEMORY, guarded

FORMAT = 1
SUFFIX = ".schluessel"
KEY_BYTES = 32
CODE_BYTES = 20
CODE_CHECK = 4
CODE_SIGNS = 36
MOST_MEMORY_KIB = 1024**2
"""More than 1 GiB is no cost of ours: such a file is damaged or made to stop the computer."""
DAMAGED = (
    "Die Schlüsseldatei ist beschädigt oder gehört nicht zu diesem Bestand. Bitte holen Sie sie "
    "aus der letzten Sicherung."
)
WRONG = "Das Kennwort stimmt nicht. Bitte versuchen Sie es noch einmal."
WRONG_CODE = (
    "Der Wiederherstellungscode stimmt nicht. Bitte prüfen Sie jedes Zeichen und versuchen Sie es "
    "noch einmal."
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What deriving a key costs: memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int = 3
    lanes: int = 4


def usual_cost() -> Cost:
    """The cost for this computer."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        memory = 0
    return Cost(256 * 1024 if memory >= 8 * 1024**3 else 64 * 1024)


def create(
    path: Path, passphrase: str, *, user: str = "Koordination", cost: Cost | None = None
) -> tuple[bytes, str]:
    """Make a key file; returns the raw key and the recovery code to print and lock away.

    Raises:
        DomainError: the passphrase is empty.
        StoreUnavailable: there is a key file already (it is left alone), or the folder cannot be
            written.
    """
    _refuse_empty(passphrase)
    chosen = cost or usual_cost()
    key = secrets.token_bytes(KEY_BYTES)
    code = _new_code()
    store = uuid.uuid4().hex
    with guarded():
        if path.exists():
            raise FileExistsError(errno.EEXIST, "key file")
        wraps = [
            _wrap(key, passphrase, "passphrase", user, store, chosen),
            _wrap(key, _plain_code(code), "recovery", user, store, chosen),
        ]
        _write(path, {"format": FORMAT, "store": store, "wraps": wraps})
    return key, code


def unlock(path: Path, secret: str) -> bytes:
    """The raw key for a passphrase or a recovery code.

    Raises:
        WrongPassphrase: neither opens the file, and the file is whole.
        StoreUnavailable: the file is missing, damaged, or of a newer program.
    """
    content = _read(path)
    code = _plain_code(secret)
    is_code = _is_code(code)
    for wrap in content["wraps"]:
        if wrap["kind"] == "recovery" and not is_code:
            continue
        key = _unwrap(wrap, code if wrap["kind"] == "recovery" else secret, content["store"])
        if key is not None:
            return key
    if content.get("digest") != _digest(content):
        raise StoreUnavailable(DAMAGED)
    raise WrongPassphrase(WRONG_CODE if len(code) == CODE_SIGNS else WRONG)


def change_passphrase(path: Path, old: str, new: str, *, cost: Cost | None = None) -> None:
    """Wrap the key with a new passphrase; the recovery code stays valid.

    Raises:
        DomainError: the new passphrase is empty.
        WrongPassphrase: the old passphrase or code does not open the file.
        StoreUnavailable: the file is damaged or cannot be written; it stays as it was.
    """
    _refuse_empty(new)
    key = unlock(path, old)
    content = _read(path)
    if content.get("digest") != _digest(content):
        raise StoreUnavailable(DAMAGED)
    kept = [wrap for wrap in content["wraps"] if wrap["kind"] != "passphrase"]
    user = next((wrap["user"] for wrap in content["wraps"] if wrap["kind"] == "passphrase"), "")
    with guarded():
        fresh = _wrap(key, new, "passphrase", user, content["store"], cost or usual_cost())
        _write(path, content | {"wraps": [fresh, *kept]})


def is_intact(path: Path) -> bool:
    """Whether a key file is there and as it was written."""
    try:
        content = _read(path)
    except StoreUnavailable:
        return False
    return bool(content.get("digest") == _digest(content))


def store_id(path: Path) -> str:
    """The lasting id of the store a key file belongs to.

    Raises:
        StoreUnavailable: the file is missing, damaged, or of a newer program.
    """
    return str(_read(path)["store"])


def _refuse_empty(passphrase: str) -> None:
    if not passphrase.strip():
        raise DomainError("Das Kennwort ist leer. Bitte geben Sie ein Kennwort ein.")


def _wrap(
    key: bytes, secret: str, kind: str, user: str, store_id: str, cost: Cost
) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_derive(secret, salt, cost)).encrypt(nonce, key, _bound(store_id, kind))
    return {
        "kind": kind,
        "user": user,
        "role": "coordinator",
        "cost": asdict(cost),
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "key": wrapped.hex(),
    }


def _unwrap(wrap: Mapping[str, Any], secret: str, store_id: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        cost = Cost(**wrap["cost"])
        salt, nonce, wrapped = (bytes.fromhex(wrap[name]) for name in ("salt", "nonce", "key"))
        if len(wrapped) != KEY_BYTES + 16 or len(nonce) != 12 or len(salt) != 16:
            raise StoreUnavailable(DAMAGED)
        _refuse_cost(cost)
        derived = _derive(secret, salt, cost)
    except (KeyError, TypeError, ValueError) as error:
        raise StoreUnavailable(DAMAGED) from error
    try:
        return AESGCM(derived).decrypt(nonce, wrapped, _bound(store_id, wrap["kind"]))
    except InvalidTag:
        return None


def _refuse_cost(cost: Cost) -> None:
    lanes_fit = 1 <= cost.lanes <= 16 and cost.memory_kib >= 8 * cost.lanes
    if not (lanes_fit and cost.memory_kib <= MOST_MEMORY_KIB and 1 <= cost.passes <= 20):
        raise StoreUnavailable(DAMAGED)


def _derive(secret: str, salt: bytes, cost: Cost) -> bytes:
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


def _bound(store_id: str, kind: str) -> bytes:
    """What a wrapped key is bound to: it opens no other store."""
    return f"ehrenamt:{store_id}:{kind}".encode()


def _new_code() -> str:
    """Eight groups of four signs and a group of check signs (base32)."""
    body = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    whole = body + _check_signs(body)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def _check_signs(body: str) -> str:
    return base64.b32encode(hashlib.sha256(body.encode()).digest()).decode()[:CODE_CHECK]


def _plain_code(code: str) -> str:
    """A code as typed, without blanks and dashes; `0`, `1`, `8` are no signs of base32."""
    return "".join(sign for sign in code.upper() if sign.isalnum()).translate(_MISREAD)


_MISREAD = str.maketrans("018", "OIB")


def _is_code(plain: str) -> bool:
    """Whether a text is a recovery code without a slip of the pen."""
    return len(plain) == CODE_SIGNS and plain[32:] == _check_signs(plain[:32])


def _read(path: Path) -> dict[str, Any]:
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
    kinds = {wrap["kind"] for wrap in content["wraps"]}
    return (
        isinstance(content["format"], int)
        and isinstance(content["store"], str)
        and bool(kinds)
        and kinds <= {"passphrase", "recovery"}
    )


def _digest(content: Mapping[str, Any]) -> str:
    kept = {name: value for name, value in content.items() if name != "digest"}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def _write(path: Path, content: Mapping[str, Any]) -> None:
    whole = {**content, "digest": _digest(content)}
    write_text(path, json.dumps(whole, indent=1, ensure_ascii=False), mode=0o600)
