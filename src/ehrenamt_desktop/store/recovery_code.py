"""The recovery code: eight groups of four signs and a group of check signs (base32).

It stands on a sheet in a safe and is typed by hand, so slips of the pen are told at once and signs
that look alike are forgiven.
"""

from __future__ import annotations

import base64
import hashlib
import secrets

RANDOM_BYTES = 20
CHECK = 4
SIGNS = 36
"""Signs of a code without its dashes."""

_MISREAD = str.maketrans("018", "OIB")
"""`0`, `1` and `8` are no signs of base32."""


def make() -> str:
    """A new code, as it is printed."""
    body = base64.b32encode(secrets.token_bytes(RANDOM_BYTES)).decode()
    whole = body + _check_signs(body)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def plain(code: str) -> str:
    """A code as typed, without blanks and dashes."""
    return "".join(sign for sign in code.upper() if sign.isalnum()).translate(_MISREAD)


def is_code(text: str) -> bool:
    """Whether a plain text is a code without a slip of the pen."""
    body = text[: SIGNS - CHECK]
    return len(text) == SIGNS and text[SIGNS - CHECK :] == _check_signs(body)


def _check_signs(body: str) -> str:
    return base64.b32encode(hashlib.sha256(body.encode()).digest()).decode()[:CHECK]
