"""The command line: the same services as the window, without Qt, for schedules, tests and rescue.

Exit codes: 0 done, 1 a German sentence on stderr and nothing changed, 2 wrong call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial

from ehrenamt_desktop import logbook
from ehrenamt_desktop.cli.opening import opening
from ehrenamt_desktop.errors import Cancelled, EhrenamtError, StoreUnavailable

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
    work = _work(arguments)
    try:
        return work()
    except EhrenamtError as error:
        if isinstance(error, StoreUnavailable):  # of a nightly copy nobody sees the sentence
            logbook.note(logbook.Event.UNAVAILABLE, error)
        print(error.sentence, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(Cancelled().sentence, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return 0
    except Exception as error:  # noqa: BLE001 - the last word: no traceback, no personal data
        print(_bug(error), file=sys.stderr)
        return 1


def _work(arguments: Sequence[str]) -> Callable[[], int]:
    """What a call asks for; a wrong call ends here."""
    if (opened := opening(arguments)) is not None:
        from ehrenamt_desktop.cli.show import window

        return partial(window, opened)
    from ehrenamt_desktop.cli.parser import build

    call = build().parse_args(list(arguments))
    return partial(call.run, call)


def _bug(error: Exception) -> str:
    """What to report of a fault in the program: its kind and where, never its values."""
    logbook.note(logbook.Event.FAULT, error)
    where = ", ".join(logbook.frames(error)[-4:])
    return (
        "Im Programm ist ein Fehler aufgetreten. Es wurde nichts geändert, was nicht schon "
        f"gespeichert war. Bitte melden Sie: {type(error).__name__} ({where})."
    )
