"""Is a store sound? Pages, references, search index, counts; nothing is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ehrenamt_desktop.store import shape
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.trouble import guarded

SEARCHED = {"person_search": "person", "initiative_search": "initiative", "offer_search": "offer"}


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
    """Check a whole store.

    Raises:
        StoreUnavailable: the file cannot be opened at all.
    """
    with guarded():
        connection = connect(path, key, readonly=True)
        try:
            faults = [*_page_faults(connection, key), *_record_faults(connection)]
            return CheckReport(
                sound=not faults,
                revision=shape.version(connection),
                counts=counts(connection),
                faults=tuple(faults),
            )
        finally:
            connection.close()


def counts(connection: Any) -> dict[str, int]:
    """Records by table; search tables are left out."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in names
    }


def _page_faults(connection: Any, key: bytes | None) -> list[str]:
    faults = []
    found = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall()]
    if found != ["ok"]:
        faults.append(
            "Der Bestand ist beschädigt. Bitte stellen Sie die letzte Sicherung wieder her."
        )
    if key is not None and connection.execute("PRAGMA cipher_integrity_check").fetchall():
        faults.append(
            "Verschlüsselte Seiten des Bestands sind verändert. Bitte stellen Sie die letzte "
            "Sicherung wieder her."
        )
    return faults


def _record_faults(connection: Any) -> list[str]:
    faults = []
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        faults.append(
            "Einträge verweisen auf Datensätze, die es nicht gibt. Bitte stellen Sie die letzte "
            "Sicherung wieder her."
        )
    for table, records in SEARCHED.items():
        lost = connection.execute(
            f"SELECT (SELECT count(*) FROM {records} r WHERE NOT EXISTS "
            f"(SELECT 1 FROM {table}_docsize d WHERE d.id = r.id)) + "
            f"(SELECT count(*) FROM {table}_docsize d WHERE NOT EXISTS "
            f"(SELECT 1 FROM {records} r WHERE r.id = d.id))"
        ).fetchone()[0]
        if lost:
            faults.append(
                f"Das Suchverzeichnis ist unvollständig ({lost} Einträge). Die Datensätze selbst "
                "sind erhalten."
            )
    return faults
