"""`print certificate` and `print card`: what is recorded is printed, what is open is named."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from tests.make_office import adult, make_office, offer

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.model.enums import PlacementState


@pytest.fixture
def call(tmp_path, tmp_path_factory, frozen, capsys):
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    person = adult(office)
    (placement,) = office.placements.propose(person, [offer(office, teaser="Vorlesen.")])
    office.placements.move(placement, PlacementState.PASSED_ON)
    office.placements.move(placement, PlacementState.RUNNING, dt.date(2026, 11, 23))
    adult(office, last_name="Ohnsorge")
    office.close()

    def _call(*arguments):
        code = run([*map(str, arguments), "--store", str(tmp_path / "buero.ehrenamt")])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return _call


@pytest.mark.parametrize("kind", ["engagement", "school", "thanks"])
def test_a_certificate_is_printed(call, tmp_path, kind):
    out = tmp_path / "b.pdf"
    code, told, _ = call("print", "certificate", "--kind", kind, "--person", 1, "--out", out)
    assert code == 0
    assert out.stat().st_size > 1000
    assert ("Noch offen: Wie viele Stunden" in told) is (kind != "thanks")


def test_competences_are_named_or_asked_for(call, tmp_path):
    wanted = ("print", "certificate", "--kind", "competence", "--person", 1)
    out = tmp_path / "k.pdf"
    code, _, error = call(*wanted, "--out", out)
    assert (code, "mindestens eine Kompetenz" in error) == (1, True)
    assert not out.exists()
    assert call(*wanted, "--competence", "Zuhören", "--out", out)[0] == 0


def test_who_never_began_gets_a_sentence(call, tmp_path):
    code, _, error = call(
        "print", "certificate", "--kind", "thanks", "--person", 2, "--out", tmp_path / "x.pdf"
    )
    assert (code, "noch kein Engagement" in error) == (1, True)


def test_the_card_is_checked_and_the_letter_needs_an_address(call, tmp_path):
    code, told, _ = call("print", "card", "--person", 1, "--where", "TSV", "--hours", 6)
    assert code == 0
    assert "Wohnort: offen." in told
    assert "Stunden pro Woche: erfüllt. Zusammen 6 von 5" in told
    out = tmp_path / "c.pdf"
    code, _, error = call("print", "card", "--person", 1, "--out", out)
    assert (code, "Straße, PLZ und Ort" in error) == (1, True)
    to = ("--to", "Kreisausschuss", "--to", "Weg 1", "--to", "37269 Eschwege")
    assert call("print", "card", "--person", 1, *to, "--out", out)[0] == 0
    assert out.stat().st_size > 1000


def test_sheets_are_printed(call, tmp_path):
    out = tmp_path / "s.pdf"
    assert call("print", "attendance", "--title", "Dankeabend", "--rows", 9, "--out", out)[0] == 0
    assert call("print", "offer-sheet", "--offer", 1, "--out", tmp_path / "o.pdf")[0] == 0
    wanted = ("print", "call-sheet", "people", "--reason", "Einladung", "--view", "Fehlt")
    code, _, error = call(*wanted, "--out", tmp_path / "c.pdf")
    assert (code, "gibt es nicht" in error) == (1, True)


def test_whom_to_thank(call):
    code, told, _ = call("recognition", "--json")
    assert code == 0
    assert json.loads(told) == {"honours": []}
    assert call("recognition")[1] == "Zurzeit steht hier niemand.\n"
