"""A placement as its pane shows it: the chain, what would be passed on, and to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.hours import HourSheet
from ehrenamt_desktop.model.legal import LegalHint
from ehrenamt_desktop.model.passed import PassedRow
from ehrenamt_desktop.model.passing import PassingPlan
from ehrenamt_desktop.model.rows import FollowUpRow, HistoryRow, PlacementRow


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One of the four states; `on` is the day it was reached, None if it was not."""

    state: PlacementState
    on: dt.date | None
    present: bool


@dataclass(frozen=True, slots=True)
class PlacementDetail:
    """All that the pane of a placement shows.

    Attributes:
        row: as the list shows it.
        values: the columns of the placement by name.
        person: full name of the person.
        passing: the hand-over as it would be today.
        passed: who received the contact, the latest first.
        steps: the chain in its order.
        standing: the place it had in the list when it was proposed, and what ordered that list.
        next_states: the steps that may follow.
        refusals: by state why it cannot be the next; what stands in no one's way is left out.
        warnings: what to mind about the person's time.
        hours: the hours by month.
        needs_efz: whether the offer asks for a clearance certificate, seen by the carrier.
        legal_hints: figures of law that would concern the person with this placement running.
    """

    id: int
    row: PlacementRow
    values: Mapping[str, object]
    person: str
    passing: PassingPlan
    passed: tuple[PassedRow, ...]
    steps: tuple[ChainStep, ...]
    standing: str
    next_states: tuple[PlacementState, ...]
    refusals: Mapping[PlacementState, str]
    warnings: tuple[str, ...]
    hours: HourSheet
    follow_ups: tuple[FollowUpRow, ...]
    history: tuple[HistoryRow, ...]
    needs_efz: bool
    legal_hints: tuple[LegalHint, ...] = ()
