"""Which edition of a paper holds on a day, how current a paper is, and when it is looked at again.

Validity is not retention: an edition that has run out stays in the library, it is only no longer
handed out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from ehrenamt_desktop.model.enums import DocumentState


class Dates(NamedTuple):
    """What decides about an edition; `key` tells it from the others, the newer has the higher."""

    key: int
    valid_from: dt.date | None
    valid_until: dt.date | None
    review_on: dt.date | None
    replaced_on: dt.date | None


def current(editions: Iterable[Dates], as_of: dt.date) -> Dates | None:
    """The newest edition that has begun and is not replaced on a day; it may have run out."""
    begun = [
        one
        for one in editions
        if (one.valid_from is None or one.valid_from <= as_of)
        and (one.replaced_on is None or one.replaced_on > as_of)
    ]
    return max(begun, key=lambda one: (one.valid_from or dt.date.min, one.key), default=None)


def state(
    editions: Iterable[Dates], as_of: dt.date, *, own_form: bool = False, active: bool = True
) -> DocumentState:
    """How current a paper is on a day.

    A paper that the program makes itself needs no file.
    """
    known = tuple(editions)
    if not active:
        return DocumentState.ARCHIVED
    found = current(known, as_of)
    if found is None:
        if own_form:
            return DocumentState.OWN
        return DocumentState.UPCOMING if _to_come(known, as_of) else DocumentState.MISSING
    if found.valid_until is not None and found.valid_until < as_of:
        return DocumentState.EXPIRED
    if found.review_on is not None and found.review_on <= as_of:
        return DocumentState.REVIEW
    return DocumentState.CURRENT


def may_be_handed_out(found: DocumentState) -> bool:
    """Whether a paper in this state is given to anybody (domain brief 4.3, last line)."""
    return found in (DocumentState.CURRENT, DocumentState.OWN)


def _to_come(editions: Iterable[Dates], as_of: dt.date) -> bool:
    return any(one.valid_from is not None and one.valid_from > as_of for one in editions)
