"""Small counts on paper: 1 and 2 would point at somebody, so they are not printed as they are.

`under` is enough where no total stands beside a count. Where one does, `protected` hides as many
neighbours as it takes, so that nobody can work a hidden count out (domain brief 1.6). For tables
with totals on both sides, and for periods that were printed before, `suppression` does the same.
"""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 3
"""The smallest count that is printed; 0 says nothing of anybody and is printed too."""

SMALL = f"unter {LEAST}"
HIDDEN = "geschützt"

NOTE = (
    f"Zahlen unter {LEAST} stehen als „{HIDDEN}“, und mit ihnen so viele andere, wie nötig sind, "
    "damit sie niemand ausrechnen kann. 0 bleibt 0."
)


def is_small(amount: int) -> bool:
    """Whether a count points at somebody."""
    return 0 < amount < LEAST


def under(amount: int) -> str:
    """A count beside which no total stands: `unter 3` for 1 and 2."""
    return SMALL if is_small(amount) else str(amount)


def share(amount: int, total: int, one: str, many: str) -> str:
    """So many of all, in words that give away neither them nor the rest.

    Args:
        amount: how many it is about.
        total: of how many.
        one: the noun for one (`Person`).
        many: the noun for more (`Personen`).
    """
    if is_small(total):
        return f"{SMALL} {many}"
    noun = one if total == 1 else many
    if is_small(amount):
        return f"{SMALL} von {total} {noun}"
    return (
        f"fast alle {total} {noun}" if is_small(total - amount) else f"{amount} von {total} {noun}"
    )


def protected(
    *splits: Sequence[int],
) -> tuple[tuple[tuple[int | None, ...], ...], int | None]:
    """The counts of one column and their total as they may be shown; None for hidden ones.

    Each small count is hidden, and beside it all of the smallest larger ones, until two hidden
    ones differ: then each could be another, even for somebody who knows this rule. Where there is
    nothing left to hide, or the total itself is small, the whole column is hidden.

    Args:
        splits: the same people counted by several features (age, municipality …); each sums to the
            same total, so what hides the total in one hides it in all.
    """
    total = sum(splits[0]) if splits else 0
    found = tuple(_split(counts) for counts in splits)
    if is_small(total) or None in found:
        return tuple((None,) * len(counts) for counts in splits), None
    return tuple(one for one in found if one is not None), total


def _split(counts: Sequence[int]) -> tuple[int | None, ...] | None:
    """The counts with enough of them hidden; None where that cannot be done."""
    hidden = {amount for amount in counts if is_small(amount)}
    others = sorted({amount for amount in counts if amount >= LEAST})
    while len(hidden) == 1:
        if not others:
            return None
        hidden.add(others.pop(0))
    return tuple(None if amount in hidden else amount for amount in counts)


def text(amount: int | None) -> str:
    """A count from `protected` in words."""
    return HIDDEN if amount is None else str(amount)
