"""Hours of engagement."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop.model.hours import HourSheet, MonthHours, months
from ehrenamt_desktop.store.reads.cells import day, some_day


def sheet(connection: Any, placement_id: int, as_of: dt.date) -> HourSheet:
    """The months from the start of a placement to its end or today, with what was entered.

    A month outside them that has hours all the same is shown too; without a start there are none.
    """
    cells = connection.execute(
        "SELECT started_on, ended_on FROM placement WHERE id = ?", (placement_id,)
    ).fetchone()
    began, ended = (day(cells[0]), day(cells[1])) if cells else (None, None)
    statement = "SELECT month, hours FROM hour_entry WHERE placement_id = ? ORDER BY month"
    kept = {some_day(one[0]): one[1] for one in connection.execute(statement, (placement_id,))}
    ran = months(began, min(ended or as_of, as_of)) if began else ()
    shown = sorted({*ran, *kept})
    return HourSheet(placement_id, tuple(MonthHours(one, kept.get(one)) for one in shown))
