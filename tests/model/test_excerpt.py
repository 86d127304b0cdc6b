"""Excerpts: the line around a hit, whatever the spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.excerpt import AROUND, excerpt
from ehrenamt_desktop.model.text import fold, search_words

LONG = "Vorwort " * 40 + "die Größe des\nZeltes für Kinder " + "Nachwort " * 40


@pytest.mark.parametrize(
    ("word", "hit"), [("groesse", "Größe"), ("kind", "Kinder"), ("zelt", "Zeltes")]
)
def test_the_line_around_the_hit(word, hit):
    found = excerpt(LONG, [word])
    assert found.text[found.start : found.end] == hit
    assert "die Größe des Zeltes für Kinder" in found.text
    assert found.text.startswith("… Vorwort ")
    assert found.text.endswith("Nachwort …")
    assert len(found.text) <= 2 * AROUND + len(hit) + 4


def test_words_that_stand_in_no_text_give_its_beginning():
    assert excerpt("Kurzer Text.", ["zelt"]) == ("Kurzer Text.", 0, 0)
    assert excerpt(LONG, ["auto"]).text.endswith("…")


@given(st.text(alphabet="aäbßeoöuüé cn\n-.", max_size=200), st.data())
def test_every_word_a_text_is_indexed_under_is_found_in_it(text, data):
    words = [word for word in search_words(text) if word]
    if words:
        word = data.draw(st.sampled_from(words))
        found = excerpt(text, [word])
        assert fold(found.text[found.start : found.end]).replace(" ", "")
