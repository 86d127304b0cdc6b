"""Stores with many people, made once and kept in `build/bench` until their recipe changes.

The key is fixed: nothing here is secret, and no key has to be derived from a passphrase.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks import filling
from benchmarks.results import BUILD, say
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store import shape
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.schema import MIGRATIONS

FOLDER = BUILD / "bench"
KEY = hashlib.sha256(b"benchmarks of Ehrenamt Desktop").digest()
HERE = Path(__file__).parent
STORE = MIGRATIONS.parent
DERIVED = ("search.py", "lines.py", "traces.py", "../model/likeness.py")
"""Modules of the store that make derived tables; their change calls for a rebuild only."""


def stock(people: int, *, encrypted: bool = True) -> Path:
    """The store with that many people, made if it is not there or no longer as the recipe says."""
    path = FOLDER / f"{people}-{'encrypted' if encrypted else 'plain'}.ehrenamt"
    note = path.with_suffix(".json")
    wanted = {"records": _records_recipe(), "derived": _hash(_present(STORE, DERIVED))}
    kept = json.loads(note.read_text(encoding="utf-8")) if note.exists() else {}
    if kept == wanted and path.exists():
        return path
    note.unlink(missing_ok=True)
    begun = time.perf_counter()
    key = key_of(encrypted=encrypted)
    if kept.get("records") != wanted["records"] or not path.exists():
        filling.make(path, key, people)
    filling.derive(path, key)
    note.write_text(json.dumps(wanted), encoding="utf-8")
    taken = time.perf_counter() - begun
    say(f"stock of {people:,} people ({path.stem}): {taken:.0f} s, {_megabytes(path):.0f} MB")
    return path


def key_of(*, encrypted: bool) -> bytes | None:
    """The key of every encrypted stock, None for a plain one."""
    return KEY if encrypted else None


def open_stock(people: int, *, encrypted: bool = True) -> Office:
    """The office on a stock, with the key in hand."""
    return Office(Store(stock(people, encrypted=encrypted), key_of(encrypted=encrypted)))


def copy_stock(people: int, target: Path, *, encrypted: bool = True) -> Path:
    """A copy of a stock that may be written to."""
    return Path(shutil.copyfile(stock(people, encrypted=encrypted), target))


def _records_recipe() -> str:
    migrations = sorted((MIGRATIONS / "versions").glob("*.*"))
    own = _present(HERE, ("crowd.py", "names.py", "filling.py"))
    return f"{shape.CURRENT}-{_hash([*own, *migrations])}"


def _present(folder: Path, names: Sequence[str]) -> list[Path]:
    return [folder / name for name in names if (folder / name).exists()]


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6
