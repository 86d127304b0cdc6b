"""The council list: municipality and field with counts as they may be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.figure_rows import Shown, Unit
from ehrenamt_desktop.model.paper_rows import CouncilRow
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.model.rules.suppression import Table

OPEN = ("offers", "places")
"""Counts of public offers; nobody is told by them."""

OF_PEOPLE = ("seekers", "proposals", "placements", "talks")
"""Counts of people, protected against the sums over municipalities and over fields."""


class CouncilLine(NamedTuple):
    """One row of the council list, protected."""

    municipality: str
    area: str
    offers: Shown
    places: Shown
    seekers: Shown
    proposals: Shown
    placements: Shown
    talks: Shown


Protect = Callable[[str, Sequence[Sequence[int]]], Table]
"""Gives the table of a count (its key, municipalities by fields) as it may be shown."""


def protected_lines(rows: Sequence[CouncilRow], protect: Protect) -> tuple[CouncilLine, ...]:
    """The rows as they may leave the office, without those in which nothing was counted.

    Args:
        rows: every field of every municipality, one municipality after the other.
        protect: asked once for each count of people.
    """
    towns = list(dict.fromkeys(row.municipality for row in rows))
    areas = list(dict.fromkeys(row.area for row in rows))
    shown = {key: _cells(rows, key, towns, areas, protect) for key in OF_PEOPLE}
    return tuple(
        CouncilLine(
            row.municipality,
            row.area,
            *(Shown(getattr(row, key)) for key in OPEN),
            *(shown[key][row.municipality, row.area] for key in OF_PEOPLE),
        )
        for row in rows
        if any(getattr(row, key) for key in (*OPEN, *OF_PEOPLE))
    )


def _cells(
    rows: Sequence[CouncilRow],
    key: str,
    towns: Sequence[str],
    areas: Sequence[str],
    protect: Protect,
) -> dict[tuple[str, str], Shown]:
    """The cells of one count, by municipality and field."""
    counts = {(row.municipality, row.area): int(getattr(row, key)) for row in rows}
    if not counts:
        return {}
    table = protect(key, [[counts.get((town, area), 0) for area in areas] for town in towns])
    return {
        (town, area): Shown(None, Unit.COUNT, HIDDEN) if amount is None else Shown(amount)
        for town, cells in zip(towns, table.cells, strict=True)
        for area, amount in zip(areas, cells, strict=True)
    }
