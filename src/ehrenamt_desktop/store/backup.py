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
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ehrenamt_desktop import __version__, clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.store import durable, keyfile, shape
from ehrenamt_desktop.store.check import CheckReport, check_copy, counts
from ehrenamt_desktop.store.connection import connect, refuse_network
from ehrenamt_desktop.store.thinning import to_thin
from ehrenamt_desktop.store.trouble import guarded

FORMAT = 1
MANIFEST = "manifest.json"
PREFIX = "sicherung-"
UNFINISHED = f".{PREFIX}"
PAGES_PER_STEP = 2000
STALE_SECONDS = 24 * 3600
"""Unfinished copies older than this were left by a crash; a younger one may still be made."""
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
    store_id: str
    files: dict[str, str]
    counts: dict[str, int]


def make(store: Path, key: bytes | None, to: Path, progress: Progress = QUIET) -> Path:
    """Copy a store into a new folder below `to`; works beside an open window.

    Returns:
        The folder of the finished backup.

    Raises:
        StoreUnavailable: not enough room, the key file is missing or damaged, or the copy does not
            pass its check.
        Cancelled: the user stopped; nothing is left behind.
    """
    with guarded():
        store_id = "" if key is None else keyfile.store_id(_sound_key_file(store))
        to.mkdir(parents=True, exist_ok=True)
        _refuse_full(store, to)
        temporary = Path(tempfile.mkdtemp(prefix=UNFINISHED, suffix=".neu", dir=to))
        try:
            copy = temporary / store.name
            expected = _copy(store, key, copy, progress)
            report = _prove(copy, key, expected)
            _seal(store, copy, report, store_id)
            for file in temporary.iterdir():
                durable.sync_file(file)
            durable.sync_folder(temporary)
            folder = _name(temporary, to)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        durable.sync_folder(to)
        with suppress(OSError):
            _thin(to, folder)
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
        made_at = dt.datetime.fromisoformat(content["made_at"])
        return Manifest(
            made_at=made_at.astimezone(dt.UTC),
            program=str(content["program"]),
            revision=int(content["revision"]),
            store=_plain_name(content["store"]),
            store_id=str(content["store_id"]),
            files={_plain_name(name): str(digest) for name, digest in content["files"].items()},
            counts={str(name): int(amount) for name, amount in content["counts"].items()},
        )
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
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
        kept_key = (folder / manifest.store).with_suffix(keyfile.SUFFIX)
        target_key = target.with_suffix(keyfile.SUFFIX)
        _refuse_taken(target, kept_key)
        refuse_network(target)
        temporary = target.with_name(f".{target.name}.neu")
        temporary.unlink(missing_ok=True)
        try:
            shutil.copyfile(folder / manifest.store, temporary)
            _prove(temporary, key, manifest.counts)
            durable.sync_file(temporary)
            if kept_key.name in manifest.files:
                durable.write_text(target_key, kept_key.read_text(encoding="utf-8"), mode=0o600)
            temporary.rename(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        durable.sync_folder(target.parent)


def verify(folder: Path) -> Manifest:
    """Make sure that every file of a backup is there and unchanged; returns its manifest.

    Raises:
        StoreUnavailable: the folder is no backup, or a file is missing or changed.
    """
    manifest = read_manifest(folder)
    if manifest.store not in manifest.files:
        raise StoreUnavailable(UNSOUND)
    with guarded():
        for name, digest in manifest.files.items():
            file = folder / name
            if not file.is_file() or _digest(file) != digest:
                raise StoreUnavailable(UNSOUND)
    return manifest


def all_in(folder: Path) -> list[Path]:
    """The finished backups in a folder, the oldest first; other folders are passed over."""
    if not folder.is_dir():
        return []
    found = []
    for one in folder.iterdir():
        if one.name.startswith(PREFIX):
            with suppress(StoreUnavailable):
                found.append((read_manifest(one).made_at, one.name, one))
    return [one for _, _, one in sorted(found)]


def _sound_key_file(store: Path) -> Path:
    """The key file of an encrypted store: a copy without it could never be opened again."""
    path = store.with_suffix(keyfile.SUFFIX)
    if not keyfile.is_intact(path):
        raise StoreUnavailable(
            "Die Schlüsseldatei des Bestands fehlt oder ist beschädigt; eine Sicherung ließe sich "
            "nicht mehr öffnen. Bitte holen Sie die Schlüsseldatei aus der letzten Sicherung."
        )
    return path


def _copy(store: Path, key: bytes | None, copy: Path, progress: Progress) -> dict[str, int]:
    """Copy page by page from one consistent view: a writer beside it cannot start it anew.

    Returns:
        Records by table as that view shows them.
    """
    from sqlcipher3 import dbapi2

    source = connect(store, key, readonly=True)
    target = dbapi2.connect(str(copy), isolation_level=None)
    try:
        if key is not None:
            target.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
        target.execute("PRAGMA cipher_log_level=NONE").fetchall()
        source.execute("BEGIN")
        expected = counts(source)

        def told(_status: int, remaining: int, total: int) -> None:
            progress.step(total - remaining, total, "Bestand wird kopiert")

        source.backup(target, pages=PAGES_PER_STEP, progress=told)
        source.execute("ROLLBACK")
    finally:
        target.close()
        source.close()
    return expected


def _prove(copy: Path, key: bytes | None, expected: dict[str, int]) -> CheckReport:
    """Open and check a copy, and compare its records with what was counted."""
    report = check_copy(copy, key)
    if not report.sound or dict(report.counts) != expected:
        raise StoreUnavailable(" ".join((UNSOUND, *report.faults)))
    return report


def _seal(store: Path, copy: Path, report: CheckReport, store_id: str) -> None:
    """Put the key file beside a checked copy and write the manifest."""
    files = [copy]
    if store_id:
        key_file = store.with_suffix(keyfile.SUFFIX)
        files.append(Path(shutil.copy2(key_file, copy.with_suffix(keyfile.SUFFIX))))
    manifest = {
        "format": FORMAT,
        "made_at": clock.now().isoformat(),
        "program": __version__,
        "revision": report.revision,
        "store": copy.name,
        "store_id": store_id,
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
    if Path(text).name != text or text in ("", ".", "..") or "\\" in text or ":" in text:
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
    logs = [target.with_name(target.name + tail) for tail in ("-wal", "-journal")]
    for wanted in (target, *([] if same_key else [target_key]), *logs):
        if wanted.exists():
            raise StoreUnavailable(
                f"„{wanted.name}“ gibt es an diesem Ort schon und wurde nicht angerührt. "
                "Bitte wählen Sie einen anderen Namen."
            )


def _name(temporary: Path, to: Path) -> Path:
    """Give a finished copy its name; one that is taken gets a number."""
    stamp = clock.local(clock.now()).strftime("%Y-%m-%d-%H%M")
    folder = to / f"{PREFIX}{stamp}"
    number = 2
    while folder.exists():
        folder = to / f"{PREFIX}{stamp}-{number}"
        number += 1
    temporary.rename(folder)
    return folder


def _thin(to: Path, newest: Path) -> None:
    """Remove copies of the same encrypted store that are no longer kept, and unfinished ones."""
    made = read_manifest(newest)
    found: dict[dt.datetime, Path] = {}
    for folder in all_in(to):
        manifest = read_manifest(folder)
        # two stores without a key file may share a name: nothing tells them apart
        if manifest.store_id and manifest.store_id == made.store_id:
            found[manifest.made_at] = folder
    for moment in to_thin(found) - {made.made_at}:
        doomed = found[moment].rename(to / f".{found[moment].name}.alt")
        shutil.rmtree(doomed, ignore_errors=True)
    for left in to.glob(f"{UNFINISHED}*"):
        if left.suffix == ".alt" or time.time() - left.stat().st_mtime > STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
