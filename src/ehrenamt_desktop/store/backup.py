"""Safety copies that prove themselves: copied online, opened, checked, then named.

A backup is one folder: the records, the key file, a list of its papers and a manifest with the
checksum of each file; the papers themselves lie beside all backups, each once. Until the copy is
checked it lies under a temporary name; one that fails leaves nothing behind and pushes no older one
out.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ehrenamt_desktop import __version__, clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.store import document_copies, document_file, durable, keyfile, shape
from ehrenamt_desktop.store.check import CheckReport, check_copy
from ehrenamt_desktop.store.connection import connect_copy
from ehrenamt_desktop.store.copying import copy_store, digest
from ehrenamt_desktop.store.sealed import DIGEST, is_sealed, seal
from ehrenamt_desktop.store.thinning import to_thin
from ehrenamt_desktop.store.trouble import guarded

FORMAT = 2
SEALED = 2
"""The first format whose manifest carries a digest of its own."""
MANIFEST = "manifest.json"
PREFIX = "sicherung-"
UNFINISHED = f".{PREFIX}"
STALE_SECONDS = 24 * 3600
"""Unfinished copies older than this were left by a crash; a younger one may still be made."""
UNSOUND = (
    "Die Sicherung ist unvollständig oder verändert und wurde nicht verwendet. Bitte nehmen Sie "
    "eine andere Sicherung."
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `mark` tells the last step it holds from all others."""

    made_at: dt.datetime
    program: str
    revision: int
    store: str
    store_id: str
    files: dict[str, str]
    counts: dict[str, int]
    mark: str = ""


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
        durable.make_folder(to)
        _refuse_full(store, to)
        temporary = Path(tempfile.mkdtemp(prefix=UNFINISHED, suffix=".neu", dir=to))
        try:
            copy = temporary / store.name
            expected, mark = copy_store(store, key, copy, progress)
            report = prove(copy, key, expected)
            _add_papers(store, key, copy, to, store_id, progress)
            _seal(store, copy, report, store_id, mark)
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
        if (int(content["format"]) >= SEALED or DIGEST in content) and not is_sealed(content):
            raise StoreUnavailable(UNSOUND)
        made_at = dt.datetime.fromisoformat(content["made_at"])
        return Manifest(
            made_at=made_at.astimezone(dt.UTC),
            program=str(content["program"]),
            revision=int(content["revision"]),
            store=_plain_name(content["store"]),
            store_id=str(content["store_id"]),
            files={_plain_name(name): str(one) for name, one in content["files"].items()},
            counts={str(name): int(amount) for name, amount in content["counts"].items()},
            mark=str(content.get("mark", "")),
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
            "„sicherung-“ oder „uebergabe-“ beginnt."
        ) from error


def verify(folder: Path) -> Manifest:
    """Make sure that every file of a backup is there and unchanged; returns its manifest.

    Raises:
        StoreUnavailable: the folder is no backup, or a file is missing or changed.
    """
    manifest = read_manifest(folder)
    if manifest.store not in manifest.files:
        raise StoreUnavailable(UNSOUND)
    with guarded():
        for name, expected in manifest.files.items():
            file = folder / name
            if not file.is_file() or digest(file) != expected:
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


def prove(copy: Path, key: bytes | None, expected: dict[str, int]) -> CheckReport:
    """Open and check a copy, and compare its records with what was counted."""
    report = check_copy(copy, key)
    if not report.sound or dict(report.counts) != expected:
        raise StoreUnavailable(" ".join((UNSOUND, *report.faults)))
    return report


def _add_papers(
    store: Path, key: bytes | None, copy: Path, to: Path, store_id: str, progress: Progress
) -> None:
    """Copy the papers that do not lie there yet, and note which belong to this copy."""
    with closing(connect_copy(copy, key)) as connection:
        needed = document_file.named(connection)
    if needed:
        folder = document_copies.folder_of(to, store, store_id)
        there = document_copies.add(store, key, folder, needed, progress)
        durable.write_text(copy.with_name(document_copies.LIST), json.dumps(there, indent=0))


def _seal(store: Path, copy: Path, report: CheckReport, store_id: str, mark: str) -> None:
    """Put the key file beside a checked copy and write the manifest."""
    files = [copy, *copy.parent.glob(document_copies.LIST)]
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
        "files": {file.name: digest(file) for file in files},
        "counts": dict(report.counts),
        "mark": mark,
    }
    text = json.dumps(seal(manifest), indent=1, ensure_ascii=False)
    durable.write_text(copy.with_name(MANIFEST), text)


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
    if made.store_id:  # two stores without a key file may share a name: nothing tells them apart
        own = {one: read_manifest(one) for one in all_in(to)}
        own = {one: each for one, each in own.items() if each.store_id == made.store_id}
        doomed = to_thin(each.made_at for each in own.values()) - {made.made_at}
        for folder, manifest in list(own.items()):
            if manifest.made_at in doomed:
                del own[folder]
                away = folder.rename(to / f".{folder.name}.alt")
                shutil.rmtree(away, ignore_errors=True)
        papers = document_copies.folder_of(to, Path(made.store), made.store_id)
        document_copies.thin(
            papers, {digest for one in own for digest in document_copies.listed(one)}
        )
    for left in to.glob(f"{UNFINISHED}*"):
        if left.suffix == ".alt" or time.time() - left.stat().st_mtime > STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
