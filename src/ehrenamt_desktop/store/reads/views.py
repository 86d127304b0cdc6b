"""The saved views of a list."""

from __future__ import annotations

from typing import Any


def of(connection: Any, noun: str) -> list[tuple[int, str, str]]:
    """Number, name and content (JSON) of the views of a list."""
    statement = "SELECT id, name, content FROM saved_view WHERE noun = ?"
    return [tuple(cells) for cells in connection.execute(statement, (noun,))]
