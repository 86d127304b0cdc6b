"""What came of broken-off and mutated things, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

FINE = ("", "ok", "refused", "found", "told", "unharmed")
"""No harm: as it should be, refused when opened, found by the check, told when opened, the same."""


@dataclass
class Tally:
    """How often each end came, by what was done (`kills`) and to what (`save`)."""

    ends: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def count(self, what: str, to: str, end: str, times: int = 1) -> None:
        """Note an end."""
        self.ends[what, to, end or "ok"] += times

    def total(self, what: str) -> int:
        """How often something was done."""
        return sum(times for (kind, _, _), times in self.ends.items() if kind == what)

    def harm(self, what: str | None = None) -> list[str]:
        """The ends that must not be."""
        return [
            f"{kind} {to}: {times} x {end}"
            for (kind, to, end), times in sorted(self.ends.items())
            if end not in FINE and what in (None, kind)
        ]

    def table(self) -> list[str]:
        """One line for each thing done, with what came of it."""
        lines = []
        for kind, to in sorted({(kind, to) for kind, to, _ in self.ends}):
            ends = {end: times for (a, b, end), times in self.ends.items() if (a, b) == (kind, to)}
            told = ", ".join(f"{times:,} {end}" for end, times in sorted(ends.items()))
            lost = sum(times for end, times in ends.items() if end not in FINE)
            lines.append(f"{kind:10} {to:22} {sum(ends.values()):8,}  lost {lost}  ({told})")
        return lines

    def summary(self) -> list[str]:
        """One line for each kind of thing done: how often, and what it cost."""
        lines = [f"{'':22} {'times':>10} {'losses':>8}"]
        for what in sorted({kind for kind, _, _ in self.ends}):
            cost = sum(
                times for (kind, _, end), times in self.ends.items()
                if kind == what and end not in FINE
            )  # fmt: skip
            lines.append(f"{what:22} {self.total(what):10,} {cost:8,}")
        return lines
