"""When a proof runs out."""

from __future__ import annotations

import datetime as dt

SOON_DAYS = 60
"""Days before its end from which a proof is named, so that a course can still be found."""


def expired(valid_until: dt.date | None, as_of: dt.date) -> bool:
    """Whether a proof no longer counts; without an end it always counts."""
    return valid_until is not None and valid_until < as_of


def runs_out(valid_until: dt.date | None, as_of: dt.date) -> bool:
    """Whether a proof still counts but ends within `SOON_DAYS`."""
    return valid_until is not None and 0 <= (valid_until - as_of).days <= SOON_DAYS
