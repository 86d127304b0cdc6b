"""`doubles` prints claims, as lines and as one JSON object, and changes nothing."""

from __future__ import annotations

import json

import pytest
from tests.make_office import make_office

from ehrenamt_desktop.cli import run


@pytest.fixture
def store(tmp_path, tmp_path_factory, frozen):
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    for first in ("Hans", "Hannes", "Gerda"):
        office.people.save({
            "last_name": "Müller", "first_name": first, "phone": "05653 1234",
            "birth_date": "1956-02-01" if first != "Gerda" else "1958-01-01",
        })  # fmt: skip
    path = office.path
    office.close()
    return path


def test_pairs_as_one_object(store, capsys):
    before = store.read_bytes()
    assert run(["doubles", "--store", str(store), "--json"]) == 0
    out = capsys.readouterr().out
    (pair,) = json.loads(out)["pairs"]
    assert (pair["a"], pair["b"]) == (1, 2)
    assert 0.9 <= pair["score"] <= 1
    assert "gleiches Geburtsdatum" in pair["reason"]
    assert store.read_bytes() == before


def test_pairs_as_lines(store, capsys):
    assert run(["doubles", "--store", str(store)]) == 0
    out = capsys.readouterr().out
    assert "Nr. 1 Müller, Hans (01.02.1956" in out
    assert out.endswith("1 Paar\n")


def test_no_pair(tmp_path, tmp_path_factory, capsys):
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    office.close()
    assert run(["doubles", "--store", str(office.path)]) == 0
    assert capsys.readouterr().out == "Keine Person steht doppelt.\n"
