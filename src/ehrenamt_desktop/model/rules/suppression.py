"""Which cells of a printed table are hidden so that no small count can be worked out.

A table of counts is seen with its margins: for r rows and c columns there are (r + 1) × (c + 1)
cells, the last row and column being totals. Each row and each column is one equation, so what an
attacker can vary without touching a printed number are closed ways that turn at hidden cells,
alternately up and down. A small count is safe when such ways can raise it to `LEAST`; where they
cannot, the cheapest further cells that open one are hidden too (domain brief 1.6; the method is
that of network flows in two-way tables, Cox 1995).

Hidden cells are known to be at least 1, because 0 is always printed.

Where an earlier edition printed a part of the same period, the difference of both is a table that
anybody can make. It is given as a further layer: what is hidden must keep each layer safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.rules.small_counts import LEAST, is_small

Cell = tuple[int, int]
Counts = Sequence[Sequence[int]]

_MARGIN = 10_000
"""What hiding a total costs beside its number, so that single cells are hidden first."""


class Table(NamedTuple):
    """A table as it may be printed: None for what is hidden.

    Attributes:
        cells: the counts.
        rows: the total of each row.
        columns: the total of each column.
        total: the total of all.
        hidden: what is hidden, by row and column; the last of each are the totals.
    """

    cells: tuple[tuple[int | None, ...], ...]
    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    total: int | None
    hidden: frozenset[Cell]


def with_margins(counts: Counts) -> list[list[int]]:
    """The counts with a row and a column of totals."""
    whole = [[*row, sum(row)] for row in counts]
    width = len(whole[0]) if whole else 1
    return [*whole, [sum(row[at] for row in whole) for at in range(width)]]


def protected_table(
    counts: Counts, hidden: Iterable[Cell] = (), less: Sequence[Counts] = ()
) -> Table:
    """A table with as much of it hidden as it takes.

    Args:
        counts: rows of equal length.
        hidden: what must be hidden in any case, because an earlier edition hid it.
        less: differences to earlier editions, of the same shape, nowhere negative.
    """
    layers = [with_margins(one) for one in (counts, *less)]
    everything = frozenset(
        (row, column) for row, cells in enumerate(layers[0]) for column in range(len(cells))
    )
    corner = (len(layers[0]) - 1, len(layers[0][0]) - 1)
    taken = set(hidden)
    if corner in taken or any(is_small(one[corner[0]][corner[1]]) for one in layers):
        taken = set(everything)
    elif not _cover(layers, taken):
        taken = set(everything - {corner})
    return shown(layers[0], frozenset(taken))


def shown(whole: Counts, hidden: frozenset[Cell]) -> Table:
    """A table with margins without what is hidden."""
    marked = [
        tuple(None if (row, column) in hidden else amount for column, amount in enumerate(cells))
        for row, cells in enumerate(whole)
    ]
    body = marked[:-1]
    return Table(
        tuple(row[:-1] for row in body),
        tuple(row[-1] for row in body),
        marked[-1][:-1],
        marked[-1][-1],
        hidden,
    )


def _cover(layers: Sequence[Counts], hidden: set[Cell]) -> bool:
    """Hide until each small count of each layer is safe; False where the total would have to go."""
    for whole in layers:
        hidden |= {
            (row, column)
            for row, cells in enumerate(whole)
            for column, amount in enumerate(cells)
            if is_small(amount)
        }
    for whole in layers:
        corner = (len(whole) - 1, len(whole[0]) - 1)
        for cell in sorted(hidden):
            if is_small(whole[cell[0]][cell[1]]) and not _raise(whole, hidden, cell, corner):
                return False
    return True


def _raise(whole: Counts, hidden: set[Cell], cell: Cell, corner: Cell) -> bool:
    """Open ways that raise a small count to `LEAST`, hiding what they need."""
    amounts = [list(row) for row in whole]
    row, column = cell
    while amounts[row][column] < LEAST:
        way = _way(amounts, hidden, cell, corner)
        if way is None:
            return False
        amounts[row][column] += 1
        for (at, across), step in way:
            amounts[at][across] += step
            hidden.add((at, across))
    return True


def _way(
    amounts: Counts, hidden: set[Cell], cell: Cell, corner: Cell
) -> list[tuple[Cell, int]] | None:
    """The cheapest closed way over `cell`, with what changes at each other cell of it.

    Nodes are rows (`at`) and columns (`-1 - across`); a cell joins its row with its column. Along
    the way signs alternate, and once more wherever a total stands in for what it sums.
    """
    start, goal = (-1 - cell[1], cell[0]) if _sign(cell, corner) > 0 else (cell[0], -1 - cell[1])
    nodes = [*range(len(amounts)), *(-1 - at for at in range(len(amounts[0])))]
    cost: dict[int, int] = {start: 0}
    came: dict[int, tuple[int, Cell, int]] = {}
    for _ in nodes:
        for node in list(cost):
            for other, spot, step in _steps(amounts, hidden, cell, corner, node):
                price = cost[node] + _price(amounts, hidden, spot, corner)
                if price < cost.get(other, price + 1):
                    cost[other], came[other] = price, (node, spot, step)
    if goal not in cost:
        return None
    way, node = [], goal
    while node != start:
        node, spot, step = came[node]
        way.append((spot, step))
    return way


def _steps(
    amounts: Counts, hidden: set[Cell], cell: Cell, corner: Cell, node: int
) -> Iterable[tuple[int, Cell, int]]:
    """From a node: the next node, the cell between, and whether it goes up or down."""
    from_row = node >= 0
    for at in range(len(amounts[0]) if from_row else len(amounts)):
        spot = (node, at) if from_row else (at, -1 - node)
        amount = amounts[spot[0]][spot[1]]
        open_to = spot in hidden or (amount > 0 and spot != corner)
        step = _sign(spot, corner) * (1 if from_row else -1)
        if spot != cell and open_to and amount + step >= 1:
            yield (-1 - at if from_row else at), spot, step


def _sign(cell: Cell, corner: Cell) -> int:
    """Totals of a row or a column stand on the other side of their equation."""
    return -1 if (cell[0] == corner[0]) != (cell[1] == corner[1]) else 1


def _price(amounts: Counts, hidden: set[Cell], spot: Cell, corner: Cell) -> int:
    if spot in hidden:
        return 0
    margin = spot[0] == corner[0] or spot[1] == corner[1]
    return amounts[spot[0]][spot[1]] + (_MARGIN if margin else 0)
