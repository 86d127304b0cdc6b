"""Forms that were not kept when the program ended."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.unsaved import Unsaved


def unsaved(connection: Any) -> tuple[Unsaved, ...]:
    """All of them, the latest first."""
    statement = "SELECT form, content, saved_at FROM autosave ORDER BY saved_at DESC, id DESC"
    return tuple(_unsaved(*cells) for cells in connection.execute(statement))


def _unsaved(key: str, content: str, saved_at: str) -> Unsaved:
    held = json.loads(content)
    moment = dt.datetime.fromisoformat(saved_at).replace(tzinfo=dt.UTC)
    return Unsaved(
        key, Kind(held["kind"]), held["number"], clock.local(moment), held["values"],
        held["changes"],
    )  # fmt: skip
