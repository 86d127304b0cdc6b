"""The columns of a comparison on paper: the criterion, then what it says of each match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.comparison import ComparedRow
from ehrenamt_desktop.model.matches import Match

AHEAD = "am besten"
"""What stands behind the cell that is ahead; on the screen it is bold."""


def comparison_columns(matches: Sequence[Match]) -> tuple[Column[ComparedRow], ...]:
    """One column for the criteria and one for each match, in their order."""
    times = Counter(one.title for one in matches)
    titles = [
        f"{one.title} ({one.subtitle})" if times[one.title] > 1 else one.title for one in matches
    ]
    return (
        Column("criterion", "Kriterium", lambda row: row.title, width=22),
        *(_of_match(at, title) for at, title in enumerate(titles)),
    )


def _of_match(at: int, title: str) -> Column[ComparedRow]:
    def text(row: ComparedRow) -> str:
        if at >= len(row.cells):
            return ""
        cell = row.cells[at]
        return f"{cell.text} · {AHEAD}" if cell.best else cell.text

    return Column(f"match.{at}", title, text, width=30)
