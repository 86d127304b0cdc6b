"""Somebody who takes all printed tables for equations and solves them.

The attacker knows that counts are whole numbers, that 0 is always printed unless everything is
hidden, and each printed cell, row, column and total, of each edition.
"""

from __future__ import annotations

import itertools

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from ehrenamt_desktop.model.rules.small_counts import LEAST


class Attacker:
    """Solves what is printed; unknowns are the inner cells of independent parts."""

    def __init__(self, parts: int, shape: tuple[int, int]) -> None:
        self.parts, self.shape = parts, shape
        self.size = parts * shape[0] * shape[1]
        self.read: list[tuple[int, ...]] = []
        self.rows: list[np.ndarray] = []
        self.low: list[float] = []
        self.high: list[float] = []

    def sum_of(self, parts, spot):
        """The unknowns that make up a cell or total of the sum of some parts."""
        height, width = self.shape
        line = np.zeros((self.parts, height, width))
        down = slice(None) if spot[0] == height else spot[0]
        across = slice(None) if spot[1] == width else spot[1]
        for part in parts:
            line[part, down, across] = 1
        return line.ravel()

    def reads(self, parts, whole, hidden):
        """Take in a printed table: what is shown exactly, what is hidden as at least 1."""
        self.read.append(tuple(parts))
        height, width = self.shape
        blank = len(hidden) >= (height + 1) * (width + 1) - 1
        for spot in itertools.product(range(height + 1), range(width + 1)):
            amount = whole[spot[0]][spot[1]]
            if spot not in hidden:
                self._knows(self.sum_of(parts, spot), amount, amount)
            elif not blank:
                self._knows(self.sum_of(parts, spot), 1, np.inf)

    def _knows(self, line, low, high):
        self.rows.append(line)
        self.low.append(low)
        self.high.append(high)

    def most(self, parts, spot):
        """The largest value up to 1000 that fits all that is known."""
        known = [LinearConstraint(np.array(self.rows), self.low, self.high)] if self.rows else []
        found = milp(
            -self.sum_of(parts, spot),
            constraints=known,
            integrality=np.ones(self.size),
            bounds=Bounds(0, 1000),
        )
        assert found.success
        return round(-found.fun)


def learns_nothing(attacker, parts, whole):
    for row, cells in enumerate(whole):
        for column, amount in enumerate(cells):
            if 0 < amount < LEAST:
                assert attacker.most(parts, (row, column)) >= LEAST, (row, column)


def added(*tables):
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]
