"""A new office is whole or not there, whatever breaks it off."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.services.keys import key_path
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.wrapping import Cost


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: Cost(64, 1, 1))


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "buero.ehrenamt"


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_new_office_leaves_nothing_but_itself(path):
    assert create_office(path, passphrase="geheim")
    assert names(path.parent) == ["buero.ehrenamt", "buero.schluessel"]
    with pytest.raises(StoreUnavailable, match="gibt es an diesem Ort schon"):
        create_office(path, passphrase="geheim")


def test_one_that_cannot_be_filled_leaves_nothing(path, monkeypatch):
    def full(*_args: object) -> None:
        raise StoreUnavailable("voll")

    monkeypatch.setattr("ehrenamt_desktop.services.seeding.seed", full)
    with pytest.raises(StoreUnavailable):
        create_office(path, passphrase="geheim")
    assert names(path.parent) == []


def test_one_that_cannot_take_its_name_leaves_nothing(path, monkeypatch):
    def gone(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "rename", gone)
    with pytest.raises(StoreUnavailable, match="voll"):
        create_office(path, passphrase="geheim")
    assert names(path.parent) == []


def test_one_that_broke_off_between_its_two_names_can_be_made_again(path):
    create_office(path, passphrase="geheim")
    beside = path.with_name(f".{path.name}.neu")
    path.rename(beside)
    shutil.copyfile(key_path(path), key_path(beside))
    create_office(path, passphrase="anders")
    open_office(path, passphrase="anders").close()
    assert [one for one in names(path.parent) if one.startswith(".")] == []


@pytest.mark.parametrize("unfinished", [True, False])
def test_the_key_of_another_office_is_never_taken_away(path, unfinished):
    """Its store may be on a drive that is not there."""
    keyfile.create(key_path(path), "fremd")
    before = key_path(path).read_bytes()
    if unfinished:
        beside = path.with_name(f".{path.name}.neu")
        beside.write_bytes(b"x" * 4096)
        key_path(beside).write_text("{}", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="gibt es an diesem Ort schon"):
        create_office(path, passphrase="geheim")
    assert key_path(path).read_bytes() == before


def test_one_whose_log_was_not_brought_in_is_not_made(path, monkeypatch):
    """SQLite closes a store without a word where its last writes fail; the log then stays."""
    real = Store.close

    def left(store: Store) -> None:
        real(store)
        store.path.with_name(store.path.name + "-wal").write_bytes(b"x")

    monkeypatch.setattr(Store, "close", left)
    with pytest.raises(StoreUnavailable, match="Fehler"):
        create_office(path, passphrase="geheim")
    assert names(path.parent) == []
