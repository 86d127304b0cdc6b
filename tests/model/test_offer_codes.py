"""Codes on tick-off sheets: they lead back, and every common slip is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.rules.offer_codes import LETTERS, code_of, offer_of

NUMBERS = st.integers(min_value=1, max_value=9_999_999)


@given(NUMBERS)
def test_a_code_leads_back_however_it_is_typed(number):
    code = code_of(number)
    assert len(code) <= 8
    assert offer_of(code) == number
    assert offer_of(f" {code.lower()} ") == number
    assert offer_of(f"{code[:-1]} {code[-1]}") == number


@given(NUMBERS, st.data())
def test_a_wrong_digit_is_found(number, data):
    code = code_of(number)
    place = data.draw(st.integers(0, len(code) - 2))
    other = data.draw(st.sampled_from([one for one in "0123456789" if one != code[place]]))
    assert offer_of(code[:place] + other + code[place + 1 :]) is None


@given(st.integers(min_value=10, max_value=9_999_999), st.data())
def test_swapped_neighbours_are_found(number, data):
    code = code_of(number)
    place = data.draw(st.integers(0, len(code) - 3))
    if code[place] != code[place + 1]:
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert offer_of(swapped) is None


@given(st.text(max_size=12))
def test_anything_else_is_no_code(text):
    found = offer_of(text)
    assert found is None or code_of(found).lstrip("0") == "".join(text.split()).upper().lstrip("0")


def test_letters_cannot_be_mistaken():
    assert len(set(LETTERS)) == 23
    assert not set(LETTERS) & set("IOQ")
    assert offer_of("214") is None
    assert offer_of("") is None
    assert offer_of("²A") is None
