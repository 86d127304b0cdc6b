"""Appointments written as iCalendar (RFC 5545), in the time of Berlin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from ehrenamt_desktop.exchange.whole_file import write_bytes
from ehrenamt_desktop.model.appointment import USUAL_MINUTES, Appointment

BERLIN = ZoneInfo("Europe/Berlin")

_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""The rules of Berlin since 1996 (directive 2000/84/EC); every file carries them."""


def write(path: Path, appointments: Iterable[Appointment], made_at: dt.datetime) -> int:
    """Write appointments; returns their number. The file appears whole or not at all.

    Args:
        path: the file to make; an older one is replaced at the end.
        appointments: what to write.
        made_at: the moment of writing, aware.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Ehrenamt Desktop//DE")
    calendar.add("version", "2.0")
    calendar.add_component(Timezone.from_ical(_ZONE.replace("\n", "\r\n")))
    written = 0
    for one in appointments:
        calendar.add_component(_event(one, made_at))
        written += 1
    write_bytes(path, calendar.to_ical())
    return written


def _event(one: Appointment, made_at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", one.key)
    event.add("sequence", one.version)
    event.add("dtstamp", made_at.astimezone(dt.UTC))
    event.add("summary", one.title)
    event.add("class", "PRIVATE")
    if one.place:
        event.add("location", one.place)
    if one.at is None:
        event.add("dtstart", one.on)
        event.add("dtend", one.on + dt.timedelta(days=1))
        return event
    begin = dt.datetime.combine(one.on, one.at, BERLIN)
    event.add("dtstart", begin)
    event.add("dtend", begin + dt.timedelta(minutes=one.minutes or USUAL_MINUTES))
    return event
