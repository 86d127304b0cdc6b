"""The program's entry: `python -m ehrenamt_desktop`, `ehrenamt-desktop`, or the built program."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command line; without a command it opens the window."""
    if getattr(sys, "frozen", False):
        _keep_libraries_to_ourselves()
    from ehrenamt_desktop import logbook, paths
    from ehrenamt_desktop.cli import run

    logbook.keep_in(paths.device_folder)
    return run(sys.argv[1:])


def _keep_libraries_to_ourselves() -> None:
    """Undo what PyInstaller set: a PDF viewer started from here would load our libraries.

    The linker has read its variable when the process began, and Qt finds its plugins without.
    """
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "LD_LIBRARY_PATH"):
        os.environ.pop(name, None)
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    raise SystemExit(main())
