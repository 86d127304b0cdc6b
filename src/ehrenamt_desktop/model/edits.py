"""The history of a record, field by field."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Edit(NamedTuple):
    """One changed field of a record: when, what, from what to what.

    Attributes:
        entry: number of the journal's entry.
        field: key of the field, `terms.wish.activity` for terms, empty for the record itself.
        at: the office's time.
        action: German name of the step.
        label: German name of the field.
        before: the words before, `–` for nothing.
        after: the words after.
    """

    entry: int
    field: str
    at: dt.datetime
    action: str
    label: str
    before: str
    after: str
