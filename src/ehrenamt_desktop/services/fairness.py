"""Verteilung: whether talks, proposals and placements reach all groups alike.

Columns count people by what happened in the period, each for itself: none is a part of another, so
that none narrows down what another hides. For looking only: age, municipality and working status
are read here and nowhere weighed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Occupation
from ehrenamt_desktop.model.fairness import STAGES, Fairness, FairRow, Feature
from ehrenamt_desktop.model.gaps import OUTSIDE
from ehrenamt_desktop.model.rules import small_counts
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.filter_groups import BOUNDS, AgeGroup
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue, fairness
from ehrenamt_desktop.store.reads.fairness import Reached

NOT_ASKED = "nicht erfragt"
Counts = tuple[int, int, int]


class FairShares:
    """Use cases on the shares of groups."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, start: dt.date, end: dt.date) -> Fairness:
        """Who was reached in a period, by age, municipality and working status.

        Small counts are hidden, with as many others as it takes that no total tells them.

        Args:
            start: first day of the period.
            end: last day of the period, included.

        Raises:
            DomainError: the period ends before it begins.
        """
        if end < start:
            raise DomainError("Der Zeitraum endet, bevor er beginnt. Bitte prüfen Sie die Tage.")
        with self._store.read() as connection:
            found = fairness.reached(connection, start, end)
            towns = sorted({one.municipality for one in catalogue.places(connection) if one.member})
        groups: dict[Feature, Sequence[str]] = {
            Feature.AGE: [one.label for one in AgeGroup if one is not AgeGroup.MINOR],
            Feature.MUNICIPALITY: [*towns, OUTSIDE],
            Feature.OCCUPATION: [*(one.label for one in Occupation), NOT_ASKED],
        }
        counts = {key: _counts(found, key, names, end) for key, names in groups.items()}
        columns = [
            small_counts.protected(*([row[stage] for row in counts[key]] for key in groups))
            for stage in range(STAGES)
        ]
        tables = {
            key: tuple(
                FairRow(at + 1, name, *(shown[split][at] for shown, _ in columns))
                for at, name in enumerate(names)
                if any(counts[key][at])
            )
            for split, (key, names) in enumerate(groups.items())
        }
        total = FairRow(0, "Zusammen", *(amount for _, amount in columns))
        return Fairness(start, end, total, tables)


def _counts(
    found: Iterable[Reached], feature: Feature, names: Sequence[str], on: dt.date
) -> list[Counts]:
    """People with a talk, with a proposal and placed, for each group in its order."""
    amounts = {name: [0] * STAGES for name in names}
    for one in found:
        group = amounts[_group(one, feature, on)]
        for stage, came in enumerate(one.stages):
            group[stage] += came
    return [(talks, proposals, placed) for talks, proposals, placed in amounts.values()]


def _group(one: Reached, feature: Feature, on: dt.date) -> str:
    if feature is Feature.MUNICIPALITY:
        return one.municipality or OUTSIDE
    if feature is Feature.OCCUPATION:
        return Occupation(one.occupation).label if one.occupation else NOT_ASKED
    years = age(one.birth_date, one.birth_year, on).high
    if years is None:
        return AgeGroup.UNKNOWN.label
    return next(
        group.label
        for group, (least, most) in BOUNDS.items()
        if group is not AgeGroup.MINOR and least <= max(0, years) <= most
    )
