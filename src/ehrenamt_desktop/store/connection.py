"""Opening the store's file: the right key, the right settings, and nothing made in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store.places import refuse_place
from ehrenamt_desktop.store.trouble import UNREADABLE, guarded

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can damage a file when two connections checkpoint at once (SQLite release notes)."""

CACHE_KB = 30 * 1024
"""Page cache of a connection in KiB: all orders of 100,000 people lie in it, so that sorting an
encrypted list decrypts each page once."""

SMALL_CACHE_KB = 4 * 1024
"""Page cache of the window's own thread in KiB: it only reads the rows it paints."""

KEY_BYTES = 32
"""Length of a raw key; SQLCipher would take anything else for a passphrase."""

SMALLEST = 512
"""Bytes of SQLite's smallest page. It takes a file of one byte for a new one and would fill it."""


def connect(
    path: Path,
    key: bytes | None,
    *,
    readonly: bool = False,
    timeout: float = 5.0,
    cache_kb: int = CACHE_KB,
    check_same_thread: bool = True,
) -> Connection:
    """Open an existing store; never makes a file.

    Args:
        path: the store's file.
        key: raw 256-bit key, or None for an unencrypted store.
        readonly: refuse every write on this connection.
        timeout: seconds to wait for another writer.
        cache_kb: page cache in KiB.
        check_same_thread: let only the opening thread use the connection.

    Raises:
        StoreUnavailable: the file is missing, empty, cut short, on a network drive, in a folder
            kept in step with others, or no store; the key does not fit, or SQLite is too old.
    """
    with guarded():
        refuse(path)
        connection = _open(path, "mode=rw", key, timeout, cache_kb, check_same_thread)
        try:
            _refuse_cut(connection, path)
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
            connection.execute("PRAGMA synchronous=FULL").fetchall()
            if readonly:
                connection.execute("PRAGMA query_only=ON").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection


def connect_copy(path: Path, key: bytes | None) -> Connection:
    """Open a finished copy that nobody writes: nothing is changed or put beside it.

    Works on network drives and read-only media too. A log (`-wal`) beside it is not read.

    Raises:
        StoreUnavailable: as `connect`.
    """
    with guarded():
        _refuse_absent(path)
        connection = _open(path, "mode=ro&immutable=1", key, 0.0, CACHE_KB, check_same_thread=True)
        try:
            _refuse_cut(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def create(path: Path, key: bytes | None) -> None:
    """Make a new, empty file, encrypted if there is a key.

    Raises:
        StoreUnavailable: there is a file already (it is left alone), or the folder is on a network
            drive, missing or not writable.
    """
    with guarded():
        refuse_place(path)
        with path.open("xb"):
            pass
        try:
            connection = _open(path, "mode=rw", key, 5.0, CACHE_KB, check_same_thread=True)
            try:
                connection.execute("PRAGMA journal_mode=WAL").fetchall()
                connection.execute("CREATE TABLE made (at TEXT)")
                connection.execute("DROP TABLE made")
            finally:
                connection.close()
        except BaseException:
            for tail in ("", "-wal", "-shm"):
                path.with_name(path.name + tail).unlink(missing_ok=True)
            raise


def refuse(path: Path) -> None:
    """Make sure that `path` can be a store.

    Raises:
        StoreUnavailable: it is missing, a folder, empty, on a network drive or in a folder that
            a program keeps in step with other computers.
    """
    _refuse_absent(path)
    refuse_place(path)


def _refuse_absent(path: Path) -> None:
    if not path.exists():
        raise StoreUnavailable(
            f"Den Bestand „{path.name}“ gibt es an diesem Ort nicht. Bitte prüfen Sie den Ordner "
            "oder stellen Sie eine Sicherung wieder her."
        )
    if not path.is_file():
        raise StoreUnavailable(f"„{path.name}“ ist keine Datei. Bitte wählen Sie einen Bestand.")
    if path.stat().st_size == 0:
        raise StoreUnavailable(
            f"Der Bestand „{path.name}“ ist leer und wurde nicht angerührt. Bitte stellen Sie "
            "eine Sicherung wieder her."
        )
    if path.stat().st_size < SMALLEST:
        raise StoreUnavailable(UNREADABLE)


def _refuse_cut(connection: Connection, path: Path) -> None:
    """Read the head of the file and make sure that all its pages are there.

    The log is looked at after the count and the file last: whatever a writer moves from the log
    into the file meanwhile, a whole store never looks cut.
    """
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    size = int(connection.execute("PRAGMA page_size").fetchone()[0])  # SQLCipher says it as text
    log = path.with_name(path.name + "-wal")
    no_log = not log.exists() or log.stat().st_size == 0
    if no_log and path.stat().st_size < pages * size:
        raise StoreUnavailable(UNREADABLE)


def _open(
    path: Path,
    mode: str,
    key: bytes | None,
    timeout: float,
    cache_kb: int,
    check_same_thread: bool,
) -> Connection:
    from sqlcipher3 import dbapi2

    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise StoreUnavailable(
            "Die mitgelieferte Datenbank ist zu alt. Bitte installieren Sie Ehrenamt Desktop neu."
        )
    if key is not None and len(key) != KEY_BYTES:
        raise ValueError("key length")
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=check_same_thread,
    )
    try:
        if key is not None:
            connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
        for setting in (
            "cipher_log_level=NONE",
            "foreign_keys=ON",
            "secure_delete=ON",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            f"cache_size=-{cache_kb}",
        ):
            connection.execute(f"PRAGMA {setting}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection
