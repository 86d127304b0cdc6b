"""The time of the office: UTC for stamps, Europe/Berlin for dates. Both can be set in tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

_frozen: dt.datetime | None = None


def now() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return _frozen if _frozen is not None else dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Today's date in the office (Europe/Berlin)."""
    return now().astimezone(BERLIN).date()


def local(moment: dt.datetime) -> dt.datetime:
    """An aware moment in the office's wall-clock time."""
    return moment.astimezone(BERLIN)


@contextmanager
def frozen(moment: dt.datetime | dt.date) -> Iterator[None]:
    """Hold the clock at `moment` (a date means noon in Berlin) inside the block."""
    global _frozen
    before = _frozen
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time(12), BERLIN)
    _frozen = moment.astimezone(dt.UTC)
    try:
        yield
    finally:
        _frozen = before
