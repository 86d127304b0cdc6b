"""`documents`: papers added, listed, searched, and what one says, or a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.exchange import paper_makers as make

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.services.new_office import create_office


def test_it_prints_what_a_paper_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "antrag.pdf"
    path.write_bytes(make.pdf("Antrag auf Förderung"))
    assert run(["documents", "text", str(path)]) == 0
    assert "Antrag auf Förderung" in capsys.readouterr().out
    assert run(["documents", "text", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["readable"], told["whole"]) == ("pdf", True, True)


def test_what_it_cannot_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "antrag.pdf"
    path.write_bytes(make.pdf("geheim", password="x"))
    assert run(["documents", "text", str(path)]) == 0
    assert capsys.readouterr().out.startswith("Text nicht lesbar: „antrag.pdf“")
    path.write_bytes(b"MZ" + b"\x00" * 99)
    assert run(["documents", "text", str(path)]) == 1
    assert "ist ein Programm" in capsys.readouterr().err


@pytest.fixture
def library(tmp_path: Path, frozen: object, capsys: pytest.CaptureFixture[str]):
    """Runs `documents …` in an empty office and reads its JSON."""
    store = tmp_path / "buero.ehrenamt"
    create_office(store)

    def call(*words: str, code: int = 0) -> dict:
        assert run(["documents", *words, "--store", str(store), "--json"]) == code
        return json.loads(capsys.readouterr().out)

    return call


def test_a_known_form_is_added_only_when_that_was_said(tmp_path, library):
    path = tmp_path / "Antrag Juleica 2026.pdf"
    path.write_bytes(make.pdf("Antrag auf die Jugendleiterkarte"))
    (told,) = library("add", str(path))["files"]
    assert (told["verdict"], told["edition"]) == ("proposed", None)
    (told,) = library("add", str(path), "--accept", "--label", "2026")["files"]
    assert told["verdict"] == "added"
    (told,) = library("add", str(path))["files"]
    assert told["verdict"] == "known"
    listed = library("list", "--as-of", "2027-11-23", "--due")["documents"]
    assert [(one["title"], one["edition"], one["state"]) for one in listed] == [
        ("Antrag Juleica", "2026", "review")
    ]
    (hit,) = library("search", "jugendleiterkarten")["documents"]
    assert "Jugendleiterkarte" in hit["excerpt"]
    assert set(hit) == {
        "number", "title", "edition", "valid_until", "review_on", "state", "excerpt",
    }  # fmt: skip
    assert library("search", "raumfahrt")["documents"] == []


def test_what_cannot_be_added_is_said_and_the_rest_goes_in(tmp_path, library):
    (tmp_path / "a.pdf").write_bytes(make.pdf("Ganz neues Blatt"))
    (tmp_path / "b.pdf").write_bytes(b"MZ" + bytes(99))
    good, bad = library("add", str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf"))["files"]
    assert (good["verdict"], bad["verdict"]) == ("added", "refused")
    assert "ein Programm" in bad["reason"]
    library("add", str(tmp_path / "b.pdf"), code=1)


def test_one_title_is_for_one_file(tmp_path, capsys, library):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(make.pdf(f"Blatt {name}"))
    call = ["documents", "add", str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf"), "--title", "X",
            "--store", str(tmp_path / "buero.ehrenamt")]  # fmt: skip
    assert run(call) == 1
    assert "nur eine Datei" in capsys.readouterr().err
    assert all(one["edition"] == "" for one in library("list")["documents"])
