"""Days on which offers of a few days take place, such as a Freiwilligentag."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ehrenamt_desktop.matching.office_lists import open_places
from ehrenamt_desktop.model.assignment import EventDay, EventOffer
from ehrenamt_desktop.model.facts import OfferFacts

MOST_PEOPLE = 300
"""People of one group at most: so many are assigned exactly in seconds."""
FEW_DAYS = 7
"""An offer that lasts no longer counts as an event."""
MOST_DAYS = 60
"""Days listed at most."""


def event_days(offers: Sequence[OfferFacts], as_of: dt.date) -> tuple[EventDay, ...]:
    """The days from `as_of` on with the open offers of each, at last all open offers."""
    places = open_places(offers, as_of)
    wanted = sorted(
        (one for one in offers if one.number in places), key=lambda one: (one.title, one.number)
    )
    days = sorted({day for one in wanted for day in _days(one) if day >= as_of})[:MOST_DAYS]
    found = [
        EventDay(day, tuple(_row(one, places) for one in wanted if day in _days(one)))
        for day in days
    ]
    return (*found, EventDay(None, tuple(_row(one, places) for one in wanted)))


def _days(offer: OfferFacts) -> list[dt.date]:
    """The days of a short offer; none of a lasting one."""
    start, end = offer.starts_on, offer.ends_on
    if start is None or end is None:
        return []
    length = (end - start).days + 1
    return [start + dt.timedelta(days=one) for one in range(length)] if length <= FEW_DAYS else []


def _row(offer: OfferFacts, places: dict[int, int]) -> EventOffer:
    where = offer.place.label if offer.place else ""
    return EventOffer(offer.number, offer.title, offer.initiative, where, places[offer.number])
