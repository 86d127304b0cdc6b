"""The disk is full or may not be written: a sentence, and all that was kept is still there."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from tests.make_office import adult

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup, key_changes, keyfile
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.connection import connect, create
from ehrenamt_desktop.store.schema import create_store
from ehrenamt_desktop.store.trouble import FORBIDDEN, FULL, guarded
from ehrenamt_desktop.store.wrapping import Cost

FILL = """
import pathlib, resource, signal, sys
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.trouble import guarded
limit = int(sys.argv[3])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
connection = connect(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
kept = 0
try:
    with guarded():
        while kept < 5000:
            connection.execute(
                "INSERT INTO setting(version, created_at, changed_at, source, key, value) "
                "VALUES (1, '2026-01-01', '2026-01-01', '', ?, ?)", (f"k{kept}", "wert" * 900))
            kept += 1
except StoreUnavailable as error:
    print(kept, error.sentence)
"""
KEY = bytes(range(32))


def filled(answer: str) -> tuple[int, str]:
    """Rows kept before the disk failed, and the sentence that was shown."""
    kept, sentence = answer.split(" ", 1)
    return int(kept), sentence.strip()


def rows(path) -> int:
    connection = connect(path, KEY, readonly=True)
    found = connection.execute("SELECT count(*) FROM setting WHERE key LIKE 'k%'").fetchone()[0]
    connection.close()
    return int(found)


def test_a_file_that_may_not_grow_keeps_what_was_kept(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create_store(path, KEY)
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path), KEY.hex(), str(1_500_000)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    kept, sentence = filled(done.stdout)
    assert "Datenträger" in sentence
    assert kept > 20
    assert rows(path) == kept
    assert check(path, KEY).sound
    assert done.stderr == ""


def test_a_full_disk_keeps_what_was_kept(tmp_path):
    """On a disk of two megabytes of its own, where this user may make one."""
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here")
    path = tmp_path / "x.ehrenamt"
    create_store(path, KEY)
    disk, rest = tmp_path / "disk", tmp_path / "rest"
    disk.mkdir()
    rest.mkdir()
    script = (
        'mount -t tmpfs -o size=2m none "$1" || exit 77; cp "$2" "$1/" || exit 77; '
        '"$3" -c "$4" "$1/x.ehrenamt" "$5" 0; status=$?; cp "$1"/x.ehrenamt* "$6/"; exit $status'
    )
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, "sh", str(disk), str(path), sys.executable, FILL,
         KEY.hex(), str(rest)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no disk of its own here")
    kept, sentence = filled(done.stdout)
    assert sentence == FULL
    assert kept > 20
    assert rows(rest / "x.ehrenamt") == kept
    assert check(rest / "x.ehrenamt", KEY).sound


def test_a_store_that_may_not_grow_says_so_and_loses_only_the_last_step(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create(path, KEY)
    connection = connect(path, KEY)
    connection.execute("CREATE TABLE t (x)").fetchall()
    connection.execute("PRAGMA max_page_count=20").fetchall()
    kept = 0

    def fill() -> None:
        nonlocal kept
        while True:
            connection.execute("INSERT INTO t VALUES (randomblob(3000))")
            kept += 1

    with pytest.raises(StoreUnavailable) as caught, guarded():
        fill()
    assert caught.value.sentence == FULL
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (kept,)
    connection.close()


def test_a_disk_that_fails_at_any_sync_leaves_no_half_backup_and_evicts_none(
    office, tmp_path, monkeypatch
):
    adult(office)
    to = tmp_path / "usb"
    good = office.backups.make(to)
    real, left = os.fsync, [0]

    def fails_once(descriptor: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(errno.ENOSPC, "full")
        real(descriptor)

    monkeypatch.setattr("os.fsync", fails_once)
    told = 0
    for moment in range(1, 50):
        left[0] = moment
        with suppress(StoreUnavailable):
            office.backups.make(to)
            break
        told += 1
        assert [one for one in to.iterdir() if one.name.startswith(".")] == []
        for folder in backup.all_in(to):
            backup.verify(folder)
    assert told >= 5
    assert backup.all_in(to)[0] == good


def test_a_copy_that_breaks_off_leaves_nothing(office, tmp_path, monkeypatch):
    def breaks(*_args: object) -> None:
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(backup, "copy_store", breaks)
    with pytest.raises(StoreUnavailable, match="Datenträger meldet einen Fehler"):
        office.backups.make(tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_folder_that_may_not_be_written_says_so(tmp_path):
    folder = tmp_path / "nur-lesen"
    folder.mkdir()
    path = folder / "x.ehrenamt"
    create_store(path, KEY)
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        folder.chmod(0o700)
        pytest.skip("this user may write everywhere")
    try:
        with pytest.raises(StoreUnavailable, match=r"schreibgeschützt|darf nicht"):
            connect(path, KEY).execute("CREATE TABLE t (x)")
        with pytest.raises(StoreUnavailable, match="darf nicht"):
            create(folder / "neu.ehrenamt", KEY)
        with pytest.raises(StoreUnavailable, match="darf nicht"):
            backup.make(path, None, folder / "usb")
    finally:
        folder.chmod(0o700)


def test_a_second_writer_is_told_to_wait(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create_store(path, KEY)
    first, second = connect(path, KEY), connect(path, KEY, timeout=0.05)
    first.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="anderen Vorgang geschrieben"), guarded():
        second.execute("BEGIN IMMEDIATE")
    assert second.execute("SELECT count(*) FROM setting").fetchone() == (0,)
    first.close()
    second.close()


def test_a_stale_view_cannot_write_over_newer_records(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create(path, KEY)
    first, second = connect(path, KEY), connect(path, KEY)
    first.execute("CREATE TABLE t (x)")
    second.execute("BEGIN")
    second.execute("SELECT count(*) FROM t").fetchall()
    first.execute("INSERT INTO t VALUES (1)")
    with pytest.raises(StoreUnavailable, match="anderen Vorgang geschrieben"), guarded():
        second.execute("INSERT INTO t VALUES (2)")
    first.close()
    second.close()


def test_failures_inside_a_step_of_the_office_are_sentences_too(office):
    """Through SQLAlchemy: the wrapped error is looked into."""
    adult(office)
    with office.store.write("Probe") as unit:
        unit.connection().exec_driver_sql("PRAGMA max_page_count=1").fetchall()

    def fill() -> None:
        for number in range(200):
            office.people.save({"last_name": f"Name{number}", "profession": "x" * 60})

    with pytest.raises(StoreUnavailable) as caught:
        fill()
    assert caught.value.sentence == FULL
    total = office.lists.people.total()
    office.close()
    again = open_office(office.path)
    assert again.lists.people.total() == total
    assert again.backups.check().sound
    again.close()


def test_a_read_only_connection_is_called_so(tmp_path):
    path = tmp_path / "x.ehrenamt"
    create_store(path, KEY)
    connection = connect(path, KEY, readonly=True)
    with pytest.raises(StoreUnavailable) as caught, guarded():
        connection.execute("DELETE FROM setting")
    connection.close()
    assert caught.value.sentence == FORBIDDEN


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as on a disk that is full there."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_is_full_at_any_byte_of_the_key_file_leaves_the_old_one(tmp_path):
    path = tmp_path / "x.schluessel"
    cheap = Cost(64, 1, 1)
    key, _code = keyfile.create(path, "geheim", cost=cheap)
    before = path.read_bytes()
    for size in range(0, len(before) - 100, 61):
        with pytest.raises(StoreUnavailable, match="voll"), room_for(size):
            key_changes.change_passphrase(path, "geheim", "anders", cost=cheap)
        assert path.read_bytes() == before
        assert [one for one in tmp_path.iterdir() if one.suffix == ".neu"] == []
    key_changes.change_passphrase(path, "geheim", "anders", cost=cheap)
    assert keyfile.unlock(path, "anders") == key


def test_a_disk_that_is_full_at_any_byte_of_a_copy_leaves_none_and_evicts_none(office, tmp_path):
    adult(office)
    to = tmp_path / "usb"
    good = office.backups.make(to)
    whole = office.path.stat().st_size
    for part in range(10):
        with pytest.raises(StoreUnavailable, match="voll"), room_for(whole * part // 10):
            office.backups.make(to)
        assert list(to.iterdir()) == [good]
    assert backup.verify(office.backups.make(to))


def test_a_disk_that_is_full_at_any_byte_of_a_step_keeps_all_before_and_goes_on_later(office):
    """With a log that grows: the same window saves again as soon as there is room."""
    adult(office)
    log = office.path.with_name(office.path.name + "-wal")
    total, refused = 1, 0
    for part in range(0, 60_000, 4_000):
        size, before = log.stat().st_size, total
        with suppress(StoreUnavailable), room_for(size + part):
            adult(office, last_name=f"Voll{part}")
        total = office.lists.people.total()
        assert total in (before, before + 1)
        refused += total == before
        adult(office, last_name=f"Platz{part}")
        total += 1
        assert office.lists.people.total() == total
    assert refused >= 10
    assert office.backups.check().sound
