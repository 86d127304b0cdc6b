"""Talks and appointments: planned, completed, changed, with the next step; how full a day is."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.make_office import adult

from ehrenamt_desktop.errors import ConflictError, DomainError, InvalidDraft
from ehrenamt_desktop.model.enums import InteractionState, Kind

MONDAY = dt.date(2026, 11, 23)
WEDNESDAY = dt.date(2026, 11, 25)


@pytest.fixture
def person(office):
    return adult(office)


def plan(office, person, **values):
    fields = {"kind": "consultation", "state": "planned", "on": WEDNESDAY, "person_id": person}
    return office.interactions.add({**fields, **values})


def course(office, person):
    rows = office.lists.person(person).history
    return [row for row in rows if row.kind is Kind.INTERACTION]


def test_a_planned_talk_is_completed_later(office, person):
    talk = plan(office, person, at=dt.time(10), place="Rathaus", subject="Erstes Gespräch")
    (row,) = course(office, person)
    assert (row.title, row.facts) == (
        "Beratungsgespräch: Erstes Gespräch (geplant)", "10:00 Uhr · Rathaus",
    )  # fmt: skip
    assert (row.number, row.state) == (talk, InteractionState.PLANNED)
    kept = office.lists.talk(talk)
    office.interactions.change(
        talk,
        {
            "state": "held", "on": MONDAY, "minutes": 55, "channel": "in_person",
            "note": "Liest gern vor.",
        },
        kept.version,
    )  # fmt: skip
    (row,) = course(office, person)
    assert (row.title, row.facts) == (
        "Beratungsgespräch: Erstes Gespräch", "10:00 Uhr · 55 Minuten · persönlich · Rathaus",
    )  # fmt: skip
    assert row.detail == "Liest gern vor."
    assert office.history.next_undo().action == "Gespräch geändert"
    office.history.undo()
    assert course(office, person)[0].state is InteractionState.PLANNED


def test_the_next_step_becomes_a_reminder_that_names_the_person(office, person):
    plan(
        office, person, state="held", on=MONDAY, next_step="Unterlagen schicken",
        next_due_on=WEDNESDAY,
    )  # fmt: skip
    (due,) = office.lists.person(person).follow_ups
    assert (due.title, due.due_on) == ("Unterlagen schicken", WEDNESDAY)
    assert due.detail == "Marion Dietzel · Vereinbart am 23.11.2026"
    office.history.undo()
    assert office.lists.person(person).follow_ups == ()
    assert course(office, person) == []


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"state": "held"}, "on"),
        ({"next_step": "Anrufen"}, "next_due_on"),
        ({"next_due_on": WEDNESDAY}, "next_step"),
        ({"next_step": "Anrufen", "next_due_on": dt.date(2026, 11, 22)}, "next_due_on"),
        ({"minutes": 1441}, "minutes"),
        ({"next_step": "x" * 201, "next_due_on": WEDNESDAY}, "next_step"),
    ],
)
def test_what_cannot_be_is_refused_under_its_field(office, person, values, key):
    with pytest.raises(InvalidDraft) as refused:
        plan(office, person, **values)
    assert [one.key for one in refused.value.fields] == [key]
    assert course(office, person) == []


def test_a_talk_changed_elsewhere_is_not_overwritten(office, person):
    talk = plan(office, person)
    version = office.lists.talk(talk).version
    office.interactions.set_state(talk, InteractionState.MISSED)
    with pytest.raises(ConflictError):
        office.interactions.change(talk, {"note": "zu spät"}, version)
    assert course(office, person)[0].state is InteractionState.MISSED


def test_a_change_never_moves_a_talk_to_somebody_else(office, person):
    other = adult(office, last_name="Gliem", first_name="Horst")
    talk = plan(office, person)
    office.interactions.change(talk, {"person_id": other, "note": "hier"})
    assert [row.detail for row in course(office, person)] == ["hier"]
    assert course(office, other) == []


def test_a_talk_entered_by_mistake_goes_and_comes_back(office, person):
    talk = plan(office, person)
    office.interactions.remove(talk)
    assert course(office, person) == []
    with pytest.raises(DomainError):
        office.lists.talk(talk)
    office.history.undo()
    assert course(office, person)[0].number == talk


def test_how_full_a_day_is(office, person):
    assert office.lists.day_load(WEDNESDAY).sentence == "An diesem Tag: noch nichts."
    for _ in range(3):
        plan(office, person)
    plan(office, person, state="missed")
    for title in ("a", "b"):
        office.follow_ups.add({"title": title, "due_on": WEDNESDAY, "person_id": person})
    load = office.lists.day_load(WEDNESDAY)
    assert load.sentence == "An diesem Tag: 3 Termine, 2 Nachfragen."
    assert office.lists.day_load(WEDNESDAY, but=1).talks == 2
    office.trash.put(Kind.PERSON, [person])
    assert office.lists.day_load(WEDNESDAY)[1:] == (0, 0)


def test_a_weekend_is_named(office):
    sentence = office.lists.day_load(dt.date(2026, 11, 28)).sentence
    assert sentence == "An diesem Tag: noch nichts. Es ist ein Wochenende."
