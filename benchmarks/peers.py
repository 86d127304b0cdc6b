"""The window beside two programs of its kind on one screen, their pictures compared by pixels.

novelWriter and Vorta (both Python and Qt) are installed from the package index into a folder of
their own. Where that is not possible, or there is no Xvfb, this is said and nothing is measured.
The peers do other work at their start: the figures are reported, not judged.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import start
from benchmarks.results import Result, result, say
from benchmarks.screen import Screen
from benchmarks.stock import FOLDER

PEERS = {"novelWriter": "novelwriter", "Vorta": "vorta"}
"""Names, and the commands that start them."""

PLACE = FOLDER / "peers"
REPEATS = 5


def run() -> list[Result]:
    """All programs in turn, after one start of each that does not count."""
    if not Screen.possible():
        return _nothing("no Xvfb on this machine")
    calls = {"ours": start.program_call(stay=True), "empty": [*start.empty_call(), "--stay"]}
    calls |= {name: [str(path)] for name, path in _installed().items()}
    taken = _measure(calls)
    medians = {name: statistics.median(found) for name, found in taken.items() if found}
    for name, median in medians.items():
        say(f"{name:<14}{median:>8.0f} ms")
    return [
        result(
            f"start to complete picture beside {name}",
            medians["ours"],
            f"{name} {medians[name]:.0f} ms; empty window {medians['empty']:.0f} ms",
            medians["ours"] / medians[name],
        )
        if name in medians
        else result(f"start to complete picture beside {name}", None, "could not be started", None)
        for name in PEERS
    ]


def _measure(calls: Mapping[str, list[str]]) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in calls}
    with Screen() as screen, TemporaryDirectory() as home:
        for round_ in range(REPEATS + 1):
            for name, call in calls.items():
                keep = FOLDER / f"screen-{name}.png" if round_ == REPEATS else None
                try:
                    found = screen.complete(call, _surroundings(Path(home) / name), keep)
                except TimeoutError:
                    say(f"{name} painted nothing")
                    continue
                if round_:
                    taken[name].append(found)
    return taken


def _surroundings(home: Path) -> dict[str, str]:
    """A home of its own for each program, kept from one start to the next."""
    home.mkdir(exist_ok=True)
    folders = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return (
        start.bytecode_kept()
        | folders
        | {"XDG_CACHE_HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LANG": "C.UTF-8"}
    )


def _installed() -> dict[str, Path]:
    """The commands of those peers that are there, installed now if they were not."""
    commands = {name: PLACE / "bin" / command for name, command in PEERS.items()}
    if not all(path.exists() for path in commands.values()):
        venv.create(PLACE, with_pip=False)
        python = str(PLACE / "bin" / "python")
        call = [sys.executable, "-m", "pip", "--python", python, "install", "-qq", "--retries", "1"]
        outcome = subprocess.run([*call, *PEERS], check=False, capture_output=True, text=True)
        if outcome.returncode:
            say("the peers cannot be installed here")
    return {name: path for name, path in commands.items() if path.exists()}


def _nothing(why: str) -> list[Result]:
    return [result(f"start to complete picture beside {name}", None, why, None) for name in PEERS]
