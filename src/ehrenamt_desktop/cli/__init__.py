"""The command line: the same services as the window, without Qt, for schedules, tests and rescue.

Exit codes: 0 done, 1 a German sentence on stderr and nothing changed, 2 wrong call.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ehrenamt_desktop.cli.parser import build
from ehrenamt_desktop.errors import Cancelled, EhrenamtError

CHILD = "read-foreign"
"""Hidden subcommand: the child process that reads foreign files."""


def run(arguments: Sequence[str]) -> int:
    """Carry out one call; returns the exit code."""
    if list(arguments[:1]) == [CHILD]:
        from ehrenamt_desktop.services.imports import serve_child

        return serve_child()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    call = build().parse_args(list(arguments))
    try:
        return int(call.run(call) or 0)
    except EhrenamtError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(Cancelled().sentence, file=sys.stderr)
        return 1
