"""Appointments leave the office with initials only."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar
from tests.make_office import adult

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind

WEDNESDAY = dt.date(2026, 11, 25)


@pytest.fixture
def talk(office):
    person = adult(office, phone="05653 9777", email="m.dietzel@example.org")
    return office.interactions.add({
        "kind": "consultation", "state": "planned", "on": WEDNESDAY, "at": dt.time(10),
        "place": "bei Frau Dietzel", "subject": "Marion Dietzel will lesen",
        "note": "Knie operiert", "person_id": person,
    })  # fmt: skip


def events(path):
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_nobody_is_named(office, talk, tmp_path):
    path = tmp_path / "termin.ics"
    office.calendars.write_talk(path, talk)
    (event,) = events(path)
    assert str(event["summary"]) == "Beratungsgespräch: M. D."
    assert str(event["location"]) == "bei Frau D."
    raw = path.read_text(encoding="utf-8").casefold()
    for word in ("dietzel", "marion", "9777", "example", "knie", "lesen"):
        assert word not in raw


def test_a_moved_appointment_keeps_its_key_and_counts_up(office, talk, tmp_path):
    path = tmp_path / "termin.ics"
    office.calendars.write_talk(path, talk)
    (before,) = events(path)
    office.interactions.change(talk, {"at": dt.time(11)})
    office.calendars.write_talk(path, talk)
    (after,) = events(path)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_a_day_holds_what_is_planned(office, talk, tmp_path):
    path = tmp_path / "tag.ics"
    body = office.initiatives.save({"name": "Bürgerbus Sontra"})
    office.interactions.add(
        {"kind": "visit", "state": "planned", "on": WEDNESDAY, "initiative_id": body}
    )
    office.interactions.add({"kind": "call", "state": "missed", "on": WEDNESDAY})
    assert office.calendars.write_day(path, WEDNESDAY) == 2
    assert {str(one["summary"]) for one in events(path)} == {
        "Beratungsgespräch: M. D.", "Besuch: Bürgerbus Sontra",
    }  # fmt: skip


def test_an_empty_day_writes_nothing(office, tmp_path):
    path = tmp_path / "tag.ics"
    with pytest.raises(DomainError, match="keine Termine"):
        office.calendars.write_day(path, WEDNESDAY)
    assert not path.exists()


def test_what_lies_in_the_trash_stays_inside(office, talk, tmp_path):
    office.trash.put(Kind.PERSON, [1])
    with pytest.raises(DomainError):
        office.calendars.write_talk(tmp_path / "termin.ics", talk)
