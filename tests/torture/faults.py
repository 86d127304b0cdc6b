"""The disk fails at any call of a deed: full, broken, locked, or gone for good.

Every call that changes files or folders may be the one that fails, of the program's own as of
SQLite's. The deed must end with a German sentence; nothing told as kept is lost, nothing is half,
and when the disk works again, so does the program.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import apsw
import pytest
from tests.torture.clothes import clothed
from tests.torture.judging import judge
from tests.torture.scene import CHEAP, DEEDS, Deed, make_scene, set_up
from tests.torture.tally import Tally

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store import keyfile

CALLS = ("fsync", "rename", "replace", "link", "mkdir", "open")
WRITING = frozenset("wxa+")


@dataclass(frozen=True)
class Fault:
    """How a disk fails: the system's error, SQLite's, and whether it stays so."""

    name: str
    number: int
    error: type[apsw.Error]
    lasting: bool = False


FAULTS = (
    Fault("full", errno.ENOSPC, apsw.FullError, lasting=True),
    Fault("failing once", errno.EIO, apsw.IOError),
    Fault("locked target", errno.EACCES, apsw.CantOpenError),
    Fault("vanished drive", errno.ENODEV, apsw.IOError, lasting=True),
    Fault("read-only", errno.EROFS, apsw.ReadOnlyError, lasting=True),
)


@dataclass
class Failing:
    """Counts calls and lets those from `at` on fail."""

    root: Path
    fault: Fault
    at: int
    calls: int = 0

    def struck(self) -> bool:
        self.calls += 1
        return self.calls == self.at or (self.fault.lasting and self.calls > self.at > 0)

    def strike(self) -> None:
        if self.struck():
            raise OSError(self.fault.number, "disk")

    def concerns(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and Path(path).is_relative_to(self.root)


class FailingFile(apsw.VFSFile):
    """A file of a store whose calls may fail."""

    def __init__(self, failing: Failing, name: Any, flags: list[int]) -> None:
        self.failing = failing
        super().__init__("", name, flags)

    def _strike(self) -> None:
        if self.failing.struck():
            raise self.failing.fault.error("disk")

    def xWrite(self, data: bytes, offset: int) -> None:
        self._strike()
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._strike()
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self._strike()
        super().xSync(flags)


class FailingVfs(apsw.VFS):
    """The system's files, failing."""

    def __init__(self, failing: Failing) -> None:
        self.failing = failing
        self.label = f"failing-{id(failing)}"
        super().__init__(self.label, "")

    def xOpen(self, name: Any, flags: list[int]) -> FailingFile:
        return FailingFile(self.failing, name, flags)


@contextmanager
def failing_disk(failing: Failing) -> Iterator[None]:
    """Let what is below the root fail meanwhile."""
    vfs = FailingVfs(failing)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _call(failing, getattr(os, name)))
        for module in (io, builtins):
            patch.setattr(module, "open", _opening(failing, module.open))
        with clothed(vfs.label):
            yield
    vfs.unregister()


def _call(failing: Failing, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(first: Any, *args: Any, **named: Any) -> Any:
        if isinstance(first, int) or failing.concerns(first):
            failing.strike()
        return real(first, *args, **named)

    return call


def _opening(failing: Failing, real: Callable[..., Any]) -> Callable[..., Any]:
    def opening(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
        if WRITING & set(mode) and failing.concerns(file):
            failing.strike()
        return real(file, mode, *args, **named)

    return opening


def torture(folder: Path, moments: int, seed: int = 0) -> Tally:
    """Let the disk fail in each way at so many calls of each deed."""
    tally, scene = Tally(), folder / "scene"
    with mock.patch.object(keyfile, "usual_cost", return_value=CHEAP):
        with clothed():
            make_scene(scene)
        for deed in DEEDS:
            dice = random.Random(f"{seed} {deed.name}")
            calls = _try(deed, scene, folder / "run", FAULTS[0], 0)[0]
            for fault in FAULTS:
                for at in sorted(dice.sample(range(1, calls + 1), min(moments, calls))):
                    _, end = _try(deed, scene, folder / "run", fault, at)
                    tally.count(f"disk {fault.name}", deed.name, end)
    return tally


def _try(deed: Deed, scene: Path, run: Path, fault: Fault, at: int) -> tuple[int, str]:
    """Do a deed while the disk fails at one call; how many calls there were, and the end."""
    set_up(deed, scene, run)
    failing, told = Failing(run, fault, at), [0]

    def tell() -> None:
        told[0] += 1

    try:
        with failing_disk(failing):
            deed.act(run, tell)
    except StoreUnavailable:
        pass
    except Exception as error:  # noqa: BLE001 - any other end is what is looked for
        return failing.calls, f"{type(error).__name__}: {error}"
    with clothed():
        return failing.calls, judge(deed, run, told[0])
