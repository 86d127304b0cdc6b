"""What keeps the office safe by itself, and the dialog of the copies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.model.backups import BackupState
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.store.wrapping import Cost
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.navigator import Navigator
from ehrenamt_desktop.ui.safety import keeper as keeping
from ehrenamt_desktop.ui.safety.backup_words import is_well, state_words
from ehrenamt_desktop.ui.safety.keeper import Keeper, keep_at_exit


@pytest.fixture
def sealed(tmp_path, monkeypatch) -> Iterator[Any]:
    monkeypatch.setattr(keyfile, "usual_cost", lambda: Cost(8 * 16, 1, 1))
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase="geheim")
    office = open_office(path, passphrase="geheim")
    office.people.save({"last_name": "Beck", "first_name": "Lea"})
    yield office
    office.close()


@pytest.fixture
def device(tmp_path) -> Device:
    return Device(tmp_path / "device")


@pytest.fixture
def shown() -> list[BackupState]:
    return []


@pytest.fixture
def keeper(sealed, tasks, bus, notices, files, device, shown, qapp) -> Iterator[Keeper]:
    desk = Desk(sealed, tasks, bus, notices, files, Navigator())
    made = Keeper(desk, device, shown.append, qapp)
    yield made
    made.deleteLater()


def test_what_changed_is_copied_and_said(keeper, sealed, shown):
    keeper.look()
    assert len(sealed.backups.listed()) == 1
    assert state_words(shown[-1]).startswith("Gesichert und geprüft: heute, ")
    assert is_well(shown[-1])
    keeper.look()
    assert len(sealed.backups.listed()) == 1


def test_a_missing_second_place_is_spoken_of_once_a_week(keeper, notices, device):
    keeper.begin()
    assert notices.texts() == [keeping.NO_SECOND]
    keeper.begin()
    assert notices.texts() == [keeping.NO_SECOND]
    for turn, said in enumerate(("2020-01-01", "2099-01-01"), 2):
        device.set(keeping.REMINDED, said)
        keeper.begin()
        assert notices.texts() == [keeping.NO_SECOND] * turn


def test_what_a_crash_cost_is_a_warning(keeper, sealed, notices):
    sealed.lost = "Die letzte Änderung fehlt."
    keeper.begin()
    assert notices.texts()[0] == "Die letzte Änderung fehlt."


def test_a_second_place_is_chosen_filled_and_missed(
    keeper, sealed, files, notices, tmp_path, shown
):
    stick = tmp_path / "stift"
    stick.mkdir()
    files.next_path = stick
    keeper.ask_second()
    assert {one.second for one in sealed.backups.listed(stick)} == {True, False}
    stick.rename(tmp_path / "weg")
    sealed.people.save({"last_name": "Beck", "first_name": "Tim"})
    keeper.look()
    assert "„stift“ ist nicht zu erreichen" in notices.texts()[-1]
    assert state_words(shown[-1]).endswith("· zweiter Ort fehlt")
    assert not is_well(shown[-1])
    assert len([one for one in sealed.backups.listed() if not one.second]) == 2


def test_a_restore_is_rehearsed_when_it_is_time(keeper, sealed, notices, shown):
    keeper.look()
    keeper.begin()
    assert "Die Wiederherstellung ist geprobt" in notices.texts()[-1]
    assert shown[-1].rehearsal.problem == ""
    said = len(notices.texts())
    keeper.begin()
    assert len(notices.texts()) == said


def test_a_rehearsal_that_fails_is_a_warning(keeper, sealed, notices, shown):
    keeper.look()
    (row,) = sealed.backups.listed()
    copied = row.folder / "buero.ehrenamt"
    content = bytearray(copied.read_bytes())
    content[7000] ^= 1
    copied.write_bytes(content)
    keeper.rehearse()
    assert notices.shown[-1][0] == "warning"
    assert "ließ sich nicht wiederherstellen" in notices.texts()[-1]
    assert not is_well(shown[-1])


def test_a_failed_copy_is_said_and_tried_again(keeper, sealed, notices, monkeypatch):
    from ehrenamt_desktop.errors import StoreUnavailable
    from ehrenamt_desktop.store import backup

    def full(*_args):
        raise StoreUnavailable("Am Ort der Sicherung ist nicht genug Platz.")

    with monkeypatch.context() as patch:
        patch.setattr(backup, "make", full)
        keeper.look()
    assert "nicht genug Platz" in str(notices.errors[-1])
    keeper.look()
    assert len(sealed.backups.listed()) == 1


def test_the_window_leaves_a_copy_when_it_is_closed(sealed, device, tmp_path):
    keep_at_exit(sealed, device)
    assert len(sealed.backups.listed()) == 1


def test_what_a_locked_window_left_uncopied_is_copied_soon_after_the_start(
    keeper, sealed, device, monkeypatch, qtbot
):
    monkeypatch.setattr(keeping, "SOON", 0)
    key = sealed.store.key
    sealed.store.suspend()
    keep_at_exit(sealed, device)
    sealed.store.resume(key)
    assert sealed.backups.listed() == ()
    keeper.begin()
    qtbot.waitUntil(lambda: len(sealed.backups.listed()) == 1)


def test_an_unencrypted_office_is_not_copied_unasked(office, device):
    keep_at_exit(office, device)
    assert office.backups.listed() == ()
