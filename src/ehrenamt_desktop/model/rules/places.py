"""From a postcode or the name of a town to the place; nothing is guessed where two could be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.text import fold


def town_of(places: Iterable[PlaceRow], postcode: str) -> str:
    """The municipality a postcode belongs to; empty for none or several."""
    found = {place.municipality for place in places if place.postal_code == postcode.strip()}
    return found.pop() if len(found) == 1 else ""


def place_of(
    places: Iterable[PlaceRow], postcode: str = "", city: str = "", district: str = ""
) -> PlaceRow | None:
    """The place an address names, or None when it names none or could mean several.

    A village counts wherever it stands (`Ulfen`, `Sontra-Ulfen`, `Sontra (Ulfen)`); the name of a
    municipality alone may be any of its villages, unless it has one only.
    """
    code = postcode.strip()
    near = [place for place in places if not code or place.postal_code == code]
    if not (district.strip() or city.strip()):
        return _only(near) if code else None
    named = _named(near, district) or _named(near, city)
    villages = [place for place in named if place.name != place.municipality]
    if villages:
        return _only(villages)
    towns = {place.municipality for place in named}
    return _only([place for place in near if place.municipality in towns])


def county_words(place: PlaceRow | None) -> str:
    """`Gemeinde Sontra · Werra-Meißner-Kreis`; empty for none."""
    if place is None:
        return ""
    return " · ".join(part for part in (f"Gemeinde {place.municipality}", place.county) if part)


def _named(places: Iterable[PlaceRow], words: str) -> list[PlaceRow]:
    parts = _parts(words)
    return [place for place in places if fold(place.name) in parts]


def _parts(words: str) -> set[str]:
    whole = fold(words)
    return {whole, *(fold(part) for part in re.split(r"[-–/(),]|\bOT\b|\bOrtsteil\b", words))} - {
        ""
    }


def _only(places: list[PlaceRow]) -> PlaceRow | None:
    return places[0] if len(places) == 1 else None
