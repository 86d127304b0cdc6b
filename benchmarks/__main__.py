"""`python -m benchmarks [NAME …]`: run benches, each in its own process, pinned to two cores."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.promises import BENCHES
from benchmarks.results import Result, merge, say, table

CORES = 2
MODULES = {"import": "importing"}
"""Benches whose module cannot be called as they are."""


def main(arguments: list[str]) -> int:
    """Run the named benches, or all; 0 when all of them ran, whether their bars hold or not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    call = parser.parse_args(arguments)
    if unknown := set(call.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if call.inside:
        _run_inside(call.names[0], call.inside)
        return 0
    pin()
    results: list[Result] = []
    broken = False
    for name in call.names or BENCHES:
        found = _run_apart(name)
        broken = broken or found is None
        results += found or []
        merge(results)
    table(results)
    return int(broken)


def pin() -> None:
    """Keep this process and its children on two cores, as the promises say."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-CORES:])


def _run_apart(name: str) -> list[Result] | None:
    """The results of a bench in a process of its own; None when it failed."""
    say(f"\n== {name}")
    begun = time.perf_counter()
    with TemporaryDirectory() as folder:
        out = Path(folder) / "results.json"
        call = [sys.executable, "-m", "benchmarks", name, "--inside", str(out)]
        outcome = subprocess.run(call, check=False)
        if outcome.returncode or not out.exists():
            say(f"{name} failed")
            return None
        found = [Result(**one) for one in json.loads(out.read_text(encoding="utf-8"))]
    say(f"({time.perf_counter() - begun:.0f} s)")
    return found


def _run_inside(name: str, out: Path) -> None:
    bench = importlib.import_module(f"benchmarks.{MODULES.get(name, name)}")
    found: list[Result] = bench.run()
    out.write_text(json.dumps([asdict(one) for one in found]), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
