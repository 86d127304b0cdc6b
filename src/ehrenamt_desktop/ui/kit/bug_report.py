"""What is told about a bug: kind, place in the program, versions. Never a value, never a name."""

from __future__ import annotations

import platform
import traceback
from pathlib import PurePath

from PySide6 import __version__ as pyside_version

from ehrenamt_desktop import __version__

PACKAGE = "ehrenamt_desktop"


def report(error: BaseException) -> str:
    """The report on an error; messages of exceptions may hold data, so they are left out."""
    lines = [
        f"Ehrenamt Desktop {__version__}",
        f"Python {platform.python_version()} · PySide6 {pyside_version} · {platform.system()}",
        f"Fehler: {_name(error)}",
    ]
    lines += [f"  {place}" for place in frames(error)]
    cause = error.__cause__ or error.__context__
    if cause is not None:
        lines += [f"Ursache: {_name(cause)}", *(f"  {place}" for place in frames(cause))]
    return "\n".join(lines)


def frames(error: BaseException) -> list[str]:
    """`ui/start/tab.py:31 finish` for each step inside the program, other packages by name."""
    return [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]


def _short(filename: str) -> str:
    parts = PurePath(filename.replace("\\", "/")).parts
    for anchor in (PACKAGE, "site-packages"):
        if anchor in parts:
            last = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[last + 1 :])
    return parts[-1] if parts else ""


def _name(error: BaseException) -> str:
    kind = type(error)
    return f"{kind.__module__}.{kind.__qualname__}"
