"""What the built program starts does not inherit the libraries it brought along."""

from __future__ import annotations

import os
import sys

import pytest

from ehrenamt_desktop import __main__ as entry

SET_BY_THE_BUILD = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "LD_LIBRARY_PATH")


@pytest.fixture(autouse=True)
def surroundings(monkeypatch):
    for name in SET_BY_THE_BUILD:
        monkeypatch.setenv(name, "of the folder")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    monkeypatch.setattr(sys, "argv", ["ehrenamt-desktop", "--version"])


def start() -> None:
    with pytest.raises(SystemExit):
        entry.main()


def test_the_built_program_hands_none_of_its_libraries_on(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    start()
    assert not set(SET_BY_THE_BUILD) & set(os.environ)


def test_what_stood_there_before_comes_back(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "of the system")
    start()
    assert os.environ["LD_LIBRARY_PATH"] == "of the system"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_run_from_the_sources_nothing_is_touched():
    start()
    assert {os.environ[name] for name in SET_BY_THE_BUILD} == {"of the folder"}
