"""The program is killed at any moment: no record told as kept is lost, no backup is half."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from ehrenamt_desktop.services.backups import restore
from ehrenamt_desktop.store import backup, keyfile
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.schema import create_store

ROUNDS = 30
PLACES = 16
"""Moments of a backup at which it is killed, spread evenly over all its calls."""

WRITE = """
import os, pathlib, sys
from ehrenamt_desktop.store.connection import connect
connection = connect(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
connection.execute("PRAGMA wal_autocheckpoint=20").fetchall()
round_, number = int(sys.argv[3]), 0
while True:
    connection.execute("BEGIN IMMEDIATE")
    for part in ("a", "b"):
        connection.execute(
            "INSERT INTO setting(version, created_at, changed_at, source, key, value) "
            "VALUES (1, '2026-01-01', '2026-01-01', '', ?, ?)",
            (f"{round_}-{number}-{part}", "wert" * 100),
        )
    connection.execute("COMMIT")
    os.write(1, f"{round_}-{number}\\n".encode())
    number += 1
"""

COPY = """
import os, pathlib, signal, sys
from sqlcipher3 import dbapi2
from ehrenamt_desktop.store import backup
store, key, to = pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), pathlib.Path(sys.argv[3])
last, calls = int(sys.argv[4]), 0
backup.PAGES_PER_STEP = 5
def count(*_event):
    global calls
    calls += 1
    if calls == last:
        os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(count)
backup.make(store, key, to)
sys.setprofile(None)
print(calls)
"""


@pytest.fixture
def store(tmp_path) -> tuple[Path, bytes]:
    """An encrypted store with its key file."""
    path = tmp_path / "x.ehrenamt"
    cost = keyfile.Cost(64, 1, 1)
    key, _code = keyfile.create(path.with_suffix(keyfile.SUFFIX), "geheim", cost=cost)
    create_store(path, key)
    return path, key


def run(script: str, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *(str(one) for one in args)],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_killed_writer_loses_no_row_it_was_told_of_and_tears_none(store):
    path, key = store
    told: set[str] = set()
    for turn in range(ROUNDS):
        with run(WRITE, path, key.hex(), turn) as child:
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(3 + turn * 5)]
            child.kill()
            lines += child.stdout.readlines()
        told |= {line.strip() for line in lines if line.endswith("\n")}
        connection = connect(path, key, readonly=True)
        kept = {row[0] for row in connection.execute("SELECT key FROM setting")}
        connection.close()
        assert {f"{one}-{part}" for one in told for part in "ab"} <= kept, "a row was lost"
        halves = {one.rsplit("-", 1)[0] for one in kept}
        assert {f"{one}-{part}" for one in halves for part in "ab"} == kept, "a step was torn"
        assert len(halves) <= len(told) + turn + 1
    assert len(told) > ROUNDS * 20
    assert check(path, key).sound


def test_a_killed_backup_is_never_half_and_the_next_one_works(store, tmp_path):
    path, key = store
    to = tmp_path / "usb"
    with run(COPY, path, key.hex(), to, 0) as child:
        assert child.stdout is not None
        calls = int(child.stdout.read())
    assert calls > 500
    whole = 1
    for turn in range(PLACES):
        with run(COPY, path, key.hex(), to, 1 + calls * turn // PLACES) as child:
            child.wait()
        assert child.returncode == -9
        named = [one for one in to.iterdir() if not one.name.startswith(".")]
        assert sorted(named) == sorted(backup.all_in(to))
        for folder in named:
            assert backup.verify(folder).store_id
        assert len(named) in (whole, whole + 1)
        whole = len(named)
    folder = backup.make(path, key, to)
    restore(folder, tmp_path / "wieder.ehrenamt", "geheim")
    assert check(path, key).sound


RESTORE = COPY.replace("backup.make(store, key, to)", "backup.restore(to, store, key)")


def test_a_killed_restore_makes_no_half_store_and_can_be_done_again(store, tmp_path):
    path, key = store
    folder = backup.make(path, key, tmp_path / "usb")
    target = tmp_path / "wieder.ehrenamt"
    with run(RESTORE, tmp_path / "probe.ehrenamt", key.hex(), folder, 0) as child:
        assert child.stdout is not None
        calls = int(child.stdout.read())
    for place in itertools.chain(range(1, calls, calls // 8), (calls - 12, calls - 6)):
        with run(RESTORE, target, key.hex(), folder, place) as child:
            child.wait()
        assert child.returncode == -9
        if target.exists():
            assert check(target, key).sound
            assert keyfile.unlock(target.with_suffix(keyfile.SUFFIX), "geheim") == key
            target.unlink()
    backup.restore(folder, target, key)
    assert check(target, key).sound
