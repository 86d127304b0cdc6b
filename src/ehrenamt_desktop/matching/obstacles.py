"""What stands in the way of each record: counted over all others, gate by gate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ehrenamt_desktop.matching.arrays import Flags
from ehrenamt_desktop.matching.folding import BIT, Codes16
from ehrenamt_desktop.model.matches import Gate

Counts = npt.NDArray[np.int32]
MOST_ROWS = 255
"""So many rows can be counted in bytes."""


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Counts for the records of a side.

    Attributes:
        possible: others that no gate blocks.
        blocked: others each gate blocks, gates in the order of `Gate` on the second axis.
        alone: others each gate is the only one to block.
    """

    possible: Counts
    blocked: Counts
    alone: Counts

    @classmethod
    def none(cls, records: int) -> Obstacles:
        """Nothing counted yet."""
        wide = (records, len(Gate))
        return cls(
            np.zeros(records, dtype=np.int32),
            np.zeros(wide, dtype=np.int32),
            np.zeros(wide, dtype=np.int32),
        )

    def add(self, other: Obstacles) -> None:
        """Count what was counted elsewhere."""
        self.possible[:] += other.possible
        self.blocked[:] += other.blocked
        self.alone[:] += other.alone

    def put(self, start: int, other: Obstacles) -> None:
        """Take over the counts of the records from `start` on."""
        at = slice(start, start + len(other.possible))
        self.possible[at] = other.possible
        self.blocked[at] = other.blocked
        self.alone[at] = other.alone


def count(code: Codes16, people: Obstacles, offers: Obstacles, at: slice) -> None:
    """Add what the gates of some people × all offers say to both sides.

    Args:
        code: a bit for each gate that blocks, at most `MOST_ROWS` rows.
        people: counts of the chunk the people belong to.
        offers: counts of all offers.
        at: where in the chunk the people are.
    """
    flag = code == 0
    people.possible[at] += _along(flag)
    offers.possible[:] += _down(flag)
    bits = np.empty_like(code)
    for place, bit in enumerate(BIT.values()):
        np.not_equal(np.bitwise_and(code, np.uint16(bit), out=bits), 0, out=flag)
        people.blocked[at, place] += _along(flag)
        offers.blocked[:, place] += _down(flag)
        np.equal(code, np.uint16(bit), out=flag)
        people.alone[at, place] += _along(flag)
        offers.alone[:, place] += _down(flag)


def _along(flag: Flags) -> Counts:
    """How many of each row."""
    packed = np.bitwise_count(np.packbits(flag, axis=1))
    found: Counts = packed.sum(axis=1, dtype=np.int32)
    return found


def _down(flag: Flags) -> npt.NDArray[np.uint8]:
    """How many of each column."""
    found: npt.NDArray[np.uint8] = np.add.reduce(flag.view(np.uint8), axis=0, dtype=np.uint8)
    return found
