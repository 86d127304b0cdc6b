"""Hours by month: entered as one step, only where a placement ran."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.make_office import adult, offer

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.enums import EndReason, PlacementState
from ehrenamt_desktop.model.hours import months

P = PlacementState


@pytest.fixture
def running(office):
    """A placement that runs since 15 September."""
    with clock.frozen(dt.date(2026, 9, 10)):
        person = office.people.save(
            {"last_name": "Gliem", "birth_year": 1961, "legal_basis": "consent"}
        )
        for scope in ("storage", "handover"):
            office.people.add_consent(person, {"scope": scope, "given_on": "2026-09-01"})
        (number,) = office.placements.propose(person, [offer(office)])
        office.placements.move(number, P.PASSED_ON)
    office.placements.move(number, P.RUNNING, dt.date(2026, 9, 15))
    return number


def keys(office, number):
    return [one.key for one in office.hours.sheet(number).months]


def test_the_sheet_begins_with_the_start_and_ends_today(office, running):
    assert keys(office, running) == ["2026-09", "2026-10", "2026-11"]
    assert office.hours.sheet(running).months[0].words == "September 2026"
    office.placements.move(running, P.ENDED, reason=EndReason.COMPLETED)
    with clock.frozen(dt.date(2027, 3, 1)):
        assert keys(office, running) == ["2026-09", "2026-10", "2026-11"]
    (proposed,) = office.placements.propose(adult(office), [offer(office)])
    assert keys(office, proposed) == []


def test_hours_are_kept_changed_and_taken_away_in_one_step_each(office, running):
    office.hours.enter(running, {"2026-09": 4.5, "2026-10": 12, "2026-11": None})
    sheet = office.lists.placement(running).hours
    assert sheet.words == "16,5 Stunden in 2 Monaten"
    office.hours.enter(running, {"2026-10": None, "2026-11": 1})
    assert office.hours.sheet(running).words == "5,5 Stunden in 2 Monaten"
    office.history.undo()
    assert office.hours.sheet(running).total == 16.5
    office.history.undo()
    assert office.hours.sheet(running).words == ""


def test_a_month_that_fits_no_month_is_refused_whole(office, running):
    for wrong in ({"2026-12": 3}, {"2026-08": 3}, {"x": 1}, {"2026-09": -1}, {"2026-09": 721}):
        with pytest.raises(InvalidDraft):
            office.hours.enter(running, {"2026-10": 5} | wrong)
    assert office.hours.sheet(running).words == ""
    office.hours.enter(running, {"2026-09": 720, "2026-10": 0})
    assert office.hours.sheet(running).words == "720 Stunden in 2 Monaten"


def test_merging_carries_the_hours(office, running):
    office.hours.enter(running, {"2026-10": 5})
    person = office.lists.placement(running).row.person_id
    other = adult(office, last_name="Gliehm")
    office.merging.merge(other, person)
    assert office.hours.sheet(running).total == 5
    assert office.lists.placement(running).row.person_id == other


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 900))
def test_months_follow_each_other_without_gaps(first, later):
    last = first + dt.timedelta(days=later)
    found = months(first, last)
    assert found[0] == first.replace(day=1)
    assert found[-1] == last.replace(day=1)
    assert all(one.day == 1 for one in found)
    assert len(found) == (last.year - first.year) * 12 + last.month - first.month + 1
