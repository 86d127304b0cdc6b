"""How tables of people are shown: openly at the desk, protected in what leaves the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import product

from ehrenamt_desktop.model.rules.small_counts import is_small
from ehrenamt_desktop.model.rules.suppression import Table, shown, with_margins
from ehrenamt_desktop.model.shield import Printed, shield


class Press:
    """Makes tables as they may be shown; `printed` grows with each that is protected.

    Args:
        earlier: all tables that left the office before; None shows everything, for the
            coordinator's own screen.
    """

    def __init__(self, earlier: Sequence[Printed] | None = None) -> None:
        self._earlier = earlier
        self.printed: list[Printed] = []

    def table(
        self,
        name: str,
        start: dt.date,
        end: dt.date,
        counts: Sequence[Sequence[int]],
        additive: bool = True,
    ) -> Table:
        """A table with its totals; see `shield`."""
        if self._earlier is None:
            return shown(with_margins(counts), frozenset())
        found, kept = shield(name, start, end, counts, self._earlier, additive)
        self.printed.append(kept)
        return found

    def total(
        self, name: str, start: dt.date, end: dt.date, counts: Sequence[Sequence[int]]
    ) -> int | None:
        """The total, if it may be shown; remembered as a table of which only that was printed."""
        if self._earlier is None:
            return sum(map(sum, counts))
        found, kept = shield(name, start, end, counts, self._earlier)
        corner = (len(kept.counts), len(kept.counts[0]))
        self.printed.append(kept._replace(hidden=_all(kept) - ({corner} - kept.hidden)))
        return found.total

    def hide(
        self, name: str, start: dt.date, end: dt.date, counts: Sequence[Sequence[int]]
    ) -> None:
        """Remember a table of which nothing was shown."""
        if self._earlier is not None:
            kept = Printed(name, start, end, tuple(map(tuple, counts)), frozenset())
            self.printed.append(kept._replace(hidden=_all(kept)))

    def low(self, amount: int) -> bool:
        """Whether a number must not be shown by itself."""
        return self._earlier is not None and is_small(amount)


def _all(table: Printed) -> frozenset[tuple[int, int]]:
    """Every cell and total."""
    rows, columns = len(table.counts), len(table.counts[0])
    return frozenset(product(range(rows + 1), range(columns + 1)))
