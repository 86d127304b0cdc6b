"""What a deed that was broken off left behind: as it should be, or what is wrong with it.

What is left must be a state that the whole deed passes through, and none before the last that was
told as kept; every safety copy that has a name is whole; and whoever comes back can go on.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.torture.scene import (
    COPIES,
    DEEDS,
    ERASED,
    HANDED,
    HELPED,
    KEY_FILE,
    NEW,
    OLD,
    ONLY_NOW,
    OTHER,
    RESTORED,
    ROWS,
    SECRET,
    STORE,
    Deed,
    first_copy,
    found,
    key_of,
    restore,
)

from ehrenamt_desktop.errors import WrongPassphrase
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup, document_copies, keyfile, shape
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.connection import connect, connect_copy

ASIDE = "-vor-wiederherstellung-"
RENEWED = "SELECT count(*) FROM journal_step WHERE user_id IS NULL"


def judge(deed: Deed, folder: Path, told: int) -> str:
    """`ok`, or what is wrong, after so many steps were told as kept."""
    try:
        key = key_of(folder)
        if not check(folder / STORE, key).sound:
            return "damaged"
        return _copies(folder, key) or _JUDGES[deed.name](folder, key, told) or "ok"
    except WrongPassphrase:
        return "lost key"
    except Exception as error:  # noqa: BLE001 - any other end is what is looked for
        return f"{type(error).__name__}: {error}"


def _copies(folder: Path, key: bytes | None) -> str:
    """Every copy that has a name is whole."""
    for place in (folder / COPIES, folder / "stick" / COPIES):
        for one in place.iterdir() if place.is_dir() else ():
            if one.is_dir() and not one.name.startswith((".", document_copies.FOLDER)):
                manifest = backup.verify(one)
                papers = document_copies.of_copy(one, manifest.store, manifest.store_id)
                if document_copies.faults(papers, key, document_copies.listed(one)):
                    return "copied papers lost"
    return ""


def _founded(folder: Path, _key: bytes | None, told: int) -> str:
    """There is a whole office or none, and then one can be made."""
    path = folder / NEW
    if not path.exists():
        if told:
            return "lost"
        found(folder, lambda: None)
    key = keyfile.unlock(path.with_suffix(keyfile.SUFFIX), SECRET)
    words = _asked(path, key, "SELECT 1 FROM term")
    return "" if words and check(path, key).sound else "half an office"


def _saved(folder: Path, key: bytes | None, told: int) -> str:
    names = [f"Gespeichert{number}" for number in range(3)]
    there = "SELECT last_name FROM person WHERE last_name LIKE 'Gespeichert%' ORDER BY id"
    saved = _asked(folder / STORE, key, there)
    renamed = _asked(folder / STORE, key, "SELECT 1 FROM person WHERE last_name = 'Umbenannt'")
    if saved != names[: len(saved)] or (renamed and len(saved) < len(names)):
        return "torn"
    return "lost" if len(saved) + len(renamed) < told else ""


def _papers_added(folder: Path, key: bytes | None, told: int) -> str:
    """Whatever an edition names is there; the check has looked."""
    there = len(_asked(folder / STORE, key, "SELECT 1 FROM document_edition"))
    return "lost" if there - 1 < told else ""


def _imported(folder: Path, key: bytes | None, told: int) -> str:
    question = "SELECT 1 FROM person WHERE last_name LIKE 'Neuer%'"
    there = len(_asked(folder / STORE, key, question))
    if there not in (0, ROWS):
        return "torn"
    return "lost" if told and not there else ""


def _merged(folder: Path, key: bytes | None, told: int) -> str:
    gone = not _asked(folder / STORE, key, "SELECT 1 FROM person WHERE id = 2")
    moved = not _asked(folder / STORE, key, "SELECT 1 FROM consent WHERE person_id = 2")
    if gone != moved:
        return "torn"
    return "lost" if told and not gone else ""


def _undone(folder: Path, key: bytes | None, told: int) -> str:
    question = "SELECT 1 FROM journal_step WHERE undoes IS NOT NULL OR redoes IS NOT NULL"
    return "lost" if len(_asked(folder / STORE, key, question)) < told else ""


def _migrated(folder: Path, key: bytes | None, told: int) -> str:
    """Old or new; whoever opens it then has the new one with all that belongs to it."""
    connection = connect(folder / STORE, key, readonly=True)
    try:
        outdated = shape.outdated(connection)
    finally:
        connection.close()
    if outdated and told:
        return "lost"
    open_office(folder / STORE).close()
    renewed = _asked(folder / STORE, key, RENEWED) != _asked(OLD, None, RENEWED)
    return "" if renewed and check(folder / STORE, key).sound else "half migrated"


def _wrapped(folder: Path, _key: bytes | None, told: int) -> str:
    try:
        keyfile.unlock(folder / KEY_FILE, OTHER)
    except WrongPassphrase:
        keyfile.unlock(folder / KEY_FILE, SECRET)
        return "lost" if told else ""
    return ""


def _backed(folder: Path, _key: bytes | None, told: int) -> str:
    beside = len(backup.all_in(folder / COPIES)) - 1
    elsewhere = len(backup.all_in(folder / "stick" / COPIES))
    return "lost" if beside < min(told, 1) or elsewhere < told - 1 else ""


def _restored(folder: Path, key: bytes | None, told: int) -> str:
    """The restored store is whole or not there, and then it can be restored."""
    target = folder / RESTORED
    if not target.exists():
        if told:
            return "lost"
        restore(folder, lambda: None)
    own = keyfile.unlock(target.with_suffix(keyfile.SUFFIX), SECRET)
    return "" if own == key and check(target, own).sound else "damaged"


def _replaced(folder: Path, key: bytes | None, told: int) -> str:
    question = f"SELECT 1 FROM person WHERE last_name = '{ONLY_NOW}'"
    old = bool(_asked(folder / STORE, key, question))
    if told and old:
        return "lost"
    aside = [one for one in folder.glob(f"*{ASIDE}*.ehrenamt") if not one.name.startswith(".")]
    if not old and not any(_asked(one, key, question) for one in aside):
        return "old store lost"
    return "" if first_copy(folder) else "lost"


def _handed_over(folder: Path, key: bytes | None, told: int) -> str:
    """Never a copy to carry away while this store can still be written to."""
    place = folder / "stick" / HANDED
    there = place.iterdir() if place.is_dir() else ()
    given = [one for one in there if not one.name.startswith(".")]
    for one in given:
        backup.verify(one)
    marked = "SELECT 1 FROM setting WHERE key = 'handed' AND value <> 'null'"
    if given and not _asked(folder / STORE, key, marked):
        return "two desks"
    return "lost" if told and not given else ""


def _erased(folder: Path, key: bytes | None, told: int) -> str:
    """Gone with all that belongs to her, also from what is restored; or all of it is there."""
    asked = f"SELECT 1 FROM person WHERE id = {ERASED}"
    gone = not _asked(folder / STORE, key, asked)
    bare = not _asked(folder / STORE, key, f"SELECT 1 FROM consent WHERE person_id = {ERASED}")
    if gone != bare:
        return "torn"
    if told > 1 and not gone:
        return "lost"
    if gone:
        restore(folder, lambda: None)
    return "came back" if gone and _asked(folder / RESTORED, key, asked) else ""


def _aged(folder: Path, key: bytes | None, told: int) -> str:
    """Gone from the offer, its history and the journal, or none of it."""
    name = f"LIKE '%{HELPED}%'"
    marks = (
        bool(_asked(folder / STORE, key, question))
        for question in (
            f"SELECT 1 FROM offer WHERE helped_name {name}",
            f"SELECT 1 FROM journal_entry WHERE before {name} OR after {name}",
            "SELECT 1 FROM journal_step WHERE id = 1",
            "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = 'aged_on')",
        )
    )
    there = set(marks)
    if len(there) > 1:
        return "torn"
    return "lost" if told and True in there else ""


def _asked(store: Path, key: bytes | None, question: str) -> list[Any]:
    connection = connect_copy(store, key) if store is OLD else connect(store, key, readonly=True)
    try:
        return [row[0] for row in connection.execute(question)]
    finally:
        connection.close()


_JUDGES: dict[str, Callable[[Path, bytes | None, int], str]] = dict(
    zip(
        [deed.name for deed in DEEDS],
        (_founded, _saved, _imported, _merged, _undone, _migrated, _wrapped, _backed, _restored,
         _replaced, _handed_over, _erased, _aged, _papers_added),
        strict=True,
    )
)  # fmt: skip
