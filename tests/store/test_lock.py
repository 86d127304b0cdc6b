"""One writer at a time; readers go on; a crash frees the store."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
import sys

import pytest
from tests.make_office import adult

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store.lock import WriterLock

HOLD = """
import sys, pathlib, time
from ehrenamt_desktop.store.lock import WriterLock
lock = WriterLock(pathlib.Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_window_is_told_who_holds_the_store_and_can_read(office):
    adult(office)
    second = open_office(office.path)
    try:
        with pytest.raises(StoreUnavailable, match=r"seit 13:00 Uhr|seit 12:00 Uhr"):
            adult(second)
        assert second.lists.people.total() == 1
    finally:
        second.close()
    office.close()
    third = open_office(office.path)
    adult(third, last_name="Zwei")
    assert third.lists.people.total() == 2
    third.close()


def test_a_crash_frees_the_store(tmp_path):
    path = tmp_path / "x.ehrenamt"
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    lock = WriterLock(path)
    with pytest.raises(StoreUnavailable):
        lock.acquire()
    holder = lock.holder()
    assert holder is not None
    assert holder.pid == child.pid
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    lock.acquire()
    lock.release()


def test_a_lock_file_full_of_rubbish_stops_nobody(tmp_path):
    lock = WriterLock(tmp_path / "x.ehrenamt")
    lock.path.write_bytes(b"\xff\x00rubbish")
    lock.acquire()
    lock.release()


def test_a_refused_second_leaves_the_note_of_the_first(tmp_path):
    first, second = WriterLock(tmp_path / "x.ehrenamt"), WriterLock(tmp_path / "x.ehrenamt")
    first.acquire()
    before = first.path.read_bytes()
    with pytest.raises(StoreUnavailable, match=socket.gethostname()):
        second.acquire()
    assert first.path.read_bytes() == before
    first.release()
    second.acquire()
    second.release()


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize(
    ("since", "told"),
    [("2026-11-23T08:12:00+00:00", "seit 09:12 Uhr"),
     ("2026-11-20T08:12:00+00:00", r"seit 20\.11\.2026, 09:12 Uhr")],
)  # fmt: skip
def test_another_computer_is_never_robbed_of_its_lock(tmp_path, since, told):
    lock = WriterLock(tmp_path / "x.ehrenamt")
    note = json.dumps({"user": "Frau Amt", "host": "RATHAUS-7", "pid": 1, "since": since})
    lock.path.write_text(note)
    with pytest.raises(StoreUnavailable, match=f"{told} auf „RATHAUS-7“ von „Frau Amt“"):
        lock.acquire()
    assert lock.path.read_text() == note
    lock.path.unlink()  # the way out that the sentence names
    lock.acquire()
    lock.release()


def test_a_note_of_this_computer_without_its_program_is_taken_over(tmp_path):
    """After a crash the note stays; the system's lock is what counts."""
    lock = WriterLock(tmp_path / "x.ehrenamt")
    note = {"user": "x", "host": socket.gethostname(), "pid": 1, "since": "2026-11-20T08:00:00Z"}
    lock.path.write_text(json.dumps(note))
    lock.acquire()
    holder = lock.holder()
    assert holder is not None
    assert holder.pid == os.getpid()
    lock.release()
    assert lock.holder() is None


def test_a_file_system_without_locks_is_not_called_a_second_window(tmp_path, monkeypatch):
    def fails(*_args: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("fcntl.flock", fails)
    with pytest.raises(OSError, match="no locks"):
        WriterLock(tmp_path / "x.ehrenamt").acquire()


def test_a_folder_that_takes_no_lock_file_has_a_sentence(office, monkeypatch):
    def gone(*_args: object) -> None:
        raise OSError(errno.ENODEV, "gone")

    monkeypatch.setattr("ehrenamt_desktop.store.lock._opened", gone)
    with pytest.raises(StoreUnavailable, match="angeschlossen"):
        office.store.hold()


SAVE = """
import pathlib, sys
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.services.office import open_office
sys.stdin.readline()
for number in range(4):
    while True:
        office = open_office(pathlib.Path(sys.argv[1]))
        try:
            office.people.save({"last_name": f"{sys.argv[2]}{number}"})
            break
        except StoreUnavailable:
            pass  # somebody else holds it: try again
        finally:
            office.close()
"""


def test_programs_that_write_at_once_come_one_after_the_other(office):
    office.close()
    children = [
        subprocess.Popen(
            [sys.executable, "-c", SAVE, str(office.path), name], stdin=subprocess.PIPE, text=True
        )
        for name in ("Amt", "Vertretung", "Aushilfe")
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("los\n")
        child.stdin.close()
    assert [child.wait() for child in children] == [0, 0, 0]
    again = open_office(office.path)
    assert again.lists.people.total() == 12
    assert again.lost == ""
    assert again.backups.check().sound
    again.close()
