"""Locks a desk that nobody is at, where the computer does not do so by itself soon enough."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.ui.kit.tasks import Lane, TaskRunner

KEY = "lock.minutes"
USUAL = 20
CHOICES = (5, 10, 15, 20, 30, 60)
"""Minutes after which the program may lock itself."""

SYSTEM_ENOUGH = 10
"""Minutes: a computer that locks itself within them needs no second lock."""

LOOK = 15_000
"""Milliseconds between two looks at the clock."""

STIRRING = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
})  # fmt: skip
"""What reaches a window when somebody is there; keys of a command come as override alone."""


class IdleWatch(QObject):
    """Watches the window that has the focus: few events reach a window, so it costs nothing."""

    def __init__(
        self, device: Device, tasks: TaskRunner, lock: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._device = device
        self._tasks = tasks
        self._lock = lock
        self._last = now()
        self.system: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)

    @property
    def minutes(self) -> int:
        """Minutes without a key or the mouse after which the program locks itself."""
        kept = self._device.get(KEY)
        return int(kept) if kept.isdecimal() and int(kept) in CHOICES else USUAL

    def choose(self, minutes: int) -> None:
        """Take another number of minutes on this computer."""
        self._device.set(KEY, str(minutes))
        self.stir()

    @property
    def needed(self) -> bool:
        """Whether the computer does not lock itself soon enough."""
        return self.system is None or self.system > SYSTEM_ENOUGH

    def begin(self) -> None:
        """Watch from now on."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())
        self._tasks.run(Lane.CARE, system_minutes, self._learn)
        self._timer.start()

    def stir(self) -> None:
        """Somebody is there."""
        self._last = now()

    def look(self) -> None:
        """Lock if nobody was there for too long."""
        if self.needed and now() - self._last >= self.minutes * 60:
            self._lock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in STIRRING:
            self.stir()
        return False

    def _learn(self, system: int | None) -> None:
        self.system = system

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def system_minutes() -> int | None:
    """See `lock_policy.system_minutes`; imported by the lane that asks."""
    from ehrenamt_desktop.ui.safety import lock_policy

    return lock_policy.system_minutes()


def now() -> float:
    """Seconds on a clock that nobody sets back and that goes on while the computer sleeps."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)
