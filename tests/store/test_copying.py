"""A copy beside a writer is one consistent view, whichever way it is made."""

from __future__ import annotations

import threading

import pytest

from ehrenamt_desktop.model.progress import QUIET
from ehrenamt_desktop.store import copying
from ehrenamt_desktop.store.check import check_copy, counts
from ehrenamt_desktop.store.connection import connect, connect_copy


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    monkeypatch.setattr(copying, "CHUNK", 16 * 1024)
    monkeypatch.setattr(copying, "PAGES_PER_STEP", 5)


@pytest.fixture
def page_by_page(monkeypatch):
    """How often SQLite had to copy page by page."""
    calls = []
    real = copying._page_by_page
    monkeypatch.setattr(copying, "_page_by_page", lambda *one: (calls.append(1), real(*one)))
    return calls


def amounts(path):
    connection = connect_copy(path, None)
    try:
        return counts(connection), copying.last_mark(connection)
    finally:
        connection.close()


def test_a_still_store_is_copied_as_it_lies(office, tmp_path, page_by_page):
    office.people.save({"last_name": "Beck"})
    made = copying.copy_store(office.path, None, tmp_path / "kopie", QUIET)
    assert page_by_page == []
    assert amounts(tmp_path / "kopie") == made
    assert made[0]["person"] == 1
    assert check_copy(tmp_path / "kopie", None).sound


def test_a_reader_beside_us_is_no_hindrance(office, tmp_path):
    office.people.save({"last_name": "Beck"})
    with office.store.read() as connection:
        connection.execute("SELECT count(*) FROM person").fetchone()
        office.people.save({"last_name": "Dietz"})
        made = copying.copy_store(office.path, None, tmp_path / "kopie", QUIET)
    assert made[0]["person"] == 2
    assert amounts(tmp_path / "kopie") == made


@pytest.mark.parametrize("still", [True, False])
def test_what_is_written_meanwhile_is_all_there_or_not_at_all(
    office, tmp_path, page_by_page, monkeypatch, still
):
    """Each step of the copy sees a writer commit and a checkpoint tried."""
    office.people.save({"last_name": "Beck"})
    if not still:
        monkeypatch.setattr(copying, "_as_it_lies", lambda *_: False)
    writer = connect(office.path, None, timeout=0.0)
    steps = []

    class Meanwhile:
        def step(self, done, total, text=""):
            writer.execute(
                "INSERT INTO household (created_at, changed_at, source, name) "
                "VALUES ('2026-01-01', '2026-01-01', '', 'x')"
            )
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            steps.append(done)

    try:
        made = copying.copy_store(office.path, None, tmp_path / "kopie", Meanwhile())
    finally:
        writer.close()
    assert len(steps) > 5
    assert bool(page_by_page) is not still
    assert made[0]["household"] == 0
    assert amounts(tmp_path / "kopie") == made
    assert check_copy(tmp_path / "kopie", None).sound


def test_a_file_that_did_not_lie_still_is_copied_again(office, tmp_path, page_by_page, monkeypatch):
    office.people.save({"last_name": "Beck"})
    monkeypatch.setattr(copying, "digest", lambda _: "another")
    made = copying.copy_store(office.path, None, tmp_path / "kopie", QUIET)
    assert page_by_page == [1]
    assert amounts(tmp_path / "kopie") == made


def test_many_writers_and_copies_at_once(office, tmp_path):
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            office.people.save({"last_name": f"Muster {number}"})

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for turn in range(12):
            path = tmp_path / f"kopie-{turn}"
            made = copying.copy_store(office.path, None, path, QUIET)
            assert amounts(path) == made
            assert check_copy(path, None).sound
    finally:
        stop.set()
        thread.join()
