"""Is a store sound? Pages, references, search index, counts; nothing is changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store import document_file, keyfile, shape
from ehrenamt_desktop.store.connection import connect, connect_copy
from ehrenamt_desktop.store.lost_steps import lost_steps, sentence
from ehrenamt_desktop.store.trouble import UNREADABLE, guarded
from ehrenamt_desktop.store.wrapping import DAMAGED

T = TypeVar("T")

CACHE_KB = 64 * 1024
"""Page cache of a connection that checks, in KiB: references are followed all over the file."""

READINGS = 4
"""How often a page is looked at again before it counts as broken."""
PAUSE = 0.02
"""Seconds before each of these readings."""
SEARCHED = {"person_search": "person", "initiative_search": "initiative", "offer_search": "offer"}
TRACED = {"person_trace_search": "person"}
"""Search tables that came later, and whose records they hold."""
SEALED = (
    "Verschlüsselte Seiten des Bestands sind verändert. Bitte stellen Sie die letzte Sicherung "
    "wieder her."
)
DANGLING = (
    "Einträge verweisen auf Datensätze, die es nicht gibt. Bitte stellen Sie die letzte Sicherung "
    "wieder her."
)
SEARCH_DAMAGED = (
    "Das Suchverzeichnis ist beschädigt. Die Datensätze selbst sind erhalten. Bitte stellen Sie "
    "die letzte Sicherung wieder her."
)
LINES_DAMAGED = (
    "Die Liste der Personen ist unvollständig. Die Datensätze selbst sind erhalten. Bitte stellen "
    "Sie die letzte Sicherung wieder her."
)
PAPERS_BROKEN = (
    "Zu {amount} Ausgaben von Unterlagen fehlt die Datei, oder sie ist beschädigt. Die Datensätze "
    "selbst sind erhalten. Bitte stellen Sie die letzte Sicherung wieder her, oder legen Sie die "
    "Dateien noch einmal hinzu."
)
_LINES_LOST = (
    "SELECT r.id FROM person r LEFT JOIN person_line l ON l.id = r.id AND l.name = r.sort_key "
    "WHERE l.id IS NULL UNION ALL "
    "SELECT l.id FROM person_line l LEFT JOIN person r ON r.id = l.id WHERE r.id IS NULL LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found: the shape's number, records by table, German sentences for each fault."""

    sound: bool
    revision: int
    counts: Mapping[str, int]
    faults: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The report as the command line prints it."""
        return asdict(self) | {"counts": dict(self.counts), "faults": list(self.faults)}


def check(path: Path, key: bytes | None) -> CheckReport:
    """Check a whole store and its key file; works beside an open window.

    Raises:
        StoreUnavailable: the file cannot be opened at all, or is none of this program's stores.
    """
    report = _report(lambda: connect(path, key, readonly=True), key, whole=True)
    key_file, faults = path.with_suffix(keyfile.SUFFIX), list(report.faults)
    if key_file.exists() and not keyfile.is_intact(key_file):
        faults.append(DAMAGED)
    if report.revision:
        faults += _beside(path, key)
    return CheckReport(not faults, report.revision, report.counts, tuple(faults))


def _beside(path: Path, key: bytes | None) -> list[str]:
    """What a crash cost, and papers that are gone, if the store can be read."""
    try:
        with closing(connect(path, key, readonly=True)) as connection, guarded():
            lost = sentence(lost_steps(path, connection))
            needed = document_file.named(connection)
    except StoreUnavailable:  # the report has said so
        return []
    try:
        broken = document_file.broken(path, key, needed)
    except StoreUnavailable:
        broken = len(needed)
    papers = PAPERS_BROKEN.format(amount=broken) if broken else ""
    return [fault for fault in (lost, papers) if fault]


def check_copy(path: Path, key: bytes | None) -> CheckReport:
    """Check a finished copy that nobody writes, without its key file; puts nothing beside it.

    Every page is unsealed and every tree walked. That each row stands in each index is left to
    `check`: a copy differs from its store by damage only, which the seals show.

    Raises:
        StoreUnavailable: the file cannot be opened at all, or is none of this program's stores.
    """
    return _report(lambda: connect_copy(path, key), key, whole=False)


def _report(open_: Callable[[], Any], key: bytes | None, *, whole: bool) -> CheckReport:
    """Walk the pages on one thread and look into the records on another: SQLite lets both run."""
    with guarded():
        _refuse_foreign(open_)
        with ThreadPoolExecutor(2) as threads:
            told = threads.submit(_read, open_, _records)
            walked = threads.submit(_read, open_, lambda one: _page_faults(one, whole=whole))
            sealed = threads.submit(_read, open_, lambda one: set() if key is None else seals(one))
            records, pages, broken = told.result(), walked.result(), sealed.result()
        if broken:  # looked at again when this check itself holds no page back any more
            seen = frozenset(broken)
            broken = _read(open_, lambda one: broken_seals(one, seen))
        if records is None or pages is None or broken is None:
            return CheckReport(sound=False, revision=0, counts={}, faults=(UNREADABLE,))
        sealing = [SEALED] if broken else []
        faults = tuple(dict.fromkeys((*pages, *sealing, *records[0])))
        return CheckReport(not faults, records[2], records[1], faults)


def _refuse_foreign(open_: Callable[[], Any]) -> None:
    connection = open_()
    try:
        if shape.version(connection) == 0:
            raise StoreUnavailable(shape.FOREIGN)
    finally:
        connection.close()


def _read(open_: Callable[[], Any], look: Callable[[Any], T]) -> T | None:
    """What a look at a connection of its own finds; None if pages cannot be read."""
    connection = open_()
    try:
        connection.execute(f"PRAGMA cache_size=-{CACHE_KB}").fetchall()
        return look(connection)
    except connection.DatabaseError as error:
        if not getattr(error, "sqlite_errorname", "").startswith("SQLITE_CORRUPT"):
            raise
        return None
    finally:
        connection.close()


def _records(connection: Any) -> tuple[list[str], dict[str, int], int]:
    """Faults of the records, records by table, the shape's number."""
    return _record_faults(connection), counts(connection), shape.version(connection)


def counts(connection: Any) -> dict[str, int]:
    """Records by table; what is derived from them (search tables, lines) is left out."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE '%\\_search%' ESCAPE '\\' AND name <> 'person_line' ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in names
    }


def _page_faults(connection: Any, *, whole: bool) -> list[str]:
    """What the pages say; `integrity_check` looks into each search index too (SQLite ≥ 3.44)."""
    faults = []
    found = [
        str(row[0])
        for question in (["integrity_check"] if whole else _quick(connection))
        for row in connection.execute(f"PRAGMA {question}").fetchall()
    ]
    searching = [one for one in found if "fts5" in one.lower()]
    if searching:
        faults.append(SEARCH_DAMAGED)
    if [one for one in found if one != "ok" and one not in searching]:
        faults.append(UNREADABLE)
    return faults


def _quick(connection: Any) -> list[str]:
    """All trees once, and the inside of each search index."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    ).fetchall()
    return ["quick_check", *(f"integrity_check('{name}')" for (name,) in tables)]


def broken_seals(connection: Any, seen: Set[str]) -> set[str]:
    """Of pages `seen` with a broken seal, those that are broken at each further reading.

    SQLCipher reads the file beside the lock. A page that a checkpoint is just writing can be seen
    half old, half new; a new page that was changed again behind a reader's snapshot is still empty
    in the file, since the checkpoint leaves it for the next one (its bytes stand in the log). Both
    are whole a moment later, a damaged page stays damaged.
    """
    broken = set(seen)
    for _ in range(READINGS):
        if broken:
            time.sleep(PAUSE)
            broken &= seals(connection)
    return broken


def seals(connection: Any) -> set[str]:
    """What SQLCipher says of each page whose seal is broken in the file."""
    return {str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()}


def _record_faults(connection: Any) -> list[str]:
    faults = []
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        faults.append(DANGLING)
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    trash = shape.version(connection) >= shape.TRASH
    traced = shape.version(connection) >= shape.TRACES
    for table, records in (SEARCHED | TRACED if traced else SEARCHED).items():
        if not {f"{table}_docsize", records} <= there:
            faults.append(UNREADABLE)
            continue
        live = f"SELECT id FROM {records}" + (" WHERE trashed_at IS NULL" if trash else "")
        kept = f"SELECT id FROM {table}_docsize"
        lost = connection.execute(
            f"SELECT (SELECT count(*) FROM ({live} EXCEPT {kept})) + "
            f"(SELECT count(*) FROM ({kept} EXCEPT {live}))"
        ).fetchone()[0]
        if lost:
            faults.append(
                f"Das Suchverzeichnis ist unvollständig ({lost} Einträge). Die Datensätze selbst "
                "sind erhalten. Bitte stellen Sie die letzte Sicherung wieder her."
            )
    if trash and connection.execute(_LINES_LOST).fetchone() is not None:
        faults.append(LINES_DAMAGED)
    return faults
