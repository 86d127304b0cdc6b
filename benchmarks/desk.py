"""The program's window in this process, without a screen, on a stock: for what is painted."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer

from benchmarks.stock import open_stock
from ehrenamt_desktop import app
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.main_window import MainWindow
from ehrenamt_desktop.ui.people.tab import PeopleTab

PATIENCE = 60_000
"""Milliseconds after which a paint that does not come is given up."""


class Painted(QObject):
    """Waits for the paint of a widget that shows what was asked for."""

    def __init__(self, widget: QObject, ready: Callable[[], bool]) -> None:
        super().__init__()
        self._ready = ready
        self._loop = QEventLoop()
        self.at: float | None = None
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the moment when the paint that was waited for is through."""
        if event.type() == QEvent.Type.Paint and self.at is None and self._ready():
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def wait(self) -> float:
        """The moment of the paint, by `time.perf_counter`.

        Raises:
            TimeoutError: it never came.
        """
        QTimer.singleShot(PATIENCE, self._loop.quit)
        if self.at is None:
            self._loop.exec()
        self._widget.removeEventFilter(self)
        if self.at is None:
            raise TimeoutError("no paint")
        return self.at

    def _note(self) -> None:
        if self.at is None:
            self.at = time.perf_counter()
            self._loop.quit()


class OpenDesk:
    """The window on a stock, its tab of people in front."""

    def __init__(
        self, people: int, *, encrypted: bool = True, office: Office | None = None
    ) -> None:
        """Open the stock with that many people, or an office that is open already."""
        self._folder = tempfile.TemporaryDirectory()
        application = app.make_application()
        theme.apply(application, theme.Look.LIGHT)
        bus = ChangeBus()
        self.office = office or open_stock(people, encrypted=encrypted)
        self.window: MainWindow = app.make_window(self.office, bus, Device(Path(self._folder.name)))
        self.window.show()
        self.window.show_tab("people")
        tab = self.window.tab("people")
        if not isinstance(tab, PeopleTab):
            raise TypeError("people")
        self.tab = tab
        self.table = tab.list.table
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked for arrive and be painted."""
        for _ in range(3):
            self.window.desk.tasks.drain()
            QCoreApplication.processEvents()

    def until_rows(self, ask: Callable[[], Any]) -> float:
        """Milliseconds from a question to the painted answer of the table."""
        fresh: list[bool] = []
        self.table.model().modelReset.connect(lambda: fresh.append(True))
        painted = Painted(self.table.viewport(), lambda: bool(fresh))
        begun = time.perf_counter()
        ask()
        return (painted.wait() - begun) * 1000

    def close(self) -> None:
        """Close window and store."""
        self.window.close()
        self.window.desk.tasks.close()
        self.office.close()
        self._folder.cleanup()
