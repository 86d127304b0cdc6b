"""Text as data: folding, tidying, German dates and numbers."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model import text


@given(st.text())
def test_folding_twice_is_folding_once(value):
    assert text.fold(text.fold(value)) == text.fold(value)


@given(st.text())
def test_folded_text_is_plain(value):
    assert set(text.fold(value)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Müller", "mueller"), ("MÜLLER", "mueller"), ("Mu\u0308ller", "mueller"),
        ("Weißenborn", "weissenborn"), ("STRASSE", "strasse"), ("Łukasz", "lukasz"),
        ("Özdemir-Şen", "oezdemir sen"), ("Ægir", "aegir"), ("  a,b;c ", "a b c"),
        ("Ǆ", "dz"), ("İzmir", "izmir"), ("ﬁ", "fi"), ("„x“", "x"), ("", ""),
    ],
)  # fmt: skip
def test_folding_spells_out(written, folded):
    assert text.fold(written) == folded


@given(st.text())
def test_tidy_text_is_one_clean_line(value):
    tidy = text.tidy(value)
    assert tidy == text.tidy(tidy)
    assert all(unicodedata.category(sign)[0] != "C" for sign in tidy)
    assert "  " not in tidy


@given(st.text())
def test_tidy_blocks_keep_their_lines(value):
    block = text.tidy_block(value)
    assert block == text.tidy_block(block)
    assert "\r" not in block


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1.2.26", dt.date(2026, 2, 1)), ("01.02.2026", dt.date(2026, 2, 1)),
        ("1. 2. 1985", dt.date(1985, 2, 1)), ("2026-02-01", dt.date(2026, 2, 1)),
        ("1.2.85", dt.date(1985, 2, 1)), ("31.2.2026", None), ("0", None), ("86400", None),
        ("", None), ("gestern", None), ("1.2", None), ("2026/02/01", None), ("32.1.2026", None),
        ("٣.٢.2026", dt.date(2026, 2, 3)),
    ],
)  # fmt: skip
def test_dates_are_read_the_german_way(typed, expected):
    assert text.parse_day(typed) == expected


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_written_dates_read_back(value):
    assert text.parse_day(text.day(value)) == value


def test_numbers_have_a_decimal_comma():
    assert [text.number(value) for value in (4.5, 6.0, 0.25, None)] == ["4,5", "6", "0,2", ""]
    assert text.count(1, "Angebot", "Angebote") == "1 Angebot"
    assert text.count(0, "Angebot", "Angebote") == "0 Angebote"


@given(st.text(max_size=300), st.integers(1, 100))
def test_cut_text_is_short_enough(value, limit):
    assert len(text.cut(value, limit)) <= limit


@pytest.mark.parametrize(
    ("number", "runs"),
    [
        ("05653 4471", ["056534471", "4471"]), ("05653/44 71", ["056534471", "4471"]),
        ("+49 5653 4471", ["056534471", "56534471"]),
        ("0049 (5653) 4471", ["056534471", "56534471"]),
        ("4471", ["4471"]), ("", []), ("keins", []),
    ],
)  # fmt: skip
def test_phone_numbers_are_found_with_and_without_area_code(number, runs):
    assert text.phone_words(number) == runs


@given(st.text(max_size=400))
def test_only_folded_words_reach_the_query_language(typed):
    question = text.search_question(typed)
    if question is not None:
        bare = question.replace(" AND ", " ")
        assert set(bare) <= set('abcdefghijklmnopqrstuvwxyz0123456789"* ')
