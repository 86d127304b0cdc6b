"""Python's cycle collector, kept on the window's thread.

By default it runs on whichever thread allocates next; on a worker's it would destroy widgets away
from their thread, which Qt answers with a crash. (Anki does the same in its main window.)
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between two looks at the counters."""


class MainThreadGarbage(QObject):
    """Turns the automatic collector off and collects by Python's own thresholds from a timer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Hand the collector back to Python.

        What is dead goes at once: later it would go at any allocation, also amid Qt's own ends,
        whose locks it would wait for.
        """
        self._timer.stop()
        gc.collect()
        gc.enable()
