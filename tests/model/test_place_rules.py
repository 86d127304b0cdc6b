"""From an address to its place; nothing is guessed."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.rules.places import county_words, place_of, town_of


def place(number, name, town, code, county="Werra-Meißner-Kreis"):
    return PlaceRow(number, name, town, county, code, "05653", None, None, True)


PLACES = (
    place(1, "Sontra", "Sontra", "36205"),
    place(2, "Ulfen", "Sontra", "36205"),
    place(3, "Weißenborn", "Sontra", "36205"),
    place(4, "Herleshausen", "Herleshausen", "37293"),
    place(5, "Altefeld", "Herleshausen", "37293"),
    place(6, "Bebra", "Bebra", "36179", "Hersfeld-Rotenburg"),
    place(7, "Ulfen", "Anderswo", "99999"),
)


@pytest.mark.parametrize(
    ("code", "city", "district", "number"),
    [
        ("36205", "Sontra-Ulfen", "", 2),
        ("36205", "Sontra (Ulfen)", "", 2),
        ("36205", "Sontra, OT Ulfen", "", 2),
        ("36205", "Ulfen", "", 2),
        ("36205", "Sontra", "Ulfen", 2),
        ("", "", "Weissenborn", 3),
        ("36205", "Sontra", "", None),
        ("36205", "", "", None),
        ("36179", "", "", 6),
        ("36179", "Bebra", "", 6),
        ("", "Bebra", "", 6),
        ("", "Ulfen", "", None),
        ("99999", "Ulfen", "", 7),
        ("36205", "Hamburg", "", None),
        ("36179", "Hamburg", "", None),
        ("20095", "Hamburg", "", None),
        ("", "", "", None),
        ("", "Herleshausen", "", None),
    ],
)
def test_a_place_is_found_only_if_it_is_meant(code, city, district, number):
    found = place_of(PLACES, code, city, district)
    assert (found.id if found else None) == number


def test_a_postcode_names_its_town():
    assert town_of(PLACES, " 36205 ") == "Sontra"
    assert town_of(PLACES, "20095") == ""
    assert town_of((*PLACES, place(8, "X", "Y", "36205")), "36205") == ""


def test_the_county_is_said():
    assert county_words(PLACES[5]) == "Gemeinde Bebra · Hersfeld-Rotenburg"
    assert county_words(None) == ""
