"""One writer at a time; readers go on; a crash frees the store."""

from __future__ import annotations

import os
import signal
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
