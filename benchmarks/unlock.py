"""From the passphrase to the painted window: the last of four slots, beside one bare derivation."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.results import Result, median_ms, result, say
from benchmarks.start import PEOPLE, WINDOWS, marks, surroundings
from benchmarks.stock import KEY, copy_stock
from ehrenamt_desktop.model.enums import Role
from ehrenamt_desktop.services.keys import key_path
from ehrenamt_desktop.store import key_changes, keyfile, wrapping

REPEATS = 7
WORDS = tuple(f"Kirsche Amboss leise Dachrinne {number}" for number in range(4))
"""Invented passphrases; nothing they open is secret."""


def lock(store: Path) -> None:
    """Give a stock a key file with four slots at the cost of this computer."""
    file = key_path(store)
    cost = wrapping.usual_cost()
    owner = keyfile.named(keyfile.PASSPHRASE, "Koordination", Role.COORDINATOR)
    first = wrapping.wrap(KEY, WORDS[0], owner, "bench", cost)
    keyfile.write(file, {"format": keyfile.FORMAT, "store": "bench", "wraps": [first]})
    for number, word in enumerate(WORDS[1:], start=2):
        key_changes.add_slot(file, WORDS[0], f"Platz {number}", Role.STAND_IN, word)


def run() -> list[Result]:
    """Fresh processes, after one that does not count."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = copy_stock(PEOPLE, folder / "buero.ehrenamt")
        lock(store)
        call = [sys.executable, str(WINDOWS / "passphrase.py"), str(store), WORDS[-1]]
        taken = [marks(call, surroundings(folder)) for _ in range(REPEATS + 1)][1:]
    seconds = statistics.median(one["window"] - one["passphrase"] for one in taken) / 1000
    bare = median_ms(lambda: wrapping.derive(WORDS[0], bytes(16), wrapping.usual_cost())) / 1000
    say(f"passphrase to window {seconds:.2f} s, bare derivation {bare:.2f} s")
    return [
        result(
            "passphrase to window painted, 10,000 people, last of four slots",
            seconds,
            f"one bare Argon2id derivation {bare:.2f} s",
            seconds / bare,
        )
    ]
