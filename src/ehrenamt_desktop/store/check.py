"""Is a store sound? Pages, references, search index, counts; nothing is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store import keyfile, shape
from ehrenamt_desktop.store.connection import connect, connect_copy
from ehrenamt_desktop.store.trouble import UNREADABLE, guarded

READINGS = 3
"""How often a page must be found broken to count as such."""
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
    report = _report(connect(path, key, readonly=True), key)
    key_file = path.with_suffix(keyfile.SUFFIX)
    if not key_file.exists() or keyfile.is_intact(key_file):
        return report
    return CheckReport(
        sound=False,
        revision=report.revision,
        counts=report.counts,
        faults=(*report.faults, keyfile.DAMAGED),
    )


def check_copy(path: Path, key: bytes | None) -> CheckReport:
    """Check a finished copy that nobody writes, without its key file; puts nothing beside it.

    Raises:
        StoreUnavailable: the file cannot be opened at all, or is none of this program's stores.
    """
    return _report(connect_copy(path, key), key)


def _report(connection: Any, key: bytes | None) -> CheckReport:
    with guarded():
        try:
            revision = shape.version(connection)
            if revision == 0:
                raise StoreUnavailable(shape.FOREIGN)
            try:
                faults = [*_page_faults(connection, key), *_record_faults(connection)]
                amounts = counts(connection)
            except connection.DatabaseError as error:
                if not getattr(error, "sqlite_errorname", "").startswith("SQLITE_CORRUPT"):
                    raise
                faults, amounts = [UNREADABLE], {}
            return CheckReport(
                sound=not faults,
                revision=revision,
                counts=amounts,
                faults=tuple(dict.fromkeys(faults)),
            )
        finally:
            connection.close()


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


def _page_faults(connection: Any, key: bytes | None) -> list[str]:
    """What the pages say; `integrity_check` looks into each search index too (SQLite ≥ 3.44)."""
    faults = []
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
    searching = [one for one in found if "fts5" in one.lower()]
    if searching:
        faults.append(SEARCH_DAMAGED)
    if [one for one in found if one != "ok" and one not in searching]:
        faults.append(UNREADABLE)
    if key is not None and broken_seals(connection):
        faults.append(SEALED)
    return faults


def broken_seals(connection: Any) -> set[str]:
    """What SQLCipher says of pages whose seal is broken at each of three readings.

    It reads the file beside the lock: a page that a checkpoint is just writing can be seen half
    old, half new. Such a page is whole at the next reading, a damaged one stays damaged.
    """
    broken = _seals(connection)
    for _ in range(READINGS - 1):
        if broken:
            broken &= _seals(connection)
    return broken


def _seals(connection: Any) -> set[str]:
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
