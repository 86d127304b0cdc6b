"""Old steps: first they can be undone no more, later they go with all that they tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from ehrenamt_desktop.store.journal import ENTRIES, STEPS

OLD = "SELECT count(*) FROM journal_step WHERE at < ? AND id < (SELECT max(id) FROM journal_step)"


def last_on(connection: Any) -> dt.date | None:
    """The day of the last step."""
    (at,) = connection.execute("SELECT max(at) FROM journal_step").fetchone()
    return dt.datetime.fromisoformat(at).date() if at else None


def old_steps(connection: Any, before: dt.date) -> int:
    """How many steps were done before a day; the last step of all never counts."""
    (number,) = connection.execute(OLD, (before.isoformat(),)).fetchone()
    return int(number)


def age(connection: Connection, undo_from: dt.date, history_from: dt.date) -> None:
    """Close steps that were done before the first day, delete those before the second.

    The last step stays: copies and the lock file are compared with its number.
    """
    closed = (STEPS.c.at < _moment(undo_from)) & STEPS.c.closed.is_(False)
    connection.execute(update(STEPS).where(closed).values(closed=True))
    last = select(func.max(STEPS.c.id)).scalar_subquery()
    old = select(STEPS.c.id).where(STEPS.c.at < _moment(history_from), STEPS.c.id < last)
    connection.execute(delete(ENTRIES).where(ENTRIES.c.step_id.in_(old)))
    connection.execute(delete(STEPS).where(STEPS.c.id.in_(old)))


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
