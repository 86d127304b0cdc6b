"""The power fails at any moment of a deed: what was told as kept is kept, and all files are whole.

A kill cannot show this, for the system still writes what a dead program handed over. A cut keeps
what was synced and any part of the rest: of each file any of the later writes, some torn at sectors
of 512 bytes, of each folder the names it had at some moment since. That the same cuts do lose
records without full syncing (`NORMAL`, `OFF`) shows that they bite.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import apsw
from tests.torture.clothes import clothed
from tests.torture.disk import Disk, Step, noted, state_of
from tests.torture.judging import judge
from tests.torture.scene import CHEAP, DEEDS, STORE, Deed, make_scene, set_up
from tests.torture.tally import Tally

from ehrenamt_desktop.store import keyfile

SECTOR = 512
PROGRAM = "FULL"
CONTROLS = ("NORMAL", "OFF")
MODES = (PROGRAM, *CONTROLS)
POWER_CUTS = "power cuts"


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)
    pending: list[Step] = field(default_factory=list)
    version: int = 0


@dataclass
class Replay:
    """A disk as it was after some steps; what a cut there leaves is thrown."""

    files: dict[int, _File] = field(default_factory=dict)
    folders: dict[int, list[tuple[tuple[str, int, bool], ...]]] = field(default_factory=dict)
    states: dict[int, list[bytes]] = field(default_factory=dict)
    """All states of each store through the whole deed; `kept` is the last one that was kept."""
    kept: dict[int, int] = field(default_factory=dict)
    told: int = 0

    def take(self, step: Step) -> None:
        """Go one step on."""
        if step.kind == "names":
            self.folders.setdefault(step.file, [()]).append(step.names)
        elif step.kind == "sync names":
            self.folders[step.file] = self.folders.get(step.file, [()])[-1:]
        elif step.kind == "told":
            self.told += 1
        elif step.kind == "committed":
            at = self.kept.get(step.file, -1)
            if at < 0 or step.data != self.states[step.file][at]:
                self.kept[step.file] = at + 1
        else:
            file = self.files.setdefault(step.file, _File())
            if step.kind != "sync":
                file.pending.append(step)
                return
            for one in file.pending:
                _apply(file.safe, one)
            file.pending.clear()
            file.version += 1

    def content(self, number: int, dice: random.Random) -> bytes | bytearray:
        """A file after a cut."""
        file = self.files.setdefault(number, _File())
        if not file.pending:
            return file.safe
        content = bytearray(file.safe)
        for step in _survivors(file.pending, dice):
            _apply(content, step)
        return content

    def names(self, number: int, dice: random.Random) -> tuple[tuple[str, int, bool], ...]:
        """What a folder holds after a cut."""
        held = self.folders.get(number, [()])
        return held[dice.choice((0, len(held) - 1, dice.randrange(len(held))))]


@dataclass
class _Room:
    """The folder in which the disk is laid out after a cut; what lies there already stays."""

    folder: Path
    there: dict[Path, tuple[int, int]] = field(default_factory=dict)
    digests: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def lay(self, replay: Replay, root: int, dice: random.Random) -> dict[str, bytes]:
        """Lay out a cut; digests of all files that are no stores, by their path."""
        self.folder.mkdir(exist_ok=True)
        found: dict[str, bytes] = {}
        left = set(self.folder.rglob("*"))
        self._lay_folder(replay, root, self.folder, dice, found, left)
        for one in sorted(left, reverse=True):
            self.there.pop(one, None)
            one.rmdir() if one.is_dir() else one.unlink()
        return found

    def _lay_folder(
        self, replay: Replay, number: int, folder: Path, dice: random.Random,
        found: dict[str, bytes], left: set[Path],
    ) -> None:  # fmt: skip
        for name, inner, is_folder in replay.names(number, dice):
            path = folder / name
            left.discard(path)
            if is_folder:
                path.mkdir(exist_ok=True)
                self._lay_folder(replay, inner, path, dice, found, left)
                continue
            content = replay.content(inner, dice)
            file = replay.files[inner]
            opened = folder == self.folder and ".ehrenamt" in name
            mark = None if file.pending or opened else (inner, file.version)
            if mark is None or self.there.get(path) != mark:
                path.write_bytes(content)
                self.there.pop(path, None)
                if mark is not None:
                    self.there[path] = mark
            if not opened:
                found[str(path)] = self._digest(content, mark)

    def _digest(self, content: bytes | bytearray, mark: tuple[int, int] | None) -> bytes:
        if mark is None:
            return hashlib.sha256(content).digest()
        if mark not in self.digests:
            self.digests[mark] = hashlib.sha256(content).digest()
        return self.digests[mark]

    def clear(self) -> None:
        """Throw everything away, as somebody has written into it."""
        shutil.rmtree(self.folder)
        self.there.clear()


def torture(folder: Path, cuts: int, seed: int = 0, modes: tuple[str, ...] = MODES) -> Tally:
    """Cut the power so often in each mode, spread over all deeds."""
    tally = Tally()
    scene = folder / "scene"
    with clothed(), mock.patch.object(keyfile, "usual_cost", return_value=CHEAP):
        make_scene(scene)
    for mode in modes:
        for place, deed in enumerate(DEEDS):
            share = cuts // len(DEEDS) + (place < cuts % len(DEEDS))
            dice = random.Random(f"{seed} {deed.name} {mode}")
            _cut_deed(deed, mode, scene, folder, share, dice, tally)
    return tally


def record(deed: Deed, mode: str, scene: Path, run: Path) -> tuple[Disk, Replay, int]:
    """Do a deed once: what reached the disk, the disk before it, and where the deed begins."""
    set_up(deed, scene, run)
    before = Replay()
    disk = Disk(run)
    for store in run.glob("*.ehrenamt"):
        number = disk.number_of(store)
        before.states[number], before.kept[number] = [_state(store)], 0
    with noted(disk, "" if mode == PROGRAM else mode):
        first = len(disk.steps)
        deed.act(run, lambda: disk.note("told"))
    for step in disk.steps:
        states = before.states.setdefault(step.file, [])
        if step.kind == "committed" and step.data not in states[-1:]:
            states.append(step.data)
    for step in disk.steps[:first]:
        before.take(step)
    return disk, before, first


def _cut_deed(
    deed: Deed, mode: str, scene: Path, folder: Path, cuts: int, dice: random.Random, tally: Tally
) -> None:
    disk, replay, done = record(deed, mode, scene, folder / "run")
    what = POWER_CUTS if mode == PROGRAM else f"control {mode}"
    room, root = _Room(folder / "after"), disk.number_of(disk.root)
    known: dict[object, str] = {}
    with clothed():
        for at in _moments(disk.steps, done, cuts, dice):
            for step in disk.steps[done:at]:
                replay.take(step)
            done = at
            tally.count(what, deed.name, _look(deed, replay, room, root, dice, known))
    if room.folder.exists():
        room.clear()


def _moments(steps: list[Step], first: int, cuts: int, dice: random.Random) -> list[int]:
    """Moments of cuts in order: half of them anywhere, half where something is synced or named."""
    marked = [at for at, one in enumerate(steps[first:], first) if one.kind != "write"]
    return sorted(
        min(len(steps), dice.choice(marked) + dice.randint(0, 1))
        if marked and number % 2
        else dice.randint(first, len(steps))
        for number in range(cuts)
    )


def _look(
    deed: Deed,
    replay: Replay,
    room: _Room,
    root: int,
    dice: random.Random,
    known: dict[object, str],
) -> str:
    """What became of everything; the same ends are judged once."""
    found = room.lay(replay, root, dice)
    shown = {name: one for name, one in found.items() if "/." not in name}
    names = {path.name: path for path in room.folder.glob("[!.]*.ehrenamt")}
    recovered = {name: _state(path) for name, path in sorted(names.items())}
    wrong = _unknown_state(replay, recovered.get(STORE, b""), root)
    if wrong:
        return wrong
    end = (frozenset(shown.items()), frozenset(recovered.items()), replay.told)
    if end not in known:
        known[end] = judge(deed, room.folder, replay.told)
        room.clear()
    return known[end]


def _unknown_state(replay: Replay, state: bytes, root: int) -> str:
    """A store is, to the last bit, as after its last commit or the one that was under way."""
    held = replay.folders[root][0]
    number = next((one for name, one, _ in held if name == STORE), 0)
    if number != next((one for name, one, _ in replay.folders[root][-1] if name == STORE), 0):
        return ""
    states, kept = replay.states[number], replay.kept.get(number, 0)
    if not states or state in states[kept : kept + 2]:
        return ""
    return "lost" if state in states else "torn"


def _state(store: Path) -> bytes:
    """What a store holds to the last bit after it was opened; empty if it cannot be."""
    try:
        connection = apsw.Connection(str(store), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:
        return b""
    try:
        connection.execute("PRAGMA synchronous=OFF").fetchall()
        return state_of(connection)
    except apsw.Error:
        return b""
    finally:
        connection.close()


def _survivors(pending: list[Step], dice: random.Random) -> Iterator[Step]:
    """Any part of what was not synced: none, all, the first ones, or some."""
    how = dice.choice(("none", "all", "first", "some"))
    ends = dice.randint(0, len(pending))
    for at, step in enumerate(pending):
        kept = {"none": False, "all": True, "first": at < ends, "some": dice.random() < 0.5}[how]
        if not kept:
            continue
        if step.kind == "write" and dice.random() < 0.1:
            length = SECTOR * dice.randint(0, len(step.data) // SECTOR)
            yield Step("write", step.file, step.offset, step.data[:length])
        else:
            yield step


def _apply(content: bytearray, step: Step) -> None:
    if step.kind == "truncate":
        del content[step.offset :]
    elif step.data:
        content.extend(bytes(max(0, step.offset - len(content))))
        content[step.offset : step.offset + len(step.data)] = step.data
