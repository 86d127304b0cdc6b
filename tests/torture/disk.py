"""A disk that notes each write and sync of the program, in order, for `cuts` to break off.

Stores are noted write by write, below SQLite; other files where the program syncs or renames: then
everything that changed since is noted. A folder is noted as the names it holds after each change.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
import pytest
from tests.torture.clothes import Connection, clothed

PIECE = 64 * 1024
"""Bytes of one write of a file that is noted as a whole."""
PASSED_OVER = ("-shm", ".lock")
"""Ends of names that hold nothing that is kept."""
CHANGES = ("rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that reached the disk, or something told: `write`, `truncate`, `sync`, `names`,
    `sync names`, `committed`, `told`.
    """

    kind: str
    file: int = 0
    offset: int = 0
    data: bytes = b""
    names: tuple[tuple[str, int, bool], ...] = ()


@dataclass
class Disk:
    """What was done below one folder, in order; the first steps make what was there before."""

    root: Path
    steps: list[Step] = field(default_factory=list)
    syncs: bool = True
    _numbers: dict[int, int] = field(default_factory=dict)
    _seen: dict[int, tuple[int, int]] = field(default_factory=dict)
    _names: dict[int, tuple[tuple[str, int, bool], ...]] = field(default_factory=dict)
    _sizes: dict[int, int] = field(default_factory=dict)
    _fine: set[int] = field(default_factory=set)
    _next: int = 0

    def number_of(self, path: str | Path) -> int:
        """The number of a file or folder; one that was deleted has lost its number."""
        inode = Path(path).stat().st_ino
        if inode not in self._numbers:
            self._next += 1
            self._numbers[inode] = self._next
        return self._numbers[inode]

    def by_inode(self, inode: int) -> int:
        """The number of a file or folder below the root; 0 for others."""
        return self._numbers.get(inode, 0)

    def note(self, kind: str, file: int = 0, offset: int = 0, data: bytes = b"") -> None:
        self.steps.append(Step(kind, file, offset, data))

    def fine(self, path: str) -> int:
        """The number of a file whose every write is noted from now on."""
        self.look()
        number = self.number_of(path)
        self._fine.add(number)
        return number

    def fine_number(self, path: str) -> int:
        """The number of a file whose every write is noted; 0 for others."""
        number = self.number_of(path) if Path(path).is_relative_to(self.root) else 0
        return number if number in self._fine else 0

    def look(self) -> None:
        """Note what changed in folders and files since it was last looked."""
        there: set[int] = set()
        self._look_into(self.root, there)
        for inode in self._numbers.keys() - there:
            del self._numbers[inode]

    def _look_into(self, folder: Path, there: set[int]) -> None:
        number = self.number_of(folder)
        there.add(folder.stat().st_ino)
        names = []
        for one in sorted(folder.iterdir()):
            if one.name.endswith(PASSED_OVER):
                continue
            inside = one.is_dir()
            names.append((one.name, self.number_of(one), inside))
            there.add(one.stat().st_ino)
            if inside:
                self._look_into(one, there)
            else:
                self._look_at(one)
        if self._names.get(number) != (held := tuple(names)):
            self._names[number] = held
            self.steps.append(Step("names", number, names=held))

    def _look_at(self, file: Path) -> None:
        number, about = self.number_of(file), file.stat()
        seen = about.st_size, about.st_mtime_ns
        if number in self._fine or self._seen.get(number) == seen:
            return
        self._seen[number] = seen
        content = file.read_bytes()
        if len(content) < self._sizes.get(number, 0):
            self.note("truncate", number, len(content))
        self._sizes[number] = len(content)
        for offset in range(0, len(content), PIECE):
            self.note("write", number, offset, content[offset : offset + PIECE])

    def sync(self, number: int) -> None:
        """Note that a file or folder is safe."""
        if self.syncs:
            self.note("sync names" if number in self._names else "sync", number)

    def settle(self) -> None:
        """Take everything that is there as kept."""
        self.look()
        for number in set(self._numbers.values()):
            self.note("sync names" if number in self._names else "sync", number)


def state_of(connection: apsw.Connection) -> bytes:
    """What a store holds to the last bit, as its log shows it."""
    return hashlib.sha256(connection.serialize("main")).digest()


class NotingFile(apsw.VFSFile):
    """A file of a store that notes what is done to it."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        path = str(name.filename() if isinstance(name, apsw.URIFilename) else name)
        made = flags[0] & apsw.SQLITE_OPEN_CREATE
        log = flags[0] & (apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL)
        super().__init__("", name, flags)
        inside = Path(path).is_relative_to(disk.root) and not flags[0] & apsw.SQLITE_OPEN_READONLY
        self.number = disk.fine(path) if inside else 0
        # SQLite's file layer syncs the folder with the first sync of a log it has made
        self.folder = disk.number_of(Path(path).parent) if made and log and inside else 0

    def xWrite(self, data: bytes, offset: int) -> None:
        if self.number:
            self.disk.note("write", self.number, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        if self.number:
            self.disk.note("truncate", self.number, size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        if self.number:
            self.disk.sync(self.number)
        if self.folder:
            self.disk.look()
            self.disk.sync(self.folder)
            self.folder = 0


class NotingVfs(apsw.VFS):
    """The system's files, noted."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.label = f"noting-{id(disk)}"
        super().__init__(self.label, "")

    def xOpen(self, name: Any, flags: list[int]) -> NotingFile:
        return NotingFile(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.disk.look()
        if syncdir:
            self.disk.sync(self.disk.number_of(Path(filename).parent))


@contextmanager
def noted(disk: Disk, synchronous: str = "") -> Iterator[None]:
    """Note all that the program does below the disk's folder meanwhile.

    Args:
        disk: where it is noted.
        synchronous: overrides the program's; with `OFF` files and folders are not synced either.
    """
    disk.settle()
    disk.syncs = synchronous != "OFF"
    vfs = NotingVfs(disk)
    written = [-1]

    def committed(connection: Connection) -> None:
        number = disk.fine_number(connection.raw.filename)
        if number and len(disk.steps) > written[0]:
            disk.note("committed", number, 0, state_of(connection.raw))
            written[0] = len(disk.steps)

    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGES:
            patch.setattr(os, name, _looking(disk, getattr(os, name)))
        patch.setattr(os, "fsync", _syncing(disk, os.fsync))
        with clothed(vfs.label, synchronous, committed):
            yield
    disk.look()
    vfs.unregister()


def _looking(disk: Disk, real: Callable[..., Any]) -> Callable[..., Any]:
    """A call that changes names, with a look before and after it."""

    def call(*args: Any, **named: Any) -> Any:
        disk.look()
        done = real(*args, **named)
        disk.look()
        return done

    return call


def _syncing(disk: Disk, real: Callable[[int], None]) -> Callable[[int], None]:
    def fsync(descriptor: int) -> None:
        real(descriptor)
        disk.look()
        number = disk.by_inode(os.fstat(descriptor).st_ino)
        if number:
            disk.sync(number)

    return fsync
