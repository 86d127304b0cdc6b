"""Looks for secrets in everything that was written: in clear, in hex, in base64, in UTF-16."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path


def spellings(secret: str | bytes) -> set[bytes]:
    """How a secret could stand in a file."""
    raw = secret if isinstance(secret, bytes) else secret.encode()
    found = {raw, raw.hex().encode(), raw.hex().upper().encode(), raw[::-1]}
    found |= {base64.b64encode(raw).rstrip(b"="), base64.urlsafe_b64encode(raw).rstrip(b"=")}
    found.add(base64.b32encode(raw).rstrip(b"="))
    if isinstance(secret, str):
        found |= {secret.encode("utf-16-le"), json.dumps(secret)[1:-1].encode()}
    return found


def finds(content: bytes, secrets: Iterable[str | bytes]) -> bool:
    """Whether one of the secrets stands in the content."""
    lower = content.lower()
    wanted = {one for secret in secrets for one in spellings(secret)}
    return any(one in content or one.lower() in lower for one in wanted)


def traces(folder: Path, secrets: Iterable[str | bytes]) -> Iterator[Path]:
    """The files below a folder in whose content or name a secret stands."""
    kept = list(secrets)
    for path in sorted(folder.rglob("*")):
        if finds(str(path).encode(errors="surrogateescape"), kept) or (
            path.is_file() and finds(path.read_bytes(), kept)
        ):
            yield path
