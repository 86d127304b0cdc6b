"""Restoring in place: the old store is kept, its passphrase goes on, nothing is lost in between."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import backup, key_changes, keyfile, restoring
from ehrenamt_desktop.store.check import check
from ehrenamt_desktop.store.wrapping import Cost

QUICK = Cost(8 * 16, 1, 1)


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A store with Lea, a copy of it, then Tim as well."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: QUICK)
    path = tmp_path / "buero.ehrenamt"
    create_office(path, passphrase="geheim")
    office = open_office(path, passphrase="geheim")
    office.people.save({"last_name": "Beck", "first_name": "Lea"})
    folder = office.backups.make()
    office.people.save({"last_name": "Beck", "first_name": "Tim"})
    key = office.store.key
    office.close()
    return path, folder, key


def names(path: Path, passphrase: str = "geheim") -> list[str]:
    office = open_office(path, passphrase=passphrase)
    try:
        rows = office.lists.people
        from ehrenamt_desktop.model.queries import ListQuery

        return [one.first_name for one in rows.rows(rows.ids(ListQuery()))]
    finally:
        office.close()


def test_the_store_in_use_is_kept_beside_the_restored_one(kept):
    path, folder, key = kept
    aside = restoring.replace(folder, path, key)
    assert names(path) == ["Lea"]
    assert aside.name.startswith("buero-vor-wiederherstellung-")
    assert names(aside) == ["Lea", "Tim"]
    assert check(path, key).sound
    assert backup.verify(folder).store == path.name
    assert not list(path.parent.glob(".*.neu"))


def test_no_number_is_given_twice_after_a_restore(kept):
    """Tim's number stands on papers, and so does that of the first initiative."""
    path, folder, key = kept
    office = open_office(path, passphrase="geheim")
    body = office.initiatives.save({"name": "Bücherei"})
    office.close()
    restoring.replace(folder, path, key)
    again = open_office(path, passphrase="geheim")
    assert again.people.save({"last_name": "Neu"}) == 3
    assert again.initiatives.save({"name": "Chor"}) == body + 1
    again.close()
    assert check(path, key).sound


def test_a_restored_store_whose_log_stays_takes_no_name(kept, monkeypatch):
    path, folder, key = kept
    before = path.read_bytes()
    real = restoring._numbered

    def left(connection):
        temporary = path.with_name(f".{path.name}.neu-wal")
        monkeypatch.setattr(Path, "exists", lambda one: one == temporary or one.is_file())
        return real(connection)

    monkeypatch.setattr(restoring, "_numbered", left)
    with pytest.raises(StoreUnavailable, match="Fehler"):
        restoring.replace(folder, path, key)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*.neu*"))


def test_the_passphrase_of_today_goes_on(kept):
    path, folder, key = kept
    key_changes.change_passphrase(path.with_suffix(".schluessel"), "geheim", "neues Wort")
    restoring.replace(folder, path, key)
    assert names(path, "neues Wort") == ["Lea"]


def test_a_store_that_somebody_reads_is_left_alone(kept):
    path, folder, key = kept
    office = open_office(path, passphrase="geheim")
    try:
        with pytest.raises(StoreUnavailable, match="wird gerade benutzt"):
            restoring.replace(folder, path, key)
    finally:
        office.close()
    assert names(path) == ["Lea", "Tim"]
    assert not list(path.parent.glob("*vor-wiederherstellung*"))


def test_a_log_left_by_a_crash_is_not_lost(kept, tmp_path):
    path, folder, key = kept
    office = open_office(path, passphrase="geheim")
    office.people.save({"last_name": "Beck", "first_name": "Uwe"})
    crashed = tmp_path / "nach" / path.name
    crashed.parent.mkdir()
    for one in (path, path.with_name(path.name + "-wal"), path.with_suffix(".schluessel")):
        shutil.copyfile(one, crashed.parent / one.name)
    office.close()
    aside = restoring.replace(folder, crashed, key)
    assert names(crashed) == ["Lea"]
    assert names(aside) == ["Lea", "Tim", "Uwe"]


def test_a_damaged_store_is_replaced_and_kept_as_it_was(kept):
    path, folder, key = kept
    path.write_bytes(path.read_bytes()[:3000])
    aside = restoring.replace(folder, path, key)
    assert names(path) == ["Lea"]
    assert aside.stat().st_size == 3000


def test_a_copy_of_another_store_is_refused(kept, tmp_path):
    _, folder, _ = kept
    other = tmp_path / "andere" / "buero.ehrenamt"
    other.parent.mkdir()
    create_office(other, passphrase="geheim")
    with pytest.raises(StoreUnavailable, match="zu einem anderen Bestand"):
        restoring.replace(folder, other, keyfile.unlock(other.with_suffix(".schluessel"), "geheim"))
    assert names(other) == []


def test_a_changed_copy_changes_nothing(kept):
    path, folder, key = kept
    copied = folder / path.name
    content = bytearray(copied.read_bytes())
    content[5000] ^= 1
    copied.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="unvollständig oder verändert"):
        restoring.replace(folder, path, key)
    assert names(path) == ["Lea", "Tim"]


def test_a_disk_without_second_names_gets_a_copy(kept, monkeypatch):
    path, folder, key = kept

    def refuse(*_args):
        raise OSError(1, "no links")

    monkeypatch.setattr(restoring.os, "link", refuse)
    aside = restoring.replace(folder, path, key)
    assert names(aside) == ["Lea", "Tim"]
    assert names(path) == ["Lea"]


@pytest.mark.parametrize("place", ["copyfile", "prove", "link", "replace"])
def test_what_fails_halfway_leaves_a_whole_store(kept, monkeypatch, place):
    path, folder, key = kept

    def fail(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    target = {
        "copyfile": (restoring.shutil, "copyfile"), "prove": (restoring, "prove"),
        "link": (restoring.durable, "sync_folder"), "replace": (Path, "replace"),
    }[place]  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(*target, fail)
        with pytest.raises(StoreUnavailable):
            restoring.replace(folder, path, key)
    assert names(path) == ["Lea", "Tim"]
    assert not list(path.parent.glob(".*.neu"))


def test_what_a_copy_holds_beside_today_is_counted(kept):
    path, folder, key = kept
    found = {one.table: (one.then, one.now) for one in restoring.difference(folder, path, key)}
    assert found["person"] == (1, 2)
    assert found["initiative"] == (0, 0)


def test_somebody_may_read_while_a_restore_is_refused(kept):
    path, folder, key = kept
    office = open_office(path, passphrase="geheim")
    try:
        with office.store.write("Notiz"):
            seen = []

            def other():
                try:
                    restoring.replace(folder, path, key)
                except StoreUnavailable as error:
                    seen.append(error.sentence)

            thread = threading.Thread(target=other)
            thread.start()
            thread.join()
        assert seen
    finally:
        office.close()
