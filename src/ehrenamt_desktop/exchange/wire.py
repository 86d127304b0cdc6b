"""Cells as JSON lines between the program and its reading child."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.exchange.table import Cell, Fault, Grid
from ehrenamt_desktop.model.imports import Sheet

CHUNK = 500
"""Rows in one line."""


def line(message: dict[str, Any]) -> bytes:
    """One message as one line of ASCII; surrogates and line breaks are escaped."""
    return json.dumps(message, default=_encode, separators=(",", ":")).encode("ascii") + b"\n"


def rows_line(rows: Sequence[tuple[int, Sequence[Cell]]]) -> bytes:
    """Numbered rows as one line; a cell without a value keeps the reason."""
    return line(
        {
            "rows": [
                (number, [{"e": str(cell)} if type(cell) is Fault else cell for cell in cells])
                for number, cells in rows
            ]
        }
    )


def grid_out(grid: Grid | None) -> dict[str, Any] | None:
    """What a workbook says beyond its cells, as plain values."""
    if grid is None:
        return None
    return {
        "sheets": [(one.name, one.hidden) for one in grid.sheets],
        "merged": grid.merged,
        "hidden": grid.hidden_columns,
    }


def grid_in(raw: Any) -> Grid | None:
    """The grid as it came over the wire."""
    if not isinstance(raw, dict):
        return None
    sheets = tuple(Sheet(str(name), bool(hidden)) for name, hidden in raw["sheets"])
    return Grid(sheets, tuple(map(tuple, raw["merged"])), tuple(map(tuple, raw["hidden"])))


def message(raw: bytes) -> dict[str, Any]:
    """A line back as a message.

    Raises:
        ValueError: the line is not a whole message.
    """
    found = json.loads(raw)
    if not isinstance(found, dict):
        raise ValueError("no message")  # noqa: TRY004 - a broken line, not a wrong type
    return found


def cells(raw: Sequence[Any]) -> tuple[Cell, ...]:
    """The cells of a row as they came over the wire."""
    return tuple(_decode(cell) if isinstance(cell, dict) else cell for cell in raw)


def _encode(value: object) -> dict[str, str]:
    if isinstance(value, dt.datetime):
        return {"t": value.isoformat()}
    if isinstance(value, dt.date):
        return {"d": value.isoformat()}
    raise TypeError(type(value).__name__)


def _decode(value: dict[str, str]) -> Cell:
    if "e" in value:
        return Fault(value["e"])
    if "t" in value:
        return dt.datetime.fromisoformat(value["t"])
    return dt.date.fromisoformat(value["d"])
