"""The time of the office: UTC for stamps, Europe/Berlin for dates. Both can be set in tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_frozen: dt.datetime | None = None


@cache
def berlin() -> ZoneInfo:
    """The zone of the office; read when a day is first needed, not while the window comes up."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Berlin")


def now() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return _frozen if _frozen is not None else dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """Today's date in the office (Europe/Berlin)."""
    return now().astimezone(berlin()).date()


def local(moment: dt.datetime) -> dt.datetime:
    """An aware moment in the office's wall-clock time."""
    return moment.astimezone(berlin())


@contextmanager
def frozen(moment: dt.datetime | dt.date) -> Iterator[None]:
    """Hold the clock at `moment` (a date means noon in Berlin) inside the block."""
    global _frozen
    before = _frozen
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time(12), berlin())
    _frozen = moment.astimezone(dt.UTC)
    try:
        yield
    finally:
        _frozen = before
