"""Cells as JSON lines between the program and its reading child."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.exchange.table import Cell

CHUNK = 500
"""Rows in one line."""


def line(message: dict[str, Any]) -> bytes:
    """One message as one line of ASCII; surrogates and line breaks are escaped."""
    return json.dumps(message, default=_encode, separators=(",", ":")).encode("ascii") + b"\n"


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
    if "t" in value:
        return dt.datetime.fromisoformat(value["t"])
    return dt.date.fromisoformat(value["d"])
