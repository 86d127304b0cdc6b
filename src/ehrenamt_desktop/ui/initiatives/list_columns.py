"""The lists of initiatives and offers as they stand beside the record: few columns, short words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.initiatives import INITIATIVE_COLUMNS
from ehrenamt_desktop.model.columns.offers import OFFER_COLUMNS
from ehrenamt_desktop.model.columns.places import short_place
from ehrenamt_desktop.model.rows import InitiativeRow, OfferRow

R = TypeVar("R", InitiativeRow, OfferRow)

INITIATIVE_WIDTHS = {"name": 34, "place": 18, "status": 14, "open_offers": 11}
OFFER_WIDTHS = {"title": 33, "place": 19, "stage": 15, "freshness": 14}


def _beside(columns: Sequence[Column[R]], widths: dict[str, int]) -> tuple[Column[R], ...]:
    return tuple(
        one._replace(
            width=widths.get(one.key, one.width),
            text=short_place if one.key == "place" else one.text,
            shown=one.key in widths,
        )
        for one in columns
    )


INITIATIVES = _beside(INITIATIVE_COLUMNS, INITIATIVE_WIDTHS)
OFFERS = tuple(
    one._replace(title="Bestätigt") if one.key == "confirmed" else one
    for one in _beside(OFFER_COLUMNS, OFFER_WIDTHS)
)
