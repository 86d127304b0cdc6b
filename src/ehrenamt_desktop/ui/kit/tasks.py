"""The one place where work leaves the window's thread: lanes for reading, writing and keeping.

Each lane is one thread that lives as long as the program, so the store opens one connection for
each. Every task ends in exactly one of done, failed or (long work) cancelled, unless its answer
was overtaken by a later question with the same key or its receiver is gone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal, Slot

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.progress import Progress

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Lane(Enum):
    """Where work runs: reading is answered latest-first by key, writing in order.

    Copies and checks of the whole store run beside both, on connections of their own.
    """

    READ = "read"
    WRITE = "write"
    CARE = "care"


class LongWork(QObject):
    """Work that tells how far it is and can be stopped."""

    progressed = Signal(int, int, str)
    finished = Signal()

    LEAST_SECONDS = 0.05
    """Seconds between two messages to the window; more would only slow the work."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._stop = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Tell the window; called by the work, on its own thread.

        Raises:
            Cancelled: the user asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= self.LEAST_SECONDS or done >= total:
            self._told = now
            self.progressed.emit(done, total, text)


class TaskRunner(Protocol):
    """What tabs use; callbacks arrive on the window's thread."""

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run `work` and give its result to `done`, or its error to `failed`.

        A later run with the same key drops the earlier answer. Without `failed` the error goes to
        the notices.
        """

    def run_long(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Run `work` on the write lane with progress and a way to stop it."""

    def idle(self) -> bool:
        """Whether nothing runs or waits."""

    def drain(self, milliseconds: int = 10_000) -> bool:
        """Wait until nothing runs or waits; False if time ran out."""

    def hold(self, then: Callable[[], None]) -> None:
        """Put off further work and all answers; `then` is called when nothing runs any more."""

    def release(self) -> None:
        """Do what was put off, in its order."""

    def close(self) -> None:
        """Finish what runs, then take nothing more: the store is about to close."""


class _Task:
    """What is to be done, who waits for it, and the answer once there is one."""

    def __init__(
        self, key: str, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed
    ) -> None:
        self.key = key
        self.work = work
        self.done = done
        self.failed = failed
        self.answer: Callable[[], None] = _nothing


class BackgroundTasks(QObject):
    """The task runner of the running program."""

    long_work = Signal(object)
    _finished = Signal(int)

    def __init__(self, failed: Failed, parent: QObject | None = None) -> None:
        """Keep the lanes.

        Args:
            failed: where errors go that a caller does not take itself.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._failed = failed
        self._pools = {lane: _lane(self) for lane in Lane}
        self._latest: dict[str, int] = {}
        self._tasks: dict[int, _Task] = {}
        self._serial = 0
        self._closed = False
        self._held: list[Callable[[], None]] | None = None
        self._at_rest: Callable[[], None] = _nothing
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """See `TaskRunner.run`."""
        if self._closed:
            return
        if self._held is not None:
            self._held.append(lambda: self.run(lane, work, done, failed, key=key))
            return
        self._serial += 1
        serial = self._serial
        self._tasks[serial] = _Task(key, work, done, failed or self._failed)
        if key:
            self._latest[key] = serial

        def job() -> None:
            self._work(serial)
            self._finished.emit(serial)

        self._pools[lane].start(job)

    def run_long(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """See `TaskRunner.run_long`."""
        watched = LongWork(title, self)
        self.long_work.emit(watched)

        def finish(result: T) -> None:
            watched.finished.emit()
            watched.deleteLater()
            done(result)

        def fail(error: Exception) -> None:
            watched.finished.emit()
            watched.deleteLater()
            (failed or self._failed)(error)

        self.run(Lane.WRITE, lambda: work(watched), finish, fail)

    def idle(self) -> bool:
        """See `TaskRunner.idle`."""
        return not self._tasks

    def drain(self, milliseconds: int = 10_000) -> bool:
        """See `TaskRunner.drain`."""
        end = time.monotonic() + milliseconds / 1000
        while not self.idle() and time.monotonic() < end:
            for pool in self._pools.values():
                pool.waitForDone(5)
            QCoreApplication.processEvents()
        return self.idle()

    def hold(self, then: Callable[[], None]) -> None:
        """See `TaskRunner.hold`."""
        self._held = [] if self._held is None else self._held
        self._at_rest = then
        self._rest_if_idle()

    def release(self) -> None:
        """See `TaskRunner.release`."""
        held, self._held = self._held or [], None
        self._at_rest = _nothing
        for one in held:
            one()

    def close(self) -> None:
        """See `TaskRunner.close`."""
        self.drain()
        self._closed = True
        for pool in self._pools.values():
            pool.waitForDone()

    def _overtaken(self, key: str, serial: int) -> bool:
        return bool(key) and self._latest.get(key) != serial

    def _work(self, serial: int) -> None:
        """Do the work of a task, on its lane's thread, and leave the answer with it.

        The lane holds no reference to the task when this returns: work and receivers belong to
        windows, and what belongs to a window may only die on the window's thread.
        """
        task = self._tasks[serial]
        if self._overtaken(task.key, serial):
            return
        try:
            result = task.work()
        except Exception as error:  # noqa: BLE001 - whatever fails must be told, not lost
            task.answer = partial(_call, task.failed, error)
        else:
            task.answer = partial(_call, task.done, result)

    @Slot(int)
    def _deliver(self, serial: int) -> None:
        task = self._tasks.pop(serial)
        if self._held is None:
            self._hand_over(serial, task)
        else:
            self._held.append(lambda: self._hand_over(serial, task))
            self._rest_if_idle()

    def _hand_over(self, serial: int, task: _Task) -> None:
        if not self._overtaken(task.key, serial):
            self._latest.pop(task.key, None)
            task.answer()

    def _rest_if_idle(self) -> None:
        if self.idle():
            then, self._at_rest = self._at_rest, _nothing
            then()


class InlineTasks:
    """The same interface, everything at once: for tests and screenshots."""

    def __init__(self, failed: Failed) -> None:
        self._failed = failed
        self._held: list[Callable[[], None]] | None = None

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        key: str = "",  # noqa: ARG002 - nothing can be overtaken
    ) -> None:
        """See `TaskRunner.run`."""
        if self._held is not None:
            self._held.append(lambda: self.run(lane, work, done, failed))
            return
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - as in the background
            (failed or self._failed)(error)
        else:
            done(result)

    def run_long(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """See `TaskRunner.run_long`."""
        watched = LongWork(title)
        self.run(Lane.WRITE, lambda: work(watched), done, failed)

    def idle(self) -> bool:
        """Always."""
        return True

    def drain(self, milliseconds: int = 10_000) -> bool:  # noqa: ARG002 - nothing waits
        """Nothing ever waits."""
        return True

    def hold(self, then: Callable[[], None]) -> None:
        """See `TaskRunner.hold`."""
        self._held = []
        then()

    def release(self) -> None:
        """See `TaskRunner.release`."""
        held, self._held = self._held or [], None
        for one in held:
            one()

    def close(self) -> None:
        """There is nothing to finish."""


def _lane(parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)
    return pool


def _call(receiver: Callable[[Any], None], argument: object) -> None:
    owner = getattr(receiver, "__self__", None)
    if isinstance(owner, QObject) and not shiboken6.isValid(owner):
        return
    receiver(argument)


def _nothing() -> None:
    """An answer nobody waits for any more."""
