"""A crash that cost steps is told; one that cost nothing, and every usual end, is not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.make_office import adult

from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.lock import WriterLock


@pytest.fixture
def crashed(office, tmp_path) -> Path:
    """What lies on the disk when the program is killed after some steps, its log beside it."""
    adult(office)
    folder = tmp_path / "absturz"
    folder.mkdir()
    for tail in ("", "-wal", ".lock"):
        shutil.copyfile(f"{office.path}{tail}", folder / f"{office.path.name}{tail}")
    return folder / office.path.name


def log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def test_a_crash_that_cost_nothing_is_not_spoken_of(crashed):
    office = open_office(crashed)
    assert office.lost == ""
    assert office.lists.people.total() == 1
    office.close()
    assert check(crashed, None).sound


@pytest.mark.parametrize("damage", ["gone", "cut", "bit"])
def test_a_damaged_log_is_told_until_somebody_goes_on(crashed, damage):
    log = log_of(crashed)
    content = bytearray(log.read_bytes())
    if damage == "gone":
        log.unlink()
    elif damage == "cut":
        log.write_bytes(content[: len(content) * 2 // 3])
    else:
        content[len(content) // 3] ^= 1
        log.write_bytes(content)
    office = open_office(crashed)
    assert "Änderung" in office.lost
    assert "Bitte sehen Sie nach" in office.lost
    report = check(crashed, None)
    assert not report.sound
    assert office.lost in report.faults
    adult(office)
    office.close()
    again = open_office(crashed)
    assert again.lost == ""
    again.close()
    assert check(crashed, None).sound


def test_nothing_is_told_beside_a_window_that_lives(office):
    adult(office)
    second = open_office(office.path)
    assert WriterLock(office.path).left_behind() == 0
    assert second.lost == ""
    second.close()


def test_nothing_is_told_after_a_usual_end_or_of_a_foreign_lock_file(office):
    adult(office)
    office.close()
    lock = WriterLock(office.path)
    for content in ("", "{}", "rubbish", '{"user": "", "host": "h", "pid": 1, "since": "x"}'):
        lock.path.write_text(content, encoding="utf-8")
        assert lock.left_behind() == 0
    again = open_office(office.path)
    assert again.lost == ""
    again.close()


def test_a_lock_file_that_cannot_be_written_hinders_no_step(office, monkeypatch):
    adult(office)

    def full(*_args: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("ehrenamt_desktop.store.lock._put", full)
    adult(office, last_name="Zwei")
    assert office.lists.people.total() == 2
