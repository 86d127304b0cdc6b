"""How the rows of two sides meet, so that a rule is written once for tables and for single pairs.

A rule lifts what it knows of a person with `mine`, what it knows of an offer with `theirs`, and
counts what two term tables share with `common`; the shapes then broadcast.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from ehrenamt_desktop.matching.arrays import Floats, Marks, PlaceTable


class Meeting(Protocol):
    """Which rows of people meet which rows of offers."""

    def mine(self, values: Any) -> Any:
        """What is known of the people, lifted to the shape of the pairs."""

    def theirs(self, values: Any) -> Any:
        """What is known of the offers, lifted to the shape of the pairs."""

    def common(self, mine: Marks, theirs: Marks) -> Marks:
        """The products of the rows that meet."""


class Crossing:
    """Everybody meets every offer: tables of people × offers."""

    def mine(self, values: Any) -> Any:
        """A column."""
        return values[:, None]

    def theirs(self, values: Any) -> Any:
        """A row."""
        return values[None, :]

    def common(self, mine: Marks, theirs: Marks) -> Marks:
        """A matrix product."""
        return mine @ theirs.T

    def kilometres(self, mine: PlaceTable, theirs: PlaceTable) -> Floats:
        """Distances of all pairs."""
        return mine.between(theirs)[mine.position[:, None], theirs.position[None, :]]


class Pairing:
    """The n-th person meets the n-th offer, nobody else."""

    def mine(self, values: Any) -> Any:
        """As it is."""
        return values

    def theirs(self, values: Any) -> Any:
        """As it is."""
        return values

    def common(self, mine: Marks, theirs: Marks) -> Marks:
        """One product for each pair."""
        found: Marks = np.einsum("ij,ij->i", mine, theirs)
        return found


CROSSING = Crossing()
PAIRING = Pairing()
