"""`match --json` both ways: numbers that add up, ranges that hold, and how firm each place is."""

from __future__ import annotations

import json

import pytest
from tests.make_office import adult, make_office, offer, place_id

from ehrenamt_desktop.cli import run
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.weighing import Weighing


@pytest.fixture
def store(tmp_path, tmp_path_factory, frozen):
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    for name, place in (("Dietzel", "Sontra"), ("Gliem", "Ulfen")):
        adult(office, last_name=name, place_id=place_id(office, place), max_km=20)
    for title, place in (("Kindern vorlesen", "Sontra"), ("Bäume pflanzen", "Ulfen")):
        offer(office, title=title, place_id=place_id(office, place), places_total=1)
    office.placements.propose(2, [1])
    office.weights.keep(Weighing(balance=0.1).moved(Side.PERSON, 4, 0))
    office.close()
    return office.path


@pytest.mark.parametrize(("subject", "others"), [("person", "offers"), ("offer", "people")])
def test_both_ways(store, capsys, subject, others):
    assert run(["match", f"--{subject}", "1", "--json", "--store", str(store)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[subject]["number"] == 1
    assert len(found[others]) == 2
    for one in found[others]:
        a, b = one["sides"]["person"], one["sides"]["offer"]
        assert one["score"] == pytest.approx(2 * a * b / (a + b) - one["balance"], abs=1e-12)
        assert one["low"] <= one["score"] <= one["high"]
        assert 0.0 <= one["coverage"] <= 1.0
        assert one["stable"] in (True, False)
        shares = {"person": 0.0, "offer": 0.0}
        for part in one["criteria"]:
            shares[part["side"]] += part["weight"]
        assert shares == pytest.approx({"person": 1.0, "offer": 1.0})
        mine = [part for part in one["criteria"] if part["side"] == "person"]
        assert max(mine, key=lambda part: part["weight"])["name"] == "distance"
    assert {one["balance"] for one in found[others]} <= {0.0, 0.1}
    assert run(["match", f"--{subject}", "1", "--json", "--store", str(store)]) == 0
    assert json.loads(capsys.readouterr().out) == found
