"""`make torture`: thousands of lists and cards broken by chance, and what became of them."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.exchange.fuzzing import Finding, look
from tests.make_office import make_office

from ehrenamt_desktop import clock

FILES = 3_000


def main(call: list[str]) -> int:
    """Break and read so many files; `FILES [FIRST]` on the command line. 1 if one did harm."""
    files = int(call[0]) if call else FILES
    first = int(call[1]) if len(call) > 1 else 0
    ends: Counter[tuple[str, str]] = Counter()
    verdicts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    findings: list[str] = []
    begun = time.monotonic()
    with TemporaryDirectory() as name, clock.frozen(dt.date(2026, 11, 23)):
        folder = Path(name)
        office = make_office(folder, folder)
        for number in range(first, first + files):
            try:
                outcome = look(office, number, folder)
            except Finding as error:
                findings.append(str(error))
            except Exception as error:  # noqa: BLE001 - any other end is what is looked for
                findings.append(f"{number}: {type(error).__name__}: {error}")
            else:
                ends[outcome.kind, "refused" if outcome.refused else "read"] += 1
                verdicts.update(outcome.verdicts)
                reasons[_kind_of(outcome.refused)] += bool(outcome.refused)
        office.close()
    taken = time.monotonic() - begun
    _say(f"{files:,} broken files from number {first} in {taken:.0f} s")
    for (kind, end), times in sorted(ends.items()):
        _say(f"  {kind:5} {end:8} {times:6,}")
    _say("rows: " + ", ".join(f"{times:,} {word}" for word, times in sorted(verdicts.items())))
    for reason, times in reasons.most_common(12):
        if reason:
            _say(f"  {times:6,}  {reason}")
    _say(f"{len(findings)} did harm (crash, hang, silent loss)")
    for finding in findings:
        _say(f"  {finding}")
    return 1 if findings else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _kind_of(sentence: str) -> str:
    """A reason without the words of the file."""
    parts = sentence.split("“")
    return "".join(part.partition("„")[0] for part in parts)[:90]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
