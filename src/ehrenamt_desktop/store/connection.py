"""Opening the store's file: the right key, the right settings, and nothing made in its place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import StoreUnavailable

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can damage a file when two connections checkpoint at once (SQLite release notes)."""

CACHE_KB = 16 * 1024
"""Page cache of a connection in KiB: lists of 100,000 people sort within it."""

NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs", "davfs", "afpfs"}
)


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
        StoreUnavailable: the file is missing, empty, on a network drive or no store, or SQLite is
            too old.
    """
    refuse(path)
    connection = _open(path, key, timeout, cache_kb, check_same_thread)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("PRAGMA synchronous=FULL").fetchall()
        if readonly:
            connection.execute("PRAGMA query_only=ON").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def create(path: Path, key: bytes | None) -> None:
    """Make a new, empty, encrypted file.

    Raises:
        FileExistsError: there is a file already; it is left alone.
        StoreUnavailable: the folder is on a network drive.
    """
    refuse_network(path)
    with path.open("xb"):
        pass
    try:
        connection = _open(path, key, 5.0, CACHE_KB, check_same_thread=True)
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("CREATE TABLE made (at TEXT)")
        connection.execute("DROP TABLE made")
        connection.close()
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def refuse(path: Path) -> None:
    """Make sure that `path` can be a store.

    Raises:
        StoreUnavailable: it is missing, a folder, empty or on a network drive.
    """
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
    refuse_network(path)


def refuse_network(path: Path) -> None:
    """Make sure that `path` lies on this computer.

    Raises:
        StoreUnavailable: it lies on a network drive, where SQLite can damage the file.
    """
    if on_network(path.absolute()):
        raise StoreUnavailable(
            "Der Bestand liegt auf einem Netzlaufwerk. Dort kann er beschädigt werden. Bitte "
            "legen Sie ihn auf diesen Computer und sichern Sie ihn auf das Netzlaufwerk."
        )


def on_network(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether an absolute path lies on a network drive, as far as the system tells."""
    if sys.platform == "win32":
        return _remote_drive(path)
    if not mounts.is_file():
        return False
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        inside = str(path) == point or str(path).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind in NETWORK_TYPES


def _remote_drive(path: Path) -> bool:
    import ctypes

    if str(path).startswith("\\\\"):
        return True
    remote = 4  # DRIVE_REMOTE of the Windows API
    windows = getattr(ctypes, "windll")  # noqa: B009 - absent on other systems
    return bool(windows.kernel32.GetDriveTypeW(path.anchor) == remote)


def _open(
    path: Path, key: bytes | None, timeout: float, cache_kb: int, check_same_thread: bool
) -> Connection:
    from sqlcipher3 import dbapi2

    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise StoreUnavailable(
            "Die mitgelieferte Datenbank ist zu alt. Bitte installieren Sie Ehrenamt Desktop neu."
        )
    connection = dbapi2.connect(
        str(path), timeout=timeout, isolation_level=None, check_same_thread=check_same_thread
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
