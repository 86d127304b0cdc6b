"""Copies of an offer: as a template for another one, or the same in several villages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import col, select

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind, OfferKind, OfferStatus
from ehrenamt_desktop.model.records.offer import Offer, OfferBase, OfferTerm
from ehrenamt_desktop.model.records.place import Place
from ehrenamt_desktop.services.records import find, moved
from ehrenamt_desktop.store.reads import helped
from ehrenamt_desktop.store.unit import Unit


def copy_as_template(unit: Unit, offer_id: int, today: dt.date) -> int:
    """A draft with everything that holds for another task as well; returns its number.

    The helped person, the clock and days gone by stay with the first offer.
    """
    offer = find(unit, Offer, offer_id)
    copy = _twin(offer)
    copy.status, copy.paused_until = OfferStatus.DRAFT, None
    copy.entered_on, copy.confirmed_on = today, None
    for key in ("starts_on", "ends_on", "valid_until"):
        day = getattr(copy, key)
        if day is not None and day < today:
            setattr(copy, key, None)
    if copy.starts_on is None:
        copy.ends_on = None
    return _keep(unit, offer, copy, today)


def copy_to_places(
    unit: Unit, offer_id: int, place_ids: Sequence[int], today: dt.date
) -> list[int]:
    """The same offer in other villages, linked with it; returns the numbers of the copies.

    A copy stands where the first stands, published or not; the meeting point is left out, since
    each village has its own.

    Raises:
        DomainError: help for one person, no village, or one that has the offer already.
    """
    offer = find(unit, Offer, offer_id)
    if offer.kind is OfferKind.HELP_REQUEST:
        raise DomainError(
            "Ein Hilfegesuch gilt für eine einzige Person an ihrem Ort. Für eine andere Person "
            "bitte „Als Vorlage kopieren“."
        )
    wanted = list(dict.fromkeys(place_ids))
    if not wanted:
        raise DomainError("Bitte wählen Sie mindestens einen weiteren Ortsteil.")
    taken = {one.place_id for one in _series(unit, offer)}
    numbers = []
    for place_id in wanted:
        place = find(unit, Place, place_id)
        if place_id in taken:
            raise DomainError(f"In {place.name} gibt es dieses Angebot schon.")
        copy = _twin(offer)
        copy.place_id, copy.location = place_id, ""
        copy.series_id = offer.series_id or offer.id
        numbers.append(_keep(unit, offer, copy, today))
    return numbers


def _series(unit: Unit, offer: Offer) -> list[Offer]:
    """The offer and all its copies in other villages, those in the trash excepted."""
    first = offer.series_id or offer.id
    found = select(Offer).where((col(Offer.id) == first) | (col(Offer.series_id) == first))
    return [one for one in unit.exec(found) if one.trashed_at is None]


def _twin(offer: Offer) -> Offer:
    fields = set(OfferBase.model_fields) - set(helped.COLUMNS)
    return Offer(**offer.model_dump(include=fields), sort_key=offer.sort_key)


def _keep(unit: Unit, offer: Offer, copy: Offer, today: dt.date) -> int:
    """Keep a copy with its terms and the beginning of its course."""
    unit.add(copy)
    unit.flush()
    number = int(copy.id or 0)
    moved(unit, Kind.OFFER, number, None, copy.status, today)
    terms = select(OfferTerm).where(col(OfferTerm.offer_id) == offer.id)
    for term in unit.exec(terms).all():
        unit.add(OfferTerm(offer_id=number, term_id=term.term_id, role=term.role, level=term.level))
    return number
