"""What a notice-board sheet is made for: a place, a municipality or a field; its size and words."""

from __future__ import annotations

from dataclasses import dataclass

from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.rows import PlaceRow

STRIPS = (8, 9, 10)
"""How many strips can be torn off a poster."""


class SheetSize(Labelled):
    """The paper of a sheet; A3 is the same sheet, larger."""

    A4 = "a4", "A4"
    A3 = "a3", "A3"


class SheetVariant(Labelled):
    """For whom a sheet is worded and set."""

    USUAL = "usual", "Standard"
    LARGE = "large", "Großdruck"
    PLAIN = "plain", "Leichte Sprache"
    YOUTH = "youth", "Für Jugendliche ab 14"


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """Which offers a sheet shows, and how.

    At most one of `place_id`, `municipality` and `area` is set; with none of them the sheet shows
    the whole association.

    Attributes:
        place_id: an Ortsteil; its neighbours fill a sheet of few offers.
        municipality: a municipality by its name.
        area: a field by its label.
        size: the paper.
        variant: for whom.
        board_id: the board it is meant for, if it is kept.
    """

    place_id: int | None = None
    municipality: str = ""
    area: str = ""
    size: SheetSize = SheetSize.A4
    variant: SheetVariant = SheetVariant.USUAL
    board_id: int | None = None

    @property
    def part(self) -> str:
        """The municipality or field it is made for."""
        return self.municipality or self.area


@dataclass(frozen=True, slots=True)
class BoardCuts:
    """What has open offers now, so that a sheet can be made for it, and the boards by number."""

    places: tuple[PlaceRow, ...] = ()
    municipalities: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    boards: tuple[tuple[int, str], ...] = ()

    def choices(self) -> tuple[tuple[str, SheetChoice], ...]:
        """All of them as words and choice: everything, places, municipalities, fields."""
        return (
            ("Alle Orte", SheetChoice()),
            *((place.label, SheetChoice(place.id)) for place in self.places),
            *((f"Gemeinde {town}", SheetChoice(municipality=town)) for town in self.municipalities),
            *((f"Bereich {area}", SheetChoice(area=area)) for area in self.areas),
        )
