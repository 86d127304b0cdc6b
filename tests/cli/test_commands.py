"""The command line: the main job end to end, exit codes, sentences, one JSON object."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.make_office import adult, make_office, offer, place_id

from ehrenamt_desktop import clock
from ehrenamt_desktop.cli import run
from ehrenamt_desktop.services.demo import show as demo_show
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.store import keyfile

YEAR = ("--from", "2026-01-01", "--to", "2026-12-31")
PEOPLE = (
    "Nachname;Vorname;Geburtsdatum;Telefon;Ortsteil;Interessen;Einwilligung Speicherung am;"
    "Einwilligung Weitergabe am\n"
    "Dietzel;Marion;01.02.1961;05653 4471;Ulfen;Schule;01.11.2026;01.11.2026\n"
    "Müller;Änne;;;Süß;Sport;01.11.2026;\n"
    ";Ohne;;;;;;\n"
)
OFFERS = (
    "Titel;Initiative;Ortsteil;Bereiche;Plätze;Status\n"
    "Kindern vorlesen;Förderverein Bücherei;Ulfen;Schule;2;veröffentlicht\n"
    "Turnen anleiten;TSV Süß;Süß;Sport;1;veröffentlicht\n"
)


@pytest.fixture
def store(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, frozen) -> Path:
    make_office(tmp_path, tmp_path_factory.getbasetemp()).close()
    return tmp_path / "buero.ehrenamt"


@pytest.fixture
def call(store, capsys):
    """Run a command on the store; returns exit code, output and error output."""

    def _call(*arguments: object) -> tuple[int, str, str]:
        code = run([*map(str, arguments), "--store", str(store)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return _call


def test_the_main_job_from_lists_to_papers(call, tmp_path):
    people, offers = tmp_path / "p.csv", tmp_path / "o.csv"
    people.write_text(PEOPLE, encoding="cp1252")
    offers.write_text(OFFERS, encoding="utf-8-sig")
    assert call("import", "people", people, "--dry-run")[0] == 0
    assert call("export", "people", tmp_path / "leer.csv")[1].endswith("(0 Zeilen)\n")

    code, out, _ = call("import", "people", people, "--json", "--errors", tmp_path / "f.xlsx")
    report = json.loads(out)
    assert (code, report["counts"]) == (
        0,
        {"read": 3, "added": 2, "updated": 0, "skipped": 0, "refused": 1},
    )
    assert (tmp_path / "f.xlsx").exists()
    report = json.loads(call("import", "offers", offers, "--json")[1])
    assert report["also"] == {"initiatives": 2}

    found = json.loads(call("match", "--person", 1, "--json")[1])
    assert found["person"]["number"] == 1
    best = found["offers"][0]
    assert best["title"] == "Kindern vorlesen"
    for side in ("person", "offer"):
        parts = [one["contribution"] for one in best["criteria"] if one["side"] == side]
        assert sum(parts) == pytest.approx(best["sides"][side], abs=1e-9)
    a, b = best["sides"]["person"], best["sides"]["offer"]
    assert best["score"] == pytest.approx(2 * a * b / (a + b) - best["balance"], abs=1e-9)

    assert call("propose", "--person", 1, "--offer", best["number"])[0] == 0
    assert call("place", "--placement", 1, "--state", "Kontakt weitergegeben")[0] == 0
    assert call("place", "--placement", 1, "--state", "running", "--on", "24.11.2026")[0] == 0
    for name, arguments in {
        "aushang.pdf": ("print", "offer-list", "--place", "Ulfen"),
        "alle.pdf": ("print", "offer-list"),
        "gremien.xlsx": ("report", "council", *YEAR),
        "vorlage.pdf": ("report", "council", *YEAR, "--sentence", "Gut.", "--proposal", "Ja."),
        "jahr.pdf": ("report", "annual", *YEAR, "--sentence", "Gut."),
        "jahr.xlsx": ("report", "annual", *YEAR),
        "nachweis.pdf": ("report", "funding", *YEAR),
        "nachweis.xlsx": ("report", "funding", *YEAR),
        "luecken.pdf": ("report", "gaps"),
        "luecken.xlsx": ("report", "gaps", "--as-of", "1.12.2026"),
    }.items():
        assert call(*arguments, "--out", tmp_path / name)[0] == 0
        assert (tmp_path / name).stat().st_size > 1000
    sheet = tmp_path / "zettel.pdf"
    assert call("print", "talk-sheet", "--person", 1, "--offer", 1, "--out", sheet)[0] == 0
    assert sheet.stat().st_size > 1000
    code, _, error = call(
        "print", "letter", "--person", 1, "--offer", 1, "--out", tmp_path / "b.pdf"
    )
    assert (code, "Anschrift" in error) == (1, True)


def test_strict_takes_all_or_nothing(call, tmp_path):
    people = tmp_path / "p.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    code, out, error = call("import", "people", people, "--strict")
    assert (code, out) == (1, "")
    assert "Es wurde nichts geändert" in error
    assert call("export", "people", tmp_path / "leer.csv")[1].endswith("(0 Zeilen)\n")


@pytest.mark.parametrize("noun", ["people", "initiatives", "offers"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_exported_can_be_imported_and_changes_nothing(store, call, tmp_path, noun, ending):
    office = open_office(store)
    adult(office, phone="+49 5653 4471", adviser_note="=1+1\nzweite; Zeile", time_grid=5)
    offer(office, place_id=place_id(office, "Ulfen"), requirements="-5 Grad, +Mut")
    office.close()
    path = tmp_path / f"liste.{ending}"
    assert call("export", noun, path)[0] == 0
    report = json.loads(call("import", noun, path, "--json")[1])
    assert report["counts"]["skipped"] == report["counts"]["read"] == 1


@pytest.mark.parametrize("noun", ["people", "initiatives", "offers", "placements"])
def test_every_list_goes_on_paper(store, call, tmp_path, noun):
    office = open_office(store)
    adult(office)
    offer(office)
    office.close()
    path = tmp_path / "liste.pdf"
    code, said, _ = call("export", noun, path)
    assert code == 0
    assert said.endswith(f"({0 if noun == 'placements' else 1} Zeilen)\n")
    assert path.read_bytes().startswith(b"%PDF")


def test_a_refusal_is_one_sentence_and_exit_code_one(call, tmp_path):
    for arguments in (
        ("match", "--person", 99),
        ("place", "--placement", 99, "--state", "passed_on"),
        ("place", "--placement", 1, "--state", "irgendwas"),
        ("print", "offer-list", "--place", "Atlantis", "--out", tmp_path / "x.pdf"),
        ("print", "offer-list", "--out", tmp_path / "x.pdf"),
        ("export", "people", tmp_path / "x.doc"),
        ("import", "people", tmp_path / "fehlt.csv"),
        ("restore", tmp_path),
    ):
        code, out, error = call(*arguments)
        assert code == 1, arguments
        assert out == ""
        assert error.strip().endswith((".", "?"))
        assert "Traceback" not in error


@pytest.mark.parametrize(
    "arguments", [["unsinn"], ["match"], ["import", "katzen", "x"], ["place", "--state", "x"],
                  ["match", "--person", "1", "--as-of", "gestern"],
                  ["match", "--person", "9" * 30], ["match", "--person", "1", "--top", "0"],
                  ["propose", "--person", "1", "--offer", "1", "--on", "31.12.9999"]],
)  # fmt: skip
def test_a_wrong_call_is_exit_code_two(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        run(arguments)
    assert caught.value.code == 2
    assert "Der Aufruf stimmt nicht" in capsys.readouterr().err


def test_a_command_without_store_says_so(capsys):
    assert run(["check"]) == 1
    assert "--store" in capsys.readouterr().err


def test_backup_restore_and_check(call, tmp_path):
    assert call("backup", "--to", tmp_path / "usb")[0] == 0
    (folder,) = (tmp_path / "usb").iterdir()
    target = tmp_path / "neu.ehrenamt"
    assert run(["restore", str(folder), "--store", str(target)]) == 0
    assert run(["check", "--store", str(target), "--json"]) == 0


def test_an_encrypted_store_opens_with_file_or_variable(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(keyfile, "usual_cost", lambda: keyfile.Cost(64, 1, 1))
    store, secret = tmp_path / "g.ehrenamt", tmp_path / "kennwort"
    secret.write_text("Grüße ß\n", encoding="utf-8-sig")
    base = ["--store", str(store)]
    assert run(["new", *base, "--passphrase-file", str(secret)]) == 0
    assert "Wiederherstellungscode" in capsys.readouterr().out
    assert run(["check", *base]) == 1
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", "falsch")
    assert run(["check", *base]) == 1
    monkeypatch.setenv("EHRENAMT_PASSPHRASE", "Grüße ß")
    assert run(["check", *base]) == 0


def test_the_commands_run_without_qt(store):
    code = (
        "import sys; from ehrenamt_desktop.cli import run; "
        f"assert run(['check', '--store', {str(store)!r}]) == 0; "
        "assert not any(name.startswith('PySide6') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_fault_shows_no_values(store, capsys, monkeypatch):
    from ehrenamt_desktop.services import office

    def broken(*_: object, **__: object) -> None:
        raise ValueError("Müller, Änne")

    monkeypatch.setattr(office, "open_office", broken)
    assert run(["match", "--person", "1", "--store", str(store)]) == 1
    error = capsys.readouterr().err
    assert "ValueError" in error
    assert "Müller" not in error


def test_a_copy_of_a_store_is_a_store(store, tmp_path, capsys):
    shutil.copyfile(store, tmp_path / "kopie.ehrenamt")
    assert run(["check", "--store", str(tmp_path / "kopie.ehrenamt")]) == 0


def test_a_store_is_never_made_beside_a_foreign_key_file(tmp_path, capsys):
    (tmp_path / "x.schluessel").write_text("{}")
    for name in ("x.ehrenamt", "y.schluessel", "a:b.ehrenamt"):
        assert run(["new", "--store", str(tmp_path / name)]) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["x.schluessel"]


def test_the_demo_opens_the_window_where_somebody_can_see_it(tmp_path, monkeypatch, capsys):
    calls = []

    def painted(out: Path, **_: object) -> Path:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return out / "index.html"

    def called(arguments, env, check):
        calls.append((arguments[-2:], env.get("QT_QPA_PLATFORM"), check))
        return subprocess.CompletedProcess(arguments, 0)

    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(demo_show, "run", painted)
    monkeypatch.setattr(subprocess, "run", called)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["demo", "--out", str(tmp_path)]) == 0
    assert calls == [(["--store", str(tmp_path / "demo.ehrenamt")], None, False)]
    assert "index.html" in capsys.readouterr().out


def test_age_out_deletes_or_says_why_not(call, tmp_path):
    people = tmp_path / "p.csv"
    people.write_text("Nachname;Geburtsjahr\nDietzel;1961\n", encoding="utf-8")
    assert call("import", "people", people)[0] == 0
    assert call("age-out")[1] == "Es ist nichts zu löschen.\n"
    told = call("age-out", "--undo-days", 60, "--history-months", 12, "--json")[1]
    assert json.loads(told) == {"clearances": 0, "helped": 0, "steps": 0}
    with clock.frozen(dt.date(2031, 1, 1)):
        code, _, error = call("age-out")
        assert (code, "01.01.2031" in error, "--sure" in error) == (1, True, True)
        assert "alte Änderungen" in call("age-out", "--sure")[1]
    assert call("age-out", "--undo-days", 999)[0] == 1


def test_disclose_is_for_one_person_or_one_contact(call, tmp_path):
    for wrong in (("disclose",), ("disclose", 1, "--contact", 1)):
        with pytest.raises(SystemExit):
            call(*wrong, "--to", tmp_path)
    assert call("disclose", "--contact", 1, "--to", tmp_path)[0] == 1  # there is none
    assert list(tmp_path.glob("auskunft*")) == []


def test_restrict_and_lift(call, tmp_path):
    people = tmp_path / "p.csv"
    people.write_text("Nachname;Geburtsjahr\nDietzel;1961\n", encoding="utf-8")
    assert call("import", "people", people)[0] == 0
    assert call("restrict", 1, "--ground", "objection", "--note", "Werbung")[0] == 0
    code, _, error = call("match", "--person", 1)
    assert (code, "eingeschränkt" in error) == (1, True)
    assert call("disclose", 1, "--to", tmp_path)[1] == f"Geschrieben: {tmp_path / 'auskunft-1'}\n"
    assert call("restrict", 1, "--lift", "2026-11-23")[1] == "Die Einschränkung ist aufgehoben.\n"
    assert call("match", "--person", 1)[0] == 0
