"""Where offers and people stand: derived from status, dates and placements, never kept.

`store/reads` holds one SQL expression for each of these functions; a property test keeps them
equal.
"""

from __future__ import annotations

import datetime as dt

from ehrenamt_desktop.model.enums import (
    Freshness,
    OfferStage,
    OfferStatus,
    PersonStage,
    PersonStatus,
    PlacementState,
)

OCCUPYING = (PlacementState.RUNNING,)
"""States of a placement that take a place of the offer."""

UNDER_WAY = (PlacementState.PROPOSED, PlacementState.PASSED_ON)
"""States of a placement that wait for somebody's answer."""

FRESH_DAYS = 91
STALE_DAYS = 183


def awake(status: OfferStatus, paused_until: dt.date | None, as_of: dt.date) -> OfferStatus:
    """The status that holds on `as_of`: a pause ends by itself after its last day."""
    if status is OfferStatus.PAUSED and paused_until is not None and paused_until < as_of:
        return OfferStatus.PUBLISHED
    return status


def offer_stage(
    status: OfferStatus,
    *,
    paused_until: dt.date | None,
    starts_on: dt.date | None,
    ends_on: dt.date | None,
    valid_until: dt.date | None,
    places_total: int | None,
    occupied: int,
    as_of: dt.date,
) -> OfferStage:
    """Where an offer stands on `as_of`.

    An end or a validity before `as_of` expires it. An offer whose task begins later is open all
    the same: people are sought before the start.
    """
    fixed = {
        OfferStatus.DRAFT: OfferStage.DRAFT,
        OfferStatus.PAUSED: OfferStage.PAUSED,
        OfferStatus.ARCHIVED: OfferStage.ARCHIVED,
    }.get(awake(status, paused_until, as_of))
    if fixed is not None:
        return fixed
    if any(end is not None and end < as_of for end in (ends_on, valid_until)):
        return OfferStage.EXPIRED
    if places_total is not None and occupied >= places_total:
        return OfferStage.FULL
    return OfferStage.UPCOMING if starts_on is not None and starts_on > as_of else OfferStage.OPEN


def free_places(places_total: int | None, occupied: int) -> int | None:
    """Places still free, never below 0; None when the offer names no number."""
    return None if places_total is None else max(0, places_total - occupied)


def person_stage(status: PersonStatus, *, running: int, under_way: int) -> PersonStage:
    """Where a person stands, from the numbers of running and waiting placements."""
    if status is PersonStatus.ENDED:
        return PersonStage.ENDED
    if running:
        return PersonStage.ACTIVE
    if status is PersonStatus.PAUSED:
        return PersonStage.PAUSED
    return PersonStage.PROPOSED if under_way else PersonStage.SEEKING


def review_due(confirmed_on: dt.date | None, entered_on: dt.date | None) -> dt.date | None:
    """The first day on which an offer counts as stale; None when nothing is known."""
    last = confirmed_on or entered_on
    return last + dt.timedelta(days=STALE_DAYS + 1) if last is not None else None


def freshness(
    confirmed_on: dt.date | None, entered_on: dt.date | None, as_of: dt.date
) -> Freshness:
    """How fresh an offer is; the day it was entered counts as its first confirmation."""
    last = confirmed_on or entered_on
    if last is None or (as_of - last).days > STALE_DAYS:
        return Freshness.STALE
    return Freshness.FRESH if (as_of - last).days <= FRESH_DAYS else Freshness.AGEING
