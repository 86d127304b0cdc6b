from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.ui.kit.files import DeskFiles, filter_text, paper_actions, with_suffix


@pytest.fixture
def chooser(tmp_path):
    return DeskFiles(Device(tmp_path / "device"), lambda: None)


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [("liste", "liste.pdf"), ("liste.pdf", "liste.pdf"), ("liste.PDF", "liste.PDF"),
     ("Aushang 1.12.", "Aushang 1.12..pdf"), ("v1.2", "v1.2.pdf")],
)  # fmt: skip
def test_the_extension_is_kept(chosen, kept):
    assert with_suffix(chosen, ".pdf").name == kept


def test_the_last_folder_is_remembered(chooser, tmp_path, monkeypatch):
    starts = []

    def save(parent, title, start, filter_words):
        starts.append(start)
        return str(tmp_path / "Aushang Ulfen"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    assert chooser.save("Speichern", "Aushang Ulfen", ".pdf") == tmp_path / "Aushang Ulfen.pdf"
    chooser.save("Speichern", "Aushang Breitau", ".pdf")
    assert starts[1] == str(tmp_path / "Aushang Breitau.pdf")


def test_changing_ones_mind_gives_none(chooser, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert chooser.open("Öffnen", [".csv"]) is None
    assert chooser.folder("Ordner") is None


@pytest.mark.parametrize("name", ["a.exe", "a.bat", "a.desktop", "a.sh", "a"])
def test_only_papers_are_opened(chooser, tmp_path, name, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", pytest.fail)
    (tmp_path / name).write_text("x")
    with pytest.raises(BadFile):
        chooser.launch(tmp_path / name)


def test_a_missing_paper_is_said(chooser, tmp_path):
    with pytest.raises(BadFile, match="nicht mehr vorhanden"):
        chooser.launch(tmp_path / "weg.pdf")
    with pytest.raises(BadFile, match="nicht mehr vorhanden"):
        chooser.print(tmp_path / "weg.pdf")
    with pytest.raises(BadFile, match="Ordner"):
        chooser.reveal(tmp_path / "weg" / "weg.pdf")


def test_papers_open_with_the_systems_program(chooser, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    (tmp_path / "liste.xlsx").write_text("x")
    chooser.launch(tmp_path / "liste.xlsx")
    chooser.reveal(tmp_path / "liste.xlsx")
    assert [url.isLocalFile() for url in opened] == [True, True]


def test_what_a_finished_paper_offers(files, tmp_path):
    assert [one.label for one in paper_actions(files, tmp_path / "a.pdf")] == [
        "Öffnen", "Drucken", "Ordner",
    ]  # fmt: skip
    assert [one.label for one in paper_actions(files, tmp_path / "a.xlsx")] == ["Öffnen", "Ordner"]


def test_the_filter_names_all_kinds_first():
    assert filter_text([".pdf"]) == "PDF-Dateien (*.pdf)"
    assert filter_text([".xlsx", ".csv"]).startswith("Passende Dateien (*.xlsx *.csv);;")
