from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from reportlab.pdfgen.canvas import Canvas

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.ui.kit.files import DeskFiles, filter_text, paper_actions, with_suffix
from ehrenamt_desktop.ui.kit.links import open_link
from ehrenamt_desktop.ui.preview.preview_window import PreviewWindow


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


@pytest.mark.parametrize(
    ("name", "content"),
    [("liste.xlsx", b"MZ\x90\x00 ein Programm"), ("liste.csv", b"\x7fELF\x02\x01"),
     ("brief.docx", b"%PDF-1.7"), ("brief.pdf", b"PK\x03\x04"), ("seite.html", b"MZ\x00\x00"),
     ("liste.csv", b"a;b\x00\x00"), ("leer.xlsx", b"")],
)  # fmt: skip
def test_what_is_not_what_its_name_says_stays_closed(chooser, tmp_path, name, content, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: pytest.fail("it was opened"))
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadFile, match="passt nicht zu seinem Namen"):
        chooser.launch(tmp_path / name)


@pytest.mark.parametrize(
    "link",
    ["file:///etc/passwd", "file://server/share/x.exe", "javascript:alert(1)", "data:text/html,x",
     "\\\\server\\share", "smb://server/x", "ms-msdt:/id", "vbscript:x", "http:", "https:///x",
     "x.exe", "", "ftp://server/x", "about:blank", "http://a b/", "mailto", "HTTP//x"],
)  # fmt: skip
def test_other_links_go_nowhere(link, chooser, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: pytest.fail("it was opened"))
    assert not open_link(link)
    chooser.web(link)
    chooser.mail(link)


@pytest.mark.parametrize(
    "link",
    ["https://www.hessen.de/x?y=1", "HTTP://example.org", "mailto:a@example.org", "tel:+495653"],
)
def test_four_kinds_of_links_are_opened(link, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    assert open_link(link)
    assert [one.scheme() for one in opened] == [link.partition(":")[0].lower()]


def test_papers_open_with_the_systems_program(chooser, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    (tmp_path / "liste.xlsx").write_bytes(b"PK\x03\x04")
    chooser.launch(tmp_path / "liste.xlsx")
    chooser.reveal(tmp_path / "liste.xlsx")
    assert [url.isLocalFile() for url in opened] == [True, True]


def test_a_pdf_is_shown_in_the_program_and_other_papers_outside(
    desk, chooser, tmp_path, monkeypatch
):
    opened, shown = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(PreviewWindow, "show", lambda window: shown.append(window))
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.showPage()
    canvas.save()
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    chooser.show(tmp_path / "a.pdf")
    assert len(shown) == 1
    assert opened == []
    chooser.show(tmp_path / "a.xlsx")
    assert len(opened) == 1
    with pytest.raises(BadFile, match="nicht mehr vorhanden"):
        chooser.show(tmp_path / "weg.pdf")
    shown[0].deleteLater()


def test_what_a_finished_paper_offers(files, tmp_path):
    assert [one.label for one in paper_actions(files, tmp_path / "a.pdf")] == [
        "Ansehen", "Drucken", "Ordner",
    ]  # fmt: skip
    assert [one.label for one in paper_actions(files, tmp_path / "a.xlsx")] == ["Öffnen", "Ordner"]


def test_the_filter_names_all_kinds_first():
    assert filter_text([".pdf"]) == "PDF-Dateien (*.pdf)"
    assert filter_text([".xlsx", ".csv"]).startswith("Passende Dateien (*.xlsx *.csv);;")
