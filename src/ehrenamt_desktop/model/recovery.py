"""What stands on the recovery sheet."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class RecoverySheet(NamedTuple):
    """The code, and which store it opens.

    Attributes:
        code: nine groups of four signs between dashes; the last group are check signs.
        store: the name of the store's file.
        mark: the beginning of the store's lasting id, as the key file names it.
        on: the day the code was made.
    """

    code: str
    store: str
    mark: str
    on: dt.date
