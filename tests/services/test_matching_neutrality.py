"""Sex, age and working status of a person change nothing in their list."""

from __future__ import annotations

import datetime as dt

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Occupation, OfferStatus, Salutation
from ehrenamt_desktop.services.new_office import create_office
from ehrenamt_desktop.services.office import open_office

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "probe.ehrenamt"
    with clock.frozen(TODAY):
        create_office(path)
        office = open_office(path)
        initiative = office.initiatives.save({"name": "Bürgerbusverein"})
        for number, hours in enumerate((1.0, 2.0, 9.0)):
            values = {"initiative_id": initiative, "status": OfferStatus.PUBLISHED}
            office.offers.save(values | {"title": f"Fahren {number}", "hours_per_week": hours,
                                         "time_grid": 0b111 << 3 * number})  # fmt: skip
        yield office
        office.close()


@pytest.mark.parametrize(
    "told",
    [
        {"salutation": Salutation.MR},
        {"birth_year": 1941},
        {"occupation": Occupation.BASIC_SECURITY, "profession": "Schlosser"},
        {"occupation": Occupation.RETIRED},
    ],
    ids=["salutation", "age", "benefits", "retired"],
)
def test_what_a_person_is_does_not_count(office, told):
    plain = {
        "last_name": "Dietzel", "first_name": "Toni", "salutation": Salutation.MS,
        "birth_year": 1990, "time_grid": 0b111111, "hours_per_week": 3.0,
    }  # fmt: skip
    lists = [
        office.matching.offers_for(office.people.save(values)) for values in (plain, plain | told)
    ]
    rows = [
        [(one.number, one.score, one.low, one.high, one.word, one.reason) for one in found.matches]
        for found in lists
    ]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 2
    assert lists[0].near_total == lists[1].near_total == 1
