"""What is told about a bug: kind, place in the program, versions. Never a value, never a name."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version

from ehrenamt_desktop import __version__, logbook


def report(error: BaseException) -> str:
    """The report on an error; messages of exceptions may hold data, so they are left out."""
    return "\n".join((
        f"Ehrenamt Desktop {__version__}",
        f"Python {platform.python_version()} · PySide6 {pyside_version} · {platform.system()}",
        *logbook.told(error),
    ))  # fmt: skip
