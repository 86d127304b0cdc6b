"""Bad files on the command line: one sentence, exit code 1, nothing changed; sheets by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.exchange.book_makers import HEAD, cell, line, parts, row, write
from tests.exchange.test_bad_files import REFUSED
from tests.make_office import make_office

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.services.office import open_office

TWO = parts(
    {
        "Verein": line(1, "Verein", "Telefon") + line(2, "TSV Ulfen", "05653 1"),
        "Personen 2025": line(1, *HEAD) + line(2, "Alt", "Anna"),
        "Personen 2026": line(1, *HEAD) + line(2, "Neu", "Anna"),
        "Archiv": line(1, *HEAD) + line(2, "Uralt", "Anna"),
    },
    states={"Archiv": "hidden"},
)


@pytest.fixture
def store(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, frozen) -> Path:
    make_office(tmp_path, tmp_path_factory.getbasetemp()).close()
    return tmp_path / "buero.ehrenamt"


@pytest.fixture
def call(store, capsys):
    def _call(*arguments: object) -> tuple[int, str, str]:
        code = run([*map(str, arguments), "--store", str(store)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return _call


def _people(store: Path) -> int:
    office = open_office(store)
    try:
        return office.lists.people.total()
    finally:
        office.close()


@pytest.mark.parametrize(
    "name", ["sechs-bytes.xlsx", "geheim.xls", "lachen.xlsx", "halb.ods", "breit.csv"]
)
def test_a_bad_file_changes_nothing(call, store, tmp_path, name):
    data, sentence = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    before = store.read_bytes()
    code, out, err = call("import", "people", tmp_path / name, "--json")
    assert (code, out) == (1, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert store.read_bytes() == before


def test_a_sheet_is_chosen_by_name(call, store, tmp_path):
    path = write(tmp_path / "a.xlsx", TWO)
    code, out, _ = call("import", "people", path, "--sheet", "Personen 2026", "--json")
    report = json.loads(out)
    assert (code, report["sheet"], report["counts"]["added"]) == (0, "Personen 2026", 1)
    assert report["warnings"][0] == (
        "Gelesen wurde das Blatt „Personen 2026“; 3 weitere Blätter nicht: „Verein“, "
        "„Personen 2025“, „Archiv“ (ausgeblendet)."
    )
    assert _people(store) == 1


def test_without_a_name_the_likeliest_sheet_is_read(call, tmp_path):
    path = write(tmp_path / "a.xlsx", TWO)
    code, out, _ = call("import", "people", path, "--dry-run")
    assert code == 0
    assert "Gelesen wurde das Blatt „Personen 2025“" in out
    assert "TSV" not in out
    assert "„Verein“; 3" in call("import", "initiatives", path, "--dry-run")[1]


def test_a_wrong_sheet_lists_the_sheets(call, store, tmp_path):
    path = write(tmp_path / "a.xlsx", TWO)
    code, _, err = call("import", "people", path, "--sheet", "Leute")
    assert code == 1
    assert "Ein Blatt „Leute“ gibt es in „a.xlsx“ nicht" in err
    assert "„Personen 2026“, „Archiv“" in err
    assert _people(store) == 0
    (tmp_path / "a.csv").write_text("Nachname;Ort\nUhl;Ulfen\n", encoding="utf-8")
    code, _, err = call("import", "people", tmp_path / "a.csv", "--sheet", "Leute")
    assert (code, "hat keine Blätter" in err) == (1, True)


def test_cells_without_a_value_refuse_their_row_by_name(call, store, tmp_path):
    rows = (
        line(1, *HEAD)
        + row(2, cell("A2", "Süß"), '<c r="B2"><f>VLOOKUP(A2,X!A:B,2)</f></c>')
        + row(3, cell("A3", "Uhl"), cell("D3", "#REF!", "e"))
        + line(4, "Gut", "Anna", 4103, "05653 1", "31.12.1970")
    )
    path = write(tmp_path / "a.xlsx", parts({"A": rows}))
    wrong = tmp_path / "abgewiesen.xlsx"
    code, out, _ = call("import", "people", path, "--json", "--errors", wrong)
    reasons = {one["row"]: one["reason"] for one in json.loads(out)["rows"]}
    assert code == 0
    assert reasons[2].startswith("Vorname: Die Zelle enthält eine Formel ohne gespeichertes")
    assert reasons[3] == "Telefon: Die Zelle enthält den Fehler #BEZUG!."
    assert _people(store) == 1
    again = json.loads(call("import", "people", wrong, "--json")[1])
    assert again["counts"] == {"read": 2, "added": 0, "updated": 0, "skipped": 0, "refused": 2}
