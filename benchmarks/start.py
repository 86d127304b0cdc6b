"""From the start of the process to the painted window, beside an empty window of the same run.

Both are fresh processes, A B A B, after one of each that does not count (it makes the byte code).
Time runs from before the process is made; a paint counts when it is through.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.results import Result, result, say
from benchmarks.stock import key_of, stock

WINDOWS = Path(__file__).parent / "windows"
PEOPLE = 10_000
REPEATS = 11


def empty_call() -> list[str]:
    """The command of the empty window."""
    return [sys.executable, str(WINDOWS / "empty.py")]


def program_call(*, encrypted: bool = True, stay: bool = False) -> list[str]:
    """The command of the program's window on the stock of 10,000 people."""
    key = key_of(encrypted=encrypted) or b""
    store = stock(PEOPLE, encrypted=encrypted)
    call = [sys.executable, str(WINDOWS / "program.py"), str(store), key.hex()]
    return [*call, "--stay"] if stay else call


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a measured process: no screen, settings in a folder of its own."""
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder)}
    return bytecode_kept() | own


def bytecode_kept() -> dict[str, str]:
    """This environment, but byte code is kept from one start to the next, as once installed."""
    return {key: one for key, one in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def marks(call: Sequence[str], environment: Mapping[str, str]) -> dict[str, float]:
    """Milliseconds from before the process was made to each thing it told."""
    begun = time.monotonic_ns()
    outcome = subprocess.run(
        call, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    told = [line.split() for line in outcome.stdout.splitlines()]
    if not told:
        raise RuntimeError(outcome.stderr)
    return {name: (int(moment) - begun) / 1e6 for name, moment in told}


def interleaved(calls: Mapping[str, Sequence[str]], repeats: int) -> dict[str, dict[str, float]]:
    """Medians of what several programs told, started in turn."""
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in calls}
    with TemporaryDirectory() as folder:
        environment = surroundings(Path(folder))
        for round_ in range(repeats + 1):
            for name, call in calls.items():
                found = marks(call, environment)
                if round_:
                    taken[name].append(found)
    return {
        name: {mark: statistics.median(one[mark] for one in found) for mark in found[0]}
        for name, found in taken.items()
    }


def run() -> list[Result]:
    """The window itself, and the rows of Personen when they are clicked on at once."""
    found = interleaved({"empty": empty_call(), "ours": program_call()}, REPEATS)
    empty, ours = found["empty"]["window"], found["ours"]
    say(f"empty {empty:.0f} ms, window {ours['window']:.0f} ms, people {ours['people']:.0f} ms")
    names = {
        "window": "start to window painted, 10,000 people",
        "people": "start to first rows of Personen, 10,000 people",
    }
    return [
        result(
            name,
            ours[mark] / empty,
            f"empty PySide6 window {empty:.0f} ms; ours {ours[mark]:.0f} ms",
            ours[mark] / empty,
        )
        for mark, name in names.items()
    ]
