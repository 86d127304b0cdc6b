"""Costs and targets as they are listed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ehrenamt_desktop.model.enums import CostKind
from ehrenamt_desktop.model.money import CostRow, TargetRow
from ehrenamt_desktop.store.reads.cells import some_day


def costs(connection: Any, start: dt.date, end: dt.date) -> list[CostRow]:
    """What was spent in a period, the latest first."""
    statement = (
        'SELECT id, version, "on", kind, cents, municipality, note FROM cost '
        'WHERE "on" BETWEEN ? AND ? ORDER BY "on" DESC, id DESC'
    )
    return [
        CostRow(one[0], one[1], some_day(one[2]), CostKind(one[3]), one[4], one[5], one[6])
        for one in connection.execute(statement, (start.isoformat(), end.isoformat()))
    ]


def targets(connection: Any, year: int) -> list[TargetRow]:
    """What figures are to reach in a year."""
    statement = (
        "SELECT id, version, year, figure, municipality, value FROM target WHERE year = ? "
        "ORDER BY municipality, figure"
    )
    return [TargetRow(*one) for one in connection.execute(statement, (year,))]
