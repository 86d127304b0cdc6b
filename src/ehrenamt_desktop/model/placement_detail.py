"""A placement as its pane shows it: the chain, what would be passed on, and to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.legal import LegalHint
from ehrenamt_desktop.model.rows import ConsentRow, FollowUpRow, HistoryRow, PlacementRow


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
        recipient: who got the contact or, before that, would get it.
        contact_data: label and value of each thing that is passed on.
        consent: the consent the hand-over rests on, if there is one.
        refusal: why the contact must not be passed on, None if it may.
        steps: the chain in its order.
        next_states: the steps that may follow.
        needs_efz: whether the offer asks for a clearance certificate, seen by the carrier.
        legal_hints: figures of law that would concern the person with this placement running.
    """

    id: int
    row: PlacementRow
    values: Mapping[str, object]
    person: str
    recipient: str
    contact_data: tuple[tuple[str, str], ...]
    consent: ConsentRow | None
    refusal: str | None
    steps: tuple[ChainStep, ...]
    next_states: tuple[PlacementState, ...]
    follow_ups: tuple[FollowUpRow, ...]
    history: tuple[HistoryRow, ...]
    needs_efz: bool
    legal_hints: tuple[LegalHint, ...] = ()
