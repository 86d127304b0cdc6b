"""Settings of the office as they are kept."""

from __future__ import annotations

import json
from typing import Any


def setting(connection: Any, key: str) -> Any:
    """A setting's value, or None if it was never set."""
    cells = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return json.loads(cells[0]) if cells else None
