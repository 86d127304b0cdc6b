"""The power fails at any moment: what was told as kept is kept, and the file is whole.

A kill cannot show this, for the system still writes what a dead program handed over. Here a file
layer notes each write and sync; a cut keeps what was synced and any part of the rest, some of it
torn at sectors of 512 bytes. That the same cuts lose records under synchronous=NORMAL shows that
the simulator bites.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import pytest

from ehrenamt_desktop.store.connection import connect, create

ROWS = 40
CUTS = 1500
SECTOR = 512
NORMAL, FULL = 1, 2


@dataclass(frozen=True)
class Step:
    """One thing that reached the file layer: write, truncate or sync; or a commit told as kept."""

    kind: str
    file: str = ""
    offset: int = 0
    data: bytes = b""
    row: int = -1


@dataclass
class Disk:
    """What was done to the files, in order."""

    steps: list[Step] = field(default_factory=list)

    def note(self, *what: object) -> None:
        self.steps.append(Step(*what))  # type: ignore[arg-type]


class NotingFile(apsw.VFSFile):
    """A real file that notes what is done to it."""

    def __init__(self, disk: Disk, name: object, flags: list[int]) -> None:
        self.disk = disk
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.name = "wal" if str(path).endswith("-wal") else "store"
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.note("write", self.name, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self.disk.note("truncate", self.name, size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self.disk.note("sync", self.name)
        super().xSync(flags)


class NotingVfs(apsw.VFS):
    """The system's files, noted."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.vfs_name = f"noting-{id(disk)}"
        super().__init__(self.vfs_name, "")

    def xOpen(self, name: object, flags: list[int]) -> NotingFile:
        return NotingFile(self.disk, name, flags)


def record(path: Path, synchronous: int) -> list[Step]:
    """Write rows, one commit each, with frequent checkpoints; the steps that reached the disk."""
    disk = Disk()
    vfs = NotingVfs(disk)
    connection = apsw.Connection(str(path), vfs=vfs.vfs_name)
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", f"synchronous={synchronous}"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)").fetchall()
    connection.execute("CREATE INDEX by_name ON person(name)").fetchall()
    connection.execute("PRAGMA wal_autocheckpoint=12").fetchall()
    for row in range(ROWS):
        connection.execute(
            "INSERT INTO person VALUES (?, ?)", (row, f"{row * 7919 % 97} Müller " * 60)
        ).fetchall()
        disk.note("told", "", 0, b"", row)
    steps = list(disk.steps)
    connection.close()
    vfs.unregister()
    return steps


def cut(steps: list[Step], dice: random.Random) -> Iterator[tuple[str, bytes]]:
    """The files after a cut behind `steps`: what was synced and some part of the rest."""
    for name in ("store", "wal"):
        mine = [step for step in steps if step.file == name]
        synced = max((at for at, step in enumerate(mine) if step.kind == "sync"), default=-1)
        content = bytearray()
        for step in mine[: synced + 1]:
            apply(content, step)
        for step in survivors(mine[synced + 1 :], dice):
            apply(content, step)
        yield name, bytes(content)


def survivors(unsynced: list[Step], dice: random.Random) -> Iterator[Step]:
    how = dice.choice(("none", "all", "prefix", "some"))
    ends = dice.randint(0, len(unsynced))
    for at, step in enumerate(unsynced):
        kept = {"none": False, "all": True, "prefix": at < ends, "some": dice.random() < 0.5}[how]
        if not kept:
            continue
        if step.kind == "write" and dice.random() < 0.1:
            length = SECTOR * dice.randint(0, len(step.data) // SECTOR)
            yield Step("write", step.file, step.offset, step.data[:length])
        else:
            yield step


def apply(content: bytearray, step: Step) -> None:
    if step.kind == "truncate":
        del content[step.offset :]
    elif step.kind == "write":
        content.extend(bytes(max(0, step.offset - len(content))))
        content[step.offset : step.offset + len(step.data)] = step.data


def read(path: Path) -> tuple[list[int], bool]:
    """The rows that are there after the cut, and whether the file is whole."""
    connection = apsw.Connection(str(path))
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = connection.execute("SELECT id FROM person ORDER BY id").fetchall()
        return [row for (row,) in found], sound
    except apsw.CorruptError:
        return [], False
    except apsw.SQLError:  # the table itself was lost
        return [], True
    finally:
        connection.close()


def lost(folder: Path, steps: list[Step], cuts: int, first: int) -> tuple[int, int]:
    """How many of `cuts` power cuts lose a row told as kept, and how many leave damage."""
    path = folder / "after"
    losing = damaged = 0
    dice = random.Random(20261122)
    for _turn in range(cuts):
        done = steps[: dice.randint(first, len(steps))]
        told = {step.row for step in done if step.kind == "told"}
        for name, content in cut(done, dice):
            path.with_name("after" + ("-wal" if name == "wal" else "")).write_bytes(content)
        rows, sound = read(path)
        losing += not told <= set(rows)
        damaged += not sound or rows != list(range(len(rows)))
    return losing, damaged


@pytest.fixture
def level(tmp_path) -> int:
    """How a store of the program syncs."""
    path = tmp_path / "echt.ehrenamt"
    create(path, None)
    connection = connect(path, None)
    found = connection.execute("PRAGMA synchronous").fetchone()[0]
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()
    return int(found)


def first_row(steps: list[Step]) -> int:
    return next(at for at, step in enumerate(steps) if step.kind == "told") + 1


def test_a_power_cut_loses_nothing_that_was_told_as_kept(tmp_path, level):
    assert level == FULL
    steps = record(tmp_path / "store", level)
    assert sum(step.kind == "sync" for step in steps) >= ROWS
    assert lost(tmp_path, steps, CUTS, first_row(steps)) == (0, 0)


def test_the_same_cuts_do_lose_rows_without_full_syncing(tmp_path):
    steps = record(tmp_path / "store", NORMAL)
    losing, _damaged = lost(tmp_path, steps, CUTS // 5, first_row(steps))
    assert losing > CUTS // 20
