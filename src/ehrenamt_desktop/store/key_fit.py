"""Whether a key belongs to a store, told from its pages: a foreign key from a damaged file.

SQLite says the same of both (`SQLITE_NOTADB`). Each page of SQLCipher carries a check value (HMAC-
SHA512 over content, vector and page number) under a key derived from the raw key and the salt in
the first 16 bytes of the file; one page that agrees proves that the key is right.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

SALT = 16
PAGE = 4096
MAC = 64
MASK = 0x3A
"""What SQLCipher turns the salt with, for the key of the check values (its manual: HMAC salt)."""
ROUNDS = 2
LOOKED_AT = 64
"""Pages looked at, spread over the file."""


def fits(path: Path, key: bytes) -> bool:
    """Whether some page of the file was sealed under this key.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        salt = file.read(SALT)
        size = file.seek(0, 2)
        if size < PAGE:
            return False
        mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(one ^ MASK for one in salt), ROUNDS, 32)
        last = size // PAGE
        places = range(LOOKED_AT + 1)
        for number in sorted({1 + place * (last - 1) // LOOKED_AT for place in places}):
            file.seek((number - 1) * PAGE)
            if _agrees(file.read(PAGE), number, mac_key):
                return True
    return False


def _agrees(page: bytes, number: int, mac_key: bytes) -> bool:
    start = SALT if number == 1 else 0
    end = PAGE - MAC
    told = page[end : end + MAC]
    made = hmac.digest(mac_key, page[start:end] + number.to_bytes(4, "little"), hashlib.sha512)
    return hmac.compare_digest(told, made)
