"""Papers suggested, packed, called back and printed by command."""

from __future__ import annotations

import json

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.make_office import adult, make_office

from ehrenamt_desktop.cli import run as command


@pytest.fixture
def store(tmp_path, tmp_path_factory):
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    adult(office, occupation="job_seeker", email="marion@example.org")
    office.close()
    return str(office.path)


def run(capsys, *words):
    code = command([*words])
    return code, capsys.readouterr().out


def pdf(path, words):
    canvas = Canvas(str(path))
    canvas.drawString(60, 780, words)
    canvas.save()
    return str(path)


def test_a_pack_is_suggested_then_made(store, tmp_path, capsys):
    code, out = run(capsys, "documents", "pack", "--person", "1", "--store", store)
    assert code == 0
    assert "[x]" in out
    assert "Arbeitsuchend: Das Engagement ist der Agentur für Arbeit zu melden." in out
    code, out = run(capsys, "documents", "pack", "--person", "1", "--store", store, "--json")
    papers = json.loads(out)["papers"]
    ticked = [one["number"] for one in papers if one["ticked"]]
    target = tmp_path / "pack.pdf"
    code, out = run(
        capsys, "documents", "pack", "--person", "1", "--out", str(target), "--store", store
    )
    assert code == 0
    assert f"{len(ticked)} Unterlagen ausgehändigt." in out
    assert target.read_bytes().startswith(b"%PDF")
    code, out = run(capsys, "documents", "pack", "--person", "1", "--store", store)
    assert "[x]" not in out
    assert "ausgehändigt am" in out


def test_old_editions_are_listed_and_exchanged(store, tmp_path, capsys):
    add = ("documents", "add")
    run(capsys, *add, pdf(tmp_path / "Antrag.pdf", "Antrag eins"), "--store", store)
    code, out = run(capsys, "documents", "search", "antrag eins", "--json", "--store", store)
    number = str(json.loads(out)["documents"][0]["number"])
    run(capsys, "documents", "pack", "--person", "1", "--document", number,
        "--out", str(tmp_path / "p.pdf"), "--store", store)  # fmt: skip
    run(capsys, *add, pdf(tmp_path / "neu.pdf", "Antrag zwei"), "--document", number,
        "--label", "2027", "--store", store)  # fmt: skip
    code, out = run(capsys, "documents", "recall", "--store", store)
    assert "Dietzel" in out
    assert "jetzt 2027" in out
    code, out = run(
        capsys, "documents", "recall", "--out", str(tmp_path / "r.pdf"), "--store", store
    )
    assert code == 1  # her address is not complete: nobody can get a letter
    code, out = run(capsys, "documents", "recall", "--json", "--store", store)
    assert len(json.loads(out)["holders"]) == 1


def test_rules_and_forms_are_listed_and_a_form_is_printed(store, tmp_path, capsys):
    code, out = run(capsys, "documents", "rules", "--store", store)
    assert "Elternerklärung: wenn das Alter unter 18 Jahren liegt, weil: " in out
    code, out = run(capsys, "print", "form", "--store", store)
    assert "freiwilligenbogen" in out
    target = tmp_path / "bogen.pdf"
    code, out = run(capsys, "print", "form", "freiwilligenbogen", "--person", "1",
                    "--out", str(target), "--store", store)  # fmt: skip
    assert code == 0
    assert target.read_bytes().startswith(b"%PDF")
    code, out = run(capsys, "print", "form", "gibtsnicht", "--out", str(target), "--store", store)
    assert code == 1
