"""Asking how a placement goes: who is asked for what, and what they said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ehrenamt_desktop.model.enums import EndReason, FollowUpKind, FollowUpResult, PlacementState
from ehrenamt_desktop.model.matches import Side

SIDES: dict[FollowUpKind, tuple[Side, ...]] = {
    FollowUpKind.ASK_PERSON: (Side.PERSON,),
    FollowUpKind.ASK_INITIATIVE: (Side.OFFER,),
    FollowUpKind.ASK_BOTH: (Side.PERSON, Side.OFFER),
}
"""Whom each kind of asking means."""


def asks(kind: FollowUpKind, placement_id: int | None) -> bool:
    """Whether a reminder asks how a placement goes; that is answered in a mask of its own."""
    return placement_id is not None and kind in SIDES


def kind_for(sides: frozenset[Side]) -> FollowUpKind:
    """The kind that means exactly these sides.

    Raises:
        StopIteration: there is none.
    """
    return next(kind for kind, wanted in SIDES.items() if frozenset(wanted) == sides)


@dataclass(frozen=True, slots=True)
class AskedParty:
    """One side of a placement: its name and where it is reached."""

    side: Side
    name: str
    contact: str
    phone: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One placement to ask about; `parties` holds those who are asked.

    Attributes:
        number: of the reminder.
        since: since when the placement stands where it stands.
        code: the short code of a reply slip that was printed; empty before.
    """

    number: int
    kind: FollowUpKind
    due_on: dt.date
    placement_id: int
    offer_id: int
    initiative_id: int
    person_id: int
    person: str
    offer: str
    state: PlacementState
    since: dt.date | None
    code: str
    parties: tuple[AskedParty, ...]


@dataclass(frozen=True, slots=True)
class SideAnswer:
    """What one side said; `satisfaction` from 1 (low) to 5 (high)."""

    result: FollowUpResult
    satisfaction: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said about one placement; a side that was not asked is None."""

    number: int
    person: SideAnswer | None = None
    initiative: SideAnswer | None = None
    end_reason: EndReason | None = None
    note: str = ""

    def of(self, side: Side) -> SideAnswer | None:
        """What a side said."""
        return self.person if side is Side.PERSON else self.initiative

    @property
    def ended(self) -> bool:
        """Whether a side said that it is over."""
        said = (self.person, self.initiative)
        return any(one is not None and one.result is FollowUpResult.ENDED for one in said)
