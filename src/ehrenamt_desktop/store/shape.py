"""Which shape a store has, known without alembic."""

from __future__ import annotations

from typing import Any

from ehrenamt_desktop.errors import StoreUnavailable

CURRENT = 8
"""Number of the newest migration; stands in the file as `user_version`."""

TRASH = 2
"""Number of the migration that brought the trash."""

TRACES = 3
"""Number of the migration that brought the traces of doubles."""

PAPERS = 8
"""Number of the migration that brought the library."""

NEWER = (
    "Dieser Bestand wurde mit einer neueren Fassung des Programms angelegt. Bitte installieren "
    "Sie die neueste Fassung von Ehrenamt Desktop und öffnen Sie ihn dann."
)
FOREIGN = (
    "Diese Datei ist kein Bestand von Ehrenamt Desktop. Bitte wählen Sie eine andere Datei oder "
    "stellen Sie eine Sicherung wieder her."
)


def version(connection: Any) -> int:
    """The number of the migration a store stands at."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def outdated(connection: Any) -> bool:
    """Whether a store must be migrated before it is used.

    Raises:
        StoreUnavailable: it is newer than this program, or none of its stores.
    """
    found = version(connection)
    if found > CURRENT:
        raise StoreUnavailable(NEWER)
    if found == 0:
        raise StoreUnavailable(FOREIGN)
    return found < CURRENT
