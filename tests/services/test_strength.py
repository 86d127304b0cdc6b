"""How strong a passphrase is said to be: never stronger than it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Strength
from ehrenamt_desktop.services import strength
from ehrenamt_desktop.services.strength import judge, refuse_weak


@pytest.mark.parametrize(
    "weak",
    ["Sonnenblume", "Sontra2026!", "Herleshausen1", "passwort1234", "Ehrenamtsagentur",
     "qwertzuiop", "aaaaaaaaaaaaaaaa", "Feuerwehr112", "Michael1975",
     "12345678901234", "kennwortkennwort"],
)  # fmt: skip
def test_what_a_neighbour_would_guess_is_too_weak(weak):
    found = judge(weak)
    assert found.strength is Strength.TOO_WEAK
    assert not found.enough
    with pytest.raises(DomainError, match="schützt den Bestand nicht"):
        refuse_weak(weak)


@pytest.mark.parametrize(
    "good",
    ["Kirsche Amboss leise Dachrinne", "Vier Igel backen Montags Zimtbrot", "k7Gp2xQ9vLm1tR",
     "Zaunkönig-Weltraum-Gurke-Tuba"],
)  # fmt: skip
def test_words_that_do_not_belong_together_are_good(good):
    found = judge(good)
    assert found.strength in (Strength.GOOD, Strength.VERY_GOOD)
    refuse_weak(good)


@pytest.mark.parametrize("short", ["", "kurz", "k7Gp2xQ9v"])
def test_short_ones_are_told_what_is_missing(short):
    assert "10 Zeichen" in judge(short).sentence
    assert not judge(short).enough


def test_german_words_count_as_words_not_as_chance():
    """zxcvbn alone takes a German compound for eleven letters of chance."""
    assert strength._guesses_by_word("Kartoffelsalat") <= strength.DICTIONARY**2 * 1.01
    assert strength._guesses_by_word("Kartoffel" * 2) <= strength.DICTIONARY**2 * 1.01


@given(st.text(min_size=strength.LEAST, max_size=90))
def test_everything_can_be_judged(text):
    found = judge(text)
    assert found.sentence.endswith(".")
    assert found.enough == (found.strength is not Strength.TOO_WEAK)


@given(st.text(alphabet="abcdefghij klmnop0123", min_size=10, max_size=40))
def test_a_sign_more_never_makes_the_bound_smaller(text):
    assert strength._guesses_by_word(text + " z") >= strength._guesses_by_word(text)
