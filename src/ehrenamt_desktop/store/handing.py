"""A store that is handed over to another desk and comes back: is everything still in it?

A copy that comes back must descend from the very step after which it was sealed, and every record
of then must be in it: as it was or newer, or gone by a step its journal tells of.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.handing import Comeback
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.store import backup, document_copies, durable, keyfile, shape
from ehrenamt_desktop.store.check import check_copy
from ehrenamt_desktop.store.connection import connect, connect_copy
from ehrenamt_desktop.store.copying import last_mark
from ehrenamt_desktop.store.trouble import guarded

PREFIX = "uebergabe-"
ROOM = f".{PREFIX}"

OTHER = "Dieser Ordner gehört zu einem anderen Bestand. Bitte wählen Sie die Rückgabe zu diesem."
STRANGE = (
    "Diese Rückgabe stammt nicht von der Übergabe, die hier vermerkt ist. Bitte wählen Sie die "
    "Rückgabe, die dort zuletzt gemacht wurde."
)
MOVED = (
    "Hier wurde seit der Übergabe weitergearbeitet. Die beiden Stände lassen sich nicht "
    "zusammenlegen, ohne dass etwas verloren geht. Es wurde nichts geändert."
)
OTHER_VERSION = (
    "Die Rückgabe wurde mit einer anderen Fassung des Programms gemacht. Bitte installieren Sie "
    "an beiden Plätzen dieselbe Fassung und geben Sie ihn dort noch einmal zurück."
)
LOST = (
    "In der Rückgabe fehlen Einträge, die bei der Übergabe da waren, oder sie sind älter: {lost}. "
    "Sie wurde nicht übernommen. Bitte lassen Sie dort „Bestand prüfen“ laufen und geben Sie ihn "
    "noch einmal zurück."
)


class Sealed(NamedTuple):
    """A checked copy that has no name yet, the step it ends with, and where it will lie."""

    room: Path
    copy: Path
    mark: str
    to: Path


def seal(store: Path, key: bytes, to: Path, progress: Progress = QUIET) -> Sealed:
    """Make a checked copy in a room of its own below `to`; `publish` gives it its name.

    Raises:
        StoreUnavailable: not enough room, or the copy does not pass its check.
        Cancelled: the user stopped; nothing is left behind.
    """
    with guarded():
        durable.make_folder(to)
        room = Path(tempfile.mkdtemp(prefix=ROOM, dir=to))
        try:
            copy = backup.make(store, key, room, progress)
            manifest = backup.read_manifest(copy)
            papers = document_copies.folder_of(room, store, manifest.store_id)
            if papers.is_dir():
                papers.rename(copy / document_copies.FOLDER)
            return Sealed(room, copy, manifest.mark, to)
        except BaseException:
            discard(room)
            raise


def publish(sealed: Sealed) -> Path:
    """Give a sealed copy its name; returns its folder.

    Raises:
        StoreUnavailable: the place is gone or full.
    """
    with guarded():
        stamp = clock.local(clock.now()).strftime("%Y-%m-%d-%H%M")
        number, folder = 1, sealed.to / f"{PREFIX}{stamp}"
        while folder.exists():
            number += 1
            folder = sealed.to / f"{PREFIX}{stamp}-{number}"
        sealed.copy.rename(folder)
        try:
            durable.sync_folder(sealed.to)
        except OSError:
            if _take_back(folder, sealed.copy):
                raise
    discard(sealed.room)
    return folder


def _take_back(folder: Path, copy: Path) -> bool:
    """Take the name away again; where it stays, the other desk may go on and this one must not."""
    try:
        folder.rename(copy)
    except OSError:
        return False
    return True


def discard(room: Path) -> None:
    """Throw a room away."""
    with suppress(OSError):
        shutil.rmtree(room)


def examine(
    folder: Path, store: Path, key: bytes, mark: str, harmless: Collection[str]
) -> Comeback:
    """Make sure that nothing was lost in a copy that comes back.

    Args:
        folder: the copy.
        store: the store that was handed over and has been read only since.
        key: the raw key of both.
        mark: the last step that both have.
        harmless: steps that are not work: the store here may have them, and they do not count.

    Raises:
        StoreUnavailable: the copy is unsound or another store's.
        DomainError: it does not descend from what was handed over, or something is missing.
    """
    manifest = backup.verify(folder)
    if manifest.store_id != keyfile.store_id(store.with_suffix(keyfile.SUFFIX)):
        raise StoreUnavailable(OTHER)
    copy = folder / manifest.store
    if not check_copy(copy, key).sound:
        raise StoreUnavailable(backup.UNSOUND)
    with (
        guarded(),
        closing(connect(store, key, readonly=True)) as then,
        closing(connect_copy(copy, key)) as now,
    ):
        if shape.version(then) != manifest.revision:
            raise DomainError(OTHER_VERSION)
        number = _step_of(then, mark)
        if number is None or _step_of(now, mark) is None:
            raise DomainError(STRANGE)
        if set(_steps_after(then, number)) - set(harmless):
            raise DomainError(MOVED)
        lost = dict(_lost(then, now, number))
        if lost:
            told = ", ".join(f"{Kind(table).label} ({amount})" for table, amount in lost.items())
            raise DomainError(LOST.format(lost=told))
        tables = _tables(then)
        return Comeback(
            sum(1 for one in _steps_after(now, number) if one not in harmless),
            {one: _count(then, one) for one in tables},
            {one: _count(now, one) for one in tables},
        )


def mark_now(store: Path, key: bytes) -> str:
    """The last step of a store."""
    with guarded(), closing(connect(store, key, readonly=True)) as connection:
        return last_mark(connection)


def _lost(then: Any, now: Any, number: int) -> Iterator[tuple[str, int]]:
    """Tables with records that are missing unexplained, or older than they were."""
    erased = _erased(now) - _erased(then)
    for table in _tables(then):
        before, after = _versions(then, table), _versions(now, table)
        for one in _touched(then, table, number):  # by a harmless step, here alone
            before.pop(one, None)
        gone = before.keys() - after.keys()
        if gone:
            gone -= _touched(now, table, number, gone=True)
            gone -= {record for kind, record in erased if kind == table}
        if gone and erased and table not in ERASED_ALONE:
            gone = set()  # what spoke of an erased person went with her, and nothing tells of it
        older = sum(1 for one, version in after.items() if version < before.get(one, 0))
        if gone or older:
            yield table, len(gone) + older


ERASED_ALONE = frozenset({Kind.PERSON.value, Kind.INITIATIVE.value, Kind.OFFER.value})
"""Records whose erasure is noted one by one."""


def _tables(connection: Any) -> list[str]:
    """Tables of records, which all have a version."""
    return [
        str(name)
        for (name,) in connection.execute(
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND c.name = 'version' ORDER BY m.name"
        )
    ]


def _versions(connection: Any, table: str) -> dict[int, int]:
    return dict(connection.execute(f'SELECT id, coalesce(version, 0) FROM "{table}"'))


def _touched(connection: Any, table: str, number: int, *, gone: bool = False) -> set[int]:
    """Records of which steps after `number` tell; only those they deleted, if `gone`."""
    only = " AND coalesce(\"after\", 'null') = 'null'" if gone else ""
    asked = f"SELECT record_id FROM journal_entry WHERE kind = ? AND step_id > ?{only}"
    return {record for (record,) in connection.execute(asked, (table, number))}


def _erased(connection: Any) -> set[tuple[str, int]]:
    return set(connection.execute("SELECT kind, record_id FROM erasure WHERE done_on IS NOT NULL"))


def _step_of(connection: Any, mark: str) -> int | None:
    """The number of a step, if this store has it; 0 for a store that had none yet."""
    if not mark:
        return 0
    number, _, at = mark.partition(" ")
    asked = "SELECT id FROM journal_step WHERE id = ? AND at = ?"
    found = connection.execute(asked, (int(number), at)).fetchone()
    return int(found[0]) if found else None


def _steps_after(connection: Any, number: int) -> list[str]:
    asked = "SELECT action FROM journal_step WHERE id > ?"
    return [str(action) for (action,) in connection.execute(asked, (number,))]


def _count(connection: Any, table: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
