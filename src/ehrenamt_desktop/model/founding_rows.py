"""Frozen rows of an initiative in founding."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from ehrenamt_desktop.model.enums import InitiativeStatus


class FoundingRow(NamedTuple):
    """A point of the checklist of a founding; `own` ones are not on the usual list."""

    id: int | None
    title: str
    done_on: dt.date | None
    note: str
    own: bool = False


class InterestRow(NamedTuple):
    """A person who would take part in an initiative, and the other way round."""

    id: int
    person_id: int
    person: str
    initiative_id: int
    initiative: str
    status: InitiativeStatus
    on: dt.date
    note: str
