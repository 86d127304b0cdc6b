"""The placements as a board: a column for each state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.rows import PlacementRow

SHOWN = 200
"""Cards in one column; the list shows the rest."""


class BoardColumn(NamedTuple):
    """One state: how many there are, the first of them, and what to mind about their time.

    The last column counts those that ended within `RECENT_DAYS`.
    """

    state: PlacementState
    total: int
    rows: tuple[PlacementRow, ...]
    warnings: Mapping[int, tuple[str, ...]]


RECENT_DAYS = 90
"""Days for which an ended placement stays on the board."""
