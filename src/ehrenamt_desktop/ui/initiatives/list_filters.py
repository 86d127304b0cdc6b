"""What initiatives and offers can be filtered by, as chips over their lists."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import (
    Freshness,
    InitiativeStatus,
    InitiativeType,
    OfferKind,
    OfferStage,
)
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.model.rules.filter_groups import OpenOffers, Room, Silence, Suits
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.record.words import (
    area_options,
    county_options,
    municipality_options,
    place_options,
)

ARCHIVE = Filter("archived", "Archiv", (Option("yes", "aus dem Archiv"),))


def initiative_filters(
    places: tuple[PlaceRow, ...], terms: tuple[TermRow, ...]
) -> tuple[Filter, ...]:
    """What initiatives can be filtered by; their areas are those of their offers."""
    return (
        *_places(places),
        Filter("status", "Status", options_of(InitiativeStatus)),
        Filter("type", "Art", options_of(InitiativeType)),
        Filter("area", "Bereich der Angebote", area_options(terms), named=True),
        Filter("offers", "Angebote", options_of(OpenOffers)),
        Filter("silence", "Kontakt", options_of(Silence)),
        ARCHIVE,
    )


def offer_filters(places: tuple[PlaceRow, ...], terms: tuple[TermRow, ...]) -> tuple[Filter, ...]:
    """What offers can be filtered by."""
    return (
        *_places(places),
        Filter("stage", "Status", options_of(OfferStage)),
        Filter("freshness", "Aktualität", options_of(Freshness)),
        Filter("kind", "Art", options_of(OfferKind)),
        Filter("area", "Bereich", area_options(terms)),
        Filter("free", "Plätze", options_of(Room)),
        Filter("suits", "Geeignet", options_of(Suits)),
        ARCHIVE,
    )


def _places(places: tuple[PlaceRow, ...]) -> tuple[Filter, ...]:
    return (
        Filter("municipality", "Gemeinde", municipality_options(places)),
        Filter("place", "Ortsteil", place_options(places)),
        Filter("county", "Landkreis", county_options(places)),
    )
