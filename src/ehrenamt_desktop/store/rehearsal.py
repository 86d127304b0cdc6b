"""A full restore, tried out: the newest copy is restored beside itself, checked and thrown away."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store import durable, restoring
from ehrenamt_desktop.store.trouble import guarded

NOTE = "probe.json"
PREFIX = ".probe-"
PAPERS_MISSING = (
    "Der Bestand ließ sich wiederherstellen, aber {missing} Unterlagen fehlen in der Sicherung "
    "oder sind dort beschädigt. Bitte sichern Sie an einen anderen Ort."
)


def rehearse(folder: Path, copy: Path, key: bytes | None) -> str:
    """Restore `copy` into a room of its own below `folder`; keeps when, and what went wrong.

    Returns:
        What went wrong, in German; empty if the copy could be restored.
    """
    for left in folder.glob(f"{PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
    problem = ""
    try:
        with guarded():
            room = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
            try:
                missing = restoring.restore(copy, room / "probe.ehrenamt", key)
                problem = PAPERS_MISSING.format(missing=missing) if missing else ""
            finally:
                shutil.rmtree(room, ignore_errors=True)
    except StoreUnavailable as error:
        problem = error.sentence
    with guarded():
        note = {"at": clock.now().isoformat(), "copy": copy.name, "problem": problem}
        durable.write_text(folder / NOTE, json.dumps(note, ensure_ascii=False, indent=1))
    return problem


def last(folder: Path) -> dict[str, Any] | None:
    """The note of the last rehearsal, or None if there was none that can be read."""
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return note if isinstance(note, dict) and isinstance(note.get("at"), str) else None
