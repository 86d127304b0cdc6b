"""The figures of a period: openly for the desk, protected for what leaves the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.figure_rows import CaseRow, FigureReport, Part, Series, Shown
from ehrenamt_desktop.model.figures import AGES, BY_KEY, CHARTED, COHORT_DAYS, MISSING, RATIOS
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.rules import small_counts
from ehrenamt_desktop.model.rules.small_counts import HIDDEN
from ehrenamt_desktop.model.shield import Printed
from ehrenamt_desktop.model.tally import Case, Finer, by_month, by_place, grid, value
from ehrenamt_desktop.services.figure_counts import Counted, count, towns
from ehrenamt_desktop.services.figure_lines import Lines
from ehrenamt_desktop.services.figure_press import Press
from ehrenamt_desktop.services.figure_report import (
    Targets,
    a_year_before,
    areas,
    definitions,
    figure_lines,
    period_label,
    spending,
    splits,
)
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import cases as case_reads
from ehrenamt_desktop.store.reads import editions as edition_reads
from ehrenamt_desktop.store.reads import figures as reads
from ehrenamt_desktop.store.reads import money

YEARS = 5
"""How many years the charts show."""

BACKWARDS = "Der Zeitraum endet, bevor er beginnt. Bitte prüfen Sie die Tage."


class Made(NamedTuple):
    """A report with what an edition keeps beside it."""

    report: FigureReport
    printed: tuple[Printed, ...]
    counted: Counted


class Figures:
    """Use cases on figures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, start: dt.date, end: dt.date) -> FigureReport:
        """All figures of a period as they are, for the coordinator's own eyes.

        Raises:
            DomainError: the period ends before it begins.
        """
        _check(start, end)
        with self._store.read() as connection:
            return make(connection, start, end, "Auswertung (intern)").report

    def report(
        self, start: dt.date, end: dt.date, title: str = "", progress: Progress = QUIET
    ) -> FigureReport:
        """A draft of what would leave the office: small counts protected, editions minded.

        Raises:
            DomainError: the period ends before it begins.
            Cancelled: the user stopped.
        """
        _check(start, end)
        with self._store.read() as connection:
            earlier = edition_reads.printed(connection)
            return make(connection, start, end, title, earlier, progress).report

    def cases(
        self, key: str, start: dt.date, end: dt.date, town: str = "", ages: str = ""
    ) -> tuple[CaseRow, ...]:
        """The records behind a figure, with their names, for the desk only.

        Args:
            key: the figure; of a ratio the records that are divided.
            start: first day.
            end: last day, included.
            town: one of the columns of the report; empty for all.
            ages: one of the age groups; empty for all.
        """
        key = RATIOS.get(key, (key,))[0]
        with self._store.read() as connection:
            names = towns(connection)
            found = [
                one
                for one in count(connection, start, end, clock.today(), _needed(key)).of(key)
                if (not town or (one.town or names[-1]) == town)
                and (not ages or one.age_group == ages)
            ]
            kind = BY_KEY[key].kind
            labels = case_reads.labels(connection, kind, [one.record for one in found])
        return tuple(
            case_row(at, kind.value, one, labels.get(one.record)) for at, one in enumerate(found, 1)
        )

    def finer(
        self, key: str, start: dt.date, end: dt.date, town: str = "", *, places: bool
    ) -> tuple[Finer, ...]:
        """A figure by month or by village: for the desk only, and never in a report.

        Args:
            key: the figure; none for ratios.
            start: first day.
            end: last day, included.
            town: one of the columns of the report; empty for all.
            places: by village instead of by month.
        """
        if key in RATIOS:
            return ()
        with self._store.read() as connection:
            names = towns(connection)
            cases = count(connection, start, end, clock.today(), _needed(key)).of(key)
        some = [one for one in cases if not town or (one.town or names[-1]) == town]
        found = by_place(BY_KEY[key], some) if places else by_month(BY_KEY[key], some, start, end)
        return tuple(found)

    def whose(self, kind: Kind, record: int) -> tuple[Kind, int] | None:
        """What opens for a counted record: itself, or its person, initiative or placement."""
        with self._store.read() as connection:
            return case_reads.openable(connection, kind, record)


def case_row(at: int, kind: str, one: Case, label: str | None) -> CaseRow:
    """A case as it is listed."""
    gone = label is None
    return CaseRow(
        at, kind, one.record, case_reads.GONE if gone else label or "", one.town, one.age_group,
        one.area, one.quarter, gone,
    )  # fmt: skip


def _needed(key: str) -> tuple[str, ...]:
    return (BY_KEY[key].part_of or key,)


def _check(start: dt.date, end: dt.date) -> None:
    if end < start:
        raise DomainError(BACKWARDS)


def make(
    connection: Any,
    start: dt.date,
    end: dt.date,
    title: str,
    earlier: Sequence[Printed] | None = None,
    progress: Progress = QUIET,
) -> Made:
    """Count a period and the one a year before, and make a report of both.

    Args:
        connection: to the store.
        start: first day.
        end: last day, included.
        title: of the report.
        earlier: all tables that left the office; None for an open report.
        progress: told after each step.
    """
    today = clock.today()
    before = a_year_before(start), a_year_before(end)
    progress.step(0, YEARS, "Zeitraum wird gezählt")
    now = count(connection, start, end, today)
    progress.step(1, YEARS, "Vorjahr wird gezählt")
    former = count(connection, *before, today)
    names = towns(connection)
    press = Press(earlier)
    lines, old = Lines(now, names, press), Lines(former, names, press)
    parted = splits(now, lines, press)
    goals = _targets(connection, start, end)
    shown = figure_lines(lines, old, goals, names)
    last = edition_reads.last_definitions(connection)
    report = FigureReport(
        number=0,
        title=title,
        start=start,
        end=end,
        on=today,
        before_start=before[0],
        before_end=before[1],
        towns=names,
        ages=AGES,
        lines=shown,
        splits=parted,
        areas=areas(now, reads.wishes(connection, end), reads.areas(connection), press),
        spending=spending(now.of("costs"), former.of("costs"), names),
        series=_series(connection, now, {1: old, 0: lines}, press, progress),
        definitions=definitions(last.words, last.number),
        notes=_notes(earlier is not None, end),
    )
    return Made(report, tuple(press.printed), now)


def _targets(connection: Any, start: dt.date, end: dt.date) -> Targets:
    """What was to be reached in the year of the period; nothing where it spans two."""
    if start.year != end.year:
        return {}
    return {
        (one.figure, one.municipality): one.value for one in money.targets(connection, end.year)
    }


def _series(
    connection: Any, now: Counted, made: Mapping[int, Lines], press: Press, progress: Progress
) -> tuple[Series, ...]:
    """Figures over the years; the last two are already counted."""
    start, end = now.start, now.end
    points: dict[str, list[Part]] = {key: [] for key in CHARTED}
    spans = [(start, end)]
    for _ in range(YEARS - 1):
        spans.append((a_year_before(spans[-1][0]), a_year_before(spans[-1][1])))
    for back in range(YEARS - 1, -1, -1):
        progress.step(YEARS - back, YEARS, "Frühere Jahre werden gezählt")
        if back in made:
            shown: Callable[[str], Shown] = _whole(made[back])
        else:
            counted = count(connection, *spans[back], now.today, CHARTED)
            shown = _single(counted, press, towns(connection))
        for key in CHARTED:
            points[key].append(Part(period_label(*spans[back]), shown(key)))
    return tuple(
        Series(key, BY_KEY[key].heading, BY_KEY[key].unit, tuple(points[key])) for key in CHARTED
    )


def _whole(lines: Lines) -> Callable[[str], Shown]:
    return lambda key: lines.values(key).total


def _single(counted: Counted, press: Press, names: Sequence[str]) -> Callable[[str], Shown]:
    """Only the total of a figure, as it may be shown."""

    def shown(key: str) -> Shown:
        figure = BY_KEY[key]
        cases = counted.of(key)
        if figure.people:
            start = counted.end if figure.stock else counted.start
            whole = press.total(key, start, counted.end, grid(cases, names))
            if whole is None:
                return Shown(None, figure.unit, HIDDEN)
        return value(figure, cases)

    return shown


def _notes(protected: bool, end: dt.date) -> tuple[str, ...]:
    notes: list[str] = []
    if protected:
        notes.append(small_counts.NOTE)
        notes.append(
            "Geschützt werden Zahlen über Personen. Angebote, Initiativen, Aushänge und Kosten "
            "sind öffentlich und stehen, wie sie sind."
        )
    else:
        notes.append("Intern: Kleine Zahlen sind hier nicht geschützt. Bitte nicht weitergeben.")
    if clock.today() <= end + dt.timedelta(days=COHORT_DAYS):
        notes.append(
            "Die Vermittlungsquote der Beratenen steht erst fest, wenn alle Beratenen "
            f"{COHORT_DAYS} Tage Zeit hatten."
        )
    return (*notes, MISSING)
