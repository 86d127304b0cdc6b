"""Hours by month: keyed in from a sheet, a month at a time."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping

from sqlmodel import col, select

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.hours import HourSheet, months
from ehrenamt_desktop.model.records.hours import HourEntry
from ehrenamt_desktop.model.records.placement import Placement
from ehrenamt_desktop.services.records import find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import hours as reads
from ehrenamt_desktop.store.unit import Unit

_UNKNOWN = "Dieser Monat gehört nicht zur Vermittlung. Bitte öffnen Sie das Blatt noch einmal."


class Hours:
    """Use cases on hours of engagement."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sheet(self, placement_id: int) -> HourSheet:
        """The months of a placement with what was entered."""
        with self._store.read() as connection:
            return reads.sheet(connection, placement_id, clock.today())

    def enter(self, placement_id: int, values: Mapping[str, float | None]) -> None:
        """Keep the hours of some months, as one step; months that are not named stay.

        Args:
            placement_id: the placement.
            values: hours by month (`2026-11`); None takes a month's hours away.

        Raises:
            DomainError: the placement is gone.
            InvalidDraft: a month in which it did not run, or more hours than a month has.
        """
        with self._store.write("Stunden eingetragen") as unit:
            placement = find(unit, Placement, placement_id)
            kept = {one.month: one for one in _entries(unit, placement_id)}
            wanted = _checked(values, {*kept, *_ran(placement)})
            for month, hours in wanted.items():
                entry = kept.get(month)
                if hours is None:
                    if entry is not None:
                        unit.delete(entry)
                elif entry is None:
                    unit.add(HourEntry(placement_id=placement_id, month=month, hours=hours))
                elif entry.hours != hours:
                    entry.hours = hours


def _entries(unit: Unit, placement_id: int) -> list[HourEntry]:
    query = select(HourEntry).where(col(HourEntry.placement_id) == placement_id)
    return list(unit.exec(query).all())


def _ran(placement: Placement) -> tuple[dt.date, ...]:
    today = clock.today()
    if placement.started_on is None:
        return ()
    return months(placement.started_on, min(placement.ended_on or today, today))


def _checked(
    values: Mapping[str, float | None], known: set[dt.date]
) -> dict[dt.date, float | None]:
    by_key = {f"{month:%Y-%m}": month for month in known}
    wrong: list[FieldError] = []
    for key, hours in values.items():
        month = by_key.get(key)
        if month is None:
            wrong.append(FieldError(key, _UNKNOWN))
            continue
        most = 24 * calendar.monthrange(month.year, month.month)[1]
        if hours is not None and not 0 <= hours <= most:
            wrong.append(FieldError(key, f"Bitte geben Sie einen Wert von 0 bis {most} ein."))
    if wrong:
        raise InvalidDraft(tuple(wrong))
    return {by_key[key]: hours for key, hours in values.items()}
