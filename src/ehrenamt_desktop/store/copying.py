"""A copy of a store that others may write to meanwhile.

While a reading transaction lies over a store whose log is empty, SQLite writes nothing into the
file itself: every new step goes into the log, and no checkpoint may bring it over. So the file can
be copied as it lies, sealed as it is, five times as fast as page by page. That it did lie still is
proven, not believed: its checksum is taken once more afterwards. Where the log is not empty, or the
checksums differ, SQLite copies page by page from one consistent view.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.store.check import counts
from ehrenamt_desktop.store.connection import connect

PAGES_PER_STEP = 2000
CHUNK = 8 * 1024**2
"""Bytes copied between two reports of progress."""

COPYING = "Bestand wird kopiert"


def copy_store(
    store: Path, key: bytes | None, copy: Path, progress: Progress
) -> tuple[dict[str, int], str]:
    """Copy from one consistent view: a writer beside it neither waits nor starts it anew.

    Returns:
        Records by table as that view shows them, and the mark of its last step.
    """
    source = connect(store, key, readonly=True)
    try:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        source.execute("BEGIN")
        expected, mark = counts(source), last_mark(source)
        if not _as_it_lies(store, copy, progress):
            _page_by_page(source, copy, key, progress)
        source.execute("ROLLBACK")
    finally:
        source.close()
    return expected, mark


def last_mark(connection: Any) -> str:
    """Number and moment of the last step a store has kept; empty without any.

    The number alone would not do: after a restore the same numbers come again.
    """
    found = connection.execute("SELECT id, at FROM journal_step ORDER BY id DESC LIMIT 1")
    return next((f"{number} {at}" for number, at in found), "")


def digest(file: Path) -> str:
    """The SHA-256 checksum of a file, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _as_it_lies(store: Path, copy: Path, progress: Progress) -> bool:
    """Copy the file itself under an open view; False if it did not lie still."""
    log = store.with_name(store.name + "-wal")
    if log.exists() and log.stat().st_size:
        return False
    size, done, seen = store.stat().st_size, 0, hashlib.sha256()
    with store.open("rb") as source, copy.open("wb") as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            seen.update(chunk)
            done += len(chunk)
            progress.step(done, max(size, done), COPYING)
    return seen.hexdigest() == digest(store)


def _page_by_page(source: Any, copy: Path, key: bytes | None, progress: Progress) -> None:
    from sqlcipher3 import dbapi2

    copy.unlink(missing_ok=True)
    target = dbapi2.connect(str(copy), isolation_level=None)
    try:
        if key is not None:
            target.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
        target.execute("PRAGMA cipher_log_level=NONE").fetchall()

        def told(_status: int, remaining: int, total: int) -> None:
            progress.step(total - remaining, total, COPYING)

        source.backup(target, pages=PAGES_PER_STEP, progress=told)
    finally:
        target.close()
