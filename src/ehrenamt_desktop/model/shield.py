"""What may be printed of a table of people, given all that was printed before.

Each printed table is kept as it was counted, with what was hidden (`Printed`). A later one must not
give away, together with the earlier ones, what each of them hides:

- the same period again: the earlier print stands, unless no cell differs by less than `LEAST`;
- a period of which parts were printed: what they hid stays hidden, and the rest between them is
  protected like a table of its own;
- any other overlap: only the total, and only where the difference to the earlier total is no
  small count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ehrenamt_desktop.model.rules.small_counts import is_small
from ehrenamt_desktop.model.rules.suppression import (
    Cell,
    Table,
    protected_table,
    shown,
    with_margins,
)

Counts = tuple[tuple[int, ...], ...]


class Printed(NamedTuple):
    """A table that left the office.

    Attributes:
        name: which table it is; tables of one name have equal columns.
        start: first day it counts.
        end: last day, included; for what holds on one day both are that day.
        counts: all counts, hidden ones too. They never leave the office.
        hidden: what was hidden, as in `Table.hidden`.
    """

    name: str
    start: dt.date
    end: dt.date
    counts: Counts
    hidden: frozenset[Cell]

    def overlaps(self, start: dt.date, end: dt.date) -> bool:
        """Whether both count some day."""
        return self.start <= end and start <= self.end

    def lies_in(self, start: dt.date, end: dt.date) -> bool:
        """Whether the other period holds this one."""
        return start <= self.start and self.end <= end


def shield(
    name: str,
    start: dt.date,
    end: dt.date,
    counts: Sequence[Sequence[int]],
    earlier: Sequence[Printed],
    additive: bool = True,
) -> tuple[Table, Printed]:
    """A table as it may be printed, and what to remember of it.

    Args:
        name: which table it is.
        start: first day it counts.
        end: last day, included.
        counts: rows of equal length.
        earlier: all tables printed before, the latest last.
        additive: whether two halves add up to the whole; hours of a placement that runs through
            both do not.
    """
    kept = tuple(tuple(row) for row in counts)
    named = list(dict.fromkeys(one for one in earlier if one.name == name))
    near = [one for one in named if one.overlaps(start, end)]
    same = [one for one in near if (one.start, one.end) == (start, end)]
    if same and (len(same) < len(near) or not all(_far(kept, one.counts) for one in same)):
        last = same[-1]
        return shown(with_margins(last.counts), last.hidden), last
    if near and not same:
        split = _beside(kept, start, end, near) if additive else None
        table = split or _total_only(kept, _chain(named, near))
    else:
        table = protected_table(kept, {spot for one in same for spot in one.hidden})
    return table, Printed(name, start, end, kept, table.hidden)


def _far(counts: Counts, before: Counts) -> bool:
    """Whether each cell and total is equal or differs by more than a small count."""
    if _shape(counts) != _shape(before):
        return False
    return not any(
        is_small(abs(one - other))
        for row, old in zip(with_margins(counts), with_margins(before), strict=True)
        for one, other in zip(row, old, strict=True)
    )


def _beside(counts: Counts, start: dt.date, end: dt.date, near: Sequence[Printed]) -> Table | None:
    """A table beside earlier ones that are parts of it; None where they are anything else."""
    parts = sorted(near, key=lambda one: one.start)
    apart = all(one.end < other.start for one, other in pairwise(parts))
    inside = all(one.lies_in(start, end) for one in parts)
    alike = all(_shape(one.counts) == _shape(counts) for one in parts)
    if not (apart and inside and alike):
        return None
    rest = [
        [amount - sum(one.counts[row][column] for one in parts)
         for column, amount in enumerate(cells)]
        for row, cells in enumerate(counts)
    ]  # fmt: skip
    if any(amount < 0 for cells in rest for amount in cells):
        return None
    return protected_table(counts, {spot for one in parts for spot in one.hidden}, [rest])


def _chain(named: Sequence[Printed], near: Sequence[Printed]) -> list[Printed]:
    """What overlaps, what overlaps that, and so on: all that could be added and taken off."""
    found = list(near)
    for one in found:
        found.extend(
            other for other in named if other not in found and other.overlaps(one.start, one.end)
        )
    return found


def _total_only(counts: Counts, near: Sequence[Printed]) -> Table:
    """Nothing but the total, and that only beside a single earlier one it is not close to."""
    whole = with_margins(counts)
    corner = (len(whole) - 1, len(whole[0]) - 1)
    everything = {(row, column) for row in range(len(whole)) for column in range(len(whole[0]))}
    total = whole[-1][-1]
    others = [sum(map(sum, one.counts)) for one in near]
    close = is_small(total) or any(is_small(abs(total - other)) for other in others)
    if len(near) == 1 and not close:
        everything.remove(corner)
    return shown(whole, frozenset(everything))


def _shape(counts: Counts) -> tuple[int, int]:
    return len(counts), len(counts[0]) if counts else 0
