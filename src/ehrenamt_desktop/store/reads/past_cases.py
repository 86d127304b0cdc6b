"""What figures keep of erased people: written when somebody goes, counted ever after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from ehrenamt_desktop.model.figures import JOB_SEEKING
from ehrenamt_desktop.model.past_cases import (
    PastEvent,
    first_day,
    group_of,
    last_day,
    quarter_of,
)
from ehrenamt_desktop.model.tally import years
from ehrenamt_desktop.store.reads.figures import Found, found_of

ONCE = (
    "contacts_people", "consult_first", "consult_all", "consult_hours", "proposals", "placements",
    "ended", "rate_cohort", "retention_6m", "days_to_place", "followup_rate", "papers_people",
)  # fmt: skip
"""Figures that count an event on its day."""

PER_PERIOD = ("placed_persons", "job_seekers_work")
"""Figures that count somebody once in a period, however often it happened."""

HOURS = "hours"
"""Counted for a period, not on a day."""

KEPT = frozenset({*ONCE, *PER_PERIOD, HOURS})
"""Figures that go on counting erased people. Who sought a task on a past day is not kept."""

_MARKED = frozenset({"ended", "consult_all", "consult_hours", "placed_persons", "papers_people"})
"""Figures whose mark is kept: a reason, a channel, that somebody looked for work."""

NOT_ASKED = "||"
"""The mark of a first talk without salutation, working status and first engagement."""

_EVER = dt.date(1900, 1, 1), dt.date(9999, 12, 31)
_PAST = (
    "SELECT c.id, c.municipality, c.age_group, coalesce(t.label, ''), c.quarter, c.until_quarter, "
    "c.amount, c.mark FROM past_case c LEFT JOIN term t ON t.id = c.area_id WHERE c.kind = ?"
)


def events(connection: Any, person_id: int, today: dt.date) -> Iterator[PastEvent]:
    """Everything that figures count of a person up to today, generalised."""
    for key in ONCE:
        for one in found_of(connection, key, *_EVER, today, person_id):
            if one.on is not None and one.on <= today:
                yield _event(key, one, quarter_of(one.on))
    for key in PER_PERIOD:
        yield from _once_a_period(connection, key, person_id, today)
    for quarter in _quarters(connection, person_id, today):
        last = min(last_day(quarter), today)
        for one in found_of(connection, HOURS, first_day(quarter), last, today, person_id):
            yield _event(HOURS, one, quarter)


def past(connection: Any, key: str, start: dt.date, end: dt.date) -> Iterator[tuple[Any, ...]]:
    """The kept events of a figure whose quarter begins in a period.

    Of somebody who counts once in a period only the last event in it is given. Each is: number,
    municipality, age group, field, first day of the quarter, amount, mark.
    """
    for cells in connection.execute(_PAST, (key,)):
        number, town, group, area, quarter, until, amount, mark = cells
        on = first_day(quarter)
        if start <= on <= end and not (until and first_day(until) <= end):
            yield number, town, group, area, on, amount, mark


def _event(key: str, one: Found, quarter: str, until: str = "") -> PastEvent:
    mark = one.mark if key in _MARKED else ""
    if key == "placed_persons" and mark not in JOB_SEEKING:
        mark = ""
    if key == "consult_first":
        mark = NOT_ASKED
    at = years(one.birth_date, one.birth_year, last_day(quarter))
    return PastEvent(
        key, quarter, until, group_of(at), one.municipality, one.area, mark, one.amount
    )  # fmt: skip


def _once_a_period(
    connection: Any, key: str, person_id: int, today: dt.date
) -> Iterator[PastEvent]:
    """One event for each quarter in which it happened, each naming the next."""
    by_quarter: dict[str, Found] = {}
    for quarter in _quarters(connection, person_id, today):
        last = min(last_day(quarter), today)
        for one in found_of(connection, key, first_day(quarter), last, today, person_id):
            by_quarter[quarter] = one
    for quarter, following in pairwise([*sorted(by_quarter), ""]):
        yield _event(key, by_quarter[quarter], quarter, following)


def _quarters(connection: Any, person_id: int, today: dt.date) -> list[str]:
    """The quarters from the first placement that began until its end, or today."""
    cells = connection.execute(
        "SELECT min(started_on), max(coalesce(ended_on, ?)) FROM placement "
        "WHERE person_id = ? AND started_on IS NOT NULL",
        (today.isoformat(), person_id),
    ).fetchone()
    if not cells[0]:
        return []
    at, last = dt.date.fromisoformat(cells[0][:10]), dt.date.fromisoformat(cells[1][:10])
    found: dict[str, None] = {}
    while at <= min(last, today):
        found[quarter_of(at)] = None
        at = last_day(quarter_of(at)) + dt.timedelta(days=1)
    return list(found)
