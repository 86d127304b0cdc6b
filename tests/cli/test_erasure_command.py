"""`erase …`: who is due, the archive's answer, the last step; by number only."""

from __future__ import annotations

import json

import pytest

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.services.new_office import create_office


@pytest.fixture
def call(tmp_path, tmp_path_factory, capsys, monkeypatch, frozen):
    monkeypatch.delenv("EHRENAMT_PASSPHRASE", raising=False)
    store = tmp_path / "buero.ehrenamt"
    create_office(store)

    def _call(*arguments):
        code = run([*map(str, arguments), "--store", str(store)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return _call


def test_the_way_through_the_archive(call, tmp_path):
    people = tmp_path / "p.csv"
    people.write_text("Nachname;Geburtsjahr\nDietzel;1961\nMüller;1970\n", encoding="utf-8")
    assert call("import", "people", people)[0] == 0
    assert call("erase", "list")[1] == "0 Personen.\n"
    due = json.loads(call("erase", "list", "--as-of", "2027-06-01", "--json")[1])["people"]
    assert [(one["id"], one["stage"]) for one in due] == [(1, "proposed"), (2, "proposed")]
    assert call("erase", "request", 1, "--on", "2026-11-20")[0] == 0
    code, out, _ = call("erase", "list")
    assert (code, out.splitlines()[-1]) == (0, "1 Person.")
    assert "Dietzel" not in out
    archive = tmp_path / "archiv"
    archive.mkdir()
    assert call("erase", "offer", 1, "--to", archive)[0] == 0
    assert call("erase", "hand-over", 1, "--to", archive)[0] == 0
    assert len(list(archive.iterdir())) == 2
    code, _, error = call("erase", "run", 1)
    assert (code, "noch nicht freigegeben" in error) == (1, True)
    answered = ("erase", "answer", 1, "--answer", "declined", "--file-number", "KA 1")
    assert call(*answered)[0] == 0
    assert call("erase", "run", 1)[1] == "1 Person gelöscht.\n"
    assert call("disclose", 1, "--to", archive)[0] == 1
    assert call("erase", "request", 2)[0] == 0
    assert call("erase", "keep", 2)[1] == "Die Personen bleiben.\n"
