"""Appointments for the calendar of another program."""

from __future__ import annotations

import datetime as dt
import uuid
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.exchange import calendar_out
from ehrenamt_desktop.model.appointment import Appointment, initials, without_names
from ehrenamt_desktop.model.enums import InteractionKind
from ehrenamt_desktop.services.lists import GONE
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.cells import some_day, time
from ehrenamt_desktop.store.reads.work import appointments


class Calendars:
    """Use cases on calendar files; people appear with their initials only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write_talk(self, path: Path, talk_id: int) -> None:
        """Write one talk as a calendar file.

        Raises:
            DomainError: the talk is gone.
            StoreUnavailable: the file cannot be written.
        """
        with self._store.read() as connection:
            found = appointments(connection, "r.id = :number", {"number": talk_id})
        if not found:
            raise DomainError(GONE)
        calendar_out.write(path, map(_appointment, found), clock.now())

    def write_day(self, path: Path, day: dt.date) -> int:
        """Write all planned talks of a day; returns how many.

        Raises:
            DomainError: nothing is planned on that day.
            StoreUnavailable: the file cannot be written.
        """
        condition = "r.state = 'planned' AND r.\"on\" = :day"
        with self._store.read() as connection:
            found = appointments(connection, condition, {"day": day.isoformat()})
        if not found:
            raise DomainError("Für diesen Tag sind keine Termine geplant.")
        return calendar_out.write(path, map(_appointment, found), clock.now())


def _appointment(cells: Any) -> Appointment:
    (number, version, created, kind, on, at, minutes, place, first, last, body) = cells
    who = initials(first or "", last or "") or body or ""
    label = InteractionKind(kind).label
    return Appointment(
        key=f"{uuid.uuid5(uuid.NAMESPACE_OID, f'{created}/{number}')}@ehrenamt-desktop",
        version=version or 1,
        on=some_day(on),
        at=time(at),
        minutes=minutes,
        title=f"{label}: {who}" if who else label,
        place=without_names(place, first or "", last or ""),
    )
