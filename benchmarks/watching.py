"""How much memory a process and its children take, looked at from outside while they run."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from types import TracebackType

PAUSE = 0.01
"""Seconds between two looks."""


class Watcher:
    """Samples the resident memory of a process and its children until it is left.

    Attributes:
        now: MB at the last look; pages that processes share count for each of them.
        peak: the most since the start or the last `reset`.
    """

    def __init__(self, process: int) -> None:
        self.now = 0.0
        self.peak = 0.0
        self._process = process
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Watcher:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End."""
        self._over.set()
        self._thread.join()

    def reset(self) -> float:
        """Look now and forget the peak; returns what is taken now, in MB."""
        self.now = self.peak = self._look()
        return self.now

    def _look_on(self) -> None:
        while not self._over.wait(PAUSE):
            self.now = self._look()
            self.peak = max(self.peak, self.now)

    def _look(self) -> float:
        return sum(megabytes(one) for one in family(self._process))


def family(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for one in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found.extend(int(child) for child in (task / "children").read_text().split())
    return found


def megabytes(process: int) -> float:
    """What a process keeps in memory (RSS); 0 when it is gone.

    Not the share of shared pages (PSS): it falls whenever another program loads Qt as well.
    """
    with contextlib.suppress(OSError, IndexError):
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0
