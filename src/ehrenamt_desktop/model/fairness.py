"""What the page Verteilung hands out: whom talks, proposals and placements reached.

All counts are protected already; None is a hidden count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.rules import small_counts

STAGES = 3
"""Talk, proposal, placement."""
ENOUGH = 10
"""From so many people on, a share is shown."""


class Feature(Labelled):
    """By what people are parted."""

    AGE = "age", "Alter"
    MUNICIPALITY = "municipality", "Gemeinde"
    OCCUPATION = "occupation", "Berufliche Situation"


@dataclass(frozen=True, slots=True)
class FairRow:
    """A group and how many of it were reached in the period; `id` is its place, from 1."""

    id: int
    group: str
    talks: int | None
    proposals: int | None
    placements: int | None

    @property
    def rate(self) -> float | None:
        """Placed people for ten with a talk; None when hidden or too few to say."""
        if self.placements is None or self.talks is None or self.talks < ENOUGH:
            return None
        return 10 * self.placements / self.talks


@dataclass(frozen=True, slots=True)
class Fairness:
    """Who was reached in a period, by several features; groups of nobody are left out."""

    start: dt.date
    end: dt.date
    total: FairRow
    tables: Mapping[Feature, tuple[FairRow, ...]]

    @property
    def summary(self) -> str:
        """How many were reached."""
        counts = (self.total.talks, self.total.proposals, self.total.placements)
        if not any(one is None or one for one in counts):
            return "In diesem Zeitraum gab es weder Gespräche noch Vorschläge."
        talks, proposals, placements = (small_counts.text(one) for one in counts)
        return f"Im Gespräch: {talks} · mit Vorschlag: {proposals} · vermittelt: {placements}"
