"""Programs that are killed in the middle of a deed: nothing told as kept is lost, nothing half.

Each deed is done by a child and killed (SIGKILL) after a part of the time it takes, so at any
instruction. Children are forked, which only a program of one thread may do: `torture` starts one.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.torture.judging import judge
from tests.torture.scene import DEEDS, Deed, make_scene, set_up
from tests.torture.tally import Tally

LONGEST = 60.0
"""Seconds after which a deed hangs."""
SHORTER = 0.97
"""A child that was done before its kill shows that the deed takes less than was thought."""


def torture(folder: Path, kills: int, seed: int = 0) -> Tally:
    """Kill so many children in a program of its own."""
    call = [sys.executable, "-m", "tests.torture.kills", str(folder), str(kills), str(seed)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr)
    tally = Tally()
    for to, end, times in json.loads(done.stdout):
        tally.count("kills", to, end, times)
    return tally


def main(folder: Path, kills: int, seed: int) -> Tally:
    """Kill so many children; those that were done before their kill are not counted."""
    tally = Tally()
    scene = folder / "scene"
    make_scene(scene)
    for place, deed in enumerate(DEEDS):
        share = kills // len(DEEDS) + (place < kills % len(DEEDS))
        dice = random.Random(f"{seed} {deed.name}")
        _kill_deed(deed, scene, folder / "run", share, dice, tally)
    return tally


def _kill_deed(
    deed: Deed, scene: Path, run: Path, kills: int, dice: random.Random, tally: Tally
) -> None:
    lasting = LONGEST
    for _ in range(2):  # the first one imports what the deed needs
        set_up(deed, scene, run)
        begun = time.monotonic()
        _child(deed, run, LONGEST)
        lasting = time.monotonic() - begun
    done = 0
    while done < kills:
        set_up(deed, scene, run)
        told, killed = _child(deed, run, lasting * dice.random())
        if not killed:
            lasting *= SHORTER
            continue
        done += 1
        tally.count("kills", deed.name, judge(deed, run, told))


def _child(deed: Deed, run: Path, lasting: float) -> tuple[int, bool]:
    """Do the deed in a child for so many seconds: how often it told, and whether it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        with suppress(BaseException):
            deed.act(run, lambda: os.write(writing, b"."))
            code = 0
        os._exit(code)
    os.close(writing)
    ends, told = time.monotonic() + lasting, b""
    while (left := ends - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            piece = os.read(reading, 64)
            if not piece:
                break
            told += piece
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    while select.select([reading], [], [], 0)[0] and (piece := os.read(reading, 64)):
        told += piece
    os.close(reading)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise AssertionError(f"{deed.name} failed by itself")
    return len(told), os.WIFSIGNALED(status)


if __name__ == "__main__":
    ends = main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])).ends
    json.dump([[to, end, times] for (_, to, end), times in ends.items()], sys.stdout)
