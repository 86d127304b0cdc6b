"""What is pinned up or published, from the command line."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.make_office import make_office, offer, place_id
from tests.printed import read

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.model.sheets import SheetChoice
from ehrenamt_desktop.services.office import open_office


@pytest.fixture
def call(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, frozen, capsys):
    """Run a command on an office with two offers; returns exit code, output, error output."""
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    for title, place in (("Bürgerbus fahren", "Ulfen"), ("Archiv ordnen", "Süß")):
        offer(office, title=title, place_id=place_id(office, place))
    office.close()

    def _call(*arguments: object) -> tuple[int, str, str]:
        store = ("--store", str(tmp_path / "buero.ehrenamt"))
        code = run([*map(str, arguments), *store])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return _call


def test_sheets_of_a_municipality_in_large_print_on_a3(call, tmp_path):
    path = tmp_path / "a.pdf"
    code, _, _ = call("print", "offer-list", "--municipality", "sontra", "--format", "a3",
                      "--variant", "large", "--out", path)  # fmt: skip
    assert code == 0
    paper = read(path)
    assert round(paper.size[0]) == 297
    assert "Bürgerbus" in paper.pages[0]
    assert "Archiv" not in paper.pages[0]
    code, _, told = call("print", "offer-list", "--field", "Fliegen", "--out", path)
    assert code == 1
    assert told.startswith("Bereich „Fliegen“ ist nicht bekannt. Es gibt: Sport und Bewegung")


def test_poster_page_and_bulletin(call, tmp_path):
    assert call("print", "poster", "--offer", 1, "--strips", 9, "--out", tmp_path / "p.pdf")[0] == 0
    assert call("print", "web-page", "--out", tmp_path / "w.html")[0] == 0
    assert "Archiv ordnen" in (tmp_path / "w.html").read_text(encoding="utf-8")
    code, text, _ = call("print", "bulletin", "--offer", 2)
    assert code == 0
    assert text.startswith("Mitmachen in Sontra, Herleshausen und Nentershausen\n\nNr. 2 Archiv")
    path = tmp_path / "b.docx"
    code, told, _ = call("print", "bulletin", "--limit", 400, "--out", path)
    assert code == 0
    assert told.startswith(f"Geschrieben: {path} (")
    assert "Bürgerbus" in "".join(one.text for one in docx.Document(str(path)).paragraphs)
    assert call("print", "bulletin", "--limit", 20)[0] == 1


def test_the_round_is_printed_and_remembered(call, tmp_path):
    path = tmp_path / "r.pdf"
    code, _, told = call("print", "board-round", "--out", path)
    assert (code, path.exists()) == (1, False)
    assert told.startswith("Im Augenblick ist an keinem Schaukasten etwas zu tun.")
    office = open_office(tmp_path / "buero.ehrenamt")
    place = place_id(office, "Ulfen")
    board = office.boards.save({"name": "Kirche", "place_id": place})
    office.papers.sheet(tmp_path / "a.pdf", SheetChoice(place, board_id=board))
    office.close()
    code, told, _ = call("print", "board-round", "--out", path)
    assert (code, told) == (0, f"Gedruckt: {path}\n")
    assert "Kirche" in read(path).pages[0]


def test_what_is_asked_goes_on_paper(call, tmp_path):
    path = tmp_path / "t.pdf"
    assert call("print", "offer-round", "--by", "phone", "--out", path)[0] == 1
    office = open_office(tmp_path / "buero.ehrenamt")
    late = {"title": "Chor leiten", "confirmed_on": "2026-01-05"}
    offer(office, **late)
    office.close()
    assert call("print", "offer-round", "--by", "phone", "--out", path)[0] == 0
    assert "Chor leiten" in read(path).pages[0]
    code, _, told = call("print", "reply-slip", "--follow-up", 99, "--out", tmp_path / "r.pdf")
    assert (code, told) == (1, "Diese Nachfrage ist schon erledigt.\n")
