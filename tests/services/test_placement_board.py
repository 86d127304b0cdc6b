"""The board: what is under way by state, bounded, with what to mind; 5,000 placements."""

from __future__ import annotations

import datetime as dt

from tests.make_office import adult, offer

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import EndReason, PlacementState
from ehrenamt_desktop.model.placement_board import SHOWN
from ehrenamt_desktop.model.records.placement import Placement
from ehrenamt_desktop.model.rules.time_grid import bit
from ehrenamt_desktop.store import bulk

P = PlacementState
TUESDAY = bit(1, 1)


def board(office, text=""):
    return {one.state: one for one in office.lists.placement_board(text)}


def test_columns_hold_what_is_under_way_and_ended_lately(office):
    person = adult(office)
    tasks = [offer(office, title=f"Aufgabe {n}") for n in range(4)]
    first, second, third, old = office.placements.propose(person, tasks)
    office.placements.move(second, P.PASSED_ON)
    office.placements.move(third, P.ENDED, reason=EndReason.DECLINED)
    office.placements.move(old, P.ENDED, reason=EndReason.MOVED)
    shown = board(office)
    assert [(one.total, [row.id for row in one.rows]) for one in shown.values()] == [
        (1, [first]), (1, [second]), (0, []), (2, [third, old]),
    ]  # fmt: skip
    with clock.frozen(dt.date(2027, 2, 21)):
        assert board(office)[P.ENDED].total == 2
    with clock.frozen(dt.date(2027, 2, 22)):
        assert board(office)[P.ENDED].total == 0
        assert board(office)[P.PROPOSED].total == 1
    assert board(office, "aufgabe 1")[P.PROPOSED].total == 0
    assert board(office, "aufgabe 1")[P.PASSED_ON].total == 1


def test_the_next_due_comes_first(office):
    people = [adult(office, last_name=name) for name in ("Eins", "Zwei")]
    task = offer(office)
    (late,) = office.placements.propose(people[0], [task], dt.date(2026, 11, 20))
    (early,) = office.placements.propose(people[1], [task], dt.date(2026, 11, 2))
    assert [row.id for row in board(office)[P.PROPOSED].rows] == [early, late]


def test_five_thousand_are_bounded_and_counted(office):
    task = offer(office)
    people = [adult(office, last_name=f"P{n}") for n in range(3)]
    rows = [
        {"person_id": people[n % 3], "offer_id": task, "state": P.RUNNING,
         "proposed_on": dt.date(2026, 1, 1), "passed_on_on": dt.date(2026, 1, 2),
         "started_on": dt.date(2026, 1, 3)}
        for n in range(5000)
    ]  # fmt: skip
    with office.store.write("viele") as unit:
        bulk.insert_rows(unit, Placement, rows)
    running = board(office)[P.RUNNING]
    assert (running.total, len(running.rows)) == (5000, SHOWN)


def test_double_booking_is_seen_everywhere_and_blocks_nothing(office):
    person = adult(office, hours_per_week=6)
    bus = offer(office, title="Bürgerbus fahren", time_grid=TUESDAY, hours_per_week=4)
    read = offer(office, title="Kindern vorlesen", time_grid=TUESDAY, hours_per_week=3)
    (first,) = office.placements.propose(person, [bus])
    assert office.placements.time_warnings([first]) == ()
    office.placements.move(first, P.PASSED_ON)
    (second,) = office.placements.propose(person, [read])
    told = (
        "Zur gleichen Zeit wie „Bürgerbus fahren“: Di nachmittags.",
        "Zusammen 7 Stunden pro Woche; die Person möchte 6 geben.",
    )
    assert office.placements.time_warnings([second]) == told
    assert office.passing.plan(second).warnings == told
    assert office.lists.placement(second).warnings == told
    assert board(office)[P.PROPOSED].warnings == {second: told}
    assert board(office)[P.PASSED_ON].warnings == {}
    office.placements.move(second, P.PASSED_ON)
    office.placements.move(second, P.RUNNING)
    assert set(board(office)[P.RUNNING].warnings) == {second}
    office.placements.move(first, P.ENDED, reason=EndReason.NO_TIME)
    assert office.lists.placement(second).warnings == ()


def test_each_move_says_beforehand_what_is_missing(office):
    person = office.people.save({"last_name": "Gliem", "birth_year": 1950})
    office.people.add_consent(person, {"scope": "storage", "given_on": "2026-11-01"})
    task = offer(office, places_total=1)
    (number,) = office.placements.propose(person, [task])
    refusals = office.lists.placement(number).refusals
    assert "noch nicht zugestimmt" in refusals[P.PASSED_ON]
    assert "geht es nur zu" in refusals[P.RUNNING]
    assert P.ENDED not in refusals

    other = adult(office)
    (taken,) = office.placements.propose(other, [task])
    office.people.add_consent(person, {"scope": "handover", "given_on": "2026-11-01"})
    office.people.save({"legal_basis": "consent"}, person)
    for one in (number, taken):
        office.placements.move(one, P.PASSED_ON)
    office.placements.move(taken, P.RUNNING)
    assert "alle Plätze besetzt" in office.lists.placement(number).refusals[P.RUNNING]
    office.placements.move(taken, P.ENDED, reason=EndReason.MOVED)
    assert P.RUNNING not in office.lists.placement(number).refusals
    assert (
        "Bitte machen Sie einen neuen Vorschlag"
        in (office.lists.placement(taken).refusals[P.RUNNING])
    )
