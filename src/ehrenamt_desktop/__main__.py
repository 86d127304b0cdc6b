"""The program's entry: `python -m ehrenamt_desktop`, `ehrenamt-desktop`, or the built program."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; without a command it opens the window."""
    from ehrenamt_desktop.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
