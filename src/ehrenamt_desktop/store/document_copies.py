"""Papers beside the safety copies: each is copied once, under its digest, sealed for itself.

So an hourly copy of the records takes no paper along that lies there already. A copy holds the
words of the paper as well: what comes back can be searched at once.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import zlib
from collections.abc import Collection, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.store import document_file, durable
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.wrapping import NONCE_BYTES

LIST = "unterlagen.json"
"""File of a safety copy that names its papers."""
FOLDER = "unterlagen"
ENDING = ".papier"
MARK = b"EHRENAMT-PAPIER-1\n"
"""First bytes of a copied paper."""

COPYING = "Unterlagen werden kopiert"
PUTTING_BACK = "Unterlagen werden zurückgelegt"


def folder_of(place: Path, store: Path, store_id: str) -> Path:
    """Where a place of safety copies keeps the papers of a store."""
    return place / f"{FOLDER}-{store_id or store.stem}"


def of_copy(copy: Path, store: str, store_id: str) -> Path:
    """Where the papers of a safety copy lie: in it, if it was made to be carried, or beside it."""
    inside = copy / FOLDER
    return inside if inside.is_dir() else folder_of(copy.parent, Path(store), store_id)


def listed(copy: Path) -> tuple[str, ...]:
    """The digests that a safety copy names; none in one without papers."""
    with suppress(OSError, ValueError, RecursionError):
        names = json.loads((copy / LIST).read_text(encoding="utf-8"))
        return tuple(str(one) for one in names)
    return ()


def add(
    store: Path,
    key: bytes | None,
    folder: Path,
    needed: Collection[str],
    progress: Progress = QUIET,
) -> tuple[str, ...]:
    """Copy the papers that do not lie in `folder` yet.

    Returns:
        The digests that lie there now, in order; a paper that is missing or damaged in the store
        is not among them, its check tells.

    Raises:
        OSError: the place is full or gone.
        Cancelled: the user stopped; what was copied stays and is not copied again.
    """
    papers = document_file.path_of(store)
    if not needed or not papers.exists():
        return ()
    durable.make_folder(folder)
    there = _there(folder)
    left = sorted(set(needed) - there)
    with closing(connect(papers, key, readonly=True)) as connection:
        for at, digest in enumerate(left):
            progress.step(at, len(left), COPYING)
            with suppress(DomainError):
                data = document_file.read_from(connection, digest)
                said = document_file.said_in(connection, digest)
                _write(folder / f"{digest}{ENDING}", _sealed(data, said, digest, key))
                there.add(digest)
    if left:
        durable.sync_folder(folder)
    return tuple(sorted(there & set(needed)))


def bring_back(
    folder: Path,
    store: Path,
    key: bytes | None,
    needed: Collection[str],
    progress: Progress = QUIET,
) -> int:
    """Put copied papers into the file of papers beside `store`; it is made if it is not there.

    Returns:
        How many of the needed papers are missing or damaged.

    Raises:
        StoreUnavailable: the disk is full or fails.
    """
    if not needed:
        return 0
    missing = 0
    with document_file.writing(document_file.path_of(store), key) as connection:
        held = {row[0] for row in connection.execute("SELECT digest FROM paper")}
        left = sorted(set(needed) - held)
        for at, digest in enumerate(left):
            progress.step(at, len(left), PUTTING_BACK)
            found = _opened(folder / f"{digest}{ENDING}", digest, key)
            if found is None:
                missing += 1
            else:
                document_file.put(connection, digest, *found)
    return missing


def faults(folder: Path, key: bytes | None, needed: Iterable[str]) -> int:
    """How many of the needed papers are missing or damaged in a place of safety copies."""
    return sum(_opened(folder / f"{one}{ENDING}", one, key) is None for one in needed)


def thin(folder: Path, needed: Collection[str]) -> None:
    """Remove copied papers that no safety copy names any more, and unfinished ones."""
    for one in folder.iterdir() if folder.is_dir() else ():
        if one.name.removesuffix(ENDING) not in needed:
            one.unlink(missing_ok=True)


def _there(folder: Path) -> set[str]:
    names = (one.name for one in os.scandir(folder))
    return {name.removesuffix(ENDING) for name in names if name.endswith(ENDING)}


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_suffix(".neu")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sealed(data: bytes, said: str, digest: str, key: bytes | None) -> bytes:
    words = zlib.compress(said.encode())
    content = len(words).to_bytes(8, "big") + words + data
    if key is None:
        return MARK + content
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed: bytes = _cipher(key).encrypt(nonce, content, digest.encode())
    return MARK + nonce + sealed


def _opened(path: Path, digest: str, key: bytes | None) -> tuple[bytes, str] | None:
    """The bytes of a copied paper and what it says; None if it is missing or damaged."""
    from cryptography.exceptions import InvalidTag

    try:
        content = path.read_bytes()
        if not content.startswith(MARK):
            return None
        content = content[len(MARK) :]
        if key is not None:
            nonce, sealed = content[:NONCE_BYTES], content[NONCE_BYTES:]
            content = _cipher(key).decrypt(nonce, sealed, digest.encode())
        length = int.from_bytes(content[:8], "big")
        said = zlib.decompress(content[8 : 8 + length]).decode()
    except (OSError, ValueError, zlib.error, InvalidTag):
        return None
    data = content[8 + length :]
    return (data, said) if hashlib.sha256(data).hexdigest() == digest else None


def _cipher(key: bytes) -> Any:
    """AES-GCM under a key of its own: the store's key seals the pages of the store only."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(hmac.digest(key, b"ehrenamt papers", "sha256"))
