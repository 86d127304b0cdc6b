"""Folders and files that are still there after a power cut."""

from __future__ import annotations

from ehrenamt_desktop.store import durable


def test_a_new_folder_is_told_to_the_disk_in_each_folder_above_it(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(durable, "sync_folder", told.append)
    folder = tmp_path / "stick" / "2026" / "sicherungen"
    durable.make_folder(folder)
    assert folder.is_dir()
    assert set(told) == {tmp_path, tmp_path / "stick", tmp_path / "stick" / "2026"}
    told.clear()
    durable.make_folder(folder)
    assert told == []
