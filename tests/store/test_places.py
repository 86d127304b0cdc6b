"""Where a store may lie: not where other computers write to as well."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store.places import synced_folder


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Stadt Sontra", "Nextcloud", "Dropbox", "Dropbox (Privat)",
     "Google Drive", "Meine Ablage", "iCloudDrive", "MagentaCLOUD", "ownCloud"],
)  # fmt: skip
def test_folders_of_the_usual_programs_are_refused(tmp_path, name):
    folder = tmp_path / name / "Büro"
    folder.mkdir(parents=True)
    with pytest.raises(StoreUnavailable, match="mit anderen Computern abgeglichen"):
        create_office(folder / "buero.ehrenamt")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", "._sync_0a1b.db", ".sync_0a1b.db"])
def test_folders_that_bear_a_mark_are_refused(tmp_path, mark):
    store = tmp_path / "Eigene" / "buero.ehrenamt"
    store.parent.mkdir()
    create_office(store)
    (tmp_path / mark).touch()
    with pytest.raises(StoreUnavailable, match="abgeglichen"):
        open_office(store)
    assert synced_folder(store) == tmp_path


def test_the_folder_that_windows_names_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Arbeit"))
    assert synced_folder(tmp_path / "Arbeit" / "x.ehrenamt") == tmp_path / "Arbeit"
    assert synced_folder(tmp_path / "Anders" / "x.ehrenamt") is None


@pytest.mark.parametrize("name", ["Verein Nextcloud-Schulung", "Dropboxen", "Syncthings"])
def test_a_folder_that_only_speaks_of_one_is_taken(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    create_office(folder / "buero.ehrenamt")
    open_office(folder / "buero.ehrenamt").close()


def test_copies_may_lie_there(tmp_path):
    store = tmp_path / "buero.ehrenamt"
    create_office(store)
    cloud = tmp_path / "Nextcloud"
    cloud.mkdir()
    office = open_office(store)
    try:
        assert office.backups.make(cloud).parent == cloud
    finally:
        office.close()
