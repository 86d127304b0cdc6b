"""Steps that were told as kept and are not there after a crash.

A crash leaves the log beside the store. If the log is damaged then, SQLite ends it before the
damage and says nothing. The last step also stands in the lock file, written once it was safe.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


def lost_steps(store: Path, connection: Any) -> int:
    """How many steps of a program that crashed the store does not hold."""
    file = store.with_name(store.name + ".lock")
    if not file.exists() or not file.stat().st_size:  # as it ends when nothing went wrong
        return 0
    from ehrenamt_desktop.store.lock import WriterLock

    noted = WriterLock(store).left_behind()
    if not noted:
        return 0
    kept = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal_step'")
    return max(0, noted - next((int(number) for (number,) in kept), 0))


def sentence(lost: int) -> str:
    """What is said of it; empty if nothing is lost."""
    if not lost:
        return ""
    amount = "Die letzte Änderung fehlt" if lost == 1 else f"Die letzten {lost} Änderungen fehlen"
    return (
        f"{amount}: Das Programm wurde unterbrochen, und sein Protokoll neben dem Bestand ist "
        "beschädigt. Bitte sehen Sie nach, was Sie zuletzt eingetragen haben, und tragen Sie es "
        "noch einmal ein."
    )
