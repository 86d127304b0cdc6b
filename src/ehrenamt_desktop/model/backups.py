"""Safety copies as they are listed, and how well the office is kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Kind


class BackupRow(NamedTuple):
    """One safety copy; times are local, `counts` records by table, `second` lies elsewhere."""

    id: int
    folder: Path
    made_at: dt.datetime
    counts: dict[str, int]
    second: bool

    def amount(self, kind: Kind) -> int:
        """How many records of a kind it holds."""
        return self.counts.get(kind.value, 0)


class Rehearsal(NamedTuple):
    """A full restore that was tried out: when (local), and what went wrong; empty if nothing."""

    at: dt.datetime
    problem: str = ""


class BackupState(NamedTuple):
    """How well the office is kept.

    Attributes:
        last: when the newest checked copy of this store was made (local).
        second: the second place, if one is chosen.
        second_last: when the newest copy there was made.
        second_there: whether the second place can be reached now.
        rehearsal: the last rehearsal.
    """

    last: dt.datetime | None = None
    second: Path | None = None
    second_last: dt.datetime | None = None
    second_there: bool = False
    rehearsal: Rehearsal | None = None


class Difference(NamedTuple):
    """Records of one table in a backup and in the store of today."""

    table: str
    then: int
    now: int


class Verdict(NamedTuple):
    """What a check of the store found, in a German sentence."""

    sound: bool
    sentence: str


class Kept(NamedTuple):
    """What an automatic round did: a copy in either place, and why the second has none."""

    made: Path | None = None
    second: Path | None = None
    problem: str = ""
