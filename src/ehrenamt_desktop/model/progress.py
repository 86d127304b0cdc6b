"""How long work tells how far it is and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Somebody who watches a task."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` pieces are finished.

        Raises:
            Cancelled: the user stopped the task; the caller leaves nothing half done.
        """


class Quiet:
    """A watcher that shows nothing and never stops the task."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Do nothing."""


QUIET = Quiet()
