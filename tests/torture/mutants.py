"""Stores, key files and safety copies changed by chance: refused, found by the check, or unharmed.

What is opened and called sound must hold exactly what it held before. A log that a crash left
behind ends before its damage (SQLite's way): then it must be told that steps are missing.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.torture.scene import (
    COPIES,
    KEY_FILE,
    RESTORED,
    SECRET,
    STORE,
    fingerprint,
    first_copy,
    make_scene,
)
from tests.torture.tally import Tally

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.services import backups
from ehrenamt_desktop.services.office import Office, open_office
from ehrenamt_desktop.store import backup, keyfile

PAGE, SECTOR = 4096, 512
STEPS = 3
"""Steps in the log that a crash left beside a store."""
STORES, LOGS, KEYS, BACKUPS = "mutated stores", "mutated logs", "mutated keys", "mutated backups"

Mutation = Callable[[bytes, random.Random], bytes]


def _over(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new[: len(content) - at] + content[at + len(new) :]


def _bit(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content))
    return _over(content, at, bytes([content[at] ^ 1 << dice.randrange(8)]))


def _bytes(content: bytes, dice: random.Random) -> bytes:
    return _over(content, dice.randrange(len(content)), dice.randbytes(dice.randint(1, 600)))


def _zeros(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(0, len(content), SECTOR)
    return _over(content, at, bytes(SECTOR * dice.choice((1, 8))))


def _swapped(content: bytes, dice: random.Random) -> bytes:
    places = range(0, max(len(content) - PAGE, 1), PAGE)
    one, other = dice.choice(places), dice.choice(places)
    swapped = _over(content, one, content[other : other + PAGE])
    return _over(swapped, other, content[one : one + PAGE])


def _doubled(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(0, len(content), SECTOR)
    return content[:at] + content[at : at + SECTOR] + content[at:]


def _left_out(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(0, len(content), SECTOR)
    return content[:at] + content[at + dice.choice((1, SECTOR, PAGE)) :]


def _cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.choice((dice.randrange(len(content)), len(content) // PAGE // 2 * PAGE))]


def _tail(content: bytes, dice: random.Random) -> bytes:
    return content + dice.randbytes(dice.randint(1, PAGE))


MUTATIONS: dict[str, Mutation] = {
    "flipped bit": _bit, "other bytes": _bytes, "zeros": _zeros, "swapped pages": _swapped,
    "doubled": _doubled, "left out": _left_out, "cut": _cut, "tail": _tail,
}  # fmt: skip


def mutate(content: bytes, dice: random.Random) -> tuple[str, bytes]:
    """One mutation that changes something, and its name."""
    while True:
        name = dice.choice(list(MUTATIONS))
        changed = MUTATIONS[name](content, dice)
        if changed != content:
            return name, changed


def torture(folder: Path, stores: int, copies: int, seed: int = 0) -> Tally:
    """Open so many mutated stores (a tenth with a log, a tenth key files) and mutated backups."""
    tally, dice, scene = Tally(), random.Random(f"{seed} mutants"), folder / "scene"
    make_scene(scene)
    hot = folder / "hot"
    states = _crash(scene, hot)
    room = folder / "run"
    for number in range(stores):
        if number % 10 == 8:
            _mutate_store(hot, room, states, dice, tally)
        elif number % 10 == 9:
            _mutate_key(scene, room, dice, tally)
        else:
            _mutate_store(scene, room, states[:1], dice, tally)
    for _ in range(copies):
        _mutate_backup(scene, room, dice, tally)
    return tally


def _crash(scene: Path, hot: Path) -> list[str]:
    """The store with a log of some steps beside it; its states, the first without a step."""
    office = open_office(scene / STORE, passphrase=SECRET)
    states = [_print(office)]
    kept = scene.with_name("kept")
    shutil.copytree(scene, kept)
    for number in range(STEPS):
        office.people.save({"last_name": f"Absturz{number}"})
        states.append(_print(office))
    shutil.copytree(scene, hot)
    office.close()
    shutil.rmtree(scene)
    kept.rename(scene)
    return states


def _print(office: Office) -> str:
    with office.store.read() as connection:
        return fingerprint(connection)


def _mutate_store(
    scene: Path, room: Path, states: list[str], dice: random.Random, tally: Tally
) -> None:
    """Mutate a store, or the log beside it, and open it as the program does."""
    _lay(scene, room)
    log = (room / STORE).with_name(STORE + "-wal")
    file = log if len(states) > 1 and dice.random() < 0.5 else room / STORE
    name, changed = mutate(file.read_bytes(), dice)
    file.write_bytes(changed)
    tally.count(LOGS if len(states) > 1 else STORES, name, _opened(room, states[-1]))


def _opened(room: Path, held_before: str) -> str:
    try:
        office = open_office(room / STORE, passphrase=SECRET)
        try:
            if office.lost:
                return "told"
            if not office.backups.check().sound:
                return "found"
            held = _print(office)
        finally:
            office.close()
    except EhrenamtError:
        return "refused"
    except Exception as error:  # noqa: BLE001 - any other end is what is looked for
        return f"{type(error).__name__}: {error}"
    return "unharmed" if held == held_before else "accepted"


def _mutate_key(scene: Path, room: Path, dice: random.Random, tally: Tally) -> None:
    _lay(scene, room)
    file = room / KEY_FILE
    key, before = keyfile.unlock(file, SECRET), keyfile.read(file)
    name, changed = mutate(file.read_bytes(), dice)
    file.write_bytes(changed)
    try:
        opened = keyfile.unlock(file, SECRET)
        end = "found" if not keyfile.is_intact(file) else "accepted"
        if opened == key and keyfile.read(file) == before:
            end = "unharmed"
    except EhrenamtError:
        end = "refused"
    except Exception as error:  # noqa: BLE001 - any other end is what is looked for
        end = f"{type(error).__name__}: {error}"
    tally.count(KEYS, name, end)


def _mutate_backup(scene: Path, room: Path, dice: random.Random, tally: Tally) -> None:
    """Mutate one file of a safety copy, or take it away, and restore the copy."""
    _lay(scene, room)
    copy = first_copy(room)
    before = backup.read_manifest(copy)
    file = dice.choice(sorted(copy.iterdir()))
    if dice.random() < 0.05:
        name = "taken away"
        file.unlink()
    else:
        name, changed = mutate(file.read_bytes(), dice)
        file.write_bytes(changed)
    try:
        backups.restore(copy, room / RESTORED, SECRET)
        whole = (copy / before.store).read_bytes() == (room / RESTORED).read_bytes()
        end = "unharmed" if whole and backup.read_manifest(copy) == before else "accepted"
    except EhrenamtError:
        end = "refused"
    except Exception as error:  # noqa: BLE001 - any other end is what is looked for
        end = f"{type(error).__name__}: {error}"
    tally.count(BACKUPS, f"{file.suffix[1:]} {name}", end)


def _lay(scene: Path, room: Path) -> None:
    """A fresh copy of a scene; what does not change is laid once."""
    room.mkdir(exist_ok=True)
    for one in room.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    for one in scene.iterdir():
        if one.name != COPIES:
            shutil.copyfile(one, room / one.name)
    shutil.copytree(scene / COPIES, room / COPIES)
