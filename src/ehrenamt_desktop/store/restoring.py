"""From a safety copy back to a store: as a new one, or in place of the one in use.

Nothing is overwritten: a new store never takes a name that is there, and one that is replaced is
kept beside it under its day.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.backups import Difference
from ehrenamt_desktop.store import document_copies, durable, keyfile
from ehrenamt_desktop.store.backup import Manifest, prove, read_manifest, verify
from ehrenamt_desktop.store.check import counts
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.lock import WriterLock
from ehrenamt_desktop.store.places import refuse_place
from ehrenamt_desktop.store.trouble import guarded

ASIDE = "vor-wiederherstellung"
TAILS = ("-wal", "-journal")
"""Logs that SQLite would play into a file of that name."""

OTHER = (
    "Diese Sicherung gehört zu einem anderen Bestand. Bitte stellen Sie sie als neuen Bestand "
    "wieder her; der jetzige bleibt, wie er ist."
)
IN_USE = (
    "Der Bestand wird gerade benutzt und wurde nicht angerührt. Bitte schließen Sie ihn in allen "
    "Programmen und versuchen Sie es noch einmal."
)


def restore(folder: Path, target: Path, key: bytes | None) -> int:
    """Make a new store from a backup; the backup and every other file stay as they are.

    Its papers are put in before it takes its name; those that lie there already stay.

    Args:
        folder: the backup.
        target: the store to make; its key file is put beside it.
        key: the raw key, to open and check what was restored.

    Returns:
        How many papers are missing, because their copies are not there or damaged.

    Raises:
        StoreUnavailable: the target exists, the backup is unsound, or the key does not fit.
    """
    with guarded():
        manifest = verify(folder)
        kept_key = (folder / manifest.store).with_suffix(keyfile.SUFFIX)
        _refuse_taken(target, kept_key)
        refuse_place(target)
        temporary = _proven(folder, target, key)
        try:
            if kept_key.name in manifest.files:
                target_key = target.with_suffix(keyfile.SUFFIX)
                durable.write_text(target_key, kept_key.read_text(encoding="utf-8"), mode=0o600)
            missing = _bring_papers_back(folder, manifest, target, key)
            temporary.rename(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        durable.sync_folder(target.parent)
        return missing


def replace(folder: Path, target: Path, key: bytes | None) -> Path:
    """Put a backup in place of its own store, which nobody may have open.

    The key file of today stays, so that the passphrase of today goes on. At no moment is there no
    store under its name: the old file gets a second name before the new one takes the first.

    Returns:
        Where the store that was replaced is kept.

    Raises:
        StoreUnavailable: somebody has the store open, or the backup is unsound or another store's.
    """
    with guarded():
        manifest = verify(folder)
        key_file = target.with_suffix(keyfile.SUFFIX)
        own = keyfile.store_id(key_file) if key_file.exists() else ""
        if manifest.store_id != own:
            raise StoreUnavailable(OTHER)
        lock = WriterLock(target)
        lock.acquire()
        try:
            given = _settle(target, key)
            temporary = _proven(folder, target, key)
            try:
                _go_on_from(temporary, key, given)
                _bring_papers_back(folder, manifest, target, key)
                aside = _set_aside(target)
                temporary.replace(target)
            except BaseException:
                for tail in ("", *TAILS, "-shm"):
                    temporary.with_name(temporary.name + tail).unlink(missing_ok=True)
                raise
            durable.sync_folder(target.parent)
        finally:
            lock.release()
        return aside


def difference(folder: Path, store: Path, key: bytes | None) -> tuple[Difference, ...]:
    """What a backup holds beside the store of today, table by table; only read.

    Raises:
        StoreUnavailable: the folder is no backup, or the store cannot be opened.
    """
    then = read_manifest(folder).counts
    connection = connect(store, key, readonly=True)
    try:
        now = counts(connection)
    finally:
        connection.close()
    return tuple(
        Difference(table, then.get(table, 0), now.get(table, 0)) for table in sorted({*then, *now})
    )


def _proven(folder: Path, target: Path, key: bytes | None) -> Path:
    """A checked copy of the backup beside the target, under a name of its own."""
    manifest = read_manifest(folder)
    temporary = target.with_name(f".{target.name}.neu")
    temporary.unlink(missing_ok=True)
    try:
        shutil.copyfile(folder / manifest.store, temporary)
        prove(temporary, key, manifest.counts)
        durable.sync_file(temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _bring_papers_back(folder: Path, manifest: Manifest, target: Path, key: bytes | None) -> int:
    """Put the papers of a backup where the store at `target` looks for them."""
    place = document_copies.of_copy(folder, manifest.store, manifest.store_id)
    return document_copies.bring_back(place, target, key, document_copies.listed(folder))


def _set_aside(target: Path) -> Path:
    """Give the store in use, with what a crash left beside it, a second name.

    Where the disk knows no second names, it is a copy.
    """
    stamp = clock.local(clock.now()).strftime("%Y-%m-%d-%H%M%S")
    aside = target.with_name(f"{target.stem}-{ASIDE}-{stamp}{target.suffix}")
    key_file = target.with_suffix(keyfile.SUFFIX)
    if key_file.exists():
        text = key_file.read_text(encoding="utf-8")
        durable.write_text(aside.with_suffix(keyfile.SUFFIX), text, mode=0o600)
    for tail in TAILS:
        log = target.with_name(target.name + tail)
        if log.exists():
            log.replace(aside.with_name(aside.name + tail))
    try:
        os.link(target, aside)
    except OSError:
        shutil.copyfile(target, aside)
    durable.sync_file(aside)
    durable.sync_folder(aside.parent)
    return aside


def _settle(target: Path, key: bytes | None) -> dict[str, int]:
    """Bring a log that a crash left into the file; a damaged store is left as it is.

    Returns:
        The last number given out, by table; none of a damaged store.

    Raises:
        StoreUnavailable: another program has the store open.
    """
    try:
        connection = connect(target, key)
    except StoreUnavailable:  # this is what the backup is for
        return {}
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        given = _numbers(connection)
    finally:
        connection.close()
    if target.with_name(target.name + "-shm").exists():  # the last one to close removes it
        raise StoreUnavailable(IN_USE)
    return given


def _numbers(connection: Any) -> dict[str, int]:
    """The last number given out, by table."""
    try:
        with guarded():
            return dict(connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
    except StoreUnavailable:  # damaged just there
        return {}


def _numbered(connection: Any) -> list[str]:
    """Tables whose numbers are never given again; one without a record has none noted yet."""
    found = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    return [str(name) for (name,) in connection.execute(found)]


def _go_on_from(temporary: Path, key: bytes | None, given: Mapping[str, int]) -> None:
    """Give no number again that was given since the copy was made: it stands on papers."""
    connection = connect(temporary, key)
    try:
        kept = dict.fromkeys(_numbered(connection), 0) | _numbers(connection)
        later = [(name, seq) for name, seq in given.items() if seq > kept.get(name, seq)]
        connection.execute("BEGIN IMMEDIATE")
        for name, seq in later:
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.execute("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", (name, seq))
        connection.execute("COMMIT")
    finally:
        connection.close()
    if temporary.with_name(temporary.name + "-wal").exists():
        raise OSError(errno.EIO, "log")
    durable.sync_file(temporary)


def _refuse_taken(target: Path, kept_key: Path) -> None:
    """Make sure that nothing at the target would be replaced or mixed with what is restored.

    A log left by another store would be played into the restored one. A key file that equals the
    backup's was left by a restore that was cut off.
    """
    target_key = target.with_suffix(keyfile.SUFFIX)
    same_key = (
        target_key.is_file()
        and kept_key.is_file()
        and target_key.read_text(encoding="utf-8", errors="replace")
        == kept_key.read_text(encoding="utf-8", errors="replace")
    )
    logs = [target.with_name(target.name + tail) for tail in TAILS]
    for wanted in (target, *([] if same_key else [target_key]), *logs):
        if wanted.exists():
            raise StoreUnavailable(
                f"„{wanted.name}“ gibt es an diesem Ort schon und wurde nicht angerührt. "
                "Bitte wählen Sie einen anderen Namen."
            )
