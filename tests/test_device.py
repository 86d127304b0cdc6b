from __future__ import annotations

import pytest

from ehrenamt_desktop.device import NAME, Device


def test_what_is_kept_is_there_again(tmp_path):
    device = Device(tmp_path / "new")
    device.set("look", "dark")
    device.set_folder(".pdf", tmp_path)
    device.last_store = tmp_path / "büro.ehrenamt"
    again = Device(tmp_path / "new")
    assert again.get("look") == "dark"
    assert again.folder(".pdf") == tmp_path
    assert again.last_store == tmp_path / "büro.ehrenamt"
    assert [one.name for one in (tmp_path / "new").iterdir()] == [NAME]


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "\x00", "[" * 100_000, '{"look": 3}'])
def test_a_broken_file_means_defaults(tmp_path, text):
    (tmp_path / NAME).write_text(text)
    assert Device(tmp_path).get("look", "system") == "system"


def test_a_folder_that_is_gone_is_forgotten(tmp_path):
    device = Device(tmp_path)
    device.set_folder("x", tmp_path / "weg")
    assert device.folder("x") is None


def test_a_place_that_cannot_be_written_does_no_harm(tmp_path):
    (tmp_path / "file").write_text("")
    device = Device(tmp_path / "file")
    device.set("look", "dark")
    assert device.get("look") == "dark"
