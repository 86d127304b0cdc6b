"""Each figure in the whole, by municipality and by age group, as it may be shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.figure_rows import Shown, Unit
from ehrenamt_desktop.model.figures import AGED_PARTS, AGES, BY_KEY, RATIOS, Cut, Definition, How
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.model.rules.suppression import Table
from ehrenamt_desktop.model.tally import (
    NOBODY,
    PARTS,
    Case,
    Cases,
    by_town,
    grid,
    halves,
    share,
    value,
)
from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.services.figure_counts import Counted
from ehrenamt_desktop.services.figure_press import Press


class Values(NamedTuple):
    """A figure in the whole and cut."""

    total: Shown
    towns: tuple[Shown, ...] = ()
    ages: tuple[Shown, ...] = ()
    grid: tuple[tuple[Shown, ...], ...] = ()


class Lines:
    """The values of all figures of one period."""

    def __init__(self, counted: Counted, towns: Sequence[str], press: Press) -> None:
        self._counted = counted
        self._towns = towns
        self._press = press
        self._made: dict[str, Values] = {}

    def values(self, key: str) -> Values:
        """A figure; made once."""
        if key not in self._made:
            self._made[key] = self._make(BY_KEY[key])
        return self._made[key]

    def hide(self, key: str) -> None:
        """Show nothing of a figure, because something else would tell it."""
        figure = BY_KEY[key]
        self._press.hide(key, *self._span(figure), [[len(self._counted.of(key))]])
        self._made[key] = Values(_hidden(figure))

    def _make(self, figure: Definition) -> Values:
        if figure.how is How.RATIO:
            return self._ratio(figure)
        if figure.key == "rate_cohort" and self._counted.today < self._counted.cohort_over:
            wait = Shown(None, figure.unit, f"erst ab {day(self._counted.cohort_over)}")
            return Values(wait, (wait,) * len(self._towns))
        cases = self._counted.of(figure.key)
        if not figure.people:
            towns = () if figure.cut is Cut.NONE else by_town(cases, self._towns)
            return Values(value(figure, cases), tuple(value(figure, one) for one in towns))
        if figure.cut is Cut.PEOPLE:
            return self._people(figure, cases)
        if figure.how is How.MEDIAN or figure.cut is Cut.NONE:
            return self._alone(figure, cases)
        return self._halved(figure)

    def _people(self, figure: Definition, cases: Cases) -> Values:
        start, end = self._span(figure)
        counting = figure.how is How.COUNT
        counts = grid(cases, self._towns)
        table = self._press.table(figure.key, start, end, counts, counting)
        if counting:
            return Values(
                _count(table.total),
                tuple(map(_count, table.rows)),
                tuple(map(_count, table.columns)),
                tuple(tuple(map(_count, row)) for row in table.cells),
            )
        return self._sums(figure, cases, table)

    def _sums(self, figure: Definition, cases: Cases, table: Table) -> Values:
        def summed(some: Cases, amount: int | None) -> Shown:
            return _hidden(figure) if amount is None else value(figure, some)

        rows = by_town(cases, self._towns)
        return Values(
            summed(cases, table.total),
            tuple(summed(one, amount) for one, amount in zip(rows, table.rows, strict=True)),
            tuple(summed(_aged(cases, at), amount) for at, amount in enumerate(table.columns)),
            tuple(
                tuple(summed(_aged(one, at), amount) for at, amount in enumerate(line))
                for one, line in zip(rows, table.cells, strict=True)
            ),
        )

    def _alone(self, figure: Definition, cases: Cases) -> Values:
        """A figure that does not add up, or is not cut: hidden wherever few stand behind it."""

        def single(some: Cases) -> Shown:
            return _hidden(figure) if self._press.low(len(some)) else value(figure, some)

        if figure.how is How.COUNT:
            start, end = self._span(figure)
            return Values(_count(self._press.table(figure.key, start, end, [[len(cases)]]).total))
        towns = () if figure.cut is Cut.NONE else by_town(cases, self._towns)
        return Values(single(cases), tuple(map(single, towns)))

    def _halved(self, figure: Definition) -> Values:
        """A part of something: neither the part nor the rest may be told.

        By municipality it is only shown where nothing at all has to be hidden.
        """
        part, rest = self._halves(figure)
        lines = [by_town(one, self._towns) for one in (part, rest)]
        counts = [[len(one) for one in line] for line in lines]
        table = self._press.table(figure.key, *self._span(figure), counts)
        if table.rows[0] is None or table.rows[1] is None or self._aged_low(figure, part, rest):
            return Values(_hidden(figure), (_hidden(figure),) * len(self._towns))
        total = _of(figure, table.rows[0], table.rows[1])
        if table.hidden or not self._parent_open(figure):
            return Values(total, (_hidden(figure),) * len(self._towns))
        inside, outside = table.cells
        return Values(
            total,
            tuple(
                _of(figure, one or 0, other or 0)
                for one, other in zip(inside, outside, strict=True)
            ),
        )

    def _halves(self, figure: Definition) -> tuple[list[Case], list[Case]]:
        if figure.part_of:
            return halves(self._counted.of(figure.part_of), PARTS[figure.key])
        return halves(self._counted.of(figure.key), lambda one: bool(one.amount))

    def _parent_open(self, figure: Definition) -> bool:
        """Whether the figure it is a part of is shown for all municipalities."""
        if not figure.part_of:
            return True
        return all(one.amount is not None for one in self.values(figure.part_of).towns)

    def _aged_low(self, figure: Definition, part: Cases, rest: Cases) -> bool:
        """Whether an age limit parts one of the age groups that are shown too finely."""
        return figure.key in AGED_PARTS and any(
            self._press.low(sum(1 for one in some if one.ages == at))
            for some in (part, rest)
            for at in range(len(AGES))
            if _aged(part, at)
        )

    def _ratio(self, figure: Definition) -> Values:
        above, below = (self.values(key) for key in RATIOS[figure.key])
        return Values(
            _quotient(figure, above.total, below.total),
            tuple(
                _quotient(figure, one, other)
                for one, other in zip(above.towns, below.towns, strict=True)
            ),
        )

    def _span(self, figure: Definition) -> tuple[dt.date, dt.date]:
        end = self._counted.end
        return (end, end) if figure.stock else (self._counted.start, end)


def _count(amount: int | None) -> Shown:
    return Shown(None, Unit.COUNT, HIDDEN) if amount is None else Shown(amount)


def _hidden(figure: Definition) -> Shown:
    return Shown(None, figure.unit, HIDDEN)


def _aged(cases: Cases, at: int) -> Cases:
    return [one for one in cases if one.ages == at]


def _of(figure: Definition, part: int, rest: int) -> Shown:
    return share(part, part + rest) if figure.how is How.SHARE else Shown(part, figure.unit)


def _quotient(figure: Definition, above: Shown, below: Shown) -> Shown:
    if above.amount is None or below.amount is None:
        return _hidden(figure)
    if not below.amount:
        return Shown(None, figure.unit, NOBODY)
    return Shown(above.amount / below.amount, figure.unit)
