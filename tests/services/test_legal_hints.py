"""Hours and allowances of a person over all placements, as the record shows them."""

from __future__ import annotations

import datetime as dt

from tests.make_office import adult, offer

from ehrenamt_desktop.model.enums import EndReason, PlacementState


def running(office, person, begins, **fields):
    (number,) = office.placements.propose(
        person, [offer(office, **fields)], override_reason="Wunsch beider", on=begins
    )
    office.placements.move(number, PlacementState.PASSED_ON, begins)
    office.placements.move(number, PlacementState.RUNNING, begins)
    return number


def said(office, person):
    return [one.sentence for one in office.lists.person(person).legal_hints]


def test_running_placements_are_summed_and_ended_hours_left_out(office):
    person = adult(office, occupation="job_seeker")
    begins = dt.date(2026, 11, 2)
    running(office, person, begins, title="Vorlesen", hours_per_week=7)
    assert said(office, person) == []
    second = running(office, person, begins, title="Fahren", hours_per_week=6)
    assert said(office, person) == [
        "Zusammen 13 Stunden pro Woche. Ab 15 Stunden pro Woche ist das Engagement der Agentur "
        "für Arbeit zu melden."
    ]
    office.placements.move(second, PlacementState.ENDED, reason=EndReason.COMPLETED)
    assert said(office, person) == []


def test_allowances_of_the_year_are_summed_for_anybody(office):
    person = adult(office)
    begins = dt.date(2026, 11, 2)
    running(office, person, begins, title="Chor leiten", allowance_month=450)
    assert said(office, person) == []
    running(office, person, begins, title="Turnen", allowance_month=75)
    (one,) = office.lists.person(person).legal_hints
    assert one.sentence.startswith("2026 zusammen 1.050 Euro Aufwandsentschädigung.")
    assert one.source == "§ 3 Nr. 26a EStG, Stand 22.11.2026; § 3 Nr. 26 EStG"


def test_a_proposal_is_counted_in_as_if_it_ran(office):
    person = adult(office, occupation="basic_security")
    (number,) = office.placements.propose(person, [offer(office, hours_per_week=20)])
    assert said(office, person) == []
    (one,) = office.lists.placement(number).legal_hints
    assert "15 Stunden gelten den Jobcentern als Richtwert" in one.sentence
    office.placements.move(number, PlacementState.ENDED, reason=EndReason.DECLINED)
    assert office.lists.placement(number).legal_hints == ()
