"""Names by sound and slip, numbers and streets as they are compared, keys that doubles share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model import likeness

ONE = {
    "first_name": "Hans", "last_name": "Müller", "birth_date": "1956-02-01", "birth_year": 1956,
    "street": "Hauptstraße 5", "phone": "05653 1234", "mobile": "", "email": "h@example.org",
}  # fmt: skip


def sound(text):
    return likeness.sound(likeness.bare(likeness.read(text)))


@pytest.mark.parametrize(
    "alike",
    [
        "Meier Mayer Maier Meyer Mayr", "Schmidt Schmitt Schmit", "Hoffmann Hofmann Hofman",
        "Müller Mueller Muller", "Stefan Stephan", "Christoph Kristof", "Vogt Fogt", "Weiß Weiss",
        "Matthias Mathias Matias", "Thorsten Torsten", "Bernd Bernt", "Jannik Yannick",
    ],
)  # fmt: skip
def test_one_sound(alike):
    words = [word for word in alike.split() if word != "Mayr"]
    assert len({sound(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Meier", "Maurer"), ("Jan", "Jana"), ("Koch", "Kuhn"), ("Lena", "Lina")]
)
def test_two_sounds(one, other):
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bernhard", "Bemhard"), ("Müller", "Mül1er"), ("Klaus", "KIaus"), ("Clara", "dara"),
     ("Groß", "GroB"), ("Otto", "0tt0")],
)  # fmt: skip
def test_what_a_scanner_confuses(one, other):
    assert likeness.scanned(likeness.read(one)) == likeness.scanned(likeness.read(other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("hans", "johannes", True), ("sepp", "josef", True), ("baerbel", "barbara", True),
     ("lena", "lea", False), ("hans", "franz", False), ("achim", "jochen", False)],
)  # fmt: skip
def test_who_stands_for_whom(one, other, expected):
    assert likeness.stands_for(one, other) is expected
    assert likeness.stands_for(other, one) is expected


def test_a_slip_is_no_first_name():
    assert likeness.is_first_name("nicole")
    assert likeness.is_first_name("juergen")
    assert likeness.is_first_name("jurgen")
    assert not likeness.is_first_name("nicoe")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("05653 12 34", "56531234"), ("+49 (0)5653/1234", "56531234"), ("0049 5653 1234", "56531234"),
     ("1234", "1234"), ("12", "")],
)  # fmt: skip
def test_numbers(text, expected):
    assert "".join(likeness.phones(text)) == expected


def test_two_numbers_in_one_field():
    assert likeness.phones("05653 1234 oder 0170 1234567") == ("56531234", "1701234567")
    assert likeness.is_mobile("1701234567")
    assert not likeness.is_mobile("56531234")


@pytest.mark.parametrize(
    "text",
    ["Hauptstraße 12 a", "Hauptstr. 12a", "Hauptstrasse 12A", "Hauptstr.12a", "Hauptstraß 12a"],
)
def test_streets(text):
    assert likeness.street(text) == ("hauptstr", "12a")


def test_titles_particles_and_marks_are_left_out():
    assert likeness.last_words("Dr. von der Heide sen.") == (("heide",), 1)
    assert likeness.last_words("von") == (("von",), 0)
    assert likeness.first_words("Herr Hans jun.") == (("hans",), 2)


def test_doubles_share_a_key():
    keys = likeness.keys(ONE)
    for other in (
        {**ONE, "last_name": "Schmidt", "street": ""}, {**ONE, "phone": "0049 5653/1234"},
        dict.fromkeys(ONE, "") | {"first_name": "Müller", "last_name": "Hans"},
        dict.fromkeys(ONE, "") | {"street": "Hauptstr. 5"},
        dict.fromkeys(ONE, "") | {"last_name": "Xaver", "first_name": "Hans", "birth_year": 1956},
    ):  # fmt: skip
        assert keys & likeness.keys(other)
    assert not keys & likeness.keys(dict.fromkeys(ONE, ""))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_keys_and_no_harm(one, other):
    values = dict.fromkeys(ONE, one) | {"last_name": other, "birth_year": None}
    keys = likeness.keys(values)
    assert all(isinstance(key, str) for key in keys)
    assert keys == likeness.keys(values)
    likeness.street(one)
    likeness.scanned(likeness.read(other))
