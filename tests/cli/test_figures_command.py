"""Figures on the terminal: protected unless asked for, one JSON object."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.counted_store import fill
from tests.make_office import make_office

from ehrenamt_desktop.cli import run

PERIOD = ("--from", "1.1.2025", "--to", "30.6.2025")


@pytest.fixture
def store(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, frozen) -> Path:
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    fill(office)
    office.close()
    return tmp_path / "buero.ehrenamt"


def test_figures_are_printed_as_they_may_leave(store, capsys):
    assert run(["report", "figures", *PERIOD, "--store", str(store)]) == 0
    out = capsys.readouterr().out
    assert "01.01.2025 bis 30.06.2025" in out
    assert any("Erstkontakte von Personen" in one and "geschützt" in one for one in out.split("\n"))
    assert any("Vermittlungen " in one and "Ziel 12" in one for one in out.split("\n"))


def test_as_json_with_small_counts_for_the_desk(store, capsys):
    call = ["report", "figures", *PERIOD, "--internal", "--json", "--store", str(store)]
    assert run(call) == 0
    found = json.loads(capsys.readouterr().out)
    figures = {one["key"]: one for one in found["figures"]}
    assert figures["consult_first"]["value"] == 4
    assert figures["consult_first"]["municipalities"]["Herleshausen"] == 2
    assert figures["rate_cohort"]["value"] == 0.5
    assert found["splits"]["end_reasons"] == {"Arbeit aufgenommen": 1, "Person möchte nicht": 1}
    assert found["period"] == {"from": "2025-01-01", "to": "2025-06-30"}


def test_a_period_the_wrong_way_round_is_one_sentence(store, capsys):
    call = ["report", "figures", "--from", "30.6.2025", "--to", "1.1.2025", "--store", str(store)]
    assert run(call) == 1
    assert "endet, bevor er beginnt" in capsys.readouterr().err
