"""Places in narrow lists."""

from __future__ import annotations

from typing import Protocol

SEATS = (" (Kernstadt)", " (Kernort)")


class Placed(Protocol):
    """A row with a place; `place` is the label of `PlaceRow`."""

    @property
    def place(self) -> str:
        """`Ulfen (Sontra)`, `Sontra (Kernstadt)`."""

    @property
    def municipality(self) -> str:
        """`Sontra`."""


def short_place(row: Placed) -> str:
    """`Ulfen` for `Ulfen (Sontra)`, `Sontra` for `Sontra (Kernstadt)`."""
    for suffix in (f" ({row.municipality})", *SEATS):
        if row.place.endswith(suffix):
            return row.place.removesuffix(suffix)
    return row.place
