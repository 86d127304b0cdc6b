"""A small real office behind the tab Personen, in a real window."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from tests.make_office import adult, offer, place_id, term_id

from ehrenamt_desktop.model.enums import FollowUpKind, TermKind


@pytest.fixture
def office(empty_office):
    return empty_office


@pytest.fixture
def town(office):
    """Marion, known well and proposed once; Özlem, hardly known; Jörg, ended."""
    reading = term_id(office, TermKind.ACTIVITY, "VORLESEN")
    aid = term_id(office, TermKind.PROOF, "FIRST_AID")
    marion = adult(
        office, salutation="ms", phone="05658 4471", preferred_channel="phone",
        email="m.dietzel@example.org", street="Leuchtbergstraße 12", postcode="36205",
        city="Sontra", place_id=place_id(office, "Wichmannshausen"), hours_per_week=6,
        max_km=15, time_grid=0b11, terms=[{"term_id": reading, "relation": "wish"}],
    )  # fmt: skip
    proof = office.people.save_credential(
        marion, {"term_id": aid, "valid_until": "2026-12-14", "verified_on": "2024-12-14"}
    )
    placement = office.placements.propose(marion, [offer(office)])[0]
    call = office.follow_ups.add({
        "kind": FollowUpKind.CALL, "due_on": "2026-11-24", "person_id": marion,
        "title": "Anrufen: Kita Wichmannshausen",
    })  # fmt: skip
    oezlem = office.people.save({"last_name": "Yıldız", "first_name": "Özlem"})
    joerg = office.people.save({"last_name": "Groß", "first_name": "Jörg", "status": "ended"})
    return SimpleNamespace(
        marion=marion, oezlem=oezlem, joerg=joerg, proof=proof, placement=placement, call=call
    )


@pytest.fixture
def tab(office, town, tasks, bus, notices, files, navigator, qtbot):
    from ehrenamt_desktop.ui.people.tab import PeopleTab

    made = PeopleTab(office, tasks, bus, notices, files, navigator)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    QApplication.processEvents()
    return made
