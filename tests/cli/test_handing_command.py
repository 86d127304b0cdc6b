"""`hand-over` and `take-back` without a window."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.store import keyfile

OWN = "Kirsche Amboss leise Dachrinne"


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    """Runs a command on a store of that name; gives exit code and what was printed."""
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", OWN)

    def work(*words, store="buero"):
        code = run([*map(str, words), "--store", str(tmp_path / f"{store}.ehrenamt")])
        said = capsys.readouterr()
        return code, said.out + said.err

    assert work("new")[0] == 0
    return work


def test_there_and_back(call, tmp_path):
    people = tmp_path / "liste.csv"
    people.write_text("Nachname;Vorname\nRimbach;Karl\n", encoding="utf-8")
    code, said = call("hand-over", "--to", tmp_path / "stick", "--whom", "Laptop")
    assert (code, said.split(":")[0]) == (0, "Übergeben und geprüft")
    assert call("import", "people", people)[0] == 1
    (given,) = (tmp_path / "stick").iterdir()
    assert call("restore", given, store="laptop")[0] == 0
    assert call("import", "people", people, store="laptop")[0] == 0
    assert call("hand-over", "--to", tmp_path / "zurueck", "--whom", "Büro", store="laptop")[0] == 0
    (back,) = (tmp_path / "zurueck").iterdir()
    code, said = call("take-back", back, "--preview")
    assert (code, said.splitlines()[:2]) == (0, [
        "Vollständig; dort gemacht: ein Schritt.", "Personen              0   jetzt        1",
    ])  # fmt: skip
    assert "übergeben" in call("import", "people", people)[1]
    assert "Zurückgenommen und geprüft" in call("take-back", back)[1]
    assert call("import", "people", people)[0] == 0
    code, said = call("take-back", back)
    assert (code, "nicht übergeben" in said) == (1, True)


def test_without_a_return(call, tmp_path):
    assert call("take-back", "--without")[0] == 1
    assert call("hand-over", "--to", tmp_path, "--whom", "Laptop")[0] == 0
    code, said = call("restore", next(tmp_path.glob("uebergabe-*")), "--replace")
    assert (code, "übergeben: Laptop" in said) == (1, True)
    assert call("take-back", "--without", "--preview")[0] == 1
    assert call("take-back", "--without") == (0, "Hier kann wieder gearbeitet werden.\n")
    with pytest.raises(SystemExit) as stopped:
        call("take-back")
    assert stopped.value.code == 2
