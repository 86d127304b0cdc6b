"""`keys …` and `new --sheet`: passphrases and the recovery code without a window."""

from __future__ import annotations

import json

import pytest
from tests.printed import read

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.store import keyfile

OWN = "Kirsche Amboss leise Dachrinne"
NEW = "Zaunkönig-Weltraum-Gurke-Tuba"


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    """Runs a command on a new encrypted store; gives exit code and what was printed."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", OWN)
    (tmp_path / "neu.txt").write_text(f"{NEW}\n", encoding="utf-8")
    store = tmp_path / "buero.ehrenamt"

    def work(*words):
        code = run([*map(str, words), "--store", str(store)])
        return code, capsys.readouterr()

    assert work("new")[0] == 0
    return work


def test_somebody_gets_a_passphrase_and_loses_it(call, tmp_path, monkeypatch):
    new = tmp_path / "neu.txt"
    code, said = call("keys", "add", "--user", "Prüfung", "--role", "reader", "--new-file", new)
    assert (code, said.out) == (0, "Angelegt: Prüfung (nur lesen).\n")
    assert call("keys", "list")[1].out == "Koordination (Koordination)\nPrüfung (nur lesen)\n"
    listed = json.loads(call("keys", "list", "--json")[1].out)
    assert [one["role"] for one in listed["keys"]] == ["coordinator", "reader"]
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", NEW)
    assert call("keys", "remove", "--user", "Koordination")[0] == 1
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", OWN)
    assert call("keys", "remove", "--user", "niemand")[0] == 1
    assert call("keys", "remove", "--user", "prüfung")[0] == 0
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", NEW)
    assert call("check")[0] == 1


def test_the_passphrase_changes(call, tmp_path, monkeypatch):
    assert call("keys", "change", "--new-file", tmp_path / "neu.txt")[0] == 0
    assert call("check")[0] == 1
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", NEW)
    assert call("check")[0] == 0


def test_a_new_code_on_a_sheet_opens_the_store(call, tmp_path, monkeypatch):
    code, said = call("keys", "new-code", "--out", tmp_path / "blatt.pdf")
    assert code == 0
    assert "löschen" in said.out
    large = [one.text for one in read(tmp_path / "blatt.pdf").words if one.size == 24]
    assert large[0] == "Wiederherstellungsblatt"
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", "".join(large[1:]))
    assert call("check")[0] == 0
    told = call("keys", "new-code")[1].out.rsplit(" ", 1)[1].strip()
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", told.lower())
    assert call("check")[0] == 0


def test_wrong_damaged_and_foreign_are_told_apart(call, tmp_path, monkeypatch):
    file = tmp_path / "buero.schluessel"
    own = file.read_text(encoding="utf-8")
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", NEW)
    assert "Kennwort stimmt nicht" in call("check")[1].err
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", OWN)
    file.write_text(own[:100], encoding="utf-8")
    assert "Schlüsseldatei ist beschädigt" in call("check")[1].err
    assert run(["new", "--store", str(tmp_path / "zweites.ehrenamt")]) == 0
    file.write_text((tmp_path / "zweites.schluessel").read_text(encoding="utf-8"), encoding="utf-8")
    assert "gehören nicht zusammen" in call("check")[1].err
    file.write_text(own, encoding="utf-8")
    assert call("check")[0] == 0


def test_a_reader_changes_nothing(call, tmp_path, monkeypatch):
    new = tmp_path / "neu.txt"
    call("keys", "add", "--user", "Prüfung", "--role", "reader", "--new-file", new)
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", NEW)
    people = tmp_path / "leute.csv"
    people.write_text("Nachname;Vorname\nGliem;Horst\n", encoding="utf-8")
    code, said = call("import", "people", people)
    assert code == 1
    assert "zum Lesen geöffnet" in said.err
    assert call("export", "people", tmp_path / "liste.csv")[0] == 0
    assert call("keys", "new-code")[0] == 1
