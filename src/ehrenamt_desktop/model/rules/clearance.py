"""How long a placement may keep what the carrier told of the clearance certificate.

At the latest three months after the engagement ended it goes, at once if none began (§ 72a (5)
SGB VIII, domain brief 3.5).
"""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop.model.rules.helping import three_months_after

AHEAD = dt.timedelta(days=14)
"""It goes a fortnight early, so that an office closed for its holidays keeps the term as well."""


def to_purge(started_on: dt.date | None, ended_on: dt.date | None, as_of: dt.date) -> bool:
    """Whether a placement with these days must keep nothing of it on `as_of`."""
    if ended_on is None:
        return False
    return started_on is None or as_of >= three_months_after(ended_on) - AHEAD
