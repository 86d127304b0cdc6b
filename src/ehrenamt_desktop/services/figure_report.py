"""Composing a report of figures: lines, splits, fields, money, years and definitions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from ehrenamt_desktop.model.enums import (
    CostKind,
    DocumentKind,
    EndReason,
    Labelled,
    Newcomer,
    Occupation,
    Salutation,
    TalkChannel,
)
from ehrenamt_desktop.model.figure_rows import (
    AreaLine,
    DefinitionLine,
    FigureLine,
    Part,
    Shown,
    SpendingLine,
    Split,
)
from ehrenamt_desktop.model.figures import BY_KEY, FIGURES, SPLITS, SplitKind
from ehrenamt_desktop.model.rules.small_counts import HIDDEN, SMALL
from ehrenamt_desktop.model.tally import Case, Cases, by_town
from ehrenamt_desktop.services.figure_counts import Counted
from ehrenamt_desktop.services.figure_lines import Lines
from ehrenamt_desktop.services.figure_press import Press

NO_AREA = "ohne Bereich"
Targets = Mapping[tuple[str, str], float]
"""By figure and municipality (empty for all)."""

_MARKS: Mapping[str, tuple[type[Labelled], str, Callable[[str], str]]] = {
    "gender": (Salutation, Salutation.NONE.label, lambda mark: mark.split("|")[0]),
    "occupation": (Occupation, "nicht erfragt", lambda mark: mark.split("|")[1]),
    "newcomers": (Newcomer, "nicht erfragt", lambda mark: mark.split("|")[2]),
    "channels": (TalkChannel, "nicht eingetragen", str),
    "end_reasons": (EndReason, EndReason.UNKNOWN.label, str),
    "paper_kinds": (DocumentKind, DocumentKind.OTHER.label, str),
}
"""For each split: its words, the word for nothing known, and where they stand in the mark."""


def figure_lines(
    now: Lines, before: Lines, targets: Targets, towns: Sequence[str]
) -> tuple[FigureLine, ...]:
    """All figures beside those of a year before and their targets."""
    found = []
    for one in FIGURES:
        mine, former = now.values(one.key), before.values(one.key)
        cut = tuple(targets.get((one.key, town)) for town in towns[:-1])
        found.append(
            FigureLine(
                one.key, one.name, one.block, one.unit, one.estimate, mine.total, former.total,
                targets.get((one.key, "")), mine.towns, former.towns, mine.ages, mine.grid,
                (*cut, None) if mine.towns else (),
            )
        )  # fmt: skip
    return tuple(found)


def splits(counted: Counted, lines: Lines, press: Press) -> tuple[Split, ...]:
    """The figures that are parted by one feature; what would tell a hidden part is hidden too."""
    found = tuple(_split(one, counted, lines, press) for one in SPLITS)
    reasons = next(one for one in found if one.key == "end_reasons")
    work = [one for one in reasons.parts if one.label == EndReason.WORK_FOUND.label]
    if any(one.shown.amount is None for one in work):
        lines.hide("job_seekers_work")
    return found


def _split(kind: SplitKind, counted: Counted, lines: Lines, press: Press) -> Split:
    words, nothing, mark = _MARKS[kind.key]
    labels = list(dict.fromkeys([*(one.label for one in words), nothing]))
    counts = dict.fromkeys(labels, 0)
    for case in counted.of(kind.figure):
        value = mark(case.mark)
        counts[words(value).label if value else nothing] += 1
    name = f"split:{kind.key}"
    table = press.table(name, counted.start, counted.end, [list(counts.values())])
    total = lines.values(kind.figure).total
    open_to = total.amount is not None
    parts = [
        Part(label, _shown(amount if open_to else None))
        for label, amount in zip(labels, table.cells[0], strict=True)
        if amount or amount is None or not open_to
    ]
    return Split(kind.key, kind.figure, kind.title, BY_KEY[kind.figure].block, total, tuple(parts))


def areas(
    counted: Counted, wishes: Mapping[str, int], names: Sequence[str], press: Press
) -> tuple[AreaLine, ...]:
    """Offers, seekers and placements by field of engagement."""
    fields = list(dict.fromkeys([*names, NO_AREA]))
    offers = _by_area(counted.of("offers_active"), fields)
    placed = [list(_by_area(counted.of("placements"), fields).values())]
    table = press.table("areas", counted.start, counted.end, placed)
    cells = table.cells[0]
    blank = table.total is None
    found = []
    for field, came in zip(fields, cells, strict=True):
        wished = wishes.get(field, 0)
        seek = Shown(None, why=SMALL) if press.low(wished) else Shown(wished)
        if offers[field] or wished or came != 0 or blank:
            found.append(AreaLine(field, Shown(offers[field]), seek, _shown(came)))
    return tuple(found)


def _by_area(cases: Cases, fields: Sequence[str]) -> dict[str, int]:
    counts = dict.fromkeys(fields, 0)
    for one in cases:
        counts[one.area if one.area in counts else NO_AREA] += 1
    return counts


def spending(now: Cases, before: Cases, towns: Sequence[str]) -> tuple[SpendingLine, ...]:
    """What was spent, by kind; nothing is spent for what lies outside, the last of `towns`."""
    found = []
    for kind in CostKind:
        mine, former = _of_kind(now, kind), _of_kind(before, kind)
        if mine or former:
            parts = [_sum(one) for one in by_town(mine, towns)]
            line = (kind.label, (*parts[:-1], 0.0), parts[-1], _sum(mine), _sum(former))
            found.append(SpendingLine(*line))
    return tuple(found)


def _of_kind(cases: Cases, kind: CostKind) -> list[Case]:
    return [one for one in cases if one.mark == kind.value]


def _sum(cases: Cases) -> float:
    return round(sum(one.amount for one in cases), 2)


def _shown(amount: int | None) -> Shown:
    return Shown(None, why=HIDDEN) if amount is None else Shown(amount)


def definitions(before: Mapping[str, str], number: int) -> tuple[DefinitionLine, ...]:
    """How each figure is counted.

    Args:
        before: the words of the edition before, by key; empty without one.
        number: the number of that edition.
    """
    found = []
    for one in FIGURES:
        former = before.get(one.key, one.words)
        changed = f"Geändert seit Ausgabe {number}. Dort: {former}" if former != one.words else ""
        if before and one.key not in before:
            changed = f"Neu seit Ausgabe {number}."
        found.append(
            DefinitionLine(
                one.key, one.heading, one.unit.label, one.words, one.source, one.cut.value, changed
            )
        )
    return tuple(found)


def a_year_before(day: dt.date) -> dt.date:
    """The same day a year earlier; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def period_label(start: dt.date, end: dt.date) -> str:
    """`2026`, `1. Hj. 2026`, or the month it ends in."""
    halves = {(1, 1, 6, 30): "1. Hj. ", (7, 1, 12, 31): "2. Hj. ", (1, 1, 12, 31): ""}
    key = (start.month, start.day, end.month, end.day)
    if start.year == end.year and key in halves:
        return f"{halves[key]}{end.year}"
    return f"bis {end:%m/%Y}"
