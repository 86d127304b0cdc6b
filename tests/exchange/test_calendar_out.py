"""Calendar files: valid by RFC 5545, in the time of Berlin, nobody's name in them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.exchange.calendar_out import write
from ehrenamt_desktop.model.appointment import Appointment, initials, without_names

NOW = dt.datetime(2026, 11, 23, 11, tzinfo=dt.UTC)
TALK = Appointment(
    "abc@ehrenamt-desktop", 3, dt.date(2026, 11, 25), dt.time(10), 45, "Beratungsgespräch: M. D.",
    "Rathaus, Zimmer 4; 2. Stock",
)  # fmt: skip


def written(tmp_path, *appointments):
    path = tmp_path / "termine.ics"
    assert write(path, appointments, NOW) == len(appointments)
    return path.read_bytes()


def test_an_appointment_as_a_calendar_reads_it(tmp_path):
    raw = written(tmp_path, TALK)
    calendar = Calendar.from_ical(raw)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert [str(one["tzid"]) for one in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == dt.datetime(
        2026, 11, 25, 10, tzinfo=ZoneInfo("Europe/Berlin")
    )
    assert event.decoded("dtend").strftime("%H:%M") == "10:45"
    assert event.decoded("dtstamp") == NOW
    assert (str(event["uid"]), event["sequence"]) == ("abc@ehrenamt-desktop", 3)
    assert str(event["summary"]) == "Beratungsgespräch: M. D."
    assert str(event["location"]) == "Rathaus, Zimmer 4; 2. Stock"
    assert str(event["class"]) == "PRIVATE"


def test_the_lines_are_those_of_the_standard(tmp_path):
    raw = written(tmp_path, TALK._replace(place="Grüße " * 40))
    assert raw.endswith(b"END:VCALENDAR\r\n")
    lines = raw.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert b"DTSTART;TZID=Europe/Berlin:20261125T100000" in lines
    for line in lines:
        line.decode("utf-8")  # no sign is cut in two


@pytest.mark.parametrize(
    ("day", "offset"),
    [(dt.date(2026, 3, 28), 1), (dt.date(2026, 3, 29), 2), (dt.date(2026, 10, 24), 2),
     (dt.date(2026, 10, 25), 1)],
)  # fmt: skip
def test_summer_time_begins_and_ends_as_in_berlin(tmp_path, day, offset):
    """The rules in the file give the offset that the time zone's data give."""
    raw = written(tmp_path, TALK._replace(on=day))
    (zone,) = Calendar.from_ical(raw).walk("VTIMEZONE")
    at = dt.datetime.combine(day, dt.time(10), zone.to_tz())
    assert at.utcoffset() == dt.timedelta(hours=offset)


def test_a_day_without_a_time_is_a_whole_day(tmp_path):
    (event,) = Calendar.from_ical(written(tmp_path, TALK._replace(at=None))).walk("VEVENT")
    assert event.decoded("dtstart") == dt.date(2026, 11, 25)
    assert event.decoded("dtend") == dt.date(2026, 11, 26)


def test_an_unknown_length_is_an_hour(tmp_path):
    (event,) = Calendar.from_ical(written(tmp_path, TALK._replace(minutes=None))).walk("VEVENT")
    assert event.decoded("dtend").strftime("%H:%M") == "11:00"


@given(
    place=st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=120),
    title=st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200),
)
def test_whatever_is_written_is_read_again(tmp_path_factory, place, title):
    folder = tmp_path_factory.mktemp("ics")
    (event,) = Calendar.from_ical(written(folder, TALK._replace(place=place, title=title))).walk(
        "VEVENT"
    )
    assert str(event["summary"]) == title
    assert str(event.get("location", "")) == place


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(StoreUnavailable, match="lässt sich nicht schreiben"):
        write(tmp_path / "weg" / "termine.ics", [TALK], NOW)


def test_names_become_initials():
    assert initials("Marion", "Dietzel") == "M. D."
    assert initials("", "Özdemir") == "Ö."
    assert initials(" ", "") == ""
    place = "bei Dietzel, Marion (Hof), Dietzelgasse"
    assert without_names(place, "Marion", "Dietzel") == "bei D. M. (Hof), Dietzelgasse"
