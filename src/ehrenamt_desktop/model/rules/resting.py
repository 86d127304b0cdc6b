"""Who has had enough proposals for now: a person rests while several are without an answer.

Too many requests make people inactive, sparse ones do better (Manshadi and Rodilitz, Food Rescue
US); three to five proposals per talk, then a pause (matching evidence).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

REST_AFTER = 3
"""Unanswered proposals of earlier days from which a person rests; a talk brings three to five."""
REST_DAYS = 14
"""Days after the latest of them, the day on which its answer is due."""
USUAL = range(3, 6)
"""Proposals that a talk should bring."""


def rest_until(kept: dt.date | None, waiting: Sequence[dt.date], as_of: dt.date) -> dt.date | None:
    """The last day of the pause on a day, or None if there is none.

    Args:
        kept: the day entered by hand, up to which no proposals are wanted.
        waiting: when the proposals without an answer were made; those of the day itself belong to
            the talk that goes on.
        as_of: the day that counts.
    """
    earlier = [day for day in waiting if day < as_of]
    ends = [] if kept is None else [kept]
    if len(earlier) >= REST_AFTER:
        ends.append(max(earlier) + dt.timedelta(days=REST_DAYS))
    last = max(ends, default=None)
    return last if last is not None and last >= as_of else None
