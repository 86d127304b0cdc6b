"""`make torture N=300`: kills, power cuts, failing disks, mutants, and what was lost."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.exchange import torture as lists
from tests.torture import cuts, faults, kills, mutants
from tests.torture.tally import Tally

PARTS = ("cuts", "kills", "faults", "mutants", "lists")
CONTROL = 10
"""One in so many cuts is tried without full syncing, to show that cuts bite."""


def main(call: list[str]) -> int:
    """Break off and break as often as asked; 1 if something was lost or taken for sound."""
    asked = _parser().parse_args(call)
    number = asked.number
    deeds: dict[str, Callable[[Path], Tally]] = {
        "cuts": lambda folder: _cut(folder, asked.cuts or number, asked.seed),
        "kills": lambda folder: kills.torture(
            folder, asked.kills or max(1, number // 15), asked.seed
        ),
        "faults": lambda folder: faults.torture(
            folder, asked.faults or max(1, number // 60), asked.seed
        ),
        "mutants": lambda folder: mutants.torture(
            folder,
            asked.stores or max(1, number // 3),
            asked.copies or max(1, number // 3),
            asked.seed,
        ),
    }
    harm, whole = 0, Tally()
    for part in asked.parts:
        if part == "lists":
            harm += lists.main([str(asked.lists or number * 10), str(asked.seed)])
            continue
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(dir=_memory()) as name:
            tally = deeds[part](Path(name))
        _say("\n".join(tally.table()))
        losses = [one for one in tally.harm() if not one.startswith("control")]
        _say(f"{part}: {len(losses)} kinds of loss in {time.monotonic() - begun:.0f} s")
        harm += len(losses)
        whole.ends.update(tally.ends)
    _say("\n".join(whole.summary()))
    return 1 if harm else 0


def _cut(folder: Path, number: int, seed: int) -> Tally:
    tally = cuts.torture(folder / "program", number, seed, (cuts.PROGRAM,))
    controls = cuts.torture(folder / "controls", max(1, number // CONTROL), seed, cuts.CONTROLS)
    tally.ends.update(controls.ends)
    return tally


def _memory() -> str | None:
    """A disk in memory, where there is one: nothing that is written here need last."""
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make torture", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=300, help="cuts; the rest follows")
    for name in ("cuts", "kills", "faults", "stores", "copies", "lists"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    return parser


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
