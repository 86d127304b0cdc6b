"""What the program notes about itself on this computer: starts, ends, faults. Never a name.

What people did stands in the journal, encrypted in the store. Here stands only what helps when the
program fails, in words of the program, numbers, and places in its source; messages of exceptions
may hold data, so they are left out. Two files of at most `LIMIT` bytes; nothing is written before
`keep_in` has named the folder.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from enum import Enum
from pathlib import Path, PurePath

from ehrenamt_desktop import __version__, clock

NAME = "protokoll.log"
BEFORE = "protokoll.1.log"
LIMIT = 200_000
"""Bytes after which the file gives way to a new one; the one before it is kept."""

_PACKAGE = "ehrenamt_desktop"
_folder: Callable[[], Path] | None = None


class Event(Enum):
    """What can be noted."""

    STARTED = f"Programm {__version__} gestartet"
    ENDED = "Programm beendet"
    OPENED = "Bestand geöffnet"
    CLOSED = "Bestand geschlossen"
    COPY_FAILED = "Sicherung beim Beenden misslungen"
    UNAVAILABLE = "Bestand oder Datei nicht erreichbar"
    FAULT = "Fehler im Programm"


def keep_in(folder: Callable[[], Path] | None) -> None:
    """Note in a folder from now on; it is asked for when something is noted first."""
    global _folder
    _folder = folder


def note(event: Event, error: BaseException | None = None) -> None:
    """Note an event, and what kind of error at which place; never fails."""
    if _folder is None:
        return
    stamp = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    lines = [f"{stamp} {os.getpid()} {event.value}"]
    if error is not None:
        lines += [f"  {one}" for one in told(error)]
    with contextlib.suppress(OSError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        _append(folder, "\n".join(lines) + "\n")


def told(error: BaseException) -> list[str]:
    """Kind and places of an error and of each of its causes, without a value."""
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        word = "Ursache" if lines else "Fehler"
        number = f" {cause.errno}" if isinstance(cause, OSError) and cause.errno else ""
        kind = type(cause)
        lines.append(f"{word}: {kind.__module__}.{kind.__qualname__}{number}")
        lines += [f"  {place}" for place in frames(cause)]
        cause = cause.__cause__ or cause.__context__
    return lines


def frames(error: BaseException) -> list[str]:
    """`ui/start/tab.py:31 finish` for each step inside the program, other packages by name."""
    import traceback  # a start that goes well does without

    return [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]


def _append(folder: Path, text: str) -> None:
    path = folder / NAME
    if path.is_file() and path.stat().st_size > LIMIT:
        path.replace(folder / BEFORE)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def _short(filename: str) -> str:
    parts = PurePath(filename.replace("\\", "/")).parts
    for anchor in (_PACKAGE, "site-packages"):
        if anchor in parts:
            last = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[last + 1 :])
    return parts[-1] if parts else ""
