"""What matching keeps in memory is let go as soon as the store or the day changes."""

from __future__ import annotations

import datetime as dt

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import OfferStatus
from ehrenamt_desktop.services import rosters
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.services.rosters import Rosters
from ehrenamt_desktop.store.reads import facts

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "probe.ehrenamt"
    with clock.frozen(TODAY):
        create_office(path)
        office = open_office(path)
        yield office
        office.close()


@pytest.fixture
def person(office):
    return office.people.save({"last_name": "Dietzel", "first_name": "Marion"})


def offered(office, title):
    initiative = office.initiatives.save({"name": f"Verein {title}"})
    values = {"initiative_id": initiative, "title": title, "status": OfferStatus.PUBLISHED}
    return office.offers.save(values)


def titles(office, person):
    return [match.title for match in office.matching.offers_for(person).matches]


def test_a_written_offer_is_in_the_next_list(office, person):
    offered(office, "Bürgerbus fahren")
    assert titles(office, person) == ["Bürgerbus fahren"]
    offered(office, "Kindern vorlesen")
    assert sorted(titles(office, person)) == ["Bürgerbus fahren", "Kindern vorlesen"]


def test_nothing_is_read_twice_while_nothing_changes(office, person, monkeypatch):
    offered(office, "Bürgerbus fahren")
    first = office.matching.offers_for(person)

    def refuse(_):
        raise AssertionError("offers are read again")

    monkeypatch.setattr(facts, "offers", refuse)
    assert office.matching.offers_for(person) == first
    with pytest.raises(AssertionError):
        office.matching.offers_for(person, TODAY + dt.timedelta(1))


def test_long_rosters_are_not_kept(office, person, monkeypatch):
    monkeypatch.setattr(rosters, "KEPT_ROWS", 0)
    offered(office, "Bürgerbus fahren")
    kept = Rosters(office.store)
    with office.store.read() as connection:
        assert kept.offers(connection, TODAY) is not kept.offers(connection, TODAY)
    monkeypatch.setattr(rosters, "KEPT_ROWS", 1)
    with office.store.read() as connection:
        assert kept.people(connection, TODAY) is kept.people(connection, TODAY)
