"""A small real office behind the tab Vermittlung, in a real window."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.make_office import adult, make_office, offer, place_id, term_id

from ehrenamt_desktop.model.enums import Kind, TermKind
from ehrenamt_desktop.services.office import open_office

_kept: dict[str, tuple[Path, SimpleNamespace]] = {}


@pytest.fixture
def prepared(tmp_path, tmp_path_factory, frozen):
    """A store with the town, made once per run and copied for each test."""
    if "town" not in _kept or not _kept["town"][0].exists():
        folder = tmp_path_factory.mktemp("town")
        made = make_office(folder, tmp_path_factory.getbasetemp())
        records = build(made)
        made.close()
        _kept["town"] = (made.path, records)
    source, records = _kept["town"]
    path = tmp_path / source.name
    shutil.copyfile(source, path)
    return path, records


@pytest.fixture
def office(prepared, bus):
    opened = open_office(prepared[0], on_changed=bus.publish)
    yield opened
    opened.close()


@pytest.fixture
def town(prepared):
    """One person whose contact may be passed on, three open offers, one that misses a proof."""
    return prepared[1]


def build(office):
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    licence = term_id(office, TermKind.PROOF, "LICENCE_B")
    person = adult(
        office, salutation="ms", street="Am Anger 3", postcode="36205", city="Sontra",
        place_id=place_id(office, "Wichmannshausen"), hours_per_week=6, max_km=15,
        legal_basis="consent", terms=[{"term_id": reading, "relation": "wish"}],
    )  # fmt: skip
    office.people.save_credential(person, {"term_id": licence, "held": False})
    about = [{"term_id": reading, "role": "about"}]
    sontra = place_id(office, "Sontra")
    offers = [
        offer(office, title=title, place_id=sontra, terms=about, rhythm=rhythm)
        for title, rhythm in (
            ("Kindern vorlesen", "once"),
            ("Beim Einkauf begleiten", "monthly"),
            ("Vereinsbüro führen", "weekly"),
        )
    ]
    needs = [{"term_id": licence, "role": "required"}]
    bus_offer = offer(office, title="Bürgerbus fahren", place_id=sontra, terms=needs)
    return SimpleNamespace(person=person, offers=offers, near=bus_offer)


@pytest.fixture
def tab(office, town, tasks, bus, notices, files, navigator, qtbot):
    from ehrenamt_desktop.ui.matching.tab import MatchingTab

    made = MatchingTab(office, tasks, bus, notices, files, navigator)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitExposed(made)
    made.match_for(Kind.PERSON, town.person)
    return made
