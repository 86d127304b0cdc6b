"""Safety copies that prove themselves: copied online, opened, checked, then named.

A backup is one folder: the records, the key file and a manifest with the checksum of each file.
Until the copy is checked it lies under a temporary name; one that fails leaves nothing behind and
pushes no older one out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ehrenamt_desktop import __version__, clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.store import durable, shape
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.connection import connect, refuse_network
from ehrenamt_desktop.store.trouble import guarded

FORMAT = 1
MANIFEST = "sicherung.json"
PREFIX = "sicherung-"
PAGES_PER_STEP = 2000
DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many daily, weekly and monthly copies are kept (Anki's defaults, store notes 2.5)."""
UNSOUND = (
    "Die Sicherung ist unvollständig oder verändert und wurde nicht verwendet. Bitte nehmen Sie "
    "eine andere Sicherung."
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    made_at: dt.datetime
    program: str
    revision: int
    store: str
    files: dict[str, str]
    counts: dict[str, int]


def make(store: Path, key: bytes | None, to: Path, progress: Progress = QUIET) -> Path:
    """Copy a store into a new folder below `to`; works beside an open window.

    Returns:
        The folder of the finished backup.

    Raises:
        StoreUnavailable: not enough room, or the copy does not pass its check.
        Cancelled: the user stopped; nothing is left behind.
    """
    with guarded():
        to.mkdir(parents=True, exist_ok=True)
        _refuse_full(store, to)
        folder = _free_name(to)
        temporary = to / f".{folder.name}.neu"
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        try:
            copy = temporary / store.name
            _copy(store, key, copy, progress)
            _seal(store, key, copy)
            for file in temporary.iterdir():
                durable.sync_file(file)
            durable.sync_folder(temporary)
            temporary.rename(folder)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        durable.sync_folder(to)
        _thin(to)
        return folder


def read_manifest(folder: Path) -> Manifest:
    """What a backup says of itself.

    Raises:
        StoreUnavailable: the folder is no backup.
    """
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if int(content["format"]) > FORMAT:
            raise StoreUnavailable(shape.NEWER)
        return Manifest(
            made_at=dt.datetime.fromisoformat(content["made_at"]),
            program=str(content["program"]),
            revision=int(content["revision"]),
            store=_plain_name(content["store"]),
            files={_plain_name(name): str(digest) for name, digest in content["files"].items()},
            counts={str(name): int(amount) for name, amount in content["counts"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreUnavailable(
            "Dieser Ordner ist keine Sicherung. Bitte wählen Sie einen Ordner, dessen Name mit "
            "„sicherung-“ beginnt."
        ) from error


def restore(folder: Path, target: Path, key: bytes | None) -> None:
    """Make a new store from a backup; the backup and every other file stay as they are.

    Args:
        folder: the backup.
        target: the store to make; its key file is put beside it.
        key: the raw key, to open and check what was restored.

    Raises:
        StoreUnavailable: the target exists, the backup is unsound, or the key does not fit.
    """
    with guarded():
        manifest = verify(folder)
        target_key = target.with_suffix(".schluessel")
        for wanted in (target, target_key):
            if wanted.exists():
                raise StoreUnavailable(
                    f"„{wanted.name}“ gibt es an diesem Ort schon und wurde nicht angerührt. "
                    "Bitte wählen Sie einen anderen Namen."
                )
        refuse_network(target)
        temporary = target.with_name(f".{target.name}.neu")
        temporary.unlink(missing_ok=True)
        try:
            shutil.copyfile(folder / manifest.store, temporary)
            _expect(manifest, temporary, key)
            kept_key = (folder / manifest.store).with_suffix(".schluessel")
            if kept_key.name in manifest.files:
                durable.write_text(target_key, kept_key.read_text(encoding="utf-8"), mode=0o600)
            durable.sync_file(temporary)
            temporary.rename(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            if not target.exists():
                target_key.unlink(missing_ok=True)
            raise
        finally:
            for tail in ("-wal", "-shm"):
                temporary.with_name(temporary.name + tail).unlink(missing_ok=True)
        durable.sync_folder(target.parent)


def _expect(manifest: Manifest, copy: Path, key: bytes | None) -> None:
    report = check(copy, key)
    if not report.sound or dict(report.counts) != manifest.counts:
        raise StoreUnavailable(UNSOUND)


def verify(folder: Path) -> Manifest:
    """Make sure that every file of a backup is there and unchanged; returns its manifest.

    Raises:
        StoreUnavailable: the folder is no backup, or a file is missing or changed.
    """
    manifest = read_manifest(folder)
    if manifest.store not in manifest.files:
        raise StoreUnavailable(UNSOUND)
    for name, digest in manifest.files.items():
        file = folder / name
        if not file.is_file() or _digest(file) != digest:
            raise StoreUnavailable(UNSOUND)
    return manifest


def all_in(folder: Path) -> list[Path]:
    """The finished backups in a folder, the oldest first."""
    if not folder.is_dir():
        return []
    found = [one for one in folder.iterdir() if one.name.startswith(PREFIX) and one.is_dir()]
    return sorted(found, key=lambda one: one.name)


def to_thin(days: Iterable[dt.datetime]) -> set[dt.datetime]:
    """Which copies may go: all but the last of each kept day, week and month; never the newest."""
    ordered = sorted(set(days), reverse=True)
    keep = set(ordered[:1])
    for limit, unit in (
        (DAYS, lambda one: one.date()),
        (WEEKS, lambda one: one.isocalendar()[:2]),
        (MONTHS, lambda one: (one.year, one.month)),
    ):
        newest: dict[Any, dt.datetime] = {}
        for one in ordered:
            newest.setdefault(unit(one), one)
        keep |= set(sorted(newest.values(), reverse=True)[:limit])
    return set(ordered) - keep


def _copy(store: Path, key: bytes | None, copy: Path, progress: Progress) -> None:
    """Copy page by page from one consistent view: a writer beside it cannot start it anew."""
    from sqlcipher3 import dbapi2

    source = connect(store, key, readonly=True)
    target = dbapi2.connect(str(copy), isolation_level=None)
    try:
        if key is not None:
            target.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
        target.execute("PRAGMA cipher_log_level=NONE").fetchall()
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchall()

        def told(_status: int, remaining: int, total: int) -> None:
            progress.step(total - remaining, total, "Bestand wird kopiert")

        source.backup(target, pages=PAGES_PER_STEP, progress=told)
        source.execute("ROLLBACK")
    finally:
        target.close()
        source.close()


def _seal(store: Path, key: bytes | None, copy: Path) -> None:
    """Open and check the copy, put the key file beside it and write the manifest."""
    report = check(copy, key)
    for tail in ("-wal", "-shm"):
        copy.with_name(copy.name + tail).unlink(missing_ok=True)
    if not report.sound:
        raise StoreUnavailable(
            "Die Sicherung hat ihre Prüfung nicht bestanden und wurde verworfen. "
            + " ".join(report.faults)
        )
    key_file = store.with_suffix(".schluessel")
    files = [copy]
    if key_file.exists():
        files.append(Path(shutil.copy2(key_file, copy.with_suffix(".schluessel"))))
    manifest = {
        "format": FORMAT,
        "made_at": clock.now().isoformat(),
        "program": __version__,
        "revision": report.revision,
        "store": copy.name,
        "files": {file.name: _digest(file) for file in files},
        "counts": dict(report.counts),
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    durable.write_text(copy.with_name(MANIFEST), text)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _plain_name(name: object) -> str:
    """A file name of a manifest; nothing that leads out of the folder."""
    text = str(name)
    if Path(text).name != text or text in ("", ".", ".."):
        raise ValueError(text)
    return text


def _refuse_full(store: Path, to: Path) -> None:
    log = store.with_name(store.name + "-wal")
    needed = store.stat().st_size + (log.stat().st_size if log.exists() else 0)
    if shutil.disk_usage(to).free < 2 * needed:
        raise StoreUnavailable(
            "Am Ort der Sicherung ist nicht genug Platz. Bitte schaffen Sie Platz oder wählen Sie "
            "einen anderen Ordner."
        )


def _free_name(to: Path) -> Path:
    stamp = clock.local(clock.now()).strftime("%Y-%m-%d-%H%M%S")
    folder = to / f"{PREFIX}{stamp}"
    number = 2
    while folder.exists():
        folder = to / f"{PREFIX}{stamp}-{number}"
        number += 1
    return folder


def _thin(to: Path) -> None:
    """Remove what is no longer kept; folders that are no sound manifest are left alone."""
    found: dict[dt.datetime, Path] = {}
    for folder in all_in(to):
        try:
            found[read_manifest(folder).made_at] = folder
        except StoreUnavailable:
            continue
    for moment in to_thin(found):
        shutil.rmtree(found[moment])
